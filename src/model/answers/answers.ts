import type { AnswerJson } from '../schema/answer-file.ts'
import type { Subject } from '../schema/question.ts'

/** A row of a collection. `parent` is the party it belongs to; null for a list of the case. */
export interface AnswerRowRef {
  readonly id: string
  readonly subject: Subject
  readonly collection: string
  readonly parent: string | null
}

/** What an applicant says about a document: a file is attached, it follows later, or there is none. */
export type AttachmentState = 'attached' | 'later' | 'none'

/** Answers as the engine takes them: flat, checked against a variant. Keys are `fact` or `fact@row`. */
export interface Answers {
  readonly values: ReadonlyMap<string, AnswerJson>
  readonly rows: ReadonlyMap<string, AnswerRowRef>
  /** List key (`people`, `p1/loans`) → row ids in order. */
  readonly lists: ReadonlyMap<string, readonly string[]>
  /** Keys of lists marked complete. */
  readonly complete: ReadonlySet<string>
  /** Keys of optional questions left empty by choice. */
  readonly leftEmpty: ReadonlySet<string>
  /** `document` or `document@row`. */
  readonly attachments: ReadonlyMap<string, AttachmentState>
}

export const NO_ANSWERS: Answers = {
  values: new Map(),
  rows: new Map(),
  lists: new Map(),
  complete: new Set(),
  leftEmpty: new Set(),
  attachments: new Map(),
}

/** The built-in party: the business applying. */
export const BUSINESS = 'business'

/** Whether rows of this subject are people or companies: they have roles, and other rows may refer to them. */
export const isPersonOrCompany = (subject: string | undefined): subject is 'person' | 'company' =>
  subject === 'person' || subject === 'company'

/** The same, or the business itself. */
export const isParty = (subject: string | undefined): boolean => isPersonOrCompany(subject) || subject === BUSINESS

/** "None of these": an option that excludes all others. */
export const standsAlone = (option: string): boolean => option === 'none' || option === 'nothing'

/** Key of a list: `rooms`, `p1/loans`; the lists of @business are the lists of the case. */
export const listKey = (collection: string, parent: string | null): string =>
  parent === null || parent === BUSINESS ? collection : `${parent}/${collection}`

export const answerKey = (fact: string, row: string | null): string => (row === null ? fact : `${fact}@${row}`)
