import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { exampleStats } from '../../src/authoring/stats/stats.ts'
import { questionsOf } from '../../src/engine/asked/questions.ts'
import { assessCase } from '../../src/engine/assess.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import { answersFor } from '../engine/answers.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { mappings, shippedStatute } from '../rules/elements.ts'
import { shippedExamples } from './shipped-examples.ts'

/** The lists of elements that hold when a manager is added to the alcohol licence of an ordinary business. */
const LISTS: ReadonlySet<string> = new Set(['alcoholManagerA', 'generalApplication'])

const ofBreda = (name: string) => {
  const found = shippedExamples().find(({ file }) => file.endsWith(`breda/examples/${name}.yaml`))
  if (!found) throw new Error(`no example ${name} of Breda`)
  return found
}
const example = ofBreda('manager-added')
const { typed } = exampleStats(example.file, example.application, example.complete)
const asked = questionsOf(example.application).asked

/** Which elements a fact holds, on the form that is handed in. */
const holds = new Map<string, string[]>()
for (const { one, holder } of mappings(shippedStatute('breda')))
  if (holder.form === 'alcohol' && LISTS.has(one.list.id))
    for (const fact of holder.facts ?? []) holds.set(fact, [...new Set([...(holds.get(fact) ?? []), one.element.id])])
// the day on which it begins is typed once, and offered as the day from which the manager leads
holds.set('application.startDate', holds.get('person.employment.startDate') ?? [])

/** `| fact | of | blanks | element |` of the decision that explains the number. */
const table = readFileSync(new URL('../../docs/adr/0020-what-a-manager-change-asks.md', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, fact, blanks, element] = /^\| `([\w.]+)`[^|]*\| (\d+) +\| ([^|]*?) *\|/.exec(line) ?? []
    return fact && blanks && element !== undefined ? [{ fact, blanks: Number(blanks), element }] : []
  })

const prescribed = asked.filter(
  (key) => (holds.get(key.split('@')[0] ?? '') ?? []).length > 0 && !key.startsWith('person.employment.startDate'),
)

describe('a manager is added to an alcohol licence', () => {
  test('22 answers are typed: the roles of both and the places of their addresses are offered', () => {
    expect(typed).toBe(22)
  })

  test('21 blanks the law prescribes itself, of which two are offered from another: no form can ask less', () => {
    expect(prescribed).toHaveLength(21)
  })

  test('the table of the decision says of each answer which element it holds', () => {
    const counted = new Map<string, number>()
    for (const key of asked) {
      const fact = key.split('@')[0] ?? ''
      if (fact !== 'person.employment.startDate') counted.set(fact, (counted.get(fact) ?? 0) + 1)
    }
    expect(new Map(table.map(({ fact, blanks }) => [fact, blanks]))).toEqual(counted)
    for (const { fact, element } of table)
      expect([fact, element.split(', ').filter((id) => id !== '–')]).toEqual([fact, holds.get(fact) ?? []])
  })
})

describe('a manager comes off an alcohol licence', () => {
  const { file, application, complete } = ofBreda('manager-leaves')

  test('11 answers are typed: which change, who comes off, who says it and of which establishment', () => {
    expect(exampleStats(file, application, complete).typed).toBe(11)
    expect(questionsOf(application).asked).toContain('managerChange.removed')
  })

  test('and nothing else is asked when another takes the place: the answers of both, the shared ones once', () => {
    const exchange = edit(example.application, [
      { kind: 'answer', fact: 'managerChange.kind', value: 'both' },
      { kind: 'answer', fact: 'managerChange.removed', value: 'Z. Vermeer, 3 april 1990, laatste werkdag 30 april 2026' },
    ])
    const both = new Set([...asked, ...questionsOf(application).asked])
    expect(new Set(questionsOf(exchange).asked)).toEqual(both)
    expect(exampleStats('exchange', exchange, true).typed).toBe(23)
  })
})

describe('on which licence the manager stands', () => {
  const options = (town: string) => shippedVariant(town).questions.find(({ id }) => id === 'managerChange.licences')?.options ?? []

  test.each(['amsterdam', 'breda', 'groningen', 'nijmegen', 'rotterdam', 'texel', 'utrecht'])(
    'in %s each of the three may be the one, so it follows from nothing and is asked',
    (town) => {
      const variant = shippedVariant(town)
      const answers = {
        'application.kind': 'managerChange',
        'application.startDate': '2026-05-01',
        'managerChange.kind': 'added',
        'business.legalForm': 'soleTrader',
      }
      const verdicts = options(town).map(({ id }) => {
        const file = { answers: { ...answers, 'managerChange.licences': [id] }, collections: {}, complete: [], leftEmpty: [] }
        const { licences } = assessCase(openCase(variant, answersFor(variant, file), { today: '2026-03-02' }))
        const changed = licences.filter(({ id: own, verdict }) => own !== 'bibob' && verdict !== 'notNeeded').map((licence) => licence.id)
        return [id, changed]
      })
      expect(verdicts).toEqual([
        ['alcohol', ['alcohol']],
        ['offLicence', ['alcohol']],
        ['exploitation', ['exploitation']],
      ])
    },
  )
})
