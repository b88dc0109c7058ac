import { expect, test } from 'vitest'
import { attach } from '../../../src/pdf/added/attached.ts'
import { readPacket } from '../../../src/pdf/read.ts'
import { writePacket } from '../../../src/pdf/write.ts'
import { contentOf, FONTS } from '../packets.ts'
import { unlessThere, validate, whyNoValidator } from '../verapdf.ts'
import { oneOfEach, spoilt } from './made-files.ts'

const missing = whyNoValidator()

test(`two hundred files, most of them spoilt, are in one packet: none hangs, none stops it, and it stays PDF/A-3a and PDF/UA-1${unlessThere(missing)}`, async () => {
  const each = await oneOfEach()
  const files = [...each, ...(await spoilt(200 - each.length))]
  const enclosures = await Promise.all(
    files.map(async ({ name, bytes }, index) => ({
      name,
      type: 'application/octet-stream',
      bytes,
      document: `d${String(index).padStart(3, '0')}`,
      shown: await attach(name, bytes),
    })),
  )
  expect(enclosures.length).toBe(200)
  const written = await writePacket(contentOf('rules/base/examples/manager-leaves.yaml'), FONTS, enclosures)
  const read = await readPacket(written.bytes)
  if (!read.ok) throw new Error(read.problem)
  expect(read.files.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(
    enclosures.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
  )
  if (missing !== null) return
  const verdicts = await validate('added', new Map([['two hundred', written.bytes]]))
  expect(verdicts.filter(({ passed }) => !passed)).toEqual([])
})
