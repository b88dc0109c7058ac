import { changedIn, questionsOf } from '../src/engine/asked/questions.ts'
import { assessCase } from '../src/engine/assess.ts'
import { edit, openCase } from '../src/engine/case.ts'
import type { Case } from '../src/engine/context.ts'
import { NO_ANSWERS } from '../src/model/answers/answers.ts'
import type { Variant } from '../src/model/variant.ts'
import { smallFiles, variantOf } from '../tests/engine/small-rules.ts'
import type { Condition, NeutralAnswer, NeutralAnswers, NeutralCase, Peer } from './neutral-case.ts'

/** What a person would write for this form and no other: each condition a function, with a list of what reads each answer. The bound, not an engine. */
export const byHand: Peer = (form, answers) => {
  const data = new Map(answers)
  const things = [...form.questions, ...form.fields]
  const tests = things.map(({ when }) => (when ? compiled(when, data) : () => true))
  const readers = new Map<string, number[]>()
  for (const [at, { when }] of things.entries())
    for (const id of new Set(when ? readBy(when) : [])) readers.set(id, [...(readers.get(id) ?? []), at])
  const rates = new Map(form.fees.map(({ question, rate }) => [question, rate]))
  const shown = tests.map((test) => test())
  let total = form.fees.reduce((sum, { question, rate }) => sum + Number(data.get(question)) * rate, 0)
  return {
    change(id, answer) {
      const rate = rates.get(id)
      if (rate !== undefined) total += (Number(answer) - Number(data.get(id))) * rate
      data.set(id, answer)
      for (const at of readers.get(id) ?? []) shown[at] = tests[at]?.() ?? false
    },
    states: () => ({ shown: things.flatMap(({ id }, at) => (shown[at] ? [id] : [])), total }),
  }
}

function compiled(condition: Condition, data: ReadonlyMap<string, NeutralAnswer>): () => boolean {
  if ('yes' in condition) return () => data.get(condition.yes) === true
  if ('above' in condition) return () => Number(data.get(condition.above)) > condition.limit
  const parts = ('all' in condition ? condition.all : condition.any).map((part) => compiled(part, data))
  return 'all' in condition ? () => parts.every((holds) => holds()) : () => parts.some((holds) => holds())
}

function readBy(condition: Condition): readonly string[] {
  if ('yes' in condition) return [condition.yes]
  if ('above' in condition) return [condition.above]
  return ('all' in condition ? condition.all : condition.any).flatMap(readBy)
}

const feel = (condition: Condition): string => {
  if ('yes' in condition) return idOf(condition.yes)
  if ('above' in condition) return `${idOf(condition.above)} > ${condition.limit}`
  return ('all' in condition ? condition.all : condition.any).map((part) => `(${feel(part)})`).join('all' in condition ? ' and ' : ' or ')
}
// every question of a part in its own group, as a catalogue has topics
const idOf = (id: string): string => id.replace('q', '.q')
const backOf = (id: string): string => id.replace('.q', 'q')

/** No two are alike, not even in a pair of letters: what is measured are changes, not the search for questions that ask the same. */
function labelOf(number: number): { nl: string; en: string } {
  const letters = Array.from({ length: 6 }, (_, at) =>
    String.fromCodePoint(0x4e00 + ((number * 7919 + at * 104_729 + at * number * 31) % 20_000)),
  )
  return { nl: `${letters.join('')} ${number}`, en: `${letters.toReversed().join('')} ${number}` }
}

