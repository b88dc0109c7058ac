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
import { forApplicants, packVariant } from '../../src/model/packed/pack.ts'
import { unpackVariant } from '../../src/model/packed/unpack.ts'
import { AnswerFile } from '../../src/model/schema/answer-file.ts'
import type { Variant } from '../../src/model/variant.ts'
import { townOf } from '../../src/ui/packed-town.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { ADDRESS } from '../made-up/fact-names.ts'

const TOWNS = ['voorbeeld', 'amsterdam/centrum/jordaan', 'rotterdam']
const travelled = (variant: Variant) => {
  const { packed, en } = packVariant(variant)
  return { ...unpackVariant(JSON.parse(JSON.stringify(packed))), en }
}

describe.each(TOWNS)('the rules of %s as the browser has them', (id) => {
  const whole = shippedVariant(id)
  const { variant, addEnglish, en } = travelled(whole)

  test('weigh at most 130 kB with one language, compressed', () => {
    expect(gzipSync(JSON.stringify(packVariant(whole).packed)).length).toBeLessThan(130_000)
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
test.each(EXAMPLES)('%s has the same outcome and the same packet', (file) => {
  const { title: _title, today: _today, expect: _expect, ...answers } = parse(readFileSync(join(folder, file), 'utf8'))
  const given = AnswerFile.parse(answers)
  const whole = shippedVariant('voorbeeld')
  const { variant, addEnglish, en } = travelled(whole)
  addEnglish(en)
  for (const lang of ['nl', 'en'] as const) {
    const [here, there] = [variant, whole].map((one) => {
      const read = readAnswers({ ...given, variant: one.id }, one, file, () => ({ line: 1, column: 1 }))
      const opened = openCase(one, read.answers, { today: '2026-03-01' }, lang)
      return { assessment: assessCase(opened), content: packetContent(opened, 'H1-AAAA-BBBB', '{}') }
    })
    expect(here).toEqual(there)
  }
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
  const { packed, en } = packVariant(shippedVariant('voorbeeld'))
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
      return { packed }
    },
    english: async () => {
      asked.push('english')
      if (!works) throw new Error('no network')
      return { words: en }
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
