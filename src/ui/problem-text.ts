import type { Words } from './text.ts'

/** What failed, by name; `problemText` says it in the language of the page. */
export type ProblemName = 'offline' | 'slow' | 'noRoom' | 'draftNotFound' | 'townGone' | 'unknown'

/** Error messages of browsers that could not fetch a file of this site. */
const FETCHING =
  /failed to fetch|dynamically imported module|importing a module script failed|networkerror|load failed|unable to preload|network connection was lost/i

export function problemName(problem: unknown): ProblemName {
  const text = problem instanceof Error ? `${problem.name} ${problem.message}` : String(problem)
  if (/QuotaExceeded|DraftGone/.test(text)) return 'noRoom'
  if (FETCHING.test(text)) return 'offline'
  return (['slow', 'draftNotFound', 'townGone'] as const).find((name) => text.endsWith(name)) ?? 'unknown'
}

export function problemText(words: Words, problem: unknown): string {
  const name = problemName(problem)
  if (name === 'draftNotFound' || name === 'townGone') return words.start[name]
  return words.keeping.problems[name]
}
