import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BoxCoverage, BoxState, PacketContent } from '../../src/engine/assessment.ts'
import { A4, BOTTOM, HEAD, LEFT, type Measure, node, type Placement, RIGHT } from '../../src/pdf/document.ts'
import { Flow } from '../../src/pdf/flow.ts'
import { layOut } from '../../src/pdf/lay-out.ts'
import { contentOf } from './packets.ts'

/** Half the size per character: layout needs no font. */
const measure: Measure = (text, _weight, size) => [...text].length * size * 0.5
const content = contentOf('rules/base/examples/lunchroom-without-alcohol.yaml')
const box = (more: Partial<BoxCoverage>): BoxCoverage => ({
  key: 'X-001',
  nr: 'X-001',
  official: null,
  label: 'Naam',
  type: 'text',
  state: 'filled',
  text: 'Ada',
  options: null,
  rows: null,
  parts: null,
  item: null,
  heading: null,
  reason: null,
  questions: [],
  blank: [],
  computed: false,
  capacity: null,
  basis: null,
  source: null,
  unverified: false,
  ...more,
})
const withBoxes = (boxes: BoxCoverage[]): PacketContent => ({
  ...content,
  forms: content.forms.slice(0, 1).map((form) => ({
    ...form,
    sections: [{ id: 'a', title: 'Deel', annex: false, open: [], instances: [{ row: null, title: null, boxes }] }],
  })),
})
const formPage = (boxes: BoxCoverage[]): Placement[] => {
  const { pages, bookmarks } = layOut(withBoxes(boxes), 'abc', measure)
  const title = content.forms[0]?.title
  return pages[(bookmarks.find((one) => one.title === title)?.page ?? 1) - 1]?.placements ?? []
}
const texts = (placements: readonly Placement[]): string[] =>
  placements.flatMap((one) => (one.kind === 'text' && one.node ? [one.text] : []))

describe('an annex', () => {
  const instance = (row: string, nr: string) => ({ row, title: row, boxes: [box({ key: `${nr}@${row}`, nr })] })
  const section = (id: string, annex: boolean, nr: string) => ({
    id,
    title: id,
    annex,
    open: [],
    instances: annex ? [instance('t1', nr), instance('t2', nr)] : [{ row: null, title: null, boxes: [box({ key: nr, nr })] }],
  })
  const sections = [section('Plaats', true, 'X-001'), section('Maten', true, 'X-002'), section('Aanvrager', false, 'X-003')]
  const { pages } = layOut({ ...content, forms: content.forms.slice(0, 1).map((form) => ({ ...form, sections })) }, 'abc', measure)
  const sheets = pages.map(({ placements }) => texts(placements).filter((text) => /^X-/.test(text) || /: t\d$/.test(text)))

  test('stands behind the form, a sheet per row with all that is asked about that row', () => {
    expect(sheets.filter((sheet) => sheet.length > 0)).toEqual([
      ['X-003'],
      ['Plaats: t1', 'X-001', 'Maten: t1', 'X-002'],
      ['Plaats: t2', 'X-001', 'Maten: t2', 'X-002'],
    ])
  })
})

describe('a box', () => {
  test.each<{ state: BoxState; more: Partial<BoxCoverage>; says: string; frame: 'frame' | 'open' }>([
    { state: 'filled', more: { text: 'Ada' }, says: 'Ada', frame: 'frame' },
    { state: 'missing', more: { text: null }, says: 'nog invullen', frame: 'open' },
    { state: 'notApplicable', more: { text: null, reason: 'geen terras' }, says: 'niet van toepassing: geen terras', frame: 'frame' },
    { state: 'signature', more: { text: null }, says: 'zie ondertekeningsblad', frame: 'frame' },
    { state: 'empty', more: { text: null }, says: 'leeg gelaten', frame: 'frame' },
    { state: 'authority', more: { text: null }, says: 'voor de gemeente', frame: 'frame' },
  ])('that is $state says "$says"', ({ state, more, says, frame }) => {
    const placements = formPage([box({ state, ...more })])
    expect(texts(placements)).toEqual(expect.arrayContaining(['X-001', 'Naam', says]))
    expect(placements.some((one) => one.kind === 'rect' && one.style === frame && one.height > 20)).toBe(true)
  })

  test('with the number of the official form prints that number', () => {
    expect(texts(formPage([box({ official: '12b' })]))).toContain('12b')
  })

  test('that is short stands beside the next; a long one has the page to itself', () => {
    const tops = (boxes: BoxCoverage[]): number[] =>
      formPage(boxes).flatMap((one) => (one.kind === 'rect' && one.style === 'frame' && one.height > 20 ? [one.x] : []))
    expect(new Set(tops([box({}), box({ nr: 'X-002' })])).size).toBe(2)
    expect(new Set(tops([box({ text: 'w'.repeat(60) }), box({ nr: 'X-002' })])).size).toBe(1)
  })

  test('with options shows all of them and crosses the one that was chosen', () => {
    const shown = texts(
      formPage([
        box({
          text: 'vof',
          options: [
            { text: 'bv', ticked: false },
            { text: 'vof', ticked: true },
          ],
        }),
      ]),
    )
    expect(shown.join(' ')).toContain('bv x vof')
  })
})

