import { kindOf } from '../../answer-kinds/answer-kinds.ts'
import { show } from '../../findings/found-value.ts'
import { clockTime, yesNoOf } from '../../findings/meant.ts'
import { didYouMean } from '../../findings/nearest.ts'
import type { LinkContext } from '../context.ts'

const isChoice = (of: Parameters<typeof kindOf>[0]): boolean => ['option', 'options'].includes(kindOf(of).holds)

/** Options are given exactly where there is a choice, and values match the type of their parameter. */
export function checkValues(context: LinkContext): void {
  const { catalogue, lost, report } = context
  for (const question of catalogue.questions) {
    if (lost.has(question.id)) continue
    const choice = isChoice(question)
    if (choice && !question.options)
      report(
        'BAD_OPTION',
        'error',
        question,
        'type',
        `The question ${question.id} is a ${question.type} without options.`,
        'Add options:, each with an id and a label.',
      )
    if (!choice && question.options)
      report(
        'BAD_OPTION',
        'error',
        question,
        'options',
        `The question ${question.id} has options, but its type is ${question.type}.`,
        'Remove the options, or write type: choice.',
      )
    const ids = question.options?.map(({ id }) => id) ?? []
    for (const option of question.options ?? [])
      if (option.countsAs !== undefined && (!ids.includes(option.countsAs) || option.countsAs === option.id))
        report(
          'BAD_OPTION',
          'error',
          option,
          'countsAs',
          `The option ${option.id} counts as ${option.countsAs}, which is no other option of ${question.id}.`,
          didYouMean(option.countsAs, ids, `Write one of: ${ids.join(', ')}.`),
        )
  }
  for (const parameter of catalogue.parameters) checkParameter(parameter, context)
  for (const window of catalogue.hours) {
    const { id, event, yearly, from, until } = window
    if (event !== undefined && yearly === undefined && (from === undefined || until === undefined))
      report(
        'BAD_SHAPE',
        'error',
        window,
        'event',
        `The hours window ${id} is of an event, but does not say of which nights.`,
        'Add from: and until:, or yearly: { from: 12-31, until: 12-31 }.',
      )
    if (event === undefined && yearly !== undefined)
      report(
        'BAD_SHAPE',
        'error',
        window,
        'yearly',
        `The hours window ${id} returns each year, but has no event.`,
        'Add event: with its name; for a part of the year use season: summer or winter.',
      )
  }
}

const mendValue = (value: unknown, otherwise: string): string => {
  const meant =
    typeof value !== 'string'
      ? null
      : otherwise.startsWith('Write true')
        ? yesNoOf(value)
        : otherwise.includes('01:00+1')
          ? clockTime(value)
          : null
  return meant === null ? otherwise : `Write ${meant}.`
}

function checkParameter(parameter: LinkContext['catalogue']['parameters'][number], { lost, report }: LinkContext): void {
  if (lost.has(parameter.id)) return
  const choice = isChoice(parameter)
  const inTown = kindOf(parameter).inTown
  const ids = parameter.options?.map(({ id }) => id)
  if (choice && !parameter.options)
    report(
      'BAD_OPTION',
      'error',
      parameter,
      'type',
      `The parameter ${parameter.id} is a choice without options.`,
      'Add options: with the ids and labels that a town may choose.',
    )
  if (!choice && parameter.options)
    report(
      'BAD_OPTION',
      'error',
      parameter,
      'options',
      `The parameter ${parameter.id} has options, but its type is ${parameter.type}.`,
      'Remove the options, or write type: choice.',
    )
  for (const dated of parameter.values) {
    const { value } = dated
    if (value === null || inTown?.fits(value)) continue
    const bad = (message: string, mend: string) => report('BAD_SHAPE', 'error', dated, 'value', message, mend)
    if (choice && typeof value === 'string') {
      if (ids && !ids.includes(value))
        report(
          'BAD_OPTION',
          'error',
          dated,
          'value',
          `${show(value)} is no option of ${parameter.id}.`,
          didYouMean(value, ids, `Write one of: ${ids.join(', ')}.`),
        )
    } else if (inTown) bad(`The parameter ${parameter.id} holds ${inTown.told[0]}, found ${show(value)}.`, mendValue(value, inTown.told[1]))
  }
}
