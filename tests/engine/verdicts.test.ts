import { describe, expect, test } from 'vitest'
import { assess } from '../../src/engine/assess.ts'
import { answersFor } from './answers.ts'
import { smallVariant } from './small-rules.ts'

const TODAY = { today: '2026-03-01' }

describe('a licence', () => {
  const variant = smallVariant({
    questions: [
      { id: 'terrace.wanted', type: 'yesNo' },
      { id: 'terrace.length', type: 'integer', when: 'terrace.wanted' },
      { id: 'terrace.heated', type: 'yesNo', when: 'terrace.wanted' },
    ],
    parameters: [{ id: 'town.terrace.mode', type: 'choice', options: ['separate', 'rules'], values: [{ value: null }] }],
    licences: [
      {
        id: 'terrace',
        rules: [
          { id: 'none', when: 'not(terrace.wanted)', verdict: 'notNeeded' },
          { id: 'large', when: 'terrace.length > 10', verdict: 'needed' },
          { id: 'heated', when: 'terrace.heated', verdict: 'needed' },
          { id: 'small', when: true, verdict: 'notNeeded' },
        ],
      },
      {
        id: 'town',
        rules: [
          { id: 'mode', when: 'terrace.wanted and town.terrace.mode = "separate"', verdict: 'needed' },
          { id: 'rest', when: true, verdict: 'notNeeded' },
        ],
      },
    ],
  })

  test.each([
    { given: 'nothing answered yet', answers: {}, verdict: 'open', ask: ['terrace.wanted'] },
    { given: 'no terrace', answers: { 'terrace.wanted': false }, verdict: 'notNeeded', ask: [] },
    { given: 'a terrace of which nothing is known', answers: { 'terrace.wanted': true }, verdict: 'open', ask: ['terrace.length'] },
    {
      given: 'a small terrace, heating not answered',
      answers: { 'terrace.wanted': true, 'terrace.length': 4 },
      verdict: 'open',
      ask: ['terrace.heated'],
    },
    {
      given: 'a heated terrace of unknown length',
      answers: { 'terrace.wanted': true, 'terrace.heated': true },
      verdict: 'needed',
      ask: [],
    },
    {
      given: 'a small cold terrace',
      answers: { 'terrace.wanted': true, 'terrace.length': 4, 'terrace.heated': false },
      verdict: 'notNeeded',
      ask: [],
    },
    {
      given: 'a length given before the terrace was dropped',
      answers: { 'terrace.wanted': false, 'terrace.length': 40 },
      verdict: 'notNeeded',
      ask: [],
    },
  ])('given $given, then the terrace licence is $verdict', ({ answers, verdict, ask }) => {
    const result = assess(variant, answersFor(variant, { answers }), TODAY)
    expect(result.licences[0]).toMatchObject({ verdict, ask })
  })

  test('that hangs on a value the town never gave is a question for the town, not a no', () => {
    const result = assess(variant, answersFor(variant, { answers: { 'terrace.wanted': true } }), TODAY)
    expect(result.licences[1]).toMatchObject({ verdict: 'ask', ask: [] })
  })

  test('does not hang on the town when the answers decide without it', () => {
    const result = assess(variant, answersFor(variant, { answers: { 'terrace.wanted': false } }), TODAY)
    expect(result.licences[1]?.verdict).toBe('notNeeded')
  })
})

describe('questions', () => {
  const variant = smallVariant({
    questions: [
      { id: 'food.kind', type: 'choice', options: ['none', 'cold', 'hot'] },
      { id: 'food.fryers', type: 'integer', when: 'food.kind = "hot"' },
      { id: 'people.most', type: 'integer' },
      { id: 'people.crowd', type: 'choice', options: ['few', 'many'], refinedBy: 'if people.most > 50 then "many" else "few"' },
      { id: 'shop.name', type: 'text' },
      { id: 'shop.slogan', type: 'text', optional: true },
    ],
    steps: [
      { id: 'food', ask: ['food.kind'] },
      { id: 'people', ask: ['people.crowd'] },
    ],
    licences: [
      {
        id: 'permit',
        rules: [
          { id: 'hot', when: 'food.kind = "hot"', verdict: 'needed' },
          { id: 'cold', when: true, verdict: 'notNeeded' },
        ],
      },
    ],
    sections: [
      {
        id: 'a',
        boxes: [
          { nr: '1', questions: ['shop.name'] },
          { nr: '2', questions: ['food.fryers'], type: 'number' },
          { nr: '3', value: 'shop.name + "!"' },
          { nr: '4', questions: ['shop.slogan'], optional: true },
          { nr: '5', type: 'signature' },
          { nr: '6', questions: ['shop.name'], when: 'people.crowd = "many"', otherwise: { nl: 'weinig mensen', en: 'few people' } },
        ],
      },
    ],
  })
  const result = (file: Record<string, unknown>) => assess(variant, answersFor(variant, file), TODAY)

  test('are asked only when a verdict, a step or a box of a needed form wants them', () => {
    expect(result({ answers: { 'food.kind': 'cold', 'people.crowd': 'few' } }).questions).toEqual({
      asked: ['food.kind', 'people.crowd'],
      open: [],
    })
  })

  test('come in the order of the tree, then of the catalogue', () => {
    expect(result({}).questions.open).toEqual(['food.kind', 'people.crowd'])
    expect(result({ answers: { 'food.kind': 'hot', 'people.crowd': 'few' } }).questions.open).toEqual([
      'food.fryers',
      'shop.name',
      'shop.slogan',
    ])
  })

  test('that are coarse are not asked any more once the exact fact is known', () => {
    const { questions, checks } = result({ answers: { 'food.kind': 'cold', 'people.most': 80, 'people.crowd': 'few' } })
    expect(questions.asked).not.toContain('people.crowd')
    expect(checks.map((check) => check.id)).toEqual(['clash.people.crowd'])
  })

  test('each box of a needed form has one of six states, and the counts add up', () => {
    const { counts } = result({
      answers: { 'food.kind': 'hot', 'people.crowd': 'few', 'food.fryers': 2, 'shop.name': 'De Kadıköy' },
      leftEmpty: ['shop.slogan'],
    })
    expect(counts).toMatchObject({
      boxes: 6,
      filled: 3,
      notApplicable: 1,
      empty: 1,
      signature: 1,
      missing: 0,
      savedByFormula: 1,
      savedBySharing: 0,
    })
    expect(counts.boxes).toBe(counts.filled + counts.notApplicable + counts.signature + counts.empty + counts.authority + counts.missing)
  })
})
