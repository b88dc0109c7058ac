import { expect, test } from 'vitest'
import { upgrade, type Version } from '../../src/authoring/upgrade/upgrade.ts'
import { upgradeInWords } from '../../src/cli/commands/upgrade-in-words.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import { UpgradeJson } from '../../src/model/schema/upgrade-json.ts'
import { files } from '../model/fixtures/rule-set.ts'
import { type BaseEdit, PAIRS } from './upgrade-meetings.ts'

// Whatever kind of rule the base and a town meet in: it is told, with what it was, what the base says now and what the town says, each with its place.

const TOWN = 'rules/municipalities/zandwijk/'
const HEAD = 'schema: 1\nid: zandwijk\nname: Zandwijk\nextends: base\nbasedOn: 2026.1.0\n'

function versionOf(edits: readonly BaseEdit[], given: ReadonlyMap<string, string>): Version {
  const made = new Map(given)
  for (const [file, was, becomes] of edits) {
    const text = made.get(file) ?? ''
    expect(text.split(was).length, `${was} in ${file}`).toBeGreaterThan(1)
    made.set(file, text.replace(was, becomes))
  }
  const { ruleSet, findings } = loadRuleSet(made)
  if (!ruleSet) throw new Error('does not load')
  return { ruleSet, findings }
}

test.each(PAIRS)('$name: nothing is decided without a word', ({ name, base, town, told, more = {} }) => {
  const given = files({ [`${TOWN}municipality.yaml`]: HEAD + town, ...more })
  const before = versionOf([], given)
  const wrong = before.findings.filter(({ file, severity }) => severity === 'error' && file.startsWith(TOWN))
  expect(wrong).toEqual([])
  const made = UpgradeJson.parse(upgrade(before, versionOf(base, given), 'zandwijk', 'nl'))
  const { conflicts, toLookAt, unfit, changes } = made
  expect(conflicts.length + toLookAt.length + unfit.length).toBeGreaterThan(0)
  const said = upgradeInWords(made, 'Zandwijk', 'vorig')
  for (const { town: own, before: was, base: now, kind } of conflicts) {
    expect(own.file.startsWith(TOWN) && own.line > 0, name).toBe(true)
    for (const side of [was, now]) if (side) expect([/^(rules\/base|forms)\//.test(side.file), side.line > 0]).toEqual([true, true])
    expect(was !== null || kind === 'bothAdded' || kind === 'replacedHere').toBe(true)
    for (const { file, line } of [own, was ?? own, now ?? own]) expect(said).toContain(`${file}:${line}`)
  }
  // what waits for somebody is not said to come by itself
  const taken = said.split('zonder dat u iets doet')[1] ?? ''
  for (const { item, conflicts: waits, property } of changes)
    if (waits && !changes.some((other) => other.item === item && other.property !== property && !other.conflicts))
      expect(taken).not.toContain(`[${item}]`)
  expect([
    ...conflicts.map(({ kind, item, property, before: was, base: now, town: own, movedTo, reasons }) =>
      [kind, item, property ?? '-', was?.text ?? '-', now?.text ?? '-', own.text || '-', movedTo ?? '', reasons[0]?.renamedTo ?? '']
        .filter(Boolean)
        .join(' | '),
    ),
    ...toLookAt.map(({ how, item, reads, property, before: was, base: now }) =>
      ['look', how, item, reads, property ?? '-', was?.text ?? '-', now?.text ?? '-'].join(' | '),
    ),
    ...unfit.map(({ code, file, line, reasons }) =>
      ['unfit', code, file.replace(TOWN, ''), line, reasons[0]?.renamedTo ?? ''].filter(Boolean).join(' | '),
    ),
  ]).toEqual(told)
})

test('a number of a box that the town took on another part of the form is told in the file of the town', () => {
  const box = '{ nr: TE-010, label: { nl: Warm, en: Warm }, type: yesNo, questions: [terrace.heated], evidence: { form: [Zandwijk] } }'
  const town = `${HEAD}changes:\n  - { op: add, at: forms/terrace/sections/plan/boxes, why: proef, item: ${box} }\n`
  const { ruleSet } = versionOf([], files({ [`${TOWN}municipality.yaml`]: town }))
  const found = resolveVariant(ruleSet, 'zandwijk').findings.filter(({ code }) => code === 'DUPLICATE_ID')
  expect(found.map(({ file, line, message }) => [file, line, message])).toEqual([
    [`${TOWN}municipality.yaml`, 7, 'The form terrace has two boxes TE-010: also in section people.'],
  ])
})
