import type { Answers } from '../model/answers/answers.ts'
import { type Entry, withEntries } from '../model/answers/edit.ts'

/** What was said in a case, as plain maps. Assembled when read, so that an edit costs nothing for the answers it leaves alone. */
export class Said {
  constructor(
    private from: Answers | Said,
    private since: readonly Entry[] = [],
  ) {}

  with(entries: readonly Entry[]): Said {
    return new Said(this, entries)
  }

  answers(): Answers {
    const steps: (readonly Entry[])[] = []
    let at: Answers | Said = this
    // no recursion: thousands of edits may come between two reads
    for (; at instanceof Said; at = at.from) steps.push(at.since)
    const entries = steps.reverse().flat()
    const answers = entries.length > 0 ? withEntries(at, entries) : at
    this.from = answers
    this.since = []
    return answers
  }
}
