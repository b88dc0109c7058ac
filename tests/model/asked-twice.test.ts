import { describe, expect, test } from 'vitest'
import { inCommon, meaning } from '../../src/model/link/texts/alike.ts'
import { mistakesIn } from './fixtures/findings.ts'
import { spoiled } from './fixtures/rule-set.ts'

const PLAN = 'rules/base/questions/plan.yaml'
const TREE = 'rules/base/tree.yaml'

interface Planted {
  readonly id: string
  readonly nl: string
  readonly en: string
  readonly type?: string
  readonly options?: readonly (readonly [id: string, nl: string, en: string])[]
  readonly more?: string
}

/** The rule set of these tests with these questions before its own. */
function withQuestions(...questions: readonly Planted[]): ReadonlyMap<string, string> {
  const text = questions.map(
    ({ id, nl, en, type = 'yesNo', options, more = '' }) => `
  - id: ${id}
    subject: case
    type: ${type}
    label: { nl: "${nl}", en: "${en}" }
    topic: plan${type === 'integer' ? '\n    min: 0\n    max: 100' : ''}${
      options
        ? `\n    options:${options.map(([option, dutch, english]) => `\n      - { id: ${option}, label: { nl: "${dutch}", en: "${english}" } }`).join('')}`
        : ''
    }${more && `\n    ${more}`}`,
  )
  return spoiled(PLAN, 'schema: 1\nquestions:', `schema: 1\nquestions:${text.join('')}`).files
}
const found = (code: string, some: ReadonlyMap<string, string>): string[] =>
  mistakesIn(some)
    .filter((one) => one.code === code)
    .map(({ message }) => (message.split(/ may be| depends on| before /)[0] ?? '').replace(/^Step \w+ asks /, ''))
const twice = (...questions: readonly Planted[]): string[] => [...new Set(found('ASKED_TWICE', withQuestions(...questions)))]

const CLASS: Planted = {
  id: 'crowd.class',
  type: 'choice',
  nl: 'Hoeveel mensen zijn er op het drukste moment binnen?',
  en: 'How many people are inside at the busiest time (class)?',
  options: [
    ['few', 'tot en met 50', 'up to 50'],
    ['many', 'meer dan 50', 'over 50'],
  ],
}
const COUNT: Planted = {
  id: 'crowd.count',
  type: 'integer',
  nl: 'Hoeveel mensen zijn er op het drukste moment samen binnen?',
  en: 'How many people are inside at the busiest time?',
}
const MAIN: Planted = {
  id: 'guests.main',
  type: 'choice',
  nl: 'Wat doen uw gasten vooral?',
  en: 'What do guests mainly do?',
  options: [
    ['drinking', 'drinken', 'drink'],
    ['dancing', 'dansen', 'dance'],
  ],
}
const DANCE: Planted = { id: 'guests.dance', nl: 'Wordt er gedanst?', en: 'Is there dancing?' }
const TREE_LIST: Planted = {
  id: 'things.large',
  type: 'multiChoice',
  nl: 'Heeft u een van deze dingen?',
  en: 'Do you have any of these?',
  options: [
    ['gasBottles', 'vijf of meer gasflessen', 'five or more gas bottles'],
    ['boiler', 'grote ketel', 'large boiler'],
  ],
}
const LATER_LIST: Planted = {
  id: 'things.near',
  type: 'multiChoice',
  nl: 'Wat staat er bij de zaak?',
  en: 'What stands near the business?',
  options: [
    ['gasBottles', 'propaan- of butaanflessen', 'propane or butane bottles'],
    ['fireworks', 'vuurwerk', 'fireworks'],
  ],
}

const AROUND: Planted = {
  id: 'around.list',
  type: 'multiChoice',
  nl: 'Wat zit er boven, naast of achter de zaak?',
  en: 'What is above, beside or behind the business?',
  options: [
    ['homeAbove', 'woning boven', 'home above'],
    ['homeBeside', 'woning naast', 'home next door'],
    ['office', 'kantoor', 'office'],
  ],
}
const NEIGHBOURS: Planted = {
  id: 'around.class',
  type: 'choice',
  nl: 'Wie zijn de buren?',
  en: 'Who are the neighbours?',
  options: [
    ['attached', 'woning boven of naast', 'home above or next door'],
    ['none', 'geen woning dichtbij', 'no home nearby'],
  ],
}

