import { expect, test } from 'vitest'
import { readFiles } from '../../../src/cli/rule-files.ts'
import { catalogueOf } from '../../../src/model/layers/layers.ts'
import { loadRuleSet } from '../../../src/model/load.ts'
import { resolveVariant } from '../../../src/model/resolve.ts'
import { townText } from './town.ts'

const because = 'because: { nl: Daarom, en: So }'

/** What each town does to the base, and the finding that must come of it: its code and parts of what it says. null: a town may. */
const CHANGES: Readonly<Record<string, readonly [change: string, code: string | null, ...says: string[]]>> = {
  rule: ['{ op: remove, at: licences/alcohol/rules/serves, why: Niet nodig. }', 'LOCKED', 'licence alcohol', 'Alcoholwet art. 3'],
  licence: ['{ op: remove, at: licences/gamingMachines, why: Niet nodig. }', 'LOCKED', 'licence gamingMachines', 'Wet op de kansspelen'],
  condition: [
    '{ op: change, at: licences/fireSafety/rules/upTo50, to: { verdict: needed }, why: Strenger. }',
    'LOCKED',
    'licence fireSafety',
    'words',
  ],
  words: ['{ op: change, at: licences/fireSafety/rules/upTo50, to: { because: { nl: Klein, en: Small } }, why: Duidelijker. }', null],
  order: ['{ op: reorder, at: licences/alcohol/rules/serves, after: null, why: Eerst. }', 'LOCKED', 'licence alcohol'],
  waived: [
    `{ op: add, at: licences/alcohol/rules, after: null, why: Soepel., item: { id: own, when: activity.dance, verdict: notNeeded, ${because} } }`,
    'LOCKED',
    'licence alcohol',
  ],
  stricter: [
    `{ op: add, at: licences/alcohol/rules, after: null, why: Strenger., item: { id: own, when: activity.dance, verdict: notAllowed, ${because}, source: APV } }`,
    null,
  ],
  ceiling: [
    '{ op: change, at: fees/gamingMachines.licence, to: { ceiling: null }, why: Meer. }',
    'LOCKED',
    'gamingMachines.licence',
    'at most',
  ],
  screening: ['{ op: remove, at: licences/bibob, why: Niet nodig. }', 'LOCKED', 'bibob', 'town.bibob.policy to never'],
  terrace: [`{ op: change, at: licences/terrace/rules/ownGroundFree, to: { ${because} }, why: Onze woorden. }`, null],
}

const townFile = (id: string): string => `rules/municipalities/${id}/municipality.yaml`
const base = [...readFiles(process.cwd())].filter(([file]) => !file.includes('/municipalities/') && !file.includes('/examples/'))
const towns = Object.entries(CHANGES).map(([id, [change]]): [string, string] => [townFile(id), `${townText(id)}changes:\n  - ${change}\n`])
const DISTRICTS = {
  'rules/municipalities/stad/municipality.yaml': `${townText('stad')}postcodes: [1000-1009]\n`,
  'rules/municipalities/stad/districts/noord.yaml': 'schema: 1\nid: noord\nname: Noord\nextends: stad\npostcodes: [1000-1004]\n',
  'rules/municipalities/stad/districts/zuid.yaml': 'schema: 1\nid: zuid\nname: Zuid\nextends: stad\n',
  'rules/municipalities/stad/districts/west.yaml': 'schema: 1\nid: west\nname: West\nextends: stad\npostcodes: [1001-1002]\n',
  'rules/municipalities/stad/areas.yaml': `schema: 1
areas:
  - { id: haven, name: Haven, extends: stad/noord, streets: [Kade] }
  - { id: kade, name: Kade, extends: stad/noord, streets: [Kade, Werf] }
  - { id: nergens, name: Nergens, extends: stad/noord }
`,
}
const { ruleSet, findings } = loadRuleSet(new Map([...base, ...towns, ...Object.entries(DISTRICTS)]))

test.for(Object.entries(CHANGES))('national law and a town: %s', ([id, [, code, ...says]]) => {
  // what the Bibob act wants is looked at per town
  const ofVariant = id === 'screening' && ruleSet ? resolveVariant(ruleSet, id, { date: '2026-11-28' }).findings : []
  const own = [...findings, ...ofVariant].filter(({ file, severity }) => file === townFile(id) && severity === 'error')
  if (code === null) return expect(own.map(({ message }) => message)).toEqual([])
  const told = own.filter((finding) => finding.code === code)
  expect(told).toHaveLength(1)
  for (const part of says) expect(`${told[0]?.message} ${told[0]?.mend}`).toContain(part)
})

test('what was refused has changed nothing', () => {
  const before = ruleSet?.base.licences.find(({ id }) => id === 'alcohol')
  for (const id of ['rule', 'waived', 'order'])
    expect(ruleSet && catalogueOf(ruleSet, id)?.catalogue.licences.find((licence) => licence.id === 'alcohol')).toBe(before)
})

test('a district or area that no address leads to is told', () => {
  const told = findings
    .filter(({ code }) => code === 'NEVER_CHOSEN')
    .map(({ file, severity, message }) => [file.split('/').at(-1), severity, message])
  expect(told).toEqual([
    ['areas.yaml', 'error', 'The street Kade is also in the area stad/noord/haven, and only that one counts.'],
    ['areas.yaml', 'warning', 'Nothing says where the area stad/noord/nergens is, so its rules never apply.'],
    ['west.yaml', 'warning', 'Every postcode of stad/west is of another district too, so the site never proposes it.'],
    ['zuid.yaml', 'warning', 'The district stad/zuid names no postcodes, so the site never proposes it.'],
  ])
})
