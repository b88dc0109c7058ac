import type { Expr } from '../../feel/expr.ts'
import type { RowRef } from '../../feel/value.ts'
import { isParty } from '../../model/answers/answers.ts'
import type { Edit } from '../../model/answers/edit.ts'
import { wordsIn } from '../../model/lang.ts'
import type { AnswerJson } from '../../model/schema/answer-file.ts'
import type { ResolvedQuestion } from '../../model/variant.ts'
import { heldBy } from '../answer-kinds/held-answers.ts'
import { formatAnswer } from '../answer-kinds/print-answer.ts'
import { reach } from '../asked/questions.ts'
import type { VerdictWord } from '../assessment.ts'
import { afresh, edit } from '../case.ts'
import type { Case } from '../context.ts'
import { turnsIn } from '../facts/turns.ts'
import { localise, partyName } from '../forms/format.ts'
import { fieldCheckId } from '../outcome/checks/field-checks.ts'
import { rowRef } from '../reader.ts'

export interface Counterfactual {
  /** Changed answers, as few as possible: one, else two. */
  readonly changes: readonly { readonly key: string; readonly value: AnswerJson }[]
  /** The resulting verdict; null for a check that no longer fires. */
  readonly outcome: VerdictWord | null
  /** The same in words. */
  readonly text: string
}

/** Maximum number of results, of answers tried per question, and of pairs of changes tried. */
const SHOWN = 3
const TRIED = 12
const PAIRS = 300

/** The smallest changes of answers that flip a verdict or silence a check that fires; empty when no change of one or two answers does. */
export function counterfactuals(given: Case, id: string): readonly Counterfactual[] {
  const application = afresh(given)
  const cell = application.variant.checks.some((check) => check.id === id) ? `check|${id}` : `verdict|${id}`
  const now = stateOf(application, cell)
  if (now === 'open' || now === 'quiet') return []
  const options = alternatives(application, cell)
  const flipped = (edits: readonly Alternative[]): VerdictWord | null | undefined => {
    const then = edit(application, edits.map(toEdit))
    if (then.get('stop|') !== application.get('stop|')) return undefined
    // an answer that is rejected on entry, such as a birthday in the future, is no way out
    const refused = ({ get }: Case, { question }: Alternative): number => get(`check|${fieldCheckId(question.id)}`).length
    if (edits.some((each) => refused(then, each) > refused(application, each))) return undefined
    const state = stateOf(then, cell)
    if (state === now || state === 'open' || state === 'fires') return undefined
    return state === 'quiet' ? null : state
  }
  const found: Counterfactual[] = []
  const keys = new Set<string>()
  const add = (edits: readonly Alternative[]): void => {
    // the nearest other answer to a question says it; farther ones add nothing
    if (found.length === SHOWN || edits.every(({ key }) => keys.has(key))) return
    const outcome = flipped(edits)
    if (outcome === undefined) return
    for (const { key } of edits) keys.add(key)
    found.push({ changes: edits.map(({ key, value }) => ({ key, value })), outcome, text: inWords(application, edits, outcome) })
  }
  for (const option of options) add([option])
  if (found.length > 0) return found
  let tries = 0
  for (let sum = 1; sum < 2 * options.length && found.length === 0; sum++) {
    for (let low = 0; 2 * low < sum && found.length === 0; low++) {
      const [first, second] = [options[low], options[sum - low]]
      if (!first || !second || first.key === second.key) continue
      if (++tries > PAIRS) return found
      add([first, second])
    }
  }
  return found
}

/** Verdict of a licence; whether a check fires. */
function stateOf({ get }: Case, cell: string): VerdictWord | 'fires' | 'quiet' {
  const [kind, id = ''] = cell.split('|')
  if (kind === 'verdict') return get(`verdict|${id}`).verdict
  return get(`check|${id}`).length > 0 ? 'fires' : 'quiet'
}

interface Alternative {
  readonly key: string
  readonly question: ResolvedQuestion
  readonly value: AnswerJson
}

/** Other answers to what was read for this, near ones before far ones. A verdict turns on the tree; a check on what it is about, which is more likely a row or
 * an exact answer. */
