import type { DraftView } from '../../../draft/session.ts'
import { localise } from '../../../engine/forms/format.ts'
import type { Field } from '../../../machine/pages.ts'
import { type Lang, wordsIn } from '../../../model/lang.ts'
import { bare } from '../../../model/languages/bare.ts'
import type { ResolvedQuestion, Variant } from '../../../model/variant.ts'
import { NOT_YET } from '../../text/later/not-yet.ts'
import type { Words } from '../../text.ts'
import { agendaFor } from '../agenda-for.ts'
import { rowTitle } from '../row-title.ts'

type Respondent = Variant['respondents'][number]

/** Who may be asked a question: a citizen service number (BSN) and a criminal record are for the applicant alone to look up. */
export function respondentsFor({ respondents }: Pick<Variant, 'respondents'>, { sensitive }: ResolvedQuestion): readonly Respondent[] {
  const own = respondents.filter(({ self }) => self)
  return (sensitive === 'bsn' || sensitive === 'criminal') && own.length > 0 ? own : respondents
}

/** A question on a list, in words. */
interface ToAsk {
  readonly field: Field
  /** The row it is about; empty: the business. */
  readonly about: string
  readonly label: string
  readonly hint: string
}

/** The questions for one respondent. */
export interface AskList {
  readonly respondent: Respondent
  readonly questions: readonly ToAsk[]
}

/** Questions put off that are still asked, by who may know the answer, in the order of the rules. */
export function listsToAsk(view: DraftView, lang: Lang, words: Words): AskList[] {
  const { waiting = {} } = view.draft
  if (Object.keys(waiting).length === 0) return []
  const agenda = agendaFor(view)
  const open = [...agenda.topics.values(), ...agenda.rows.values()].flat().filter(({ key, open: isOpen }) => isOpen && key in waiting)
  return view.variant.respondents.flatMap((respondent) => {
    const questions = open
      .filter(({ key, question }) => whomOf(view.variant, question, waiting[key] ?? '') === respondent.id)
      .map((field) => inWords(view, field, lang, words))
    return questions.length > 0 ? [{ respondent, questions }] : []
  })
}

/** The respondent that was chosen may be gone from newer rules: falls back to the first who may know. */
function whomOf(variant: Variant, question: ResolvedQuestion, whom: string): string | undefined {
  const may = respondentsFor(variant, question)
  return (may.find(({ id }) => id === whom) ?? may[0])?.id
}

function inWords(view: DraftView, field: Field, lang: Lang, words: Words): ToAsk {
  const { question, row } = field
  const about = row !== null && view.application.answers.rows.has(row) ? rowTitle(view, row, lang, words) : ''
  return {
    field,
    about,
    label: `${localise(question.label, lang)}${question.unit ? ` (${(words.units[question.unit] ?? question.unit).replace('m2', 'm²').replace('m3', 'm³')})` : ''}`,
    hint: question.hint ? localise(question.hint, lang) : '',
  }
}

/** The longest `mailto:` address that mail programs still open in full. */
const LONGEST = 1900

/** The questions as a letter; the last ones are left out where it would be too long for `mailto:`. */
export function letterOf(questions: readonly ToAsk[], business: string, lang: Lang): { subject: string; body: string; address: string } {
  const text = wordsIn(NOT_YET, lang)
  const subject = bare(text.subject(business))
  const line = ({ about, label }: ToAsk, index: number): string => `${index + 1}. ${about ? `${about}: ` : ''}${label}`
  const bodyOf = (count: number): string =>
    bare(
      [
        text.greeting(business),
        questions.slice(0, count).map(line).join('\n'),
        ...(count < questions.length ? [text.more(questions.length - count)] : []),
        text.thanks,
      ].join('\n\n'),
    )
  const addressOf = (count: number): string => `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(bodyOf(count))}`
  let count = questions.length
  while (count > 1 && addressOf(count).length > LONGEST) count -= 1
  return { subject, body: bodyOf(questions.length), address: addressOf(count) }
}
