import { describe, expect, test } from 'vitest'
import type { Difference } from '../../src/authoring/diff/side.ts'
import { diffVariants } from '../../src/authoring/diff/variants.ts'
import { openProject } from '../../src/cli/project.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { splitPlace } from '../../src/model/places.ts'
import { MunicipalityFile } from '../../src/model/schema/town.ts'
import { files } from '../model/fixtures/rule-set.ts'

const DATE = '2026-03-01'
const TOWN = 'rules/municipalities/brinkdam/municipality.yaml'
const { ruleSet: small } = loadRuleSet(files())
const { ruleSet: shipped } = openProject(process.cwd(), undefined)
if (!small || !shipped) throw new Error('the rule sets do not load')

const between = (a: string, b: string, lang: 'nl' | 'en' = 'nl', dates: readonly [string, string] = [DATE, DATE]): Difference[] => {
  const found = diffVariants({ ruleSet: small, id: a, date: dates[0] }, { ruleSet: small, id: b, date: dates[1] }, lang)
  if (!found) throw new Error('no such town')
  return found
}
const brief = (found: readonly Difference[]) =>
  found.map(({ section, item, kind, property, a, b }) => [section, item, kind, property, a?.text ?? null, b?.text ?? null])

describe('the base against a town', () => {
  const found = between('base', 'brinkdam')
  const at = (item: string): Difference | undefined => found.find((one) => one.item === item)

  test('tells every entry of the town, in the words of a clerk, by section', () => {
    expect(brief(found)).toEqual([
      ['fees', 'fees/terrace.base', 'changed', 'amounts', '€ 125,50', '€ 200,00'],
      ['fees', 'fees/terrace.chairs', 'onlyB', null, null, 'niet bekend; soort: per jaar; voor: Terras'],
      ['hours', 'hours/inside.week', 'onlyB', null, null, '07.00 – 01.00 (volgende dag)'],
      ['parameters', 'parameters/town.terrace.mode', 'changed', 'values', 'separate', 'partOfExploitation'],
      ['questions', 'questions/activity.alcohol/options', 'order', null, 'In de zaak', 'Niet'],
      ['questions', 'questions/terrace.furniture.colour', 'onlyB', null, null, 'soort antwoord: tekst'],
      ['steps', 'steps/terraceSize', 'changed', 'ask', 'terrace.area', 'terrace.area, terrace.furniture.colour'],
      ['checks', 'checks/terrace.size', 'onlyA', null, 'ernst: let op; voor: niets; als: terrace.area > 500', 'weggehaald'],
      ['channels', 'channels/terrace', 'changed', 'kind', 'formulier op internet', 'balie'],
      ['channels', 'channels/terrace', 'changed', 'department', null, 'Horeca'],
      ['statuses', 'statuses/terrace', 'changed', 'status', 'voorbereiding', 'aangenomen'],
      ['statuses', 'statuses/terrace', 'changed', 'on', null, '1 januari 2026'],
      ['statuses', 'statuses/terrace', 'changed', 'reference', null, 'B12'],
      ['houseStyle', 'branding', 'changed', 'colours', null, 'primary #004699; accent #A00000'],
    ])
  })

  test('each side says file, line and layer', () => {
    const line = (text: string): number => (files().get(TOWN) ?? '').split(text)[0]?.split('\n').length ?? 0
    expect(at('fees/terrace.base')?.b).toMatchObject({ layer: 'brinkdam', file: TOWN, line: line('amount: 200.00') })
    expect(at('fees/terrace.base')?.a).toMatchObject({ layer: 'base', file: 'rules/base/fees.yaml' })
    expect(at('fees/terrace.base')?.b?.source).toBe('Leges Brinkdam')
    expect(at('steps/terraceSize')?.b).toMatchObject({ file: TOWN, line: line('ask: [terrace.area, terrace.furniture.colour]') })
    expect(at('checks/terrace.size')?.b).toMatchObject({ layer: 'brinkdam', file: TOWN, line: line('at: checks/terrace.size') })
  })

  test('a tariff of an earlier year is stale, and 2026 is not', () => {
    expect(at('fees/terrace.base')?.a?.stale).toBe(true)
    expect(at('fees/terrace.base')?.b?.stale).toBe(false)
  })

  test('in English', () => {
    expect(between('base', 'brinkdam', 'en').find(({ item }) => item === 'checks/terrace.size')).toMatchObject({
      name: 'Very large. Closes at {town.closing.weekday}.',
      b: { text: 'taken away' },
    })
  })
})

