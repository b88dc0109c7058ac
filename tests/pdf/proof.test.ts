import { describe, expect, test } from 'vitest'
import { assessCase } from '../../src/engine/assess.ts'
import { openCase } from '../../src/engine/case.ts'
import { formatCents } from '../../src/engine/forms/format.ts'
import { packetContent } from '../../src/engine/packet/packet-content.ts'
import { answersBehind, proofContent } from '../../src/engine/packet/proof-content.ts'
import type { Node } from '../../src/pdf/document.ts'
import { layOutProof } from '../../src/pdf/proof/lay-out-proof.ts'
import { readPacket } from '../../src/pdf/read.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'
import { bytesOf, caseOf, textsOf } from './packets.ts'
import { badPages } from './page-laws.ts'

const CAFE = 'rules/base/examples/cafe-terrace-machines.yaml'
const proofOf = (lang: 'nl' | 'en', example = CAFE) => {
  const { application, answersJson } = caseOf(example, lang)
  return { application, answersJson, content: proofContent(application, 'H1-TEST-0001', answersJson) }
}
/** Half the size per character: where something stands is not told by a font. */
const measure = (text: string, _weight: unknown, size: number): number => [...text].length * size * 0.5

describe.each([
  { lang: 'nl' as const, isNot: 'Dit is geen aanvraag.', foot: 'Bewijs, geen aanvraag', signing: 'Handtekening', source: 'Regel en bron' },
  { lang: 'en' as const, isNot: 'This is no application.', foot: 'Proof, no application', signing: 'Signature', source: 'Rule and source' },
])('a proof in $lang', ({ lang, isNot, foot, signing, source }) => {
  const { application, answersJson, content } = proofOf(lang)
  const { assessment } = content

  test('says on every page that it is no application, and has nothing to sign or to hand in', async () => {
    const pages = await textsOf(await bytesOf(content))
    expect(pages[0]).toContain(isNot)
    for (const page of pages) expect(page).toContain(foot)
    expect(pages.join(' ')).not.toContain(signing)
    expect(pages.join(' ')).not.toMatch(/AL-0\d\d/)
  })

  test('tells of each licence what follows, why, and where that is written; the costs and the terms with theirs', async () => {
    const text = (await textsOf(await bytesOf(content))).join(' ')
    const bare = text.replace(/\s/g, '')
    expect(text).toContain(source)
    const says = (what: string): boolean => bare.includes(what.replace(/\s/g, ''))
    for (const { id, because } of assessment.licences) {
      expect(says(content.licenceNames[id] ?? id), id).toBe(true)
      expect(says(because.join(' ')), because.join(' ')).toBe(true)
      expect(content.proof.rules[id], id).toBeTruthy()
      expect(says(content.proof.rules[id] ?? ''), content.proof.rules[id] ?? id).toBe(true)
    }
    const known = assessment.fees.lines.flatMap(({ cents }) => (cents === null ? [] : [formatCents(cents, lang)]))
    expect(known.length).toBeGreaterThan(2)
    for (const amount of known) expect(says(amount), amount).toBe(true)
    for (const { basis } of assessment.terms) expect(says(basis), basis).toBe(true)
    for (const { what, value } of content.proof.values) {
      expect(says(what), what).toBe(true)
      if (value !== null) expect(says(value), value).toBe(true)
    }
  })

  test('tells every answer that the outcome rests on, and how many it does not tell', async () => {
    const bare = (await textsOf(await bytesOf(content))).join(' ').replace(/\s/g, '')
    const told = content.proof.answers.flatMap(({ lines, lists }) => [
      ...lines.flatMap(({ question, answer }) => [question, answer]),
      ...lists.flatMap(({ questions, rows }) => [...questions, ...rows.flatMap(({ answers }) => answers)]),
    ])
    expect(told.length).toBeGreaterThan(60)
    for (const words of told) expect(bare, words).toContain(words.replace(/\s/g, ''))
    expect(content.proof.others).toBe(application.answers.values.size - answersBehind(application).length)
    expect(content.proof.others).toBeGreaterThan(20)
  })

  test('has the checksum that a packet of the same answers has, and does not hold them', async () => {
    const packet = (await textsOf(await bytesOf(packetContent(application, 'H1-TEST-0001', answersJson)))).join('').replace(/\s/g, '')
    const bytes = await bytesOf(content)
    const proof = (await textsOf(bytes)).join(' ').replace(/\s/g, '')
    const [, hash = ''] = packet.match(/(?:Controlegetalvandeantwoorden|Checksumoftheanswers):([0-9a-f]{64})/) ?? []
    expect(hash).not.toBe('')
    expect(proof.includes(hash)).toBe(true)
    // dropped where answers go back in, it is told apart from a packet
    expect(await readPacket(bytes)).toEqual({ ok: false, problem: 'foreign', reference: null })
  })

  test('is the same file every time, and another one after another answer', async () => {
    const [once, again] = [await bytesOf(content), await bytesOf(proofOf(lang).content)]
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true)
    const { application: other, answersJson: json } = caseOf(CAFE, lang, (answers) => {
      answers['activity.terrace'] = ['none']
    })
    const changed = await bytesOf(proofContent(other, 'H1-TEST-0001', json))
    expect(Buffer.from(once).equals(Buffer.from(changed))).toBe(false)
  })

  test('is tagged by its parts, each with a heading, and its tables have heads', () => {
    const laid = layOutProof(content, 'a'.repeat(64), measure)
    const roles = (node: Node): string[] => [node.role, ...node.children.flatMap(roles)]
    for (const part of laid.root.children) expect(roles(part).slice(0, 2)).toEqual(['Sect', 'H1'])
    expect(laid.root.children.length).toBe(laid.bookmarks.filter(({ level }) => level === 1).length)
    const tables = roles(laid.root).filter((role) => role === 'Table').length
    expect(tables).toBeGreaterThan(8)
    expect(roles(laid.root).filter((role) => role === 'TH').length).toBeGreaterThan(tables * 2)
    expect(badPages(laid)).toEqual([])
  })
})

