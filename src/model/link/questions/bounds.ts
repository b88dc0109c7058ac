import { kindOf } from '../../answer-kinds/answer-kinds.ts'
import { IsoDate } from '../../schema/common.ts'
import type { LinkContext } from '../context.ts'

/** A number or a day is easily mistyped: every such question has bounds for plausible answers, and no other question has. */
export function checkBounds({ catalogue, lost, report }: LinkContext): void {
  for (const question of catalogue.questions) {
    const { id, type, min, max } = question
    if (lost.has(id)) continue
    const computed = question.derived !== undefined && question.refinedBy === undefined
    const { bounds, holds, dutchForm } = kindOf(question)
    const number = bounds === 'number'
    const day = bounds === 'day'
    const bad = (property: string, message: string, mend: string): void => report('NO_BOUNDS', 'error', question, property, message, mend)
    const none = [...(min === undefined ? ['min'] : []), ...(max === undefined ? ['max'] : [])]
    if ((number || day) && none.length > 0 && !computed)
      bad(
        'type',
        `The question ${id} (${type}) has no ${none.join(' and no ')}.`,
        `Add ${none.join(': and ')}: ${day ? 'a day such as 1900-01-01' : 'a number'}, wide enough for every real business.`,
      )
    for (const [property, bound] of [
      ['min', min],
      ['max', max],
    ] as const) {
      if (!number && !day) {
        if (bound !== undefined) bad(property, `The question ${id} has ${property}, but its type is ${type}.`, `Remove ${property}.`)
      } else if (bound !== undefined && (number !== (typeof bound === 'number') || (day && !IsoDate.safeParse(bound).success)))
        bad(property, `The ${property} of ${id} is no ${day ? 'day' : 'number'}.`, `Write ${day ? 'a day such as 1900-01-01' : 'digits'}.`)
    }
    if (min !== undefined && max !== undefined && typeof min === typeof max && min > max)
      bad('min', `The min of ${id} lies above its max.`, 'Swap them.')
    for (const property of ['notBefore', 'notAfter'] as const)
      if (question[property] !== undefined && holds !== 'day')
        bad(property, `The question ${id} has ${property}, but its type is ${type}.`, `Remove ${property}: it is for a date.`)
    if (question.pattern !== undefined && holds !== 'text')
      bad('pattern', `The question ${id} has pattern, but its type is ${type}.`, 'Remove pattern: it is for a text.')
    for (const property of ['minTicked', 'maxTicked'] as const)
      if (question[property] !== undefined && holds !== 'options')
        bad(property, `The question ${id} has ${property}, but its type is ${type}.`, `Remove ${property}: it is for several ticks.`)
    const most = question.options?.length ?? 0
    const [fewest, many] = [question.minTicked ?? 1, question.maxTicked ?? most]
    if (holds === 'options' && (fewest > many || fewest > most))
      bad('minTicked', `Nobody can tick as many options of ${id} as it asks.`, 'Lower minTicked, or raise maxTicked.')
    if (question.message !== undefined && (question.pattern ?? question.minTicked ?? question.maxTicked ?? min ?? max) === undefined)
      bad(
        'message',
        `The question ${id} has a message, and nothing that refuses an answer.`,
        'Add pattern, min, max, minTicked or maxTicked, or remove it.',
      )
    if (question.abroad !== undefined && !dutchForm)
      bad('abroad', `The question ${id} has abroad, but its type is ${type}.`, 'Remove abroad: it is for a postcode or KvK number.')
  }
}
