import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { printableModule } from '../../scripts/docs/write-printable.ts'
import { readTyped } from '../../src/model/answers/input.ts'
import { printableName, unprintable } from '../../src/model/answers/printable.ts'
import { shippedVariant } from '../engine/shipped.ts'

const name = shippedVariant('voorbeeld').questions.find(({ id }) => id === 'premises.name')
if (!name) throw new Error('the question about the name is gone')

test('what can be printed is what the typeface has (npx tsx scripts/docs/write-printable.ts)', () => {
  const text = readFileSync(new URL('../../src/model/answers/printable-ranges.ts', import.meta.url), 'utf8')
  const ranges = (module: string): string | undefined => /'([^']+)'/.exec(module)?.[1]
  expect(ranges(text)).toBe(ranges(printableModule()))
})

describe.each([
  ['Café Özgür & Zoë – "’t Hoekje" €5', []],
  ['Кафе Ελλάς Łódź ğ', []],
  ['e\u0301', []],
  ['两岸 🍕', ['两', '岸', '🍕']],
  ['नमस्ते', ['न', 'म', 'स', '्', 'त', 'े']],
])('%s', (text, lacking) => {
  test('is judged alike on the page and for the packet', () => {
    expect(unprintable(text)).toEqual(lacking)
    expect(readTyped(name, text)).toEqual(lacking.length > 0 ? { problem: 'unprintable' } : text)
    expect(unprintable(printableName(text))).toEqual([])
  })
})

test.each(['\u0001', '\u200B \t', '\u202E'])('%j, of which nothing would stand on paper, is no answer', (text) => {
  expect(readTyped(name, text)).toBe(undefined)
})

test('a mark that turns the direction of a file name is taken out', () => {
  expect(printableName('\u202Egpj.exe.png')).not.toContain('\u202E')
})
