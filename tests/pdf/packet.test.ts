import { describe, expect, test } from 'vitest'
import type { PacketContent } from '../../src/engine/assessment.ts'
import { readPacket } from '../../src/pdf/read.ts'
import { TEXTS } from '../../src/pdf/texts.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { readPrinted, squash } from '../walk/printed/packet-text.ts'
import { boxesOf, bytesOf, contentOf, even, open, textsOf } from './packets.ts'

const CAFE = 'rules/base/examples/cafe-terrace-machines.yaml'
const LONG = Array.from({ length: 60 }, (_, index) => `Zin ${index + 1} over gasten uit Kadıköy en bier van Dvořák-Łukasz.`).join(' ')
const content = contentOf(CAFE, 'nl', (answers) => {
  answers['business.concept'] = LONG
})
const bytes = await bytesOf(content)
const pages = await textsOf(bytes)
const all = pages.join(' ')

describe('what a reader program finds in the packet', () => {
  test.each<{ which: string; packet: PacketContent; least: number }>([
    { which: 'all answered', packet: content, least: 400 },
    { which: 'most still open', packet: contentOf('rules/base/examples/outcome-restaurant-with-wine.yaml'), least: 400 },
  ])('every box, $which: its number, its label, and its answer or state', async ({ packet, least }) => {
    const words = TEXTS.nl
    const says = (...texts: readonly string[]): string => texts.map(squash).join(' | ')
    const { boxes } = await readPrinted(await bytesOf(packet))
    const printed = new Set(boxes.map(({ form, nr, label, text }) => says(form, nr, label, text)))
    const gathered = new Set(boxes.map(({ form, nr, state, text }) => says(state, form, nr, state === 'signature' ? text : '')))
    const absent = boxesOf(packet).filter(({ form, box, copyOut }) => {
      const nr = box.official ?? box.nr
      const has = (text: string): boolean => printed.has(says(form, nr, box.label, text))
      switch (box.state) {
        case 'notApplicable':
          return !gathered.has(says(box.state, form, nr, ''))
        case 'signature':
          return !gathered.has(says(box.state, form, nr, copyOut ? words.signedOnline : words.signature))
        case 'empty':
          return !has(words.empty)
        case 'authority':
          return !has(words.authority)
        case 'missing':
          return !boxes.some((one) => one.form === form && one.nr === nr && squash(one.label) === squash(box.label) && one.state === 'open')
        case 'filled':
          break
        default:
          return box.state satisfies never
      }
      if (box.parts) return !has(box.parts.map(({ nr: part, label, text }) => `${part} ${label}: ${text}`).join(' '))
      if (box.rows) {
        const [header, cells] = [squash(box.rows.header.join(' ')), squash(box.rows.cells.flat().join(' '))]
        // on its next page a table has its head again
        return !boxes.some((one) => {
          const text = squash(one.text)
          return one.form === form && one.nr === nr && text.startsWith(header) && text.replaceAll(header, '') === cells
        })
      }
      const options = box.options?.map(({ text, ticked }) => (ticked ? `x ${text}` : text)).join(' ')
      const isLong = (box.text?.length ?? 0) > Math.min(box.capacity ?? 420, 420)
      if (isLong) return !boxes.some((one) => one.form === form && one.nr === nr && squash(one.text).endsWith(squash(box.text ?? '')))
      return !(has(box.text ?? '') || (options !== undefined && has(options)))
    })
    expect(absent.map(({ form, box }) => `${form} ${box.nr} ${box.state}`)).toEqual([])
    expect(boxesOf(packet).length).toBeGreaterThan(least)
  })

  test('rows of a table, such as the rooms', () => {
    const rooms = boxesOf(content).find(({ box }) => box.nr === 'EX-069')?.box.rows?.cells ?? []
    expect(rooms.length).toBeGreaterThan(1)
    for (const row of rooms) expect(all).toContain(even(row.join(' ')))
  })

  test('a long answer on a continuation sheet, whole', () => {
    const sheet = pages.filter((page) => page.includes(TEXTS.nl.continuation)).join(' ')
    expect(sheet).toContain('Zin 1 over gasten uit Kadıköy en bier van Dvořák-Łukasz.')
    expect(all).toContain('Zin 60 over gasten uit Kadıköy en bier van Dvořák-Łukasz.')
  })

  test('names from everywhere', async () => {
    const names = 'Kadıköy Dvořák-Łukasz İstanbul Ğ Ș ő Ελένη Юлия ß Æ'
    const text = (await textsOf(await bytesOf(contentOf(CAFE, 'nl', (answers) => (answers['premises.name'] = names))))).join(' ')
    expect(text).toContain(names)
  })

  test('page numbers and the reference on every page', () => {
    pages.forEach((page, index) => {
      expect(page).toContain(`pagina ${index + 1} van ${pages.length}`)
      expect(page).toContain('H1-TEST-0001')
    })
  })

  test('what every page of a form that is no official form says first', () => {
    for (const form of content.forms) expect(all).toContain(even(`${form.title} ${TEXTS.nl.formStatus.preparation}`))
  })

  test('an unknown fee as unknown, never as nothing', async () => {
    const one = structuredClone(content)
    const line = one.assessment.fees.lines[0]
    if (line) Object.assign(line, { cents: null, formula: '' })
    one.assessment.fees.totalCents = null
    const text = (await textsOf(await bytesOf(one))).join(' ')
    expect(text).toContain(even(`${line?.label} onbekend`))
    expect(text).toContain(TEXTS.nl.totalKnown)
  })
})

