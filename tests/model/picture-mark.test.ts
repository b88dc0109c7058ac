import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readPicture } from '../../src/model/house-style/picture-mark.ts'
import { pngPoints } from '../../src/pdf/added/png.ts'
import { Budget } from '../../src/pdf/added/sheets.ts'
import { chunk, png, SIGNATURE } from './png-files.ts'

const read = (bytes: Uint8Array) => readPicture(Buffer.from(bytes).toString('base64'))

function madeOf(bytes: Uint8Array): Buffer {
  const mark = read(bytes)
  if (!('png' in mark)) throw new Error(JSON.stringify(mark.problem))
  return Buffer.from(mark.png, 'base64')
}

const partsOf = (bytes: Buffer): string[] => {
  const parts: string[] = []
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) parts.push(bytes.toString('latin1', at + 4, at + 8))
  return parts
}

describe('a PNG is written anew from its points', () => {
  test.each([
    ['RGB with alpha', png()],
    ['RGB', png({ colour: 2 })],
    ['grey', png({ colour: 0 })],
    ['black and white', png({ colour: 0, depth: 1, width: 9 })],
    ['a palette', png({ colour: 3, depth: 4, width: 5 })],
    ['one clear colour of a palette', png({ colour: 3, more: [chunk('tRNS', Buffer.from([0]))] })],
  ])('%s: it shows the same', async (_, bytes) => {
    const made = madeOf(bytes)
    expect(await pngPoints(made, new Budget())).toEqual(await pngPoints(bytes, new Budget()))
    // and once more changes nothing
    expect(madeOf(made)).toEqual(made)
  })

  test('its size is that of the file', () => {
    expect(read(png({ width: 300, height: 20 }))).toMatchObject({ box: [0, 0, 300, 20] })
  })

  test('without remarks, places, profiles, other parts, and what hides behind the end', () => {
    const secret = Buffer.from('Made by Secret <script>alert(1)</script>')
    const bytes = png({
      more: [
        chunk('tEXt', secret),
        chunk('eXIf', secret),
        chunk('iCCP', Buffer.concat([Buffer.from('x\0\0'), deflateSync(secret)])),
        chunk('xxXx', secret),
      ],
      trailing: secret,
    })
    expect(bytes.includes('Secret')).toBe(true)
    const made = madeOf(bytes)
    expect(partsOf(made)).toEqual(['IHDR', 'IDAT', 'IEND'])
    expect(made.includes('Secret')).toBe(false)
    expect(made).toEqual(madeOf(png()))
  })

  test('and without what hides behind the packed points', () => {
    const whole = png()
    const at = whole.indexOf('IDAT')
    const length = whole.readUInt32BE(at - 4)
    const packed = Buffer.concat([whole.subarray(at + 4, at + 4 + length), Buffer.from('<script>')])
    const bytes = Buffer.concat([whole.subarray(0, at - 4), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))])
    expect(bytes.includes('<script>')).toBe(true)
    expect(madeOf(bytes)).toEqual(madeOf(whole))
  })
})

describe('what is no mark is refused', () => {
  const cut = png().subarray(0, 60)
  const changed = png()
  changed[changed.indexOf('IDAT') + 6] = (changed[changed.indexOf('IDAT') + 6] ?? 0) ^ 0xff
  test.each([
    ['nothing', Buffer.alloc(0), { kind: 'damaged' }],
    ['cut off', cut, { kind: 'damaged' }],
    ['one byte changed', changed, { kind: 'damaged' }],
    ['only its first bytes', SIGNATURE, { kind: 'damaged' }],
    ['text', Buffer.from('hello, world'), { kind: 'damaged' }],
    ['a JPEG by another name', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]), { kind: 'otherKind', found: 'a JPEG' }],
    [
      'an SVG by another name',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      { kind: 'otherKind', found: 'an SVG' },
    ],
    ['a PDF by another name', Buffer.from('%PDF-1.7\n%âãÏÓ'), { kind: 'otherKind', found: 'a PDF' }],
    ['too wide', png({ width: 513, height: 2 }), { kind: 'tooWide', width: 513, height: 2 }],
    ['a size that is said and not there', png({ width: 500, height: 500, lines: Buffer.alloc(33) }), { kind: 'damaged' }],
    ['more points than it says', png({ lines: Buffer.alloc(40_000_000) }), { kind: 'damaged' }],
    ['a line told in a way that does not exist', png({ lines: Buffer.alloc(33 * 8, 9) }), { kind: 'damaged' }],
    ['points in rounds', png({ interlaced: true }), { kind: 'rare', what: 'interlacing' }],
    ['sixteen bits', png({ depth: 16 }), { kind: 'rare', what: '16 bits' }],
  ])('%s', (_, bytes, problem) => {
    expect(read(bytes)).toEqual({ problem })
  })

  test('whatever the bytes, there is an answer', () => {
    const whole = png({ colour: 3, more: [chunk('tEXt', Buffer.from('x'))] })
    for (let at = 0; at < whole.length; at++) {
      const spoiled = Buffer.from(whole)
      spoiled[at] = (spoiled[at] ?? 0) ^ 0x55
      expect(() => read(spoiled)).not.toThrow()
      expect(() => read(whole.subarray(0, at))).not.toThrow()
    }
  })

  test('a picture that was read as a text is damaged', () => {
    expect(readPicture(png().toString('utf8'))).toEqual({ problem: { kind: 'damaged' } })
  })
})
