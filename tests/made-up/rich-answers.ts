import type { Case } from '../../src/engine/context.ts'
import { BUSINESS, standsAlone } from '../../src/model/answers/answers.ts'
import type { AnswerJson } from '../../src/model/schema/answer-file.ts'
import type { ResolvedQuestion } from '../../src/model/variant.ts'
import { FIRST, listed, type Pool, within } from './made-up-answers.ts'

/** Amounts between which conditions may tell apart. */
const NUMBERS = [12, 1, 2, 5, 30, 60, 120, 300, 2000, 100_000, 0]

/** Answers to try, the one that mostly opens most first: yes, every tick, what another business said. */
export function richAnswers(
  application: Case,
  question: ResolvedQuestion,
  row: string | null,
  pool: Pool,
  random: () => number,
): AnswerJson[] {
  const options = (question.options ?? []).map(({ id }) => id)
  const seen = pool.get(question.id) ?? []
  const like = seen[Math.floor(random() * seen.length)]
  switch (question.type) {
    case 'yesNo':
      return [true, false]
    case 'choice':
      return options
    case 'multiChoice': {
      const others = options.filter((id) => !standsAlone(id))
      return [others, ...others.map((id) => [id]), ...options.filter(standsAlone).map((id) => [id])]
    }
    case 'integer':
    case 'number':
    case 'area':
    case 'amount':
      return [...new Set([...(like === undefined || like === 0 ? [] : [like]), ...NUMBERS.map((number) => within(question, number))])]
    case 'party': {
      const [company, person] = [others(application, 'companies', row)[0], others(application, 'people', row)[0]]
      return [company, person, BUSINESS].flatMap((id) => (id === undefined ? [] : [`@${id}`]))
    }
    default:
      return [like ?? FIRST[question.type] ?? 'Kadıköy']
  }
}

/** Parties but the one that this row is about. */
const others = (application: Case, list: string, row: string | null): string[] =>
  listed(application, list).filter((id) => row === null || !row.startsWith(id))
