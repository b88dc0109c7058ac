import type { Question } from '../../schema/question.ts'
import { isNarrower } from '../conditions/narrower.ts'
import type { Bibob } from './context.ts'
import { factsIn } from './selection.ts'
import { yearsIn } from './years.ts'

/** R1, R3, R5, R6 for the questions behind the boxes, and for the lists of people they are asked about. */
export function checkBibobQuestions(bibob: Bibob): void {
  const { catalogue, base, report } = bibob
  const before = new Map(base.questions.map((question) => [question.id, question]))
  const only = askedForBibobAlone(bibob)
  const sensitive = new Set(base.topics.filter((topic) => topic.sensitive).map(({ id }) => id))
  for (const question of catalogue.questions) {
    const old = before.get(question.id)
    if (old === question) continue
    if (!old) {
      if (sensitive.has(question.topic))
        report(
          'BIBOB_ADDED',
          'error',
          question,
          'topic',
          `The topic ${question.topic} holds Bibob questions only, and a town may not add one (${question.id}).`,
          'Put the question under another topic, on a form of your own and on its own legal ground.',
        )
    } else if (only.has(question.id)) checkQuestion(bibob, question, old)
  }
  checkCircles(bibob)
}

const PURPORT = ['type', 'subject', 'unit', 'derived', 'refinedBy', 'settledBy', 'default'] as const

function checkQuestion({ report }: Bibob, question: Question, before: Question): void {
  for (const key of PURPORT)
    if (JSON.stringify(question[key]) !== JSON.stringify(before[key]))
      report(
        'BIBOB_REWORDED',
        'error',
        question,
        key,
        `Another ${key} makes ${question.id} another question than the national list has.`,
        `Take ${key}: out of this change; only label and hint may differ.`,
      )
  const more = (question.options ?? []).filter(({ id }) => !(before.options ?? []).some((option) => option.id === id))
  if (more.length > 0)
    report(
      'BIBOB_REWORDED',
      'error',
      question,
      'options',
      `The question ${question.id} would get options that the national list does not have: ${more.map(({ id }) => id).join(', ')}.`,
      'Keep to the options of the base.',
    )
  if (before.optional === true && question.optional !== true)
    report(
      'BIBOB_REWORDED',
      'error',
      question,
      'optional',
      `The national list leaves ${question.id} to the applicant; a town cannot make it obligatory.`,
      'Write optional: true.',
    )
  const text = (value: unknown): string | undefined => (value === undefined ? undefined : String(value))
  if (question.when !== before.when && !isNarrower(text(question.when), text(before.when)))
    report(
      'BIBOB_CONDITION',
      'error',
      question,
      'when',
      `The question ${question.id} would be asked of more people than the national list asks.`,
      `Write (${String(before.when)}) and (your condition), or take when: out.`,
    )
  for (const key of ['label', 'hint'] as const) {
    const words = question[key]
    if (words === before[key] || words === undefined) continue
    const was = Math.max(yearsIn(before.label), before.hint ? yearsIn(before.hint) : 0)
    if (yearsIn(words) > was)
      report(
        'BIBOB_SCOPE',
        'error',
        question,
        key,
        `The words of ${question.id} look back ${yearsIn(words)} years; the national text ${was > 0 ? was : 'names no number of years'}.`,
        'Ask about no longer a period than the national text; never more than 5 years.',
      )
    else
      report(
        'BIBOB_REWORDED',
        'note',
        question,
        key,
        `The question ${question.id} has other words than the base: "${before[key]?.nl ?? ''}".`,
        'Allowed when it helps the applicant, asks no more data or documents, and means the same.',
      )
  }
}

/** Facts that are printed only by boxes of the Bibob form. */
function askedForBibobAlone({ base, national }: Bibob): Set<string> {
  const known = new Set(base.questions.map(({ id }) => id))
  const printed = (form: (typeof base.forms)[number]): string[] =>
    form.sections.flatMap((section) =>
      section.boxes.flatMap((box) => [
        ...(box.questions ?? []),
        ...factsIn(box.value, known),
        ...(box.columns ?? []).flatMap((column) => factsIn(column.value, known)),
      ]),
    )
  const elsewhere = new Set(base.forms.filter((form) => form !== national).flatMap(printed))
  return new Set(printed(national).filter((id) => !elsewhere.has(id)))
}

/** R5: the lists of people that Bibob boxes iterate over may not include other roles. */
function checkCircles({ catalogue, base, national, report }: Bibob): void {
  const used = new Set(national.sections.flatMap((section) => [section.per, ...section.boxes.map((box) => box.rows)]))
  for (const alias of catalogue.aliases) {
    const before = base.aliases.find(({ id }) => id === alias.id)
    if (!before || before === alias || !used.has(alias.id)) continue
    const roles = new Set(before.cases.flatMap((alternative) => alternative.roles))
    const more = alias.cases.flatMap((alternative) => alternative.roles).filter((role) => !roles.has(role))
    const text = (value: unknown): string | undefined => (value === undefined ? undefined : String(value))
    const wider = alias.anywhere === true && !before.anywhere
    if (more.length > 0 || wider || !isNarrower(text(alias.where), text(before.where)))
      report(
        'BIBOB_SCOPE',
        'error',
        alias,
        more.length > 0 ? 'cases' : wider ? 'anywhere' : 'where',
        `Bibob questions about ${alias.id} would be asked of others too${more.length > 0 ? `: ${more.join(', ')}` : ''}.`,
        'Keep the roles of the base; use a list of your own for your own form.',
      )
  }
}