describe('structure', () => {
  test('the file is tagged, has a language, a title and bookmarks to every part', async () => {
    const pdf = await open(bytes)
    const { info } = await pdf.getMetadata()
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    expect(info).toMatchObject({ Title: content.title, Language: 'nl' })
    const outline = (await pdf.getOutline()).map((item) => item.title)
    for (const form of content.forms) expect(outline).toContain(form.title)
    expect(outline.length).toBeGreaterThan(content.forms.length + 6)
  })

  test('every text that is not a running head stands in an element, in the order of the page', async () => {
    const pdf = await open(bytes)
    for (let number = 1; number <= pdf.numPages; number += 3) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      const marked = items.flatMap((item) => ('type' in item && item.type === 'beginMarkedContentProps' && item.id ? [item.id] : []))
      const inTree: string[] = []
      const walk = (node: unknown): void => {
        if (typeof node !== 'object' || node === null) return
        if ('type' in node && node.type === 'content' && 'id' in node) inTree.push(String(node.id))
        if ('children' in node && Array.isArray(node.children)) node.children.forEach(walk)
      }
      walk(await page.getStructTree())
      expect(inTree).toEqual(marked)
    }
  })

  test('headings, tables and figures are named as such', async () => {
    const roles = new Set<string>()
    const pdf = await open(bytes)
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return
      if ('role' in node) roles.add(String(node.role))
      if ('role' in node && node.role === 'Figure') expect(node).toHaveProperty('alt')
      if ('children' in node && Array.isArray(node.children)) node.children.forEach(walk)
    }
    for (const number of [1, 2, 6]) walk(await (await pdf.getPage(number)).getStructTree())
    for (const role of ['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD', 'Figure']) expect(roles).toContain(role)
  })
})

describe('the answers inside', () => {
  test('come back byte for byte', async () => {
    const { ruleSet } = content.assessment
    expect(await readPacket(bytes)).toEqual({
      ok: true,
      answersJson: content.answersJson,
      englishLines: false,
      reference: content.reference,
      day: content.assessment.dates.today,
      lang: content.lang,
      ruleSet: { id: ruleSet.id, version: ruleSet.version, hash: ruleSet.hash },
      files: [],
      pages: { reference: content.reference, overdrawn: [], annotated: [], foreign: [], missing: 0 },
    })
  })

  test('the same answers give the same file', async () => {
    expect(Buffer.from(await bytesOf(content)).equals(Buffer.from(bytes))).toBe(true)
  })

  test.each([
    { what: 'no PDF at all', file: new TextEncoder().encode('geen pdf'), says: 'notPdf' },
    { what: 'an empty file', file: new Uint8Array(), says: 'notPdf' },
    { what: 'a packet cut off halfway', file: bytes.slice(0, bytes.length / 2), says: 'damaged' },
    { what: 'a head without a body', file: new TextEncoder().encode('%PDF-1.7\n'), says: 'damaged' },
  ])('$what is refused in words', async ({ file, says }) => {
    const result = await readPacket(file)
    expect(result).toMatchObject({ ok: false, problem: says })
  })
})

test.each(['nl', 'en'] as const)(
  'what is open is told in words of the pages, in %s: no id of a fact, a list or a row is printed',
  async (lang) => {
    // only the first pages are answered: what comes after waits
    const variant = shippedVariant('voorbeeld')
    const inTree = new Set(variant.steps.flatMap(({ ask }) => ask))
    const half = contentOf(CAFE, lang, (answers) => {
      for (const key of Object.keys(answers)) if (!inTree.has(key) && !key.startsWith('application.')) delete answers[key]
    })
    const ids = variant.questions.map(({ id }) => id).filter((id) => id.includes('.'))
    const rows = boxesOf(half).flatMap(({ box }) => /@.+$/.exec(box.key)?.[0] ?? [])
    expect(half.assessment.counts.missing).toBeGreaterThan(100)
    expect(rows.length).toBeGreaterThan(20)
    const words = new Set((await textsOf(await bytesOf(half))).join(' ').split(/[\s,;]+/))
    expect(ids.filter((id) => words.has(id))).toEqual([])
    expect([...words].filter((word) => rows.some((row) => word.endsWith(row)))).toEqual([])
    const [waiting] = boxesOf(half).flatMap(({ box }) => (box.state === 'missing' ? box.questions : []))
    expect(half.waitsFor[waiting ?? '']).toBeTruthy()
    expect(Object.entries(half.waitsFor).filter(([key, text]) => text === key)).toEqual([])
  },
)

test('the packet is there in English as well, for the town in Dutch', async () => {
  const text = (await textsOf(await bytesOf(contentOf(CAFE, 'en')))).join(' ')
  for (const words of [TEXTS.en.outcome, TEXTS.en.fees, TEXTS.nl.coverage, 'Aanvraag alcoholwetvergunning']) expect(text).toContain(words)
  for (const words of [TEXTS.nl.outcome, TEXTS.en.coverage]) expect(text).not.toContain(words)
})
