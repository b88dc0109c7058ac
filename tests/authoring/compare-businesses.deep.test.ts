import { expect, test } from 'vitest'
import { type Pair, variationsOf } from '../../src/authoring/diff/businesses.ts'
import { compareBusinesses } from '../../src/authoring/diff/compare-businesses.ts'
import { openProject } from '../../src/cli/project.ts'
import { openCase } from '../../src/engine/case.ts'
import { isList } from '../../src/feel/value.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import type { Variant } from '../../src/model/variant.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { exampleOf } from '../journeys/example.ts'

const TOWN = 'rules/municipalities/voorbeeld/municipality.yaml'
const before = shippedVariant('voorbeeld')
const { files } = openProject(process.cwd(), undefined)

/** The town after a clerk changed this in its file. */
function changed(was: string, becomes: string): Variant {
  const text = files.get(TOWN) ?? ''
  if (!text.includes(was)) throw new Error(`no ${was}`)
  const { ruleSet } = loadRuleSet(new Map([...files, [TOWN, text.replace(was, becomes)]]))
  const variant = ruleSet && resolveVariant(ruleSet, 'voorbeeld', { date: '2026-03-02' }).variant
  if (!variant) throw new Error('does not load')
  return variant
}

function pairs(after: Variant, afterToday = '2026-03-02'): Pair[] {
  const example = exampleOf('cafe-terrace-machines')
  const of = (variant: Variant, today: string) =>
    openCase(variant, readAnswers(example, variant, 'x', () => ({ line: 1, column: 1 })).answers, { today, filing: today })
  const pair = { a: of(before, '2026-03-02'), b: of(after, afterToday) }
  return [pair, ...variationsOf([pair])]
}
/** Few enough to be quick: those that answer this question otherwise, and one in ten of the rest. */
const some = (all: readonly Pair[], fact: string): Pair[] =>
  all.filter(({ b }, number) => number % 10 === 0 || b.answers.values.get(fact) !== all[0]?.b.answers.values.get(fact))

test('the same rules are the same for every business, and each question of the tree is answered in every way', () => {
  const all = pairs(before)
  const made = some(all, 'activity.alcohol')
  expect(compareBusinesses(made)).toMatchObject({ businesses: made.length, changed: 0, changes: [], once: { higher: null, lower: null } })
  const alcohol = new Set(all.map(({ b }) => JSON.stringify(b.answers.values.get('activity.alcohol'))))
  expect(alcohol.size).toBe(before.questions.find(({ id }) => id === 'activity.alcohol')?.options?.length)
})

test('on another day with the same rules nothing changes: terms are told by their length', () => {
  expect(
    compareBusinesses(pairs(before, '2026-03-03').slice(0, 4)).changes.filter(({ what }) => what === 'term' || what === 'opening'),
  ).toEqual([])
})

test('a fee that rises is paid by those who need the licence, and the others are left out', () => {
  const {
    once,
    changes,
    changed: concerned,
    businesses,
  } = compareBusinesses(some(pairs(changed('amount: 300.00', 'amount: 312.00')), 'activity.alcohol'))
  expect(once).toEqual({ higher: { businesses: concerned, leastCents: 1200, mostCents: 1200 }, lower: null })
  expect(concerned).toBeLessThan(businesses)
  expect(changes).toMatchObject([{ what: 'fee', id: 'alcohol.new', a: '€ 300,00', b: '€ 312,00', businesses: concerned }])
})

test('says which answers those have in common whose outcome changes, and all of them gave these', () => {
  const made = some(
    pairs(changed('town.exploitation.mode, values: [{ value: always', 'town.exploitation.mode, values: [{ value: onlyWithoutAlcohol')),
    'activity.alcohol',
  )
  const verdict = compareBusinesses(made).changes.find(({ what, id }) => what === 'verdict' && id === 'exploitation')
  const of = ({ get }: Pair['a']): string => get('verdict|exploitation').verdict
  const concerned = made.filter(({ a, b }) => of(a) !== of(b))
  expect(verdict?.businesses).toBe(concerned.length)
  expect(concerned.length).toBeGreaterThan(2)
  expect(verdict?.who.length).toBeGreaterThan(0)
  for (const { question, answer } of verdict?.who ?? []) {
    const asked = before.questions.find(({ label }) => label.nl === question)
    const option = asked?.options?.find(({ label }) => label.nl === answer)?.id ?? answer === 'ja'
    for (const { b } of concerned) {
      const value = b.get(`fact|${asked?.id ?? ''}|`)
      expect(isList(value) ? value.items : [value], question).toContain(option)
    }
  }
})