describe('questions that a person would take for the same are named', () => {
  test.each([
    { what: 'a class and a number of one thing', pair: [CLASS, COUNT] },
    { what: 'a list that has what another question asks', pair: [MAIN, DANCE] },
    { what: 'a list, and a coarser list of the same things', pair: [NEIGHBOURS, AROUND] },
    { what: 'two lists with one option', pair: [TREE_LIST, LATER_LIST] },
  ])('$what', ({ pair }) => {
    const [one, other] = pair as [Planted, Planted]
    expect(twice(one, other)).toEqual([`${other.id} and ${one.id}`])
  })

  test('an exact question that refines the coarse one does not make them one: both are asked', () => {
    const refined = { ...CLASS, more: `refinedBy: 'if crowd.count > 50 then "many" else "few"'` }
    expect(twice(refined, COUNT)).toEqual(['crowd.count and crowd.class'])
  })
})

describe('and are left alone', () => {
  test.each([
    { what: 'computed', pair: [{ ...CLASS, more: `derived: 'if crowd.count > 50 then "many" else "few"'` }, COUNT] },
    { what: 'settled by the other', pair: [MAIN, { ...DANCE, more: `settledBy: 'if guests.main = "dancing" then true else null'` }] },
    { what: 'offered by the other', pair: [MAIN, { ...DANCE, more: `prefill: 'guests.main = "dancing"'` }] },
    { what: 'asked only after the other', pair: [MAIN, { ...DANCE, more: `when: 'guests.main != "drinking"'` }] },
    {
      what: 'marked with a reason',
      pair: [TREE_LIST, { ...LATER_LIST, more: 'differsFrom: [{ id: things.large, why: any bottle counts here }]' }],
    },
    { what: 'about something else', pair: [MAIN, { ...DANCE, nl: 'Wordt er gerookt?', en: 'Is there smoking?' }] },
  ])('when one is $what', ({ pair }) => {
    expect(twice(...pair)).toEqual([])
  })
})

test.each([
  ['nl', 'Wordt er gedanst?', 'dansen', 1],
  ['nl', 'Aantal gokautomaten', 'Hoeveel gokautomaten? (0 = geen)', 1],
  ['nl', 'Waar hangen ze?', 'Wie maakt het schoon?', 0],
  ['en', 'Is there dancing?', 'dance', 1],
] as const)('in %s "%s" and "%s" have %d in common', (lang, one, other, share) => {
  expect(inCommon(meaning(one, lang), meaning(other, lang))).toBe(share)
})

describe('a follow-up stands after what it depends on', () => {
  const child: Planted = { id: 'shop.note', type: 'text', nl: 'Welke winkel zat er?', en: 'Which shop was it?', more: 'when: shop.present' }
  const parent: Planted = { id: 'shop.present', nl: 'Zat hier een winkel?', en: 'Was this a shop?' }

  test('among the questions of a topic', () => {
    expect(found('FOLLOW_UP_FIRST', withQuestions(parent, child))).toEqual([])
    expect(found('FOLLOW_UP_FIRST', withQuestions(child, parent))).toEqual(['shop.note'])
  })

  test('also when it depends on it through something computed', () => {
    const computed: Planted = { id: 'shop.large', nl: 'Grote winkel, afgeleid', en: 'Large shop, derived', more: 'derived: shop.present' }
    const hanging = { ...child, more: 'when: shop.large' }
    expect(found('FOLLOW_UP_FIRST', withQuestions(hanging, computed, parent))).toEqual(['shop.note'])
    expect(found('FOLLOW_UP_FIRST', withQuestions(computed, parent, hanging))).toEqual([])
  })

  test('on a step of the tree', () => {
    const inTree = (ask: string): ReadonlyMap<string, string> => {
      const some = new Map(withQuestions(parent, child))
      return some.set(TREE, (some.get(TREE) ?? '').replace('ask: [activity.alcohol, terrace.present]', `ask: [${ask}]`))
    }
    expect(found('FOLLOW_UP_FIRST', inTree('activity.alcohol, terrace.present, shop.present, shop.note'))).toEqual([])
    expect(found('FOLLOW_UP_FIRST', inTree('activity.alcohol, terrace.present, shop.note, shop.present'))).toEqual(['shop.note'])
  })
})
