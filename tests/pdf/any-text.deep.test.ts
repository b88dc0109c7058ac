import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import fontkit from '@cantoo/fontkit'
import fc from 'fast-check'
import { Blob, Buffer as Characters, Face, Font, shape } from 'harfbuzzjs'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { fontsFor } from '../../src/cli/fonts.ts'
import type { PacketContent } from '../../src/engine/assessment.ts'
import { fileOfTypeface, otherTypefaces, unprintable } from '../../src/model/answers/other-typefaces.ts'
import { asPrinted, notInTypeface } from '../../src/model/answers/printable.ts'
import { readPacket } from '../../src/pdf/read.ts'
import { clustersOf } from '../../src/pdf/type/clusters.ts'
import { embedTypeface } from '../../src/pdf/type/typeface.ts'
import { writePacket } from '../../src/pdf/write.ts'
import { elementsOf, hear } from './heard.ts'
import { boxesOf, contentOf, even, FONTS, textsOf } from './packets.ts'
import { inAnyScript, NOWHERE, SCRIPTS } from './texts-of-the-world.ts'

const content = inAnyScript()
const written = await writePacket(content, fontsFor(content, FONTS))

describe('an answer in any script', () => {
  test('is heard as it was written, and code points where no typeface has a character', async () => {
    const heard = elementsOf(await hear(written.bytes)).map(({ text }) => even(text))
    const concept = heard.find((text) => text.startsWith('Hindi:'))
    const printed = [...SCRIPTS.map(asPrinted), '[U+D55C][U+AD6D] [U+12000] [U+E123] [U+D83C]'].join('; ')
    // where a line ends there is a space or none: some scripts write none
    expect(concept?.replaceAll(' ', '')).toBe(printed.replaceAll(' ', ''))
    expect(heard).toContain('مقهى ☕ 茶')
  })

  test('whose characters no typeface has is named on a continuation sheet, and travels inside as it is', async () => {
    expect(written.substituted).toContainEqual({
      form: 'exploitation',
      box: 'EX-066',
      characters: [...NOWHERE].filter((character) => character !== ' '),
    })
    const sheets = (await textsOf(written.bytes)).join(' ')
    expect(sheets).toContain('Tekens die niet gedrukt kunnen worden')
    expect(sheets).toMatch(/Vak EX-066, Aanvraag exploitatievergunning: \[U\+D55C\], \[U\+AD6D\], \[U\+12000\], \[U\+E123\], \[U\+D83C\]/)
    expect(await readPacket(written.bytes)).toMatchObject({ ok: true, answersJson: content.answersJson })
  })

  test('is printed in code points when its typefaces cannot be had', async () => {
    const bare = await writePacket(content, FONTS)
    expect((await textsOf(bare.bytes)).join(' ')).toContain('[U+8336]')
    expect(bare.substituted.length).toBeGreaterThan(0)
  })

  test('has the same bytes each time', async () => {
    const again = await writePacket(content, fontsFor(content, FONTS))
    expect(Buffer.from(again.bytes).equals(Buffer.from(written.bytes))).toBe(true)
  })
})

describe('letters join and stand as HarfBuzz has them', () => {
  const require = createRequire(import.meta.url)
  const read = (file: string): Buffer => readFileSync(require.resolve(file))
  test.each(
    SCRIPTS.flatMap((text) => text.split(/[\s,;:()，。]+/)).filter((word) => /^\p{L}/u.test(word) && !/\p{Script=Latin}.*[:;]/u.test(word)),
  )('%s', (word) => {
    const [name] = otherTypefaces(word)
    const file = read(name ? fileOfTypeface(name) : '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')
    const font = fontkit.create(new Uint8Array(file))
    if (!('unitsPerEm' in font)) throw new Error('one typeface is expected')
    const rightToLeft = /[\u0590-\u08ff]/.test(word)
    const ours = font.layout(word, undefined, undefined, undefined, rightToLeft ? 'rtl' : 'ltr')
    const buffer = new Characters()
    buffer.addText(word)
    buffer.guessSegmentProperties()
    const bytes = opened(file)
    shape(new Font(new Face(new Blob(new Uint8Array(bytes)))), buffer)
    const space = font.glyphForCodePoint(0x20)?.id
    // a joiner is drawn as a space without width by both
    const theirs = buffer.getGlyphInfos().map(({ codepoint }) => codepoint)
    expect(ours.glyphs.map(({ id }) => id).filter((id) => id !== space)).toEqual(theirs.filter((id) => id !== space))
    const places = buffer.getGlyphPositions().map(({ xAdvance, xOffset, yOffset }) => [xAdvance, xOffset, yOffset])
    expect(ours.positions?.map(({ xAdvance, xOffset, yOffset }) => [xAdvance, xOffset, yOffset])).toEqual(places)
  })
})

