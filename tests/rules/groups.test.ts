import { describe, expect, test } from 'vitest'
import type { Compiled } from '../../src/feel/expr.ts'
import { references } from '../../src/feel/references.ts'
import type { ResolvedQuestion, Variant } from '../../src/model/variant.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { withTowns } from './elements.ts'

/** Lists of everybody who is entered: landlords and former partners as well as managers. */
const EVERYBODY: ReadonlySet<string> = new Set(['people', 'parties', 'companies'])

/** Why something is truly about everybody who is entered. */
const ABOUT_ALL: Readonly<Record<string, string>> = {
  companyCircle: 'companies in a circle are so whatever they are here for',
  personNote: 'what somebody typed is kept for whoever it is about',
}

/** Whether a condition says which people it is about: by their roles, by their place in the Bibob questions, or by a fact that does. */
function namesGroup(questions: ReadonlyMap<string, ResolvedQuestion>, compiled: Compiled | null, seen = new Set<string>()): boolean {
  if (!compiled) return false
  const { facts, collections, aliases } = references(compiled.expr)
  if (collections.includes('roles') || aliases.length > 0) return true
  return facts.some((id) => {
    if (seen.has(id)) return false
    seen.add(id)
    if (id.startsWith('role.')) return true
    const { derived = null, when = null } = questions.get(id) ?? {}
    return namesGroup(questions, derived, seen) || namesGroup(questions, when, seen)
  })
}

function unnamed({ checks, documents, forms, questions }: Pick<Variant, 'checks' | 'documents' | 'forms' | 'questions'>): string[] {
  const known = new Map(questions.map((question) => [question.id, question]))
  const sections = forms.flatMap(({ id, sections: all }) => all.map((section) => ({ ...section, id: `${id}/${section.id}` })))
  return [...checks, ...documents, ...sections].flatMap((item) => {
    if (item.per === null || !EVERYBODY.has(item.per)) return []
    const where = 'where' in item ? item.where : null
    return namesGroup(known, item.when) || namesGroup(known, where) ? [] : [item.id]
  })
}

describe('who a rule is about', () => {
  test('is a group of people, never everybody who is entered, but for these', () => {
    expect(unnamed(shippedVariant('voorbeeld'))).toEqual(Object.keys(ABOUT_ALL))
  })

  const check = (per: string, when: string): string => `  - op: add
    at: checks
    why: planted
    item:
      id: planted
      severity: info
      licences: [alcohol]
      per: ${per}
      when: ${when}
      message: { nl: Dit kan niet., en: This is impossible. }`
  const towns = withTowns({
    everybody: check('people', 'verdict("alcohol") = "needed" and person.birthDate = null'),
    named: check('people', 'verdict("alcohol") = "needed" and person.birthDate = null and (some r in roles satisfies r.kind = "manager")'),
    group: check('alcoholManagers', 'verdict("alcohol") = "needed" and person.birthDate = null'),
  })
  test.each([
    { town: 'everybody', named: ['planted'] },
    { town: 'named', named: [] },
    { town: 'group', named: [] },
  ])('is asked of a rule that is planted: $town', ({ town, named }) => {
    const { variant, errors } = towns(town)
    if (!variant) throw new Error(JSON.stringify(errors))
    expect(unnamed(variant).filter((id) => !(id in ABOUT_ALL))).toEqual(named)
  })
})