test('a district that changes one rule says that rule, and its name', () => {
  expect(brief(between('brinkdam', 'brinkdam/haven'))).toContainEqual([
    'licences',
    'licences/terrace/rules/large',
    'changed',
    'when',
    'terrace.present and terrace.area > 10',
    'terrace.area > 20',
  ])
  expect(between('brinkdam', 'brinkdam/haven').find(({ section }) => section === 'licences')?.name).toBe('Terras › Terras')
})

test('the same town on two days differs in what a council dated', () => {
  expect(brief(between('brinkdam', 'brinkdam', 'nl', ['2026-03-01', '2027-03-01']))).toEqual([
    ['fees', 'fees/terrace.base', 'changed', 'amounts', '€ 200,00', '€ 200,00'],
    ['fees', 'fees/terrace.area', 'changed', 'amounts', '12.50 * terrace.area', '12.50 * terrace.area'],
  ])
})

test('windows of another name but the same nights are one difference', () => {
  const renamed = loadRuleSet(
    files({ [TOWN]: (files().get(TOWN) ?? '').replace('inside.week', 'binnen.week').replace('"01:00+1"', '"02:00+1"') }),
  )
  if (!renamed.ruleSet) throw new Error('does not load')
  const found = diffVariants({ ruleSet: small, id: 'brinkdam', date: DATE }, { ruleSet: renamed.ruleSet, id: 'brinkdam', date: DATE }, 'nl')
  expect(brief((found ?? []).filter(({ section }) => section === 'hours'))).toEqual([
    ['hours', 'hours/binnen.week', 'changed', 'times', '07.00 – 01.00 (volgende dag)', '07.00 – 02.00 (volgende dag)'],
  ])
})

test('a text that differs only in English is told in English', () => {
  const reworded = loadRuleSet(
    files({ 'rules/base/fees.yaml': (files().get('rules/base/fees.yaml') ?? '').replace('en: Fee }', 'en: Dues }') }),
  )
  if (!reworded.ruleSet) throw new Error('does not load')
  const found = diffVariants({ ruleSet: small, id: 'base', date: DATE }, { ruleSet: reworded.ruleSet, id: 'base', date: DATE }, 'nl')
  expect(brief((found ?? []).filter(({ section }) => section === 'texts'))).toEqual([
    ['texts', 'fees/terrace.base', 'changed', 'label', 'Fee [en]', 'Dues [en]'],
  ])
})

