import { isPersonOrCompany } from '../../model/answers/answers.ts'
import { formatAnswer, formatParameter } from '../answer-kinds/print-answer.ts'
import { factOf, inOrder } from '../asked/order.ts'
import { reach } from '../asked/questions.ts'
import { assessCase } from '../assess.ts'
import type { PacketContent, Proof } from '../assessment.ts'
import type { Case } from '../context.ts'
import { inForce } from '../facts/dated.ts'
import { titleOfRow } from '../facts/row-title.ts'
import { worded } from '../facts/worded.ts'
import { localise, partyName } from '../forms/format.ts'
import { firedChecks } from '../outcome/checks/fired-checks.ts'
import { packetContent } from './packet-content.ts'

/** What the proof of an outcome prints, in the language of the case: no forms, no attachments, and only the answers that the outcome rests on. It cannot be
 * mistaken for an application, and can be shown to others. `answersJson`: its checksum is printed, as in a packet of the same answers; it is not embedded. */
export function proofContent(application: Case, reference: string, answersJson: string): PacketContent & { readonly proof: Proof } {
  const content = packetContent(application, reference, answersJson)
  const reached = cellsBehind(application)
  const keys = answersBehind(application)
  return {
    ...content,
    forms: [],
    signers: [],
    waitsFor: {},
    part: 'proof',
    answersJson: '',
    signs: answersJson,
    proof: {
      answers: answersByTopic(application, keys),
      others: application.answers.values.size - keys.length,
      rules: rulesBehind(application),
      values: valuesBehind(application, reached),
    },
  }
}

/** Keys (`fact@row`) of the answers that the outcome rests on, in the order of asking: without the others it is the same. */
export function answersBehind(application: Case): string[] {
  const { index } = application
  const keys = [...cellsBehind(application)].flatMap((cell) => (cell.startsWith('answer|') ? [cell.slice('answer|'.length)] : []))
  return inOrder(
    application,
    keys.filter((key) => application.answers.values.has(key) && index.questions.has(factOf(key))),
  )
}

/** What the outcome was computed from: what is needed, what it costs, how long it takes, when the doors may open, and what was warned about. */
function cellsBehind(application: Case): Set<string> {
  const { variant } = application
  // reading these computes them
  assessCase(application)
  const { checks } = application.index
  return reach(application, [
    'path|',
    'terms|',
    'opening|',
    'hours|',
    ...[...variant.licences, ...variant.extras].map(({ id }) => `verdict|${id}`),
    ...variant.fees.map(({ id }) => `fee|${id}`),
    ...firedChecks(application).flatMap(({ id }) => (checks.has(id) ? [`check|${id}`] : [])),
  ])
}

/** These answers by topic; those about persons or things as one table per list. */
function answersByTopic(application: Case, keys: readonly string[]): Proof['answers'] {
  const { answers, index, lang, variant } = application
  const topics = new Map<string, { lines: { question: string; answer: string }[]; lists: Map<string, Listed> }>()
  for (const key of keys) {
    const [fact = '', row = null] = key.split('@')
    const question = index.questions.get(fact)
    const answer = answers.values.get(key)
    if (!question || answer === undefined) continue
    const label = localise(worded(application, question, row).label, lang)
    const text = formatAnswer(question, answer, lang, (party) => partyName(application, party))
    const topic = topics.get(question.topic) ?? { lines: [], lists: new Map<string, Listed>() }
    topics.set(question.topic, topic)
    const of = row === null ? undefined : cardOf(application, row)
    if (!of) {
      topic.lines.push({ question: label, answer: text })
      continue
    }
    const listed: Listed = topic.lists.get(of.collection) ?? new Map()
    topic.lists.set(of.collection, listed)
    const column = listed.get(label) ?? new Map<string, string[]>()
    listed.set(label, column.set(of.id, [...(column.get(of.id) ?? []), text]))
  }
  const order = [...new Set([...variant.topics.map(({ id }) => id), ...topics.keys()])]
  return order.flatMap((id) => {
    const found = topics.get(id)
    const topic = variant.topics.find((each) => each.id === id)
    if (!found) return []
    const lists = [...found.lists].map(([list, columns]) => tableOf(application, list, columns))
    return [{ topic: topic ? localise(topic.label, lang) : id, lines: found.lines, lists }]
  })
}

/** What was said about the rows of a list: per question, per row. */
type Listed = Map<string, Map<string, string[]>>

function tableOf(application: Case, list: string, columns: Listed): Proof['answers'][number]['lists'][number] {
  const { answers, lang, variant } = application
  const collection = variant.collections.find(({ id }) => id === list)
  const rows = [...answers.rows.keys()].filter((row) => [...columns.values()].some((column) => column.has(row)))
  return {
    list: collection ? localise(collection.label, lang) : list,
    questions: [...columns.keys()],
    rows: rows.map((row) => ({
      name: nameOfRow(application, row),
      answers: [...columns.values()].map((column) => (column.get(row) ?? []).join(', ')),
    })),
  }
}

/** The row whose card asks about a row: a role is asked on the card of its person or company. */
function cardOf({ answers }: Case, row: string) {
  const ref = answers.rows.get(row)
  return ref?.subject === 'role' ? answers.rows.get(ref.parent ?? '') : ref
}

/** What a person, a company or a thing is called: its name, its title in its list, or its number. */
function nameOfRow(application: Case, row: string): string {
  const { answers, lang, variant } = application
  const ref = answers.rows.get(row)
  const list = variant.collections.find(({ id }) => id === ref?.collection)
  if (!ref || !list) return row
  const one = localise(list.one, lang)
  if (isPersonOrCompany(ref.subject)) {
    const name = partyName(application, row)
    return name === row ? one : name
  }
  const beside = [...answers.rows.values()].filter(({ collection, parent }) => collection === ref.collection && parent === ref.parent)
  return titleOfRow(application, list, { kind: 'row', subject: ref.subject, id: row }) ?? `${one} ${beside.indexOf(ref) + 1}`
}

/** Where the rule that decided each licence is written; for an open one, or a rule without a source, the law the licence is based on. */
function rulesBehind({ variant, get, lang }: Case): Proof['rules'] {
  const decided = (id: string): string | null => {
    const { verdict, rules } = get(`verdict|${id}`)
    return verdict === 'open' ? null : (rules[0]?.source ?? null)
  }
  return Object.fromEntries([
    ...variant.licences.map(({ id, law }) => [id, decided(id) ?? localise(law, lang)]),
    ...variant.extras.map(({ id }) => [id, decided(id)]),
  ])
}

/** What the town or the law sets, of everything the outcome read: an amount, an hour, a yes or no. */
function valuesBehind(application: Case, reached: ReadonlySet<string>): Proof['values'] {
  const { variant, lang } = application
  return variant.parameters.flatMap((parameter) => {
    if (!reached.has(`parameter|${parameter.id}`)) return []
    const picked = inForce(application, parameter.values)
    const item = picked.kind === 'value' ? picked.item : null
    return [
      {
        what: localise(parameter.label, lang),
        value: item ? formatParameter(parameter, item.value, lang) : null,
        source: item?.source ?? null,
        unverified: item?.unverified ?? false,
      },
    ]
  })
}
