import { expect, test } from 'vitest'
import { overlaysOf } from '../../../src/authoring/diff/overlay.ts'
import { findUnused } from '../../../src/authoring/prove/find-unused.ts'
import { findWrongAmounts } from '../../../src/authoring/prove/find-wrong-amounts.ts'
import { readFiles } from '../../../src/cli/rule-files.ts'
import type { Finding } from '../../../src/model/findings/finding.ts'
import { told } from '../../../src/model/findings/told.ts'
import { BASE } from '../../../src/model/layers/base.ts'
import { loadRuleSet } from '../../../src/model/load.ts'
import { resolveVariant, variantIds } from '../../../src/model/resolve.ts'
import { FOURTH_SLIPS } from './fourth-slips.ts'
import { MORE_SLIPS } from './more-slips.ts'
import { SLIPS } from './slips.ts'
import { THIRD_SLIPS } from './third-slips.ts'
import { TOWN, town } from './town.ts'

const DATE = '2026-11-28'
const base = new Map([...readFiles(process.cwd())].filter(([file]) => !file.includes('/municipalities/') && !file.includes('/examples/')))

const foundBefore = new Map<string, readonly Finding[]>()

/** What is found in these files; memoised: many slips are mended into the same town. */
function found(files: Readonly<Record<string, string>>): readonly Finding[] {
  const text = JSON.stringify(files)
  const findings = foundBefore.get(text) ?? findIn(files)
  foundBefore.set(text, findings)
  return findings
}

/** What the loader, the variants of the town and the laws over them find: as `check` does, without the proof of the tree. */
function findIn(files: Readonly<Record<string, string>>): Finding[] {
  const all = new Map([...base, ...Object.entries(files)])
  const { ruleSet, findings } = loadRuleSet(all)
  const more: Finding[] = []
  if (ruleSet) {
    const errors = findings.some(({ severity }) => severity === 'error')
    for (const id of variantIds(ruleSet).filter((variant) => variant !== BASE)) {
      const { variant, findings: own } = resolveVariant(ruleSet, id, { date: DATE })
      more.push(...own)
      if (variant && !errors) more.push(...findWrongAmounts(variant, DATE), ...findUnused([variant], new Set([id])))
    }
    for (const { repeats } of overlaysOf(ruleSet, all)) more.push(...repeats)
  }
  // how much a language leaves in English is told of every language that is begun
  return [...new Map([...findings, ...more].map((finding) => [JSON.stringify(finding), finding])).values()].filter(
    ({ code }) => code !== 'UNTRANSLATED',
  )
}

const inOneLine = ({ file, line, column, path, message, mend, code }: Finding): string =>
  `${file}:${line}:${column} ${path}: ${message} ${mend} [${code}]`

test('the town that is spoiled below has no mistake', () => {
  expect(found({ [TOWN]: town }).filter(({ severity }) => severity !== 'note')).toEqual([])
})

test.for([...SLIPS, ...MORE_SLIPS, ...THIRD_SLIPS, ...FOURTH_SLIPS].map((slip) => [slip.nr, slip.mistake, slip] as const))(
  '%i: %s',
  ([, , slip]) => {
    const { finding: expected, files } = slip
    const all = found(files)
    const findings = all.filter(({ severity, code }) => severity !== 'note' || (expected?.severity === 'note' && code === expected.code))
    if (expected === null) return expect(findings.map(inOneLine)).toEqual([])
    // one mistake, one finding
    expect(findings.map(inOneLine)).toHaveLength(1)
    const [finding] = findings
    const file = expected.file ?? Object.keys(files)[0] ?? ''
    expect(finding?.file).toBe(file)
    expect(finding).toMatchObject({ code: expected.code, severity: expected.severity })
    expect(files[file]?.split('\n')[(finding?.line ?? 0) - 1] ?? '').toContain(expected.line)
    for (const part of expected.says) expect(finding && inOneLine(finding)).toContain(part)
    // in Dutch, and not only by what its code means
    const dutch = finding && told(finding, 'nl')
    expect(dutch?.message).not.toContain(finding?.message.split('\n')[0])
    expect(dutch?.mend).not.toBe(finding?.mend)
    // a mend that is followed leaves nothing to mend
    if (slip.mended)
      expect(
        found(slip.mended)
          .filter(({ severity }) => severity !== 'note')
          .map(inOneLine),
      ).toEqual([])
  },
)
