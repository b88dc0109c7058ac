import { expect, test } from 'vitest'
import { catalogueOf } from '../../src/model/layers/layers.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import { files } from '../model/fixtures/rule-set.ts'

const TOWN = 'rules/municipalities/brinkdam/municipality.yaml'

/** The small town with these lines below its head. */
function townWith(lines: string) {
  const all = files({})
  all.set(TOWN, (all.get(TOWN) ?? '').replace('extends: base\n', `extends: base\n${lines}`))
  const { ruleSet, findings } = loadRuleSet(all)
  if (!ruleSet) throw new Error('the fixture does not load')
  const errors = findings.filter(({ severity, file }) => severity === 'error' && file === TOWN)
  return { catalogue: catalogueOf(ruleSet, 'brinkdam')?.catalogue, errors: errors.map(({ code, path }) => `${code} ${path}`) }
}
/** The small town with one more named change. */
function changed(change: string) {
  const all = files({})
  all.set(TOWN, (all.get(TOWN) ?? '').replace('changes:\n', `changes:\n  - ${change}\n`))
  const { ruleSet, findings } = loadRuleSet(all)
  if (!ruleSet) throw new Error('the fixture does not load')
  const errors = findings.filter(({ severity, file }) => severity === 'error' && file === TOWN)
  return { catalogue: catalogueOf(ruleSet, 'brinkdam')?.catalogue, errors: errors.map(({ code, path }) => `${code} ${path}`) }
}

test('a word of the base becomes that of the town, with its capital, and only where it stands by itself', () => {
  const { catalogue, errors } = townWith('words: [{ from: { nl: leidinggevende }, to: { nl: beheerder } }]\n')
  expect(errors).toEqual([])
  expect(catalogue?.roles.find(({ id }) => id === 'manager')?.label).toEqual({ nl: 'Beheerder', en: 'Manager' })
  // a plural is another word
  expect(catalogue?.aliases.find(({ id }) => id === 'managers')?.label.nl).toBe('Leidinggevenden')
})

test('in some licences only: their forms, documents and fees, and no other', () => {
  const { catalogue } = townWith('words: [{ from: { nl: tekening }, to: { nl: schets }, licences: [alcohol] }]\n')
  expect(catalogue?.documents.find(({ id }) => id === 'drawing')?.name.nl).toBe('Tekening')
  const { catalogue: terrace } = townWith('words: [{ from: { nl: tekening }, to: { nl: schets }, licences: [terrace] }]\n')
  expect(terrace?.documents.find(({ id }) => id === 'drawing')?.name.nl).toBe('Schets')
  const boxes = terrace?.forms.find(({ id }) => id === 'terrace')?.sections.flatMap((section) => section.boxes)
  expect(boxes?.find(({ nr }) => nr === 'TE-004')?.label.nl).toBe('Schets')
})

test('a word that stands nowhere, and a licence that is not there, are told', () => {
  expect(townWith('words: [{ from: { nl: kroegbaas }, to: { nl: waard } }]\n').errors).toEqual(['BAD_CHANGE words[0]'])
  expect(townWith('words: [{ from: { nl: leges }, to: { nl: kosten }, licences: [teras] }]\n').errors).toContain(
    'UNKNOWN_REFERENCE words[0].licences[0]',
  )
})

test('one thing comes into a list and one goes, the rest stays', () => {
  const { catalogue, errors } = changed(
    '{ op: change, at: forms/terrace/sections/plan/boxes/TE-002, to: { options: { add: [anders], after: ja }, print: { add: { none: anders } } }, why: w }',
  )
  expect(errors).toEqual([])
  const box = catalogue?.forms
    .find(({ id }) => id === 'terrace')
    ?.sections.flatMap((section) => section.boxes)
    .find(({ nr }) => nr === 'TE-002')
  expect(box?.options).toEqual(['ja', 'anders', 'nee'])
  expect(box?.print).toEqual({ onSite: 'ja', takeaway: 'nee', none: 'anders' })
})

test.each(['{ remove: [misschien] }', '{ add: [ja] }', '{ add: [anders], after: misschien }'])('%s does not fit the list', (options) => {
  const { errors } = changed(`{ op: change, at: forms/terrace/sections/plan/boxes/TE-002, to: { options: ${options} }, why: w }`)
  expect(errors).toEqual(['BAD_CHANGE changes[0].to.options'])
})

test('a licence that a town does not have is not needed, and what the base says of it stands', () => {
  const { catalogue, errors } = changed('{ op: remove, at: licences/terrace, why: w }')
  expect(errors).toEqual([])
  expect(catalogue?.licences.find(({ id }) => id === 'terrace')?.rules).toMatchObject([{ id: 'notHere', verdict: 'notNeeded' }])
  // what is national law no town takes away
  expect(changed('{ op: remove, at: licences/alcohol, why: w }').errors).toEqual(['LOCKED changes[0].at'])
})

test('a raise takes what the town levies, and nothing of the base, of the law or that has an amount of its own', () => {
  const { catalogue, errors } = townWith('raise: [{ percent: 10, from: 2027-01-01, roundTo: 0.5, source: raad }]\n')
  expect(errors).toEqual([])
  const amounts = (id: string) => catalogue?.fees.find((fee) => fee.id === id)?.amounts
  expect(amounts('terrace.base')).toMatchObject([
    { amount: 200, until: '2026-12-31' },
    { amount: 200, from: '2027-01-01', raised: [{ percent: 10, roundTo: 0.5 }], source: 'raad' },
  ])
  expect(amounts('terrace.area')).toHaveLength(1)
  expect(amounts('terrace.chairs')).toHaveLength(1)
  expect(townWith('raise: [{ percent: 10, from: 2027-01-01, except: [terrace.bas] }]\n').errors).toEqual([
    'UNKNOWN_REFERENCE raise[0].except[0]',
  ])
  expect(townWith('raise: [{ percent: 10, from: 2027-01-01, until: 2026-01-01 }]\n').errors).toEqual(['BAD_SHAPE raise[0].until'])
})

test('a step that a town does not ask is no longer named by the warnings of the base', () => {
  const all = files({})
  all.set(
    'rules/municipalities/leeg/municipality.yaml',
    `schema: 1
id: leeg
name: Leeg
extends: base
changes:
  - { op: remove, at: steps/terraceSize, why: w }
`,
  )
  const { ruleSet } = loadRuleSet(all)
  if (!ruleSet) throw new Error('the fixture does not load')
  const { findings } = resolveVariant(ruleSet, 'leeg')
  expect(findings.filter(({ code, message }) => code === 'UNKNOWN_REFERENCE' || message.includes('terraceSize'))).toEqual([])
})
