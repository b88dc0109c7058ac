import { reach } from '../../engine/asked/questions.ts'
import type { Case } from '../../engine/context.ts'
import { partyName } from '../../engine/forms/format.ts'
import { ownerOfRow } from '../../engine/packet/packet-owner.ts'
import { ownPart } from '../../engine/packet/personal-part.ts'
import { answerKey, BUSINESS } from '../../model/answers/answers.ts'
import { writeAnswers } from '../../model/answers/write-answers.ts'
import type { Invitation } from './invitation.ts'

/** An invitation for one person. It contains: of the person, what is not sensitive (name, birth, address, roles); of the business, what is not
 * sensitive and decides which questions are asked; of the companies this person's roles refer to, the name. Of other people: nothing. */
export function inviteFor(application: Case, reference: string, person: string): Invitation {
  const { variant, index, get, answers } = application
  const { business: firm, premises, company } = variant.names
  // public facts of the business that the invited person sees
  const shown = new Set(Object.values({ ...firm, ...premises }))
  const open = (fact: string): boolean => index.questions.get(fact)?.sensitive === null
  const part = ownPart(application, person)
  const boxes = part.forms.flatMap((form) =>
    form.sections.flatMap((section) =>
      section.instances.flatMap(({ row, boxes }) =>
        boxes.map((box) => `box|${form.id}|${section.id}|${box.nr}|${row ?? ''}|${box.item?.row ?? ''}`),
      ),
    ),
  )
  // the licences decide which forms apply, and which of their questions
  const decides = reach(application, [
    ...boxes,
    ...part.forms.map(({ id }) => `form|${id}`),
    'path|',
    'stop|',
    ...variant.licences.map(({ id }) => `verdict|${id}`),
  ])
  const rows = new Map(
    [...answers.rows].filter(([id, row]) => ownerOfRow(answers, id) === person && (id === person || row.subject === 'role')),
  )
  const values = new Map(
    [...answers.values].filter(([key]) => {
      const [fact = '', row] = key.split('@')
      if (!open(fact)) return false
      if (row === undefined || row === BUSINESS) return decides.has(`answer|${key}`) || shown.has(fact)
      return rows.has(row)
    }),
  )
  for (const value of [...values.values()])
    if (typeof value === 'string' && value.startsWith('@')) {
      const to = answers.rows.get(value.slice(1))
      if (!to || to.id === person) continue
      // another person is referred to by a bare row; a company carries its name
      rows.set(to.id, to)
      const key = answerKey(company.statutoryName, to.id)
      const name = answers.values.get(key)
      if (name !== undefined) values.set(key, name)
    }
  // what the business says about this person: a loan from them, without its amount
  for (const [key, value] of answers.values) {
    const row = answers.rows.get(key.split('@')[1] ?? '')
    if (value !== `@${person}` || !row || ownerOfRow(answers, row.id) !== null || row.subject === 'role') continue
    rows.set(row.id, row)
    values.set(key, value)
  }
  const lists = new Map(
    [...answers.lists].map(([key, ids]) => [key, ids.filter((id) => rows.has(id))] as const).filter(([, ids]) => ids.length > 0),
  )
  const business = get(`fact|${firm.tradeName}|`) || get(`fact|${premises.name}|`) || get(`fact|${firm.statutoryName}|`)
  return {
    kind: 'horeca1.invitation',
    schema: 1,
    reference,
    person,
    name: partyName(application, person),
    business: typeof business === 'string' ? business : '',
    file: writeAnswers(
      {
        values,
        rows,
        lists,
        // nobody else is added on this device: every list but this person's own is complete
        complete: new Set(variant.collections.filter(({ id }) => id !== 'parties' && id !== 'roles').map(({ id }) => id)),
        leftEmpty: new Set(),
        attachments: new Map(),
      },
      variant.id,
    ),
  }
}
