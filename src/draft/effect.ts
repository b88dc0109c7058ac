import { countedIn, noLongerCounted } from '../engine/asked/no-longer-counted.ts'
import { questionsOf } from '../engine/asked/questions.ts'
import { assessCase } from '../engine/assess.ts'
import type { Assessment, DocumentResult, LicenceResult } from '../engine/assessment.ts'
import type { Case } from '../engine/context.ts'
import { answerKey } from '../model/answers/answers.ts'
import type { Edit } from '../model/answers/edit.ts'
import type { Draft } from './draft.ts'
import { lastWord } from './stash.ts'

/** What edits would do beyond what they say. */
export interface Effect {
  /** Answers that would no longer count, by `fact` or `fact@row`. */
  readonly parked: readonly string[]
  /** Settled verdicts that would change. */
  readonly turned: readonly { readonly before: LicenceResult; readonly after: LicenceResult }[]
  /** How many questions would be asked that are not asked now. */
  readonly questions: number
  readonly documents: { readonly come: readonly DocumentResult[]; readonly go: readonly DocumentResult[] }
  readonly before: Pick<Assessment, 'fees' | 'earliestOpening'>
  readonly after: Pick<Assessment, 'fees' | 'earliestOpening'>
}

/** Tries edits out: a case is immutable, so the draft is unaffected. Null when they park no answer and change no verdict. */
export function effectOf(
  view: { readonly application: Case; readonly draft: Pick<Draft, 'aside'>; readonly assessment: Assessment },
  edits: readonly Edit[],
): Effect | null {
  const { application, draft } = view
  if (edits.length === 0) return null
  const { application: then, aside } = lastWord(application, edits, draft.aside)
  const parked = noLongerCounted(countedIn(application), then, (key) => then.answers.values.has(key) || key in aside)
  const [before, after] = [view.assessment, assessCase(then)]
  const turned = before.licences.flatMap((was) => {
    const is = after.licences.find(({ id }) => id === was.id)
    return is && was.verdict !== 'open' && said(was) !== said(is) ? [{ before: was, after: is }] : []
  })
  if (parked.length === 0 && turned.length === 0) return null
  const [had, has] = [keysOf(before.documents), keysOf(after.documents)]
  const { open } = questionsOf(application)
  const openBefore = new Set(open)
  return {
    parked,
    turned,
    questions: questionsOf(then).open.filter((key) => !openBefore.has(key) && !application.answers.values.has(key)).length,
    documents: {
      come: after.documents.filter((each) => !had.has(keyOf(each))),
      go: before.documents.filter((each) => !has.has(keyOf(each))),
    },
    before,
    after,
  }
}

/** The same for edits that remove a row: that its own answers no longer count is intended, not a side effect. */
export function effectOfRemoval(view: Parameters<typeof effectOf>[0], edits: readonly Edit[], id: string): Effect | null {
  const { rows } = view.application.answers
  const isOwn = (row: string | null | undefined): boolean => row === id || (!!row && isOwn(rows.get(row)?.parent))
  const effect = effectOf(view, edits)
  const parked = effect?.parked.filter((key) => !isOwn(key.split('@')[1])) ?? []
  return effect && parked.length + effect.turned.length > 0 ? { ...effect, parked } : null
}

/** What a verdict says, regardless of its grounds. */
const said = ({ verdict, duty, via }: LicenceResult): string => `${verdict} ${duty} ${via ?? ''}`

const keyOf = ({ id, row }: DocumentResult): string => answerKey(id, row)
const keysOf = (documents: readonly DocumentResult[]): ReadonlySet<string> => new Set(documents.map(keyOf))