test('of the first answers alone there is a proof too, short and without a name', async () => {
  const { application } = proofOf('nl', 'rules/base/examples/outcome-quiet-tea-room.yaml')
  const keys = new Set(answersBehind(application).filter((key) => !key.includes('@')))
  const values = new Map([...application.answers.values].filter(([key]) => keys.has(key)))
  const few = openCase(application.variant, { ...application.answers, values, rows: new Map(), lists: new Map() }, application.dates, 'nl')
  const pages = await textsOf(await bytesOf(proofContent(few, 'H1-TEST-0001', '{}')))
  expect(pages.length).toBeLessThanOrEqual(5)
  expect(pages[0]).not.toContain('Aanvrager')
})

test('without the answers that are not told, every outcome of every shipped example is the same', () => {
  let left = 0
  for (const { file, application } of shippedExamples()) {
    const keys = new Set(answersBehind(application))
    const values = new Map([...application.answers.values].filter(([key]) => keys.has(key)))
    left += application.answers.values.size - values.size
    const { licences, extras, fees, terms, earliestOpening, hours, stop } = assessCase(application)
    const alone = assessCase(openCase(application.variant, { ...application.answers, values }, application.dates, application.lang))
    const of = (found: typeof licences) => found.map(({ id, verdict, duty, via, because }) => ({ id, verdict, duty, via, because }))
    expect(of(alone.licences), file).toEqual(of(licences))
    expect([alone.extras, alone.fees, alone.terms, alone.earliestOpening, alone.hours, alone.stop], file).toEqual([
      extras,
      fees,
      terms,
      earliestOpening,
      hours,
      stop,
    ])
  }
  expect(left).toBeGreaterThan(1000)
})
