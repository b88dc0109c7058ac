import { reach } from '../../engine/asked/questions.ts'
import type { Case } from '../../engine/context.ts'
import { partyName } from '../../engine/forms/format.ts'
import { ownerOfRow } from '../../engine/packet/packet-owner.ts'
import { ownPart } from '../../engine/packet/personal-part.ts'
import { type AnswerRowRef, answerKey, BUSINESS } from '../../model/answers/answers.ts'
import { writeAnswers } from '../../model/answers/write-answers.ts'
import type { AnswerJson } from '../../model/schema/answer-file.ts'
import type { Invitation } from './invitation.ts'

/** An invitation for one person. It contains: of the person, what is not sensitive (name, birth, address, roles); of the business, what is not
 * sensitive and decides which questions are asked; of the companies this person's roles refer to, the name. Of other people: nothing. */
export function inviteFor(application: Case, reference: string, person: string): Invitation {
  const { variant, get, answers } = application
  const { business: firm, premises } = variant.names
  const own = new Map(
    [...answers.rows].filter(([id, row]) => ownerOfRow(answers, id) === person && (id === person || row.subject === 'role')),
  )
  const said: Said = { rows: own, values: openValues(application, person, new Set(own.keys())) }
  addReferred(application, person, said)
  addSaidOf(application, person, said)
  const { rows, values } = said
  const lists = new Map(
    [...answers.lists].map(([key, ids]) => [key, ids.filter((id) => rows.has(id))] as const).filter(([, ids]) => ids.length > 0),
  )
  const business = get(`fact|${firm.tradeName}|`) || get(`fact|${premises.name}|`) || get(`fact|${firm.statutoryName}|`)
  // nobody else is added on this device: every list but this person's own is complete
  const complete = new Set(variant.collections.filter(({ id }) => id !== 'parties' && id !== 'roles').map(({ id }) => id))
  return {
    kind: 'horeca1.invitation',
    schema: 1,
    reference,
    person,
    name: partyName(application, person),
    business: typeof business === 'string' ? business : '',
    file: writeAnswers({ values, rows, lists, complete, leftEmpty: new Set(), attachments: new Map() }, variant.id),
  }
}

/** The rows and answers that an invitation contains. */
interface Said {
  readonly rows: Map<string, AnswerRowRef>
  readonly values: Map<string, AnswerJson>
}

/** Answers that are not sensitive: about these rows, and about the business where a question of the person depends on them. */
function openValues(application: Case, person: string, rows: ReadonlySet<string>): Said['values'] {
  const { variant, index, answers } = application
  // public facts of the business that the invited person sees
  const shown = new Set(Object.values({ ...variant.names.business, ...variant.names.premises }))
  const decides = decidingAnswers(application, person)
  return new Map(
    [...answers.values].filter(([key]) => {
      const [fact = '', row] = key.split('@')
      if (index.questions.get(fact)?.sensitive !== null) return false
      if (row === undefined || row === BUSINESS) return decides.has(`answer|${key}`) || shown.has(fact)
      return rows.has(row)
    }),
  )
}

/** What decides which questions this person gets: the boxes of their part, and the licences, by which forms apply. */
function decidingAnswers(application: Case, person: string): ReadonlySet<string> {
  const { forms } = ownPart(application, person)
  const boxes = forms.flatMap((form) =>
    form.sections.flatMap((section) =>
      section.instances.flatMap(({ row, boxes }) =>
        boxes.map((box) => `box|${form.id}|${section.id}|${box.nr}|${row ?? ''}|${box.item?.row ?? ''}`),
      ),
    ),
  )
  const verdicts = application.variant.licences.map(({ id }) => `verdict|${id}`)
  return reach(application, [...boxes, ...forms.map(({ id }) => `form|${id}`), 'path|', 'stop|', ...verdicts])
}

/** Whom these answers refer to: another person by a bare row, a company with its name. */
function addReferred({ variant, answers }: Case, person: string, { rows, values }: Said): void {
  for (const value of [...values.values()]) {
    const to = typeof value === 'string' && value.startsWith('@') ? answers.rows.get(value.slice(1)) : undefined
    if (!to || to.id === person) continue
    rows.set(to.id, to)
    const key = answerKey(variant.names.company.statutoryName, to.id)
    const name = answers.values.get(key)
    if (name !== undefined) values.set(key, name)
  }
}

/** What the business says about this person: a loan from them, without its amount. */
function addSaidOf({ answers }: Case, person: string, { rows, values }: Said): void {
  for (const [key, value] of answers.values) {
    const row = answers.rows.get(key.split('@')[1] ?? '')
    if (value !== `@${person}` || !row || ownerOfRow(answers, row.id) !== null || row.subject === 'role') continue
    rows.set(row.id, row)
    values.set(key, value)
  }
}
