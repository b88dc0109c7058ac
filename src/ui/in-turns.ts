import { inPlainEnglish } from '../model/lang.ts'
import type { Site } from './site.ts'

/** How long, in milliseconds, work may hold up the next frame. */
const TURN = 12

/** Runs work for paper step by step and resolves to its result, yielding to the event loop whenever a turn is used up.
 * Text in English stays English, whatever added language the page speaks. */
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