const ids = [...shipped.layers.keys()]
describe('for every town that is shipped', () => {
  test.each(ids)('%s does not differ from itself', (id) => {
    expect(diffVariants({ ruleSet: shipped, id, date: DATE }, { ruleSet: shipped, id, date: DATE }, 'nl')).toEqual([])
  })

  test.each(ids)('what %s changes by name is told against the layer below', (id) => {
    const layer = shipped.layers.get(id)
    const below = layer?.extends ?? 'base'
    const found = diffVariants({ ruleSet: shipped, id: below, date: DATE }, { ruleSet: shipped, id, date: DATE }, 'nl') ?? []
    for (const change of layer?.data.changes ?? []) {
      const place = splitPlace(change.at)
      if ('unknown' in place) throw new Error(change.at)
      const name = change.op === 'add' ? String(change.item.id ?? change.item.nr ?? change.item.kind ?? '') : ''
      const path = [place.list, ...place.segments].join('/')
      expect(
        found.some(({ item }) => item.startsWith(path) && item.includes(name)) || change.op === 'reorder',
        `${change.op} ${path}`,
      ).toBe(true)
    }
  })

  test('turned around it tells the same, the other way', () => {
    const [a, b] = ['voorbeeld', 'amsterdam']
    const there = diffVariants({ ruleSet: shipped, id: a, date: DATE }, { ruleSet: shipped, id: b, date: DATE }, 'nl') ?? []
    const back = diffVariants({ ruleSet: shipped, id: b, date: DATE }, { ruleSet: shipped, id: a, date: DATE }, 'nl') ?? []
    const key = ({ section, property, a: left, b: right }: Difference, swap: boolean) =>
      [section, property, swap ? right?.text : left?.text, swap ? left?.text : right?.text].join('|')
    expect(there.map((one) => key(one, false)).toSorted()).toEqual(back.map((one) => key(one, true)).toSorted())
    expect(there.length).toBeGreaterThan(10)
  })
})

test('an amount that is a table is told line by line', () => {
  const all = files()
  const text = all.get(TOWN) ?? ''
  const table = 'amount: { cases: [{ when: terrace.area > 9, value: 50.00 }, { value: 20 * terrace.area }] }'
  expect(text).toContain('amount: 200.00')
  const { ruleSet } = loadRuleSet(all.set(TOWN, text.replace('amount: 200.00', table)))
  const found = ruleSet && diffVariants({ ruleSet, id: 'base', date: DATE }, { ruleSet, id: 'brinkdam', date: DATE }, 'nl')
  expect(brief(found ?? [])).toContainEqual([
    'fees',
    'fees/terrace.base',
    'changed',
    'amounts',
    '€ 125,50',
    'als terrace.area > 9: 50; 20 * terrace.area',
  ])
})

describe('what a town says of itself', () => {
  const told = (spoil: (text: string) => string): Difference[] => {
    const all = files()
    const { ruleSet, findings } = loadRuleSet(all.set(TOWN, spoil(all.get(TOWN) ?? '')))
    if (!ruleSet) throw new Error(findings.map(({ message }) => message).join('; '))
    return diffVariants({ ruleSet: small, id: 'brinkdam', date: DATE }, { ruleSet, id: 'brinkdam', date: DATE }, 'nl') ?? []
  }
  const PLACES =
    "localities: { source: BAG, places: [{ name: Brinkdam, postcodes: ['1234'] }, { name: Brinkoord, postcodes: [1240-1249] }] }\n"

  test.each([
    ['name', (text: string) => text.replace(/^name: .*$/m, 'name: Brinkdam aan Zee'), ['Brinkdam', 'Brinkdam aan Zee']],
    ['postcodes', (text: string) => `${text}postcodes: ['1234', 1240-1249]\n`, [null, '1234, 1240-1249']],
    ['localities', (text: string) => `${text}${PLACES}`, [null, 'Brinkdam (1234), Brinkoord (1240-1249)']],
    ['example', (text: string) => `${text}example: true\n`, [null, 'ja']],
  ])('%s is told when it changes', (_, spoil, [before, after]) => {
    expect(brief(told(spoil)).map(([section, item, , , a, b]) => [section, item, a, b])).toEqual([['place', 'brinkdam', before, after]])
  })

  test('a word that a municipality file gains is compared, or says why not', () => {
    const compared =
      'name example postcodes localities contact branding statuses parameters fees raise hours channels words asks changes'.split(' ')
    // which file it is, and the versions that go with it
    const silent = ['schema', 'id', 'extends', 'version', 'basedOn']
    expect(Object.keys(MunicipalityFile.shape).toSorted()).toEqual([...compared, ...silent].toSorted())
  })
})
