import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Draft } from '../../src/draft/draft.ts'
import { readSaveFile } from '../../src/draft/files/save-file.ts'
import { takeApart, wholeFile } from '../../src/draft/files/whole-file.ts'
import { answersText } from '../../src/model/answers/write-answers.ts'
import type { Enclosure } from '../../src/model/packet-file/enclosure.ts'
import { readPacket } from '../../src/pdf/read.ts'
import { writePacket } from '../../src/pdf/write.ts'
import { contentOf, FONTS } from '../pdf/packets.ts'

const base = Draft.parse({
  schema: 1,
  id: 'abcdef123456',
  created: '2026-03-01T10:00:00.000Z',
  changed: '2026-03-01T10:00:00.000Z',
  ruleSet: { id: 'horeca1', version: '2026.1.0', hash: 'x' },
  file: { schema: 1, variant: 'voorbeeld' },
  about: { name: '', town: 'Voorbeeld', open: null, asked: null },
  reference: 'H1-7KQ4-M9XD',
})

const key = fc.stringMatching(/^[a-z]{1,8}\.[a-zA-Z]{1,8}(@[a-z]\d)?$/)
const text = fc.string({ unit: 'grapheme', maxLength: 20 })
const json = fc.oneof(text, fc.boolean(), fc.integer(), fc.array(text, { maxLength: 3 }))
/** Whatever a draft may hold beside its answers, and documents with their bytes. */
const drafts = fc.record({
  parked: fc.array(fc.record({ what: key, value: json }), { maxLength: 3 }),
  aside: fc.dictionary(key, json, { maxKeys: 3, noNullPrototype: true }),
  typed: fc.dictionary(key, text, { maxKeys: 3, noNullPrototype: true }),
  copied: fc.dictionary(
    fc.constantFrom('alcohol', 'exploitation'),
    fc.record({ at: fc.option(key), done: fc.uniqueArray(key, { maxLength: 3 }) }),
    { noNullPrototype: true },
  ),
})
const attachments = fc.uniqueArray(
  fc.record({
    document: fc.stringMatching(/^[a-z]{3,8}(@p\d)?$/),
    name: fc.constantFrom('scan.pdf', 'plattegrond.png', 'met spatie.jpg', 'ü.pdf'),
    type: fc.constantFrom('application/pdf', 'image/png', 'image/jpeg'),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 200 }),
  }),
  { maxLength: 4, selector: ({ document }) => document },
)

test('a file of answers gives the draft back with all that stood beside them', () => {
  fc.assert(
    fc.property(drafts, (beside) => {
      const read = readSaveFile(JSON.stringify(wholeFile({ ...base, ...beside })))
      if (!read.ok) throw new Error(read.problem)
      expect(takeApart(read.file)).toEqual({ file: base.file, beside, whole: true })
    }),
  )
})

test('a draft that holds nothing beside its answers is a plain answer file', () => {
  expect(wholeFile(base)).toBe(base.file)
})

test('what cannot be read beside the answers costs no answer, and is said', () => {
  const { whole, file } = takeApart({ ...base.file, draft: { copied: 'everything' } })
  expect({ whole, file }).toEqual({ whole: false, file: base.file })
})

const content = contentOf('rules/base/examples/manager-leaves.yaml')

test('a packet gives the whole draft back: reference, rules, documents with their bytes, and what stood beside the answers', async () => {
  await fc.assert(
    fc.asyncProperty(drafts, attachments, async (beside, unsorted) => {
      // an answer file names documents in one order
      const files = unsorted.toSorted((a, b) => (a.document < b.document ? -1 : 1))
      const file = { ...base.file, attachments: files.map(({ document, name }, index) => ({ id: `a${index + 1}`, document, file: name })) }
      const draft: Draft = { ...base, ...beside, file }
      const answersJson = answersText(wholeFile(draft))
      const written = await writePacket({ ...content, reference: draft.reference, answersJson }, FONTS, files satisfies Enclosure[])
      const read = await readPacket(written.bytes)
      if (!read.ok) throw new Error(read.problem)
      expect(read.reference).toBe(draft.reference)
      expect(read.ruleSet).toEqual(expect.objectContaining({ id: content.assessment.ruleSet.id, hash: content.assessment.ruleSet.hash }))
      const inside = readSaveFile(read.answersJson)
      if (!inside.ok) throw new Error(inside.problem)
      expect(takeApart(inside.file)).toEqual({ file, beside, whole: true })
      const byDocument = (a: { document: string | null }, b: { document: string | null }): number =>
        (a.document ?? '') < (b.document ?? '') ? -1 : 1
      expect(read.files.map(({ document, type, bytes }) => ({ document, type, bytes }))).toEqual(
        files.map(({ document, type, bytes }) => ({ document, type, bytes })).toSorted(byDocument),
      )
    }),
    { numRuns: 12 },
  )
})
