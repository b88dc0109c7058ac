/** A form that every engine can take: questions and fields on paper, each shown when a condition holds, and a total. No repeating groups: each engine means
 * something else by them. */
export interface NeutralCase {
  readonly questions: readonly NeutralQuestion[]
  readonly fields: readonly { readonly id: string; readonly question: string; readonly when: Condition | null }[]
  /** Added to the total, in euro for each unit. */
  readonly fees: readonly { readonly question: string; readonly rate: number }[]
}
export interface NeutralQuestion {
  readonly id: string
  readonly type: 'yesNo' | 'number' | 'text'
  readonly when: Condition | null
}
/** Only positive: what is not answered makes nothing true in any of the engines. */
export type Condition =
  | { readonly yes: string }
  | { readonly above: string; readonly limit: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
export type NeutralAnswer = boolean | number | string
export type NeutralAnswers = ReadonlyMap<string, NeutralAnswer>

/** What is so now. */
export interface States {
  /** Ids of the questions and fields that are shown. */
  readonly shown: readonly string[]
  /** In euro. */
  readonly total: number
}
/** An engine with the case and its answers in it. */
export interface Opened {
  /** Gives another answer, and works out everything that follows. */
  change(id: string, answer: NeutralAnswer): void
  states(): States
}
export type Peer = (form: NeutralCase, answers: NeutralAnswers) => Opened

const all = (...conditions: readonly Condition[]): Condition => ({ all: conditions })
const any = (...conditions: readonly Condition[]): Condition => ({ any: conditions })
const QUESTIONS = 320
const FIELDS = 500

/** `times` parts of 320 questions and 500 fields. A condition on a question that may be hidden holds the condition of that question too, so that it does
 * not matter whether an engine keeps the answers of what it hides. Conditions are up to five deep. */
export function neutralCase(times: number): NeutralCase {
  const parts = Array.from({ length: times }, (_, part) => part)
  const questions = parts.flatMap((part) =>
    Array.from({ length: QUESTIONS }, (_, at): NeutralQuestion => ({ id: idOf(part, at), type: typeOf(at), when: whenOf(part, at) })),
  )
  const fields = parts.flatMap((part) =>
    Array.from({ length: FIELDS }, (_, at) => {
      const group = (at * 8) % (QUESTIONS - 16)
      const asked = (at * 7) % QUESTIONS
      // a field is not printed when its question is not asked
      const conditions = [
        whenOf(part, asked) ?? [],
        at >= QUESTIONS ? any(deep(part, group), all(deep(part, group + 8), above(part, group + 4, 90))) : [],
      ].flat()
      return { id: `p${part}b${at}`, question: idOf(part, asked), when: conditions.length > 0 ? all(...conditions) : null }
    }),
  )
  const fees = parts.flatMap((part) => [4, 12, 20].map((at) => ({ question: idOf(part, at), rate: 12.5 })))
  return { questions, fields, fees }
}

const idOf = (part: number, at: number): string => `p${part}q${at}`
const yes = (part: number, at: number): Condition => ({ yes: idOf(part, at) })
const above = (part: number, at: number, limit: number): Condition => ({ above: idOf(part, at), limit })
const typeOf = (at: number): NeutralQuestion['type'] => (at % 8 < 3 ? 'yesNo' : at % 8 < 5 ? 'number' : 'text')
/** The first three of a group are yes, each asked when those before it are. */
const deep = (part: number, group: number): Condition => all(yes(part, group), all(yes(part, group + 1), any(yes(part, group + 2))))

function whenOf(part: number, at: number): Condition | null {
  const group = at - (at % 8)
  switch (at % 8) {
    case 1:
      return yes(part, group)
    case 2:
      return all(yes(part, group), yes(part, group + 1))
    case 3:
      return deep(part, group)
    case 5:
      return any(all(yes(part, group), yes(part, group + 1)), above(part, group + 4, 50))
    case 6:
      return above(part, group + 4, 20)
    default:
      return null
  }
}

export const firstAnswers = ({ questions }: NeutralCase): NeutralAnswers =>
  new Map(questions.map(({ id, type }, at) => [id, type === 'yesNo' ? at % 3 !== 0 : type === 'number' ? (at * 37) % 100 : `text ${at}`]))

/** The same changes for everybody: each answer in turn, to something else. */
export function changesOf(
  { questions }: NeutralCase,
  answers: NeutralAnswers,
  most: number,
): readonly (readonly [string, NeutralAnswer])[] {
  const now = new Map(answers)
  return Array.from({ length: most }, (_, count) => {
    const { id, type } = questions[(count * 61) % questions.length] ?? { id: '', type: 'text' }
    const before = now.get(id)
    const next = type === 'yesNo' ? before !== true : type === 'number' ? (Number(before) + 31) % 100 : `text ${count}`
    now.set(id, next)
    return [id, next] as const
  })
}
