import { onTestFinished, vi } from 'vitest'
import { Fields } from '../../../src/pdf/official/write-fields.ts'

/** Answers with which the form of the town cannot be filled in, while `fillingFails` holds. */
export const ANSWERS_THAT_FAIL = { 'premises.tenure': 'otherUse' }

/** The library fails on one value of one field, as it does on fields that it does not understand: `check` cannot know beforehand. */
export function fillingFails(): void {
  const { choose } = Fields.prototype
  const spy = vi.spyOn(Fields.prototype, 'choose').mockImplementation(function (this: Fields, name, value) {
    if (name === 'recht' && value === 'G') throw new Error('planted: this button cannot be chosen')
    return choose.call(this, name, value)
  })
  onTestFinished(() => spy.mockRestore())
}
