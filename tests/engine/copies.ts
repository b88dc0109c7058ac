import type { AnswerFile, AnswerRow } from '../../src/model/schema/answer-file.ts'

/** Copies of a row, nested rows with ids of their own. */
export const copies = (row: AnswerRow, letter: string, count: number): AnswerRow[] =>
  Array.from({ length: count }, (_, index) => {
    const text = JSON.stringify({ ...row, id: `${letter}${index}` })
    return JSON.parse(text.replaceAll(/"id":"((?:as|de|in|l)\d+)"/g, `"id":"$1x${index}"`)) as AnswerRow
  })

/** A vof of 122: the second partner so many times more, each with a part of the Bibob form filled in whole. */
export function withPartners(file: AnswerFile, count: number): void {
  const [, second] = file.collections.people ?? []
  if (!second) throw new Error('the example of the vof has lost its second partner')
  file.collections.people = [...(file.collections.people ?? []), ...copies(second, 'q', count)]
  for (let index = 0; index < count; index++)
    for (const list of ['loans', 'assets', 'debts', 'incomes']) file.complete.push(`q${index}/${list}`)
}
