import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { outlineOf } from '../../src/authoring/draw/outline.ts'
import { assessCase } from '../../src/engine/assess.ts'
import { openCase } from '../../src/engine/case.ts'
import { packetContent } from '../../src/engine/packet/packet-content.ts'
import { openPoints } from '../../src/engine/why/open-points.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import type { Lang } from '../../src/model/lang.ts'
import { forApplicants, packBase, packVariant } from '../../src/model/packed/pack.ts'
import { unpackVariant } from '../../src/model/packed/unpack.ts'
import { AnswerFile } from '../../src/model/schema/answer-file.ts'
import type { Variant } from '../../src/model/variant.ts'
import { townOf } from '../../src/ui/towns/packed-town.ts'
import { REAL_TOWNS, shippedVariant } from '../engine/shipped.ts'
import { ADDRESS } from '../made-up/fact-names.ts'

const TOWNS = ['voorbeeld', 'amsterdam/centrum/jordaan', 'rotterdam']
/** The same, as it comes out of the browser's file. */
const travelled = (variant: Variant) => {
  const { packed, en } = packVariant(variant, shared)
  const [own, base] = [packed, shared.packed].map((file) => JSON.parse(JSON.stringify(file)))
  return { ...unpackVariant(own, base), en: [...shared.en, ...en] }
}
const shared = packBase(shippedVariant('base'))
const weightOf = (value: unknown): number => gzipSync(JSON.stringify(value)).length

describe.each(TOWNS)('the rules of %s as the browser has them', (id) => {
  const whole = shippedVariant(id)
  const { variant, addEnglish, en } = travelled(whole)

  test('weigh at most 40 kB above what all towns share, compressed, and with that 130 kB in one language', () => {
    const { packed } = packVariant(whole, shared)
    expect(weightOf(packed)).toBeLessThan(40_000)
    // the made-up town asks every box that any town asks, and 13 kB of that no real town has
    expect(weightOf(packed) + weightOf(shared.packed)).toBeLessThan(id === 'voorbeeld' ? 137_000 : 130_000)
  })

  test('speak Dutch until the English words are there', () => {
    expect(variant.questions[0]?.label).toEqual({ nl: whole.questions[0]?.label.nl, en: whole.questions[0]?.label.nl })
    addEnglish(en)
    expect(variant.questions[0]?.label).toEqual(whole.questions[0]?.label)
  })

  test('lack only files, lines and FEEL texts that no page shows', () => {
    addEnglish(en)
    expect(variant).toEqual(forApplicants(whole))
    const [box, same] = [variant, whole].map(({ forms }) => forms[0]?.sections[0]?.boxes[0])
    expect({ ...box, when: box?.when?.expr, value: box?.value?.expr }).toEqual({
      ...same,
      when: same?.when?.expr,
      value: same?.value?.expr,
      evidence: null,
      origin: { layer: same?.origin.layer, file: '', line: 0 },
    })
    expect(variant.fees.map(({ amounts }) => amounts.map(({ amount }) => amount?.source))).toEqual(
      whole.fees.map(({ amounts }) => amounts.map(({ amount }) => amount?.source)),
    )
  })

  test.each<Lang>(['nl', 'en'])('draw the same tree and tell the same open points in %s', (lang) => {
    addEnglish(en)
    expect(outlineOf(variant, lang)).toEqual(outlineOf(whole, lang))
    const told = (one: Variant) => openPoints(one, '2026-03-01', lang).map(({ origin, ...point }) => ({ ...point, layer: origin.layer }))
    expect(told(variant)).toEqual(told(whole))
  })
})

const folder = 'rules/base/examples'
const EXAMPLES = ['cafe-terrace-machines.yaml', 'bibob-vof.yaml', 'event-nights.yaml', 'manager-change.yaml']
const arrived = travelled(shippedVariant('voorbeeld'))
arrived.addEnglish(arrived.en)
test.each(EXAMPLES)('%s has the same outcome and the same packet', (file) => {
  const { title: _title, today: _today, expect: _expect, ...answers } = parse(readFileSync(join(folder, file), 'utf8'))
  const given = AnswerFile.parse(answers)
  const whole = shippedVariant('voorbeeld')
  const { variant } = arrived
  for (const lang of ['nl', 'en'] as const) {
    const [here, there] = [variant, whole].map((one) => {
      const read = readAnswers({ ...given, variant: one.id }, one, file, () => ({ line: 1, column: 1 }))
      const opened = openCase(one, read.answers, { today: '2026-03-01' }, lang)
      return { assessment: assessCase(opened), content: packetContent(opened, 'H1-AAAA-BBBB', '{}') }
    })
    expect(here).toEqual(there)
  }
})

test('all municipalities of the country would fit in 25 MB: a town of ours as it is written, times 342', () => {
  const sizes = REAL_TOWNS.map((id) => {
    const { packed, en } = packVariant(shippedVariant(id), shared)
    return JSON.stringify(packed).length + JSON.stringify(en).length
  })
  expect(342 * Math.max(...sizes)).toBeLessThan(25_000_000)
})

test('two towns share no object, though they share the base', () => {
  const [one, other] = ['breda', 'rotterdam'].map((id) => travelled(shippedVariant(id)).variant)
  const objects = new Set<unknown>()
  const each = (value: unknown, visit: (value: object) => void): void => {
    if (typeof value !== 'object' || value === null) return
    visit(value)
    for (const part of Object.values(value)) each(part, visit)
  }
  each(one, (value) => objects.add(value))
  let both = 0
  each(other, (value) => {
    if (objects.has(value)) both++
  })
  expect(objects.size).toBeGreaterThan(1000)
  expect(both).toBe(0)
})

test('what repeats, numbers, nothing and empty texts come back as they were', () => {
  const names = { nl: 'ja', en: 'yes' }
  const long = { text: 'long enough to be worth a place of its own', of: [0, 1, -1.5, null, '', true, false, names] }
  const made = {
    ...shippedVariant('voorbeeld'),
    groups: [{ id: 'a', label: names, kind: 'counted' as const, parts: [] }],
    contact: null,
    extra: [long, long, { ...long }],
  }
  const { variant, addEnglish, en } = travelled(made)
  addEnglish(en)
  expect(variant).toEqual(forApplicants(made))
  expect(variant).toMatchObject({ extra: [long, long, long], groups: made.groups })
})

test('a town fetches its rules once, English words only when English is read, and again what failed', async () => {
  const { packed, en } = packVariant(shippedVariant('voorbeeld'), shared)
  const asked: string[] = []
  let works = true
  const town = townOf({
    id: 'voorbeeld',
    name: 'Voorbeeld',
    extends: 'base',
    address: ADDRESS,
    postcodes: [],
    area: null,
    rules: async () => {
      asked.push('rules')
      return [shared, { packed }]
    },
    english: async () => {
      asked.push('english')
      if (!works) throw new Error('no network')
      return [{ words: shared.en }, { words: en }]
    },
  })
  const { variant } = await town.load('nl')
  expect((await town.load('nl')).variant).toBe(variant)
  expect(asked).toEqual(['rules'])
  works = false
  await expect(town.load('en')).rejects.toThrow('no network')
  works = true
  expect((await town.load('en')).variant).toBe(variant)
  await town.load('en')
  expect(asked).toEqual(['rules', 'english', 'english'])
  expect(variant.questions[0]?.label.en).toBe(shippedVariant('voorbeeld').questions[0]?.label.en)
})
