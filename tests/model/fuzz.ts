import { expect } from 'vitest'
import { Draft } from '../../src/draft/draft.ts'
import { readSaveFile } from '../../src/draft/files/save-file.ts'
import { openSession } from '../../src/draft/session.ts'
import { inMemory } from '../../src/draft/storage/storage.ts'
import { assessCase } from '../../src/engine/assess.ts'
import { openCase } from '../../src/engine/case.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { parseFile } from '../../src/model/files/parse-file.ts'
import { readYaml } from '../../src/model/files/read-yaml.ts'
import { FINDING_CODES, type Finding } from '../../src/model/findings/finding.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { listVariants, resolveVariant } from '../../src/model/resolve.ts'
import { AnswerFile } from '../../src/model/schema/answer-file.ts'
import type { Variant } from '../../src/model/variant.ts'
import { files } from './fixtures/rule-set.ts'
import { mutated } from './mutations.ts'
import { type Dice, diceOf } from './seeded.ts'

const DATE = '2026-06-01'
const NOW = `${DATE}T10:00:00Z`

export interface Outcome {
  findings: number
  sound: number
}

/** Spoils the small rule set as often as asked; `seed` is that of the first. Whatever happens: findings with a place inside their file, no throw, and what loads can be assessed. */
export function spoilRules(count: number, seed = 1): Outcome {
  const outcome = { findings: 0, sound: 0 }
  const names = [...files().keys()].filter((file) => !file.includes('examples'))
  for (let at = seed; at < seed + count; at += 1) {
    const dice = diceOf(at)
    const all = files()
    const file = dice.pick(names)
    all.set(file, mutated(all.get(file) ?? '', dice, 1 + dice.below(3)))
    guarded(`spoilRules(1, ${at})`, () => {
      const { ruleSet, findings } = loadRuleSet(all)
      placed(findings, all)
      outcome.findings += findings.length
      if (!ruleSet) return
      for (const id of ['base', ...listVariants(ruleSet).map((one) => one.id)]) {
        const resolved = resolveVariant(ruleSet, id, { date: DATE })
        placed(resolved.findings, all)
        if (!resolved.variant) continue
        outcome.sound += 1
        assessCase(openCase(resolved.variant, readAnswers(EMPTY, resolved.variant, 'f', () => START).answers, { today: DATE }, 'nl'))
      }
    })
  }
  return outcome
}

const START = { line: 1, column: 1 }
const EMPTY: AnswerFile = { schema: 1, variant: '', answers: {}, collections: {}, complete: [], leftEmpty: [], attachments: [] }

/** The same with an answer file, as the command line and as the page read it. */
export function spoilAnswers(variant: Variant, file: AnswerFile, count: number, seed = 1): Outcome {
  const outcome = { findings: 0, sound: 0 }
  const text = JSON.stringify(file, null, 2)
  for (let at = seed; at < seed + count; at += 1) {
    const dice = diceOf(at)
    const spoilt = dice.below(4) === 0 ? spoiltValue(file, dice) : mutated(text, dice, 1 + dice.below(3))
    guarded(`spoilAnswers(variant, file, 1, ${at})`, () => {
      const saved = readSaveFile(spoilt)
      if (!saved.ok) expect(saved.problem).not.toBe('')
      else {
        assess(saved.file, variant)
        keepable(saved.file, variant)
      }
      const { source, findings } = readYaml('answers.json', spoilt)
      const inFile = new Map([['answers.json', spoilt]])
      placed(findings, inFile)
      outcome.findings += findings.length
      if (source.value === undefined) return
      const parsed = parseFile(source, AnswerFile)
      placed(parsed.findings, inFile)
      outcome.findings += parsed.findings.length
      if (parsed.value === null) return
      const read = readAnswers(parsed.value, variant, 'answers.json', source.at)
      placed(read.findings, inFile)
      outcome.findings += read.findings.length
      outcome.sound += 1
      // the page and the command line mostly read the same out of it
      if (!saved.ok || JSON.stringify(saved.file) !== JSON.stringify(parsed.value)) assess(parsed.value, variant)
    })
  }
  return outcome
}

/** A draft that was begun with the file can be read after it was saved, whatever of it had no place. */
function keepable(file: AnswerFile, variant: Variant): void {
  const ports = { storage: inMemory(), now: () => NOW, later: () => () => undefined }
  const begun: Draft = {
    ...{ schema: 1, id: 'abc123', created: NOW, changed: NOW, ruleSet: { id: '', version: '', hash: '' }, file, reference: 'H1-AAAA-BBBB' },
    ...{ parked: [], aside: {}, typed: {}, files: {}, copied: {}, about: { name: '', town: '', open: null, asked: null }, place: null },
  }
  const session = openSession(begun, variant, DATE, 'nl', ports)
  const { draft } = session.view()
  session.close()
  expect(Draft.safeParse(structuredClone(draft)).error?.issues).toBeUndefined()
}

const assess = (file: AnswerFile, variant: Variant): unknown =>
  assessCase(openCase(variant, readAnswers(file, variant, 'f', () => START).answers, { today: DATE }, 'nl'))

/** Sound JSON with one value exchanged: gets further than broken text. */
function spoiltValue(file: AnswerFile, dice: Dice): string {
  const copy = structuredClone(file) as unknown
  const holders: Record<string, unknown>[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (Object.keys(value).length > 0) holders.push(value as Record<string, unknown>)
    for (const inside of Object.values(value)) walk(inside)
  }
  walk(copy)
  const holder = dice.pick(holders)
  const key = dice.pick(Object.keys(holder))
  const strange = [
    null,
    '',
    'x',
    '@nobody',
    '@p1',
    -1,
    1e308,
    0.1,
    true,
    [],
    {},
    ['x'],
    [[1]],
    '9999-99-99',
    '2026-01-01/2025-01-01',
    'x'.repeat(10_000),
    '🦆\u0000\u202e',
  ]
  if (dice.below(3) === 0) holder[dice.pick(['toString', 'valueOf', 'id', 'roles', 'collections', 'constructor', 'x'])] = dice.pick(strange)
  else holder[key] = dice.pick(strange)
  return JSON.stringify(copy, null, 2)
}

function guarded(again: string, run: () => void): void {
  try {
    run()
  } catch (error) {
    throw new Error(`${again} throws`, { cause: error })
  }
}

function placed(findings: readonly Finding[], all: ReadonlyMap<string, string>): void {
  for (const finding of findings) {
    const lines = (all.get(finding.file) ?? '').split('\n')
    const wrong =
      !Object.hasOwn(FINDING_CODES, finding.code) ||
      finding.line < 1 ||
      finding.line > lines.length ||
      finding.column < 1 ||
      finding.column > (lines[finding.line - 1] ?? '').length + 1 ||
      finding.message.length < 6 ||
      finding.message.length > 3_000 ||
      finding.mend.length < 4
    if (wrong) throw new Error(`a finding without a place or words: ${JSON.stringify(finding).slice(0, 1_000)}`)
  }
}