test('whatever is written stays between the margins and on paper', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'W', ' ', 'é', 'Ł', '-', '\n'), maxLength: 700 })
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          label: fc.string({ minLength: 1, maxLength: 120 }),
          text,
          reason: text,
          state: fc.constantFrom<BoxState>('filled', 'notApplicable', 'missing'),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      (boxes) => {
        const { pages } = layOut(withBoxes(boxes.map((one, index) => box({ ...one, nr: `X-${index}`, key: `X-${index}` }))), 'abc', measure)
        for (const page of pages) {
          for (const one of page.placements) {
            const width = one.kind === 'text' ? measure(one.text, one.weight, one.size) : one.width
            expect(one.x).toBeGreaterThanOrEqual(LEFT - 0.01)
            expect(one.x + width).toBeLessThanOrEqual(RIGHT + 0.5)
            expect(one.y).toBeGreaterThan(20)
            expect(one.y).toBeLessThan(A4.height - 20)
            if (one.node) expect(one.y).toBeGreaterThanOrEqual(BOTTOM - 14)
          }
        }
      },
    ),
    { numRuns: 40 },
  )
})

describe('boxes per nested row and of parties', () => {
  const row = (nr: string, item: string, title: string, more: Partial<BoxCoverage> = {}): BoxCoverage =>
    box({ nr, key: `${nr}@${item}`, item: { row: item, title }, ...more })

  test('stand under the question they belong to and the number and name of their row', () => {
    const printed = texts(
      formPage([
        box({ nr: '2C.1', heading: '2C. Bezittingen', text: 'ja' }),
        row('2C.2', 'as1', 'Spaarrekening'),
        row('2C.3', 'as1', 'Spaarrekening'),
        row('2C.2', 'as2', 'Woning'),
        row('2C.3', 'as2', 'Woning'),
      ]),
    )
    const order = ['2C. Bezittingen', '2C.1', '1. Spaarrekening', '2C.2', '2C.3', '2. Woning']
    expect(order.map((text) => printed.indexOf(text))).toEqual(order.map((text) => printed.indexOf(text)).toSorted((a, b) => a - b))
    expect(order.every((text) => printed.includes(text))).toBe(true)
    expect(printed.filter((text) => text === '1. Spaarrekening').length).toBe(1)
  })

  test('print the parts of a party with their numbers, open ones as open', () => {
    const parts = [
      { nr: 'P.1', label: 'Achternaam', text: 'Kadıköy' },
      { nr: 'P.4', label: 'Burgerservicenummer', text: null },
    ]
    expect(texts(formPage([box({ state: 'missing', text: null, parts })]))).toEqual(
      expect.arrayContaining(['P.1 Achternaam: Kadıköy', 'P.4 Burgerservicenummer: nog invullen']),
    )
  })

  test('never leave the name of their row or part behind on the page before', () => {
    const parts = Array.from({ length: 6 }, (_, index) => ({ nr: `E.${index}`, label: 'Deel', text: 'Bank' }))
    for (let filler = 8; filler < 30; filler++) {
      const boxes = [
        ...Array.from({ length: filler }, (_, index) => box({ nr: `F-${index}`, key: `F-${index}`, label: 'w'.repeat(70) })),
        box({ nr: '6C.2', key: '6C.2@l1', item: { row: 'l1', title: 'Bank' }, heading: '6C. Leningen', parts }),
        row('6C.3', 'l1', 'Bank'),
        row('6C.2', 'l2', 'Vriend', { parts }),
      ]
      const { pages } = layOut(withBoxes(boxes), 'abc', measure)
      const pageOf = (text: string): number => pages.findIndex(({ placements }) => texts(placements).includes(text))
      const numbers = pages.flatMap(({ placements }, page) => texts(placements).flatMap((text) => (text === '6C.2' ? [page] : [])))
      expect([pageOf('6C. Leningen'), pageOf('1. Bank'), pageOf('2. Vriend')]).toEqual([numbers[0], numbers[0], numbers[1]])
    }
  })

  test('never leave the label of a table behind on the page before', () => {
    const rows = { header: ['Dag', 'Van'], cells: [['maandag', '11:00']] }
    for (let filler = 8; filler < 30; filler++) {
      const boxes = [
        ...Array.from({ length: filler }, (_, index) => box({ nr: `F-${index}`, key: `F-${index}`, label: 'w'.repeat(70) })),
        box({ nr: 'E46', key: 'E46', text: null, rows }),
      ]
      const { pages } = layOut(withBoxes(boxes), 'abc', measure)
      const pageOf = (text: string): number => pages.findIndex(({ placements }) => texts(placements).includes(text))
      expect(pageOf('E46')).toBe(pageOf('maandag'))
    }
  })

  test('of a part that does not apply as a whole are named in one line', () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      box({ nr: `3C.${index + 1}`, key: `3C.${index + 1}`, state: 'notApplicable', text: null, reason: 'geen vennoot' }),
    )
    const printed = texts(formPage(many)).join(' ')
    expect(printed).toContain('niet van toepassing: geen vennoot (3C.1, 3C.2,')
    for (const { nr } of many) expect(printed).toContain(nr)
    expect(printed).not.toContain('Naam')
  })
})