/** The case as a rule set: from YAML to a variant, as a municipality's is; a file of questions, a licence and a form for each part. */
export function neutralVariant(form: NeutralCase): Variant {
  const when = (condition: Condition | null) => (condition ? { when: feel(condition) } : {})
  const types = { yesNo: 'yesNo', number: 'integer', text: 'text' }
  const parts = byPart(form.questions, ({ id }) => id)
  const fields = byPart(form.fields, ({ id }) => id)
  const fees = byPart(form.fees, ({ question }) => question)
  const names = [...parts.keys()]
  const files = (part: string): Map<string, string> =>
    smallFiles({
      questions: (parts.get(part) ?? []).map((question, at) => ({
        id: idOf(question.id),
        type: types[question.type],
        label: labelOf(Number(part.slice(1)) * 320 + at),
        ...when(question.when),
      })),
      licences: names.map((each) => ({ id: each, form: each, rules: [{ id: 'always', when: true, verdict: 'needed' }] })),
      sections: [
        {
          id: 'all',
          boxes: (fields.get(part) ?? []).map(({ id, question, when: shown }) => ({ nr: id, questions: [idOf(question)], ...when(shown) })),
        },
      ],
      fees: names.map((each) => ({
        id: each,
        licence: each,
        amounts: [
          {
            amount: (fees.get(each) ?? []).map(({ question, rate }) => `${idOf(question)} * ${rate}`).join(' + '),
            source: 'Wet 1',
            decidedBy: 'filingDate',
          },
        ],
      })),
    })
  const all = files(names[0] ?? '')
  const paper = all.get('forms/form.yaml') ?? ''
  all.delete('forms/form.yaml')
  all.delete('rules/base/questions/business.yaml')
  for (const name of names) {
    const own = files(name)
    all.set(`rules/base/questions/${name}.yaml`, own.get('rules/base/questions/business.yaml') ?? '')
    all.set(`forms/${name}.yaml`, JSON.stringify({ ...JSON.parse(own.get('forms/form.yaml') ?? paper), id: name }, null, 1))
  }
  return variantOf(all)
}

function byPart<T>(items: readonly T[], idOfItem: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const parts = new Map<string, T[]>()
  for (const item of items) {
    const part = idOfItem(item).replace(/[a-z]\d+$/, '')
    const there = parts.get(part)
    if (there) there.push(item)
    else parts.set(part, [item])
  }
  return parts
}

/** How much is read after every change. */
export type Reading = 'what it changed' | 'what is asked' | 'the whole assessment'
const OUTCOMES = new Set(['verdict', 'fee', 'box', 'fact'])
const READ: Readonly<Record<Reading, (application: Case) => unknown>> = {
  'what it changed': (application) => changedIn(application, OUTCOMES),
  'what is asked': questionsOf,
  'the whole assessment': assessCase,
}

/** Ours, over a variant that was made before: a page fetches one that is compiled already. */
export const ours =
  (variant: Variant, reading: Reading): Peer =>
  (form, answers) => {
    const values = new Map([...answers].map(([id, answer]) => [idOf(id), answer]))
    let application = openCase(variant, { ...NO_ANSWERS, values }, { today: '2026-03-01' })
    assessCase(application)
    READ[reading](application)
    return {
      change(id, answer) {
        application = edit(application, [{ kind: 'answer', fact: idOf(id), row: null, value: answer }])
        READ[reading](application)
      },
      states() {
        const asked = new Set(questionsOf(application).asked.map(backOf))
        const { get } = application
        const printed = variant.forms.flatMap(({ id }) =>
          get(`sections|${id}`).flatMap((section) =>
            get(`section|${id}|${section.id}`).instances.flatMap(({ boxes }) =>
              boxes.flatMap(({ box, state }) => (state === 'notApplicable' ? [] : [box.nr])),
            ),
          ),
        )
        const shown = form.questions.flatMap(({ id }) => (asked.has(id) ? [id] : []))
        return { shown: [...shown, ...printed], total: (assessCase(application).fees.totalCents ?? 0) / 100 }
      },
    }
  }

/** Throws where an engine differs from what was written by hand after one of so many changes. */
export function mustAgree(
  form: NeutralCase,
  answers: NeutralAnswers,
  changes: readonly (readonly [string, NeutralAnswer])[],
  name: string,
  peer: Peer,
): void {
  const truth = byHand(form, answers)
  const tried = peer(form, answers)
  for (const change of [null, ...changes]) {
    if (change) for (const engine of [truth, tried]) engine.change(...change)
    const [right, its] = [truth.states(), tried.states()]
    const [shown, seen] = [new Set(right.shown), new Set(its.shown)]
    const wrong = [...right.shown.filter((id) => !seen.has(id)), ...its.shown.filter((id) => !shown.has(id))]
    if (wrong.length > 0 || Math.abs(its.total - right.total) > 0.001)
      throw new Error(
        `${name} differs after ${change?.join(' = ') ?? 'the first answers'}: ${wrong.slice(0, 5).join(', ')}; total ${its.total}, not ${right.total}`,
      )
  }
}
