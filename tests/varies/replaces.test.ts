import { expect, test } from 'vitest'
import { catalogueOf } from '../../src/model/layers/layers.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import { files } from '../model/fixtures/rule-set.ts'

/** A form of Brinkdam that stands in for the terrace form of the base. `own`: boxes; `head`: keys beside replaces. */
function replaced(head: string, own: string, base?: (text: string) => string) {
  const all = files({})
  all.set(
    'rules/municipalities/brinkdam/forms/own.yaml',
    `schema: 1
id: own
title: { nl: Eigen formulier, en: Own form }
law: { nl: APV, en: By-law }
addressee: { nl: Burgemeester, en: Mayor }
declaration: { nl: Naar waarheid, en: Truthfully }
falseStatements: { nl: Strafbaar, en: Punishable }
${head}
sections:
  - id: ours
    title: { nl: Ons, en: Ours }
    boxes:
${own}`,
  )
  const form = 'forms/terrace.yaml'
  if (base) all.set(form, base(all.get(form) ?? ''))
  const { ruleSet, findings } = loadRuleSet(all)
  if (!ruleSet) throw new Error('the fixture does not load')
  const { catalogue, findings: ofLayer = [] } = catalogueOf(ruleSet, 'brinkdam') ?? {}
  return { catalogue, ruleSet, findings: [...findings, ...ofLayer] }
}
const AREA = '      - { nr: OW-1, label: { nl: Oppervlakte, en: Area }, type: number, questions: [terrace.area] }\n'

test('every licence with the form of the base gets the one that replaces it, and sections come along', () => {
  const { catalogue } = replaced('replaces: terrace\nshares: [{ form: terrace, section: people }]', AREA)
  expect(catalogue?.licences.find(({ id }) => id === 'terrace')?.form).toBe('own')
  expect(catalogue?.forms.find(({ id }) => id === 'own')?.sections.map(({ id }) => id)).toEqual(['ours', 'people'])
})

test('a section that is not there is told at its line', () => {
  const { findings } = replaced('replaces: terrace\nshares: [{ form: terrace, section: rooms }]', AREA)
  expect(findings.map(({ code, message }) => `${code} ${message}`)).toContain(
    'UNKNOWN_REFERENCE There is no section terrace/rooms to share.',
  )
})

/** What the form lacks: box numbers of the base. */
function lacks(head: string, base?: (text: string) => string): string[] {
  const { ruleSet } = replaced(head, AREA, base)
  return resolveVariant(ruleSet, 'brinkdam')
    .findings.filter(({ code }) => code === 'REPLACES_LACKS')
    .map(({ message }) => /the box (\S+) of/.exec(message)?.[1] ?? '')
}

test('what the form of the base asks and this one does not is named, until it is left out on purpose', () => {
  const all = lacks('replaces: terrace')
  expect(all).toEqual(expect.arrayContaining(['TE-002', 'TE-003', 'TE-004', 'TE-005']))
  expect(all).not.toContain('TE-001')
  expect(lacks('replaces: terrace\nwithout: [TE-002]')).not.toContain('TE-002')
})

test('a box that the base gets later is named too', () => {
  const more = (text: string): string =>
    text.replace(
      '      - nr: TE-003\n',
      '      - { nr: TE-009, label: { nl: Verwarmd, en: Heated }, type: yesNo, options: [ja, nee], questions: [terrace.heated] }\n      - nr: TE-003\n',
    )
  expect(lacks('replaces: terrace', more)).toContain('TE-009')
})

test('a box that is left out and is not there is a mistake', () => {
  const { ruleSet } = replaced('replaces: terrace\nwithout: [TE-999]', AREA)
  const { findings } = resolveVariant(ruleSet, 'brinkdam')
  expect(findings.map(({ code, message }) => `${code} ${message}`)).toContain(
    'UNKNOWN_REFERENCE The form terrace has no box TE-999 to leave out.',
  )
})
