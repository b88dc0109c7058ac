import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { otherTypefacesModule, printableModule } from '../../scripts/docs/write-printable.ts'
import { readTyped } from '../../src/model/answers/input.ts'
import { otherTypefaces, unprintable } from '../../src/model/answers/other-typefaces.ts'
import { asPrinted, notInTypeface, printableName, substituteOf } from '../../src/model/answers/printable.ts'
import { inRuns, runsOf, writeRuns } from '../../src/model/answers/runs.ts'
import { shippedVariant } from '../engine/shipped.ts'

const name = shippedVariant('voorbeeld').questions.find(({ id }) => id === 'premises.name')
if (!name) throw new Error('the question about the name is gone')

test.each([
  { module: 'printable-ranges.ts', made: printableModule },
  { module: 'other-typeface-ranges.ts', made: otherTypefacesModule },
])('$module says what the typefaces have (npx tsx scripts/docs/write-printable.ts)', ({ module, made }) => {
  const strings = (text: string): string[] => text.match(/'[^']+'/g) ?? []
  const text = readFileSync(new URL(`../../src/model/answers/${module}`, import.meta.url), 'utf8')
  expect(strings(text)).toEqual(strings(made()))
  expect(strings(text).length).toBeGreaterThan(0)
})

test('runs of code points are read as they were written', () => {
  const points = [32, 33, 34, 90, 0x4e00, 0x4e01, 0x1f600]
  const runs = runsOf(writeRuns(points))
  expect(points.every((point) => inRuns(runs, point))).toBe(true)
  expect([31, 35, 89, 91, 0x4dff, 0x4e02, 0x1f601].some((point) => inRuns(runs, point))).toBe(false)
})

describe.each<[text: string, needs: readonly string[], lacks: readonly string[]]>([
  ['Café Özgür & Zoë – "’t Hoekje" €5', [], []],
  ['Кафе Ελλάς Łódź ğ', [], []],
  ['e\u0301', [], []],
  ['नमस्ते', [], []],
  ['مقهى 12', ['noto-sans-arabic/arabic'], []],
  ['☕ 𒀀', ['noto-emoji/6'], ['𒀀']],
  ['한', [], ['한']],
])('%s', (text, needs, lacks) => {
  test('is an answer, on the page and for the packet', () => {
    expect(readTyped(name, text)).toBe(text)
  })
  test('needs no other typefaces than these, and has no other characters that none has', () => {
    expect(otherTypefaces(text)).toEqual(needs)
    expect(unprintable(text)).toEqual(lacks)
    expect(notInTypeface(printableName(text))).toEqual([])
  })
})

test.each([
  ['b\u00adc', 'bc'],
  ['a\u200bb\ufeffc\u2060d', 'abcd'],
  ['a\u200db', 'ab'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['👩\u200d🍳', '👩\u200d🍳'],
  ['❤\ufe0f', '❤'],
  ['a\u2028b\u0007c', 'a\nb c'],
])('%j is printed as %j: what cannot be seen makes no hole in a word', (text, printed) => {
  expect(asPrinted(text)).toBe(printed)
})

test('half a character has a code point as any other', () => {
  expect(unprintable('\uD83C').map(substituteOf)).toEqual(['[U+D83C]'])
})

test.each(['\u0001', '\u200B \t', '\u202E'])('%j, of which nothing would stand on paper, is no answer', (text) => {
  expect(readTyped(name, text)).toBe(undefined)
})

test('a mark that turns the direction of a file name is taken out', () => {
  expect(printableName('\u202Egpj.exe.png')).not.toContain('\u202E')
})