test('a long step begins where there is room and goes on on the next page', () => {
  const flow = new Flow(measure, node('Document'), 1)
  flow.begin('Stappen')
  flow.paragraph('w '.repeat(900))
  flow.list([`begin ${'w '.repeat(2500)}`], { numbered: true })
  expect(flow.pages.length).toBeGreaterThan(1)
  expect(texts(flow.pages[0]?.placements ?? []).some((text) => text.startsWith('begin'))).toBe(true)
})

test('no text of a page lies over another', () => {
  const { pages } = layOut(content, 'abc', measure)
  for (const page of pages) {
    const runs = page.placements.flatMap((one) =>
      one.kind === 'text' && one.node ? [{ ...one, width: measure(one.text, one.weight, one.size) }] : [],
    )
    for (const [index, a] of runs.entries()) {
      for (const b of runs.slice(index + 1)) {
        const apart = a.x + a.width <= b.x + 0.1 || b.x + b.width <= a.x + 0.1 || a.y >= b.y + b.size * 0.8 || b.y >= a.y + a.size * 0.8
        if (!apart) expect.fail(`"${a.text}" lies over "${b.text}"`)
      }
    }
  }
})

test('the same content gives the same pages', () => {
  expect(layOut(content, 'abc', measure)).toEqual(layOut(content, 'abc', measure))
})

test('the cover names the page on which each part begins', () => {
  const { pages, bookmarks } = layOut(content, 'abc', measure)
  for (const { title, page } of bookmarks) expect(pages[page - 1]?.part).toBe(title)
  expect(HEAD).toBeLessThan(A4.height)
})

test('a table goes on over pages with its header above', () => {
  const flow = new Flow(measure, node('Document'), 1)
  flow.begin('Tabel')
  flow.table(
    ['Kop'],
    Array.from({ length: 90 }, (_, index) => [`rij ${index}`]),
    [1],
  )
  expect(flow.pages.length).toBeGreaterThan(1)
  for (const page of flow.pages) expect(page.placements.some((one) => one.kind === 'text' && one.text === 'Kop')).toBe(true)
})

test('how long it takes says what more time the authority may take, and that the first day is the best case', () => {
  const [term] = content.assessment.terms
  if (!term) throw new Error('this example has no terms')
  const assessment = {
    ...content.assessment,
    earliestOpening: '2027-01-23',
    terms: [{ ...term, kind: 'decision' as const, until: '2027-01-23', extended: '2027-03-20' }],
  }
  const { pages } = layOut({ ...content, assessment }, 'abc', measure)
  const said = pages.flatMap(({ placements }) => texts(placements)).join(' ')
  expect(said).toContain('met verlenging: 20 maart 2027')
  expect(said).toContain('Vroegste opening: 23 januari 2027')
  expect(said).toContain('Dat lukt alleen als u alles compleet inlevert')
  expect(said).toContain('Neemt de gemeente alle tijd die zij mag nemen, dan wordt het 20 maart 2027.')
})
