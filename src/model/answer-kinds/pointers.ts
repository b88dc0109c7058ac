import type { AnswerKind } from './answer-kind.ts'

/** A person or company of the application: `@` and the id of its row. */
export const party: AnswerKind = {
  holds: 'party',
  feel: () => ({ kind: 'row', subject: 'party' }),
  judge: {},
  inFile: {
    fits: (value) => typeof value === 'string' && value.startsWith('@'),
    told: () => ['a person or company', 'Write @ and the id of a row, such as @p1.'],
  },
  bounds: null,
}

/** Answered by an attachment. */
export const file: AnswerKind = {
  holds: 'file',
  feel: () => ({ kind: 'string' }),
  judge: {},
  inFile: { fits: () => false, told: () => ['no answer: it is an attachment', 'Name it under attachments.'] },
  bounds: null,
}
