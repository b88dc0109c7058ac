import { standsAlone } from '../answers/answers.ts'
import type { AnswerKind } from './answer-kind.ts'
import { no } from './input-problem.ts'

export const yesNo: AnswerKind = {
  holds: 'yesNo',
  feel: () => ({ kind: 'boolean' }),
  parse: (typed) => (typed === 'true' ? true : typed === 'false' ? false : no('option')),
  judge: { flag: (answer) => answer },
  inFile: {
    fits: (value) => typeof value === 'boolean',
    told: () => ['true or false', 'Write true or false without quotes.'],
  },
  bounds: null,
  inTown: { fits: (value) => typeof value === 'boolean', told: ['true or false', 'Write true or false.'] },
}

export const choice: AnswerKind = {
  holds: 'option',
  feel: ({ id, options }) => ({ kind: 'string', options, of: id }),
  judge: { text: ({ options }, text) => (options?.some(({ id }) => id === text) ? text : no('option')) },
  inFile: { fits: (value) => typeof value === 'string', told: (options) => ['one option', `Write one of ${options}.`] },
  bounds: null,
  // the options are checked elsewhere
  inTown: { fits: () => false, told: ['one of its options', 'Write the id of an option.'] },
}

export const multiChoice: AnswerKind = {
  holds: 'options',
  feel: ({ id, options }) => ({ kind: 'list', of: { kind: 'string', options, of: id } }),
  parse: (typed) => [typed],
  judge: {
    ticks: ({ options }, ids) => {
      if (ids.some((ticked) => !options?.some(({ id }) => id === ticked))) return no('option')
      if (ids.length > 1 && ids.some(standsAlone)) return no('noneWithOthers')
      return [...new Set(ids)]
    },
  },
  inFile: { fits: Array.isArray, told: (options) => ['a list of options', `Write a list of ${options}.`] },
  bounds: null,
}
