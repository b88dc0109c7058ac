import { expect, test } from 'vitest'
import { findNeverPrinted } from '../../src/authoring/prove/find-unfillable.ts'
import { readFiles } from '../../src/cli/rule-files.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'

// a box of a town on a form that nobody there fills in: with the rules of the base, which are too many to split every answer of

const TOWN = 'rules/municipalities/heideveen/municipality.yaml'
const DISTRICT = 'rules/municipalities/heideveen/districts/brink.yaml'
const DATE = '2026-12-01'
const base = [...readFiles(process.cwd())].filter(([file]) => !file.includes('/municipalities/') && !file.includes('/examples/'))

function found(form: string, section: string, parameter: string, value: string, id = 'heideveen'): string[] {
  const town = `schema: 1
id: heideveen
name: Heideveen
extends: base
parameters: [{ id: ${parameter}, values: [{ value: ${value}, source: APV }] }]
changes:
  - op: add
    at: questions
    why: Een tent vraagt ruimte voor de brandweer.
    item: { id: heideveen.tent, subject: case, type: yesNo, topic: terrace, label: { nl: "Staat er een tent?", en: "Is there a tent?" } }
  - op: add
    at: forms/${form}/sections/${section}/boxes
    why: Een tent vraagt ruimte voor de brandweer.
    item: { nr: HV-1, label: { nl: Tent, en: Tent }, type: choice, options: [ja, nee], questions: [heideveen.tent], evidence: { form: [Heideveen] } }
`
  const { ruleSet } = loadRuleSet(new Map([...base, [TOWN, town], [DISTRICT, 'schema: 1\nid: brink\nname: Brink\nextends: heideveen\n']]))
  const { variant = null, findings } = ruleSet ? resolveVariant(ruleSet, id, { date: DATE }) : { findings: [] }
  if (!variant) throw new Error(findings.map(({ message }) => message).join('\n'))
  return findNeverPrinted(variant, DATE).map(({ code, path, file }) => `${code} ${path} ${file}`)
}

test.each([
  ['general rules for terraces', 'terrace', 'furniture', 'town.terrace.mode', 'generalRules'],
  ['terraces within the operating licence', 'terrace', 'furniture', 'town.terrace.mode', 'partOfExploitation'],
  ['no operating licence', 'exploitation', 'hours', 'town.exploitation.mode', 'none'],
] as const)('%s: it is told, in the file of the town', (_, form, section, parameter, value) => {
  expect(found(form, section, parameter, value)).toEqual([`BOX_NEVER_FILLED forms/${form}:HV-1 ${TOWN}`])
})

test.each([
  ['terrace', 'furniture', 'town.terrace.mode', 'separate'],
  ['exploitation', 'hours', 'town.exploitation.mode', 'always'],
] as const)('a box of %s is not told where somebody fills in that form', (form, section, parameter, value) => {
  expect(found(form, section, parameter, value)).toEqual([])
})

test('a district does not repeat it', () => {
  expect(found('terrace', 'furniture', 'town.terrace.mode', 'generalRules', 'heideveen/brink')).toEqual([])
})
