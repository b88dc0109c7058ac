import { expect, test } from 'vitest'
import type { BoxCoverage } from '../../../src/engine/assessment.ts'
import type { Target } from '../../../src/model/official/mapping.ts'
import { fillingOf } from '../../../src/pdf/official/filling.ts'

type Answer = Pick<BoxCoverage, 'text' | 'rows' | 'given'>
const said = (text: string, values: readonly string[] = [], options: readonly { id: string; text: string }[] = []): Answer => ({
  text,
  rows: null,
  given: [{ question: 'a.question', text, values, options }],
})
const DRINKS = [
  { id: 'beer', text: 'Bier' },
  { id: 'wine', text: 'Wijn' },
]
const TABLE: Answer = {
  text: null,
  rows: {
    header: ['Dag', 'Tijd'],
    cells: [
      ['ma', '10-18'],
      ['di', '10-22'],
    ],
  },
}

test.for([
  ['a date in three fields', said('1 februari 2026', ['2026-02-01']), { day: 'd', month: 'm', year: 'j' }, { d: '01', m: '02', j: '2026' }],
  ['a date in single squares', said('1 februari 2026', ['2026-02-01']), { field: 'f', compact: true }, { f: '01022026' }],
  ['a postcode in single squares', said('1000 AB'), { field: 'f', compact: true }, { f: '1000AB' }],
  [
    'a table',
    TABLE,
    {
      rows: [
        ['a1', 'b1'],
        ['a2', 'b2'],
        ['a3', 'b3'],
      ],
    },
    { a1: 'ma', b1: '10-18', a2: 'di', b2: '10-22' },
  ],
  ['an option by its id', said('Wijn', ['wine'], DRINKS), { field: 'f', values: { beer: '1', wine: '2' } }, { f: '2' }],
  ['an option by its word', said('Wijn', ['wine'], DRINKS), { field: 'f', values: { Bier: '1', Wijn: '2' } }, { f: '2' }],
  ['several ticks', said('Bier, Wijn', ['beer', 'wine'], DRINKS), { ticks: { beer: 'b', wine: 'w' } }, { b: true, w: true }],
  ['no, that has no box', said('nee', ['false']), { ticks: { true: 'ja', false: null } }, {}],
  ['a formula of yes and no by the word of the box', said('ja', ['true']), { ticks: { ja: 'j', nee: 'n' } }, { j: true }],
] satisfies readonly [string, Answer, Target, Record<string, string | true>][])('%s', ([, answer, target, fields]) => {
  const { writes, fits } = fillingOf(answer, target)
  expect(fits).toBe(true)
  const written = writes.map((write) => {
    if (write.kind === 'tick') return [write.field, true]
    return write.kind === 'choose' ? [write.field, write.value] : ['field' in write ? write.field : write.fields.join(), write.text]
  })
  expect(Object.fromEntries(written)).toEqual(fields)
})

test.for([
  ['a table with more rows', TABLE, { rows: [['a1', 'b1']] }],
  ['an option that the PDF has nothing for', said('Wijn', ['wine'], DRINKS), { field: 'f', values: { beer: '1' } }],
  ['two options where one is chosen', said('Bier, Wijn', ['beer', 'wine'], DRINKS), { field: 'f', values: { beer: '1', wine: '2' } }],
  ['no date where one stands in parts', said('onbekend'), { day: 'd', month: 'm', year: 'j' }],
] satisfies readonly [string, Answer, Target][])('there is no place for %s', ([, answer, target]) => {
  expect(fillingOf(answer, target)).toMatchObject({ fits: false, writes: [] })
})

test('of a choice each option is heard with whether it is ticked', () => {
  const { heard } = fillingOf(said('Wijn', ['wine'], DRINKS), { ticks: { beer: 'b', wine: 'w' } })
  expect(heard).toEqual([
    {
      kind: 'options',
      options: [
        { field: 'b', text: 'Bier', checked: false },
        { field: 'w', text: 'Wijn', checked: true },
      ],
    },
  ])
})
