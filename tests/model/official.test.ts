import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Finding } from '../../src/model/findings/finding.ts'
import { tellFinding } from '../../src/model/findings/told.ts'
import { catalogueOf } from '../../src/model/layers/layers.ts'
import { linkContext } from '../../src/model/link/context.ts'
import { checkOfficial } from '../../src/model/link/forms/official.ts'
import type { Official } from '../../src/model/official/mapping.ts'
import { TOWN } from '../pdf/official/made-town.ts'
import { READ, rulesOf } from '../pdf/official/oudewal.ts'

const { ruleSet } = rulesOf()

/** What is found when the overlay says something else; `pdf`: of its PDF. */
function found(change: (official: Official) => void, pdf: typeof READ | null = READ): Finding[] {
  const applied = catalogueOf(ruleSet, 'oudewal')
  if (!applied) throw new Error('Oudewal is not there')
  const findings: Finding[] = []
  const forms = applied.catalogue.forms.map((form) => {
    if (form.official === undefined) return form
    const official = structuredClone(form.official)
    change(official)
    ruleSet.provenance.standsFor(official, form.official)
    ruleSet.provenance.standsFor(official.fields, form.official.fields)
    if (official.without && form.official.without) ruleSet.provenance.standsFor(official.without, form.official.without)
    if (official.left && form.official.left) ruleSet.provenance.standsFor(official.left, form.official.left)
    return ruleSet.provenance.standsFor({ ...form, official }, form)
  })
  const pdfs = new Map(pdf ? [['rules/municipalities/oudewal/alcohol-2026.pdf', pdf]] : [])
  checkOfficial(linkContext({ ...ruleSet, pdfs }, { ...applied, catalogue: { ...applied.catalogue, forms } }, findings))
  return findings
}
const told = (findings: readonly Finding[]): string[] => findings.map(({ code, message }) => `${code} ${message}`)
/** The official of the overlay, as it is written. */
const { fields, without, left } = (parse(TOWN) as { changes: [{ to: { official: Official } }] }).changes[0].to.official

test('the form of Oudewal and its PDF fit', () => {
  expect(told(found(() => undefined))).toEqual([])
})

describe('both sides are held against each other', () => {
  test.each(Object.keys(fields))('the box %s without its field is named, and the field without its box', (nr) => {
    const findings = found((official) => void delete official.fields[nr])
    expect(told(findings)).toContain(`OFFICIAL_BOX The box ${nr} has no field in alcohol-2026.pdf.`)
    expect(told(findings).filter((text) => text.startsWith('OFFICIAL_FIELD No box of alcohol fills the field')).length).toBeGreaterThan(0)
  })

  test.each(Object.keys(left ?? {}))('the field %s of which nobody says that it stays empty is named', (name) => {
    expect(told(found((official) => void delete official.left?.[name]))).toEqual([
      `OFFICIAL_FIELD No box of alcohol fills the field ${name} of alcohol-2026.pdf.`,
    ])
  })

  const asked = ['AL-119', 'AL-061', 'entrepreneurs', 'declaration']
  test.each(asked)('what is asked and not said to be left out is named: %s', (key) => {
    expect(Object.keys(without ?? {})).toContain(key)
    expect(told(found((official) => void delete official.without?.[key])).length).toBeGreaterThan(0)
  })
})

type Slip = [what: string, change: Partial<Official>, message: string]

/** The same with some of its entries written otherwise. */
const patched =
  (slip: Partial<Official>) =>
  (official: Official): void => {
    Object.assign(official.fields, slip.fields)
    Object.assign(official.left ?? {}, slip.left)
    Object.assign(official.without ?? {}, slip.without)
    if (slip.file) official.file = slip.file
  }