function alternatives(application: Case, cell: string): Alternative[] {
  const read = reach(application, [cell])
  const turns = turnsIn(application, expressionsOf(application, read), rowsIn(application, read))
  const direction = cell.startsWith('check|') ? -1 : 1
  const order = new Map(application.variant.steps.flatMap(({ ask }) => ask).map((id, index) => [id, index]))
  const facts = [...read]
    .flatMap((id) => (id.startsWith('answer|') ? [id.slice('answer|'.length)] : []))
    .toSorted((a, b) => (place(order, a) - place(order, b)) * direction || (a < b ? -1 : 1))
  return facts.flatMap((key) => {
    const question = application.index.questions.get(key.split('@')[0] ?? key)
    const answer = application.get(`answer|${key}`)
    if (!question || answer === undefined) return []
    const others = heldBy(question).others?.(question, answer, turns) ?? []
    return others.slice(0, TRIED).map((value) => ({ key, question, value }))
  })
}

/** Rows whose facts were read. */
function rowsIn(application: Case, read: ReadonlySet<string>): RowRef[] {
  const ids = new Set([...read].flatMap((cell) => (cell.startsWith('fact|') ? (cell.split('|')[2] ?? []) : [])))
  return [...ids].flatMap((id) => (id ? (rowRef(application, id) ?? []) : []))
}

const place = (order: ReadonlyMap<string, number>, key: string): number =>
  order.get(key.split('@')[0] ?? key) ?? order.size + (key.includes('@') ? 1 : 0)

/** Expressions evaluated on the way to this. */
function expressionsOf({ variant, index }: Case, read: ReadonlySet<string>): Expr[] {
  return [...read].flatMap((cell) => {
    const [kind, id = ''] = cell.split('|')
    if (kind === 'verdict')
      return (index.licences.get(id) ?? variant.extras.find((extra) => extra.id === id))?.rules.map(({ when }) => when.expr) ?? []
    if (kind === 'check') return variant.checks.flatMap((check) => (check.id === id ? [check.when.expr] : []))
    const question = kind === 'fact' ? index.questions.get(id) : undefined
    return [question?.when, question?.derived, question?.refinedBy, question?.settledBy, question?.default].flatMap((compiled) =>
      compiled ? [compiled.expr] : [],
    )
  })
}

const toEdit = ({ key, value }: Alternative): Edit => {
  const [fact = key, row = null] = key.split('@')
  return { kind: 'answer', fact, row, value }
}

/** Exported for the list of texts. */
export const WHAT_IF = {
  name: 'whatIf',
  nl: {
    change: (label: string, to: string, from: string) => `bij "${label}" "${to}" (nu "${from}")`,
    of: (name: string) => ` van ${name}`,
    and: ' en ',
    outcome: (changes: string, outcome: string) => `Antwoordt u ${changes}, dan is de uitkomst: ${outcome}.`,
    gone: (changes: string) => `Antwoordt u ${changes}, dan geldt dit bezwaar niet meer.`,
    verdict: {
      needed: 'nodig',
      notNeeded: 'niet nodig',
      open: 'nog niet zeker',
      ask: 'vraag het de gemeente',
      notAllowed: 'mag hier niet',
    },
  },
  en: {
    change: (label: string, to: string, from: string) => `"${to}" to "${label}" (now "${from}")`,
    of: (name: string) => ` of ${name}`,
    and: ' and ',
    outcome: (changes: string, outcome: string) => `If you answer ${changes}, the outcome is: ${outcome}.`,
    gone: (changes: string) => `If you answer ${changes}, this objection is gone.`,
    verdict: {
      needed: 'needed',
      notNeeded: 'not needed',
      open: 'not certain yet',
      ask: 'ask the municipality',
      notAllowed: 'not allowed here',
    },
  },
} as const

function inWords(application: Case, edits: readonly Alternative[], outcome: VerdictWord | null): string {
  const { lang, get } = application
  const words = wordsIn(WHAT_IF, lang)
  const name = (party: string): string => partyName(application, party)
  const changes = edits.map(({ key, question, value }) => {
    const row = key.split('@')[1]
    const label = `${localise(question.label, lang)}${row && isParty(rowRef(application, row)?.subject) ? words.of(name(row)) : ''}`
    const answer = get(`answer|${key}`)
    const now = answer === undefined ? '' : formatAnswer(question, answer, lang, name)
    return words.change(label, formatAnswer(question, value, lang, name), now)
  })
  const all = changes.join(words.and)
  return outcome === null ? words.gone(all) : words.outcome(all, words.verdict[outcome])
}