/** A WOFF file as the tables that are packed in it. */
function opened(file: Buffer): Buffer {
  if (file.toString('latin1', 0, 4) !== 'wOFF') return file
  const count = file.readUInt16BE(12)
  const head = Buffer.alloc(12 + 16 * count)
  file.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  const parts = [head]
  let at = head.length
  for (let index = 0; index < count; index++) {
    const entry = 44 + 20 * index
    const [offset, packed, length] = [4, 8, 12].map((from) => file.readUInt32BE(entry + from)) as [number, number, number]
    const data = file.subarray(offset, offset + packed)
    const table = Buffer.alloc(Math.ceil(length / 4) * 4)
    ;(packed < length ? inflateSync(data) : data).copy(table)
    file.copy(head, 12 + 16 * index, entry, entry + 4)
    file.copy(head, 16 + 16 * index, entry + 16, entry + 20)
    head.writeUInt32BE(at, 20 + 16 * index)
    head.writeUInt32BE(length, 24 + 16 * index)
    parts.push(table)
    at += table.length
  }
  return Buffer.concat(parts)
}

/** What people type, paste and send: any code unit, whole characters of any plane, words of scripts that join, control characters, endless words. */
const anyText = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...SCRIPTS,
        NOWHERE,
        '\u200d',
        '\u0301\u0301',
        '\u202e',
        '\u0000',
        '\n',
        ' ',
        '👩',
        '\u094d',
        'ـ',
        '\ufe0f',
        '\u{e0067}',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('W', 'م', 'क', '茶', '👩‍🍳', 'e\u0301', '\u0301', '\ud800', '\u{12000}'), fc.integer({ min: 1, max: 900 }))
    .map(([sign, times]) => sign.repeat(times)),
)

describe('of any text', () => {
  test('every character has a glyph or a code point, and words are as wide together as apart', async () => {
    const faces = otherTypefaces(SCRIPTS.join(' ')).map(
      (name) => new Uint8Array(readFileSync(createRequire(import.meta.url).resolve(fileOfTypeface(name)))),
    )
    const typeface = await embedTypeface(await PDFDocument.create(), { ...FONTS, others: faces })
    fc.assert(
      fc.property(anyText, fc.constantFrom('regular' as const, 'bold' as const), (text, weight) => {
        const printed = [...asPrinted(text)].filter((character) => /[\s\u200c\u200d]/.test(character) || typeface.has(character)).join('')
        expect(notInTypeface(printed).every((character) => typeface.has(character))).toBe(true)
        const { stretches, advance } = typeface.shape(printed, weight)
        for (const { hex, x, y } of stretches) {
          expect(hex).not.toMatch(/^(?:.{4})*0000/)
          expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
        }
        expect(advance).toBeGreaterThanOrEqual(0)
        const words = printed.split(/\s+/).filter(Boolean)
        const apart = words.reduce((sum, word) => sum + typeface.measure(word, weight, 1000), 0)
        const together = typeface.measure(words.join(' '), weight, 1000)
        expect(Math.abs(together - apart - Math.max(0, words.length - 1) * typeface.measure(' ', weight, 1000))).toBeLessThan(1)
        expect(clustersOf(printed).join('')).toBe(printed)
      }),
      { numRuns: 400 },
    )
  })

  test('there is a packet, and whoever reads it reads all that was typed', async () => {
    const plain = contentOf('rules/base/examples/manager-leaves.yaml')
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const box = boxesOf(plain).find(({ box }) => box.state === 'filled' && box.type === 'text' && box.parts === null)?.box
        if (!box) throw new Error('no text in the example')
        const changed: PacketContent = { ...structuredClone(plain), applicant: text, premises: text, title: text }
        for (const { box: other } of boxesOf(changed)) if (other.key === box.key) Object.assign(other, { text })
        const packet = await writePacket(changed, fontsFor(changed, FONTS))
        expect(await readPacket(packet.bytes)).toMatchObject({ ok: true })
        const lacking = new Set(unprintable(text))
        const said = [...asPrinted(text)]
          .map((character) =>
            lacking.has(character) ? `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]` : character,
          )
          .join('')
          .replace(/\s/g, '')
        const heard = elementsOf(await hear(packet.bytes)).map((element) => element.text.replace(/\s/g, ''))
        expect(heard.some((text) => text.includes(said))).toBe(true)
      }),
      { numRuns: 15 },
    )
  })
})