test.for([
  [
    'a field that is not there',
    { fields: { 'AL-052': 'inrichting.straatt' } },
    'The PDF alcohol-2026.pdf has no field inrichting.straatt.',
  ],
  ['a box that is not there', { fields: { 'AL-999': 'plaats' } }, 'The form alcohol has no box AL-999.'],
  [
    'a field that is filled twice',
    { fields: { 'AL-055': 'inrichting.straat' } },
    'The field inrichting.straat is filled twice: by AL-052 and AL-055.',
  ],
  ['a field that is filled and left', { left: { kvk: 'leeg' } }, 'The field kvk is filled by AL-008 and is said to stay empty.'],
  ['a field that is left and not there', { left: { stempel: 'leeg' } }, 'The PDF alcohol-2026.pdf has no field stempel.'],
  ['a box that is mapped and left out', { without: { 'AL-052': 'weg' } }, 'AL-052 has fields and is said to have none.'],
  [
    'a value that a dropdown lacks',
    { fields: { 'AL-002': { field: 'model', values: { a: 'A', b: 'Bee' } } } },
    'The field model has no value Bee.',
  ],
  [
    'a value that round buttons lack',
    { fields: { 'AL-001': { field: 'soort', values: { hospitality: 'Horeca', liquorShop: 'Slijter' } } } },
    'The field soort has no value Slijter.',
  ],
  [
    'an option without a value',
    { fields: { 'AL-002': { field: 'model', values: { a: 'A' } } } },
    'The box AL-002 says nothing of its option b.',
  ],
  [
    'an option that is not there',
    { fields: { 'AL-002': { field: 'model', values: { a: 'A', b: 'B', c: 'A' } } } },
    'The box AL-002 has no option c.',
  ],
  [
    'a text in a check box',
    { fields: { 'AL-058': 'monument.ja' } },
    'The field monument.ja is a check box, and the box AL-058 does not write it so.',
  ],
  [
    'a tick in a text field',
    { fields: { 'AL-118': { ticks: { true: 'open', false: 'datum' } } } },
    'The field datum holds a text, and the box AL-118 does not write it so.',
  ],
  [
    'a date of what is none',
    { fields: { 'AL-012': { day: 'naam.rechtspersoon', month: 'plaats', year: 'datum' } } },
    'The box AL-012 is no date.',
  ],
  ['rows of what is no table', { fields: { 'AL-012': { rows: [['naam.rechtspersoon']] } } }, 'The box AL-012 is no table.'],
  [
    'places of what stands there once',
    { fields: { 'AL-012': ['naam.rechtspersoon', 'plaats'] } },
    'The box AL-012 is printed once and has several places.',
  ],
  [
    'a question that the box does not print',
    { fields: { 'AL-053': { questions: { 'premises.name': 'inrichting.nummer' } } } },
    'The box AL-053 does not print the question premises.name.',
  ],
  [
    'a question without a field',
    { fields: { 'AL-053': { questions: { 'premises.address.houseNumber': 'inrichting.nummer' } } } },
    'The box AL-053 has no field for its question premises.address.addition.',
  ],
] satisfies readonly Slip[])('%s is named', ([, slip, message]) => {
  const findings = found(patched(slip))
  expect(findings.map((finding) => finding.message)).toContain(message)
  for (const finding of findings) {
    expect(finding).toMatchObject({ severity: 'error', file: 'rules/municipalities/oudewal/municipality.yaml' })
    expect(finding.line).toBeGreaterThan(1)
    // in Dutch as well, both halves of it
    const dutch = tellFinding(finding, 'nl')
    expect(dutch).not.toContain(finding.message)
    expect(dutch).not.toContain(finding.mend)
  }
})

test.for([
  ['encrypted', 'is locked with a password'],
  ['xfa', 'is a form in XFA, which only some programs can show'],
  ['noForm', 'has no fields to fill in'],
  ['damaged', 'cannot be read as a PDF'],
] as const)('a PDF that cannot be filled in is named once: %s', ([problem, says]) => {
  const findings = found(() => undefined, { ...READ, problem, fields: [] })
  expect(told(findings)).toEqual([`OFFICIAL_FILE The PDF alcohol-2026.pdf ${says}.`])
})

test('one whose pages no archive can hold is named with the reason', () => {
  const findings = found(() => undefined, { ...READ, problem: 'undrawn', detail: 'letters' })
  expect(told(findings)).toEqual(['OFFICIAL_FILE The PDF alcohol-2026.pdf has pages that an archive file cannot hold (letters).'])
})

test('one that is not there, or is named as if it lay elsewhere, is named', () => {
  const says = 'OFFICIAL_FILE There is no PDF alcohol-2026.pdf beside this file or in the folder of the town.'
  expect(told(found(() => undefined, null))).toEqual([says])
  expect(told(found(patched({ file: '../amsterdam/x.pdf' })))[0]).toContain('There is no PDF ../amsterdam/x.pdf')
})
