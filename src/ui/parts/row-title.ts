import { factOf } from '../../draft/diff-answers.ts'
import type { DraftView } from '../../draft/session.ts'
import { titleOfRow } from '../../engine/facts/row-title.ts'
import { worded } from '../../engine/facts/worded.ts'
import { localise, partyName } from '../../engine/forms/format.ts'
import { rowsOf } from '../../machine/pages.ts'
import { answerKey, BUSINESS, isPersonOrCompany, listKey } from '../../model/answers/answers.ts'
import type { Lang } from '../../model/lang.ts'
import type { ResolvedCollection, Variant } from '../../model/variant.ts'
import type { Words } from '../text.ts'

/** What a row is called on its card: its name, the title that its list defines, or its number. */
export function rowTitle(view: Pick<DraftView, 'application' | 'variant'>, row: string, lang: Lang, words: Words): string {
  const { application, variant } = view
  const { answers } = application
  const ref = answers.rows.get(row)
  const collection = collectionOf(variant, ref?.collection ?? '')
  if (!ref || !collection) return row
  if (ref.subject === 'role') return `${rowTitle(view, ref.parent ?? '', lang, words)}, ${roleWords(view, row, lang)}`
  if (isPersonOrCompany(ref.subject)) {
    const name = partyName(application, row)
    return name === row ? `${localise(collection.one, lang)}: ${words.list.unnamed}` : name
  }
  const given = titleOfRow({ ...application, lang }, collection, {
    kind: 'row',
    subject: ref.subject,
    id: row,
  })
  if (given !== null) return given
  const number = rowsOf(answers.lists, listKey(ref.collection, ref.parent)).indexOf(row) + 1
  return words.list.numbered(localise(collection.one, lang), number)
}

/** A role in words: `Aandeelhouder`, `Bestuurder: De Groot Holding BV`. */
export function roleWords({ application, variant }: Pick<DraftView, 'application' | 'variant'>, role: string, lang: Lang): string {
  const { answers } = application
  const kind = variant.roles.find(({ id }) => id === answers.values.get(answerKey(variant.names.role.kind, role)))
  const target = answers.values.get(answerKey(variant.names.role.target, role))
  const label = localise(kind?.label ?? collectionOf(variant, 'roles')?.one ?? { nl: role, en: role }, lang)
  const of = typeof target === 'string' && target !== `@${BUSINESS}` ? target.slice(1) : null
  return of === null ? label : `${label}: ${partyName(application, of)}`
}

const collectionOf = (variant: Variant, id: string): ResolvedCollection | undefined => variant.collections.find((each) => each.id === id)

/** Roles of a party, as words. */
export function roleLabels({ application, variant }: DraftView, party: string, lang: Lang): string[] {
  const { answers } = application
  const kinds = rowsOf(answers.lists, listKey('roles', party)).map((role) => answers.values.get(answerKey(variant.names.role.kind, role)))
  return [...new Set(kinds)].flatMap((kind) => {
    const role = variant.roles.find((each) => each.id === kind)
    return role ? [localise(role.label, lang)] : []
  })
}

/** The label of a question as worded for this case, with whom or what it is about: `Geboortedatum (Jan de Vries)`. `key`: `fact` or `fact@row`. */
export function labelOf(view: Pick<DraftView, 'application' | 'variant'>, key: string, lang: Lang, words: Words): string {
  const { fact, row } = factOf(key)
  const { answers, index } = view.application
  const question = index.questions.get(fact)
  const isThere = row === null || answers.rows.has(row)
  const label = question ? localise((isThere ? worded(view.application, question, row) : question).label, lang) : fact
  return row !== null && isThere ? `${label} (${rowTitle(view, row, lang, words)})` : label
}
