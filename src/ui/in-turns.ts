import { inPlainEnglish } from '../model/lang.ts'
import type { Site } from './site.ts'

/** So long, in milliseconds, a page may wait for its next picture. */
const TURN = 12

/** Does work for paper piece by piece, in English proper where it is English, and gives what comes out; the page has its turn in between. Each piece is its own task at least when the one before took a turn. */
export async function inTurns<T>(site: Pick<Site, 'later'>, work: Iterator<void, T>): Promise<T> {
  let began = performance.now()
  const next = (): IteratorResult<void, T> => inPlainEnglish(() => work.next())
  for (let step = next(); ; step = next()) {
    if (step.done) return step.value
    if (performance.now() - began < TURN) continue
    await new Promise<void>((done) => site.later(done, 0))
    began = performance.now()
  }
}
