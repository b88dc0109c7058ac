import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BoxCoverage, BoxState, PacketContent } from '../../src/engine/assessment.ts'
import { A4, BOTTOM, HEAD, LEFT, type Measure, node, type Placement, RIGHT } from '../../src/pdf/document.ts'
import { Flow } from '../../src/pdf/flow.ts'
import { layOut } from '../../src/pdf/lay-out.ts'
import { layOutTable } from '../../src/pdf/table.ts'
import { contentOf } from './packets.ts'

/** Half the size per character: layout needs no font. */
const measure: Measure = (text, _weight, size) => [...text].length * size * 0.5
const content = contentOf('rules/base/examples/lunchroom-without-alcohol.yaml')
const box = (more: Partial<BoxCoverage>): BoxCoverage => ({
  key: 'X-001',
  nr: 'X-001',
  official: null,
  exportKey: null,
  meta: null,
  label: 'Naam',
  type: 'text',
  state: 'filled',
  text: 'Ada',
  textLang: null,
  options: null,
  rows: null,
  parts: null,
  item: null,
  nested: false,
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
  const named = pages.flatMap(({ placements }) => texts(placements).filter((text) => /^X-/.test(text) || /: t\d$/.test(text)))

  test('stands behind the form, row after row with all that is asked about that row', () => {
    expect(named).toEqual(['X-003', ...['t1', 't2'].flatMap((row) => [`Plaats: ${row}`, 'X-001', `Maten: ${row}`, 'X-002'])])
  })
})

describe('a box', () => {
  test.each<{ state: BoxState; more: Partial<BoxCoverage>; says: string[] }>([
    { state: 'filled', more: { text: 'Ada' }, says: ['Naam', 'Ada'] },
    { state: 'missing', more: { text: null }, says: ['Naam', 'nog invullen'] },
    { state: 'notApplicable', more: { text: null, reason: 'geen terras' }, says: ['niet van toepassing: Deel – geen terras (X-001)'] },
    { state: 'signature', more: { text: null }, says: ['zie ondertekeningsblad', '(X-001)'] },
    { state: 'empty', more: { text: null }, says: ['Naam', 'leeg gelaten'] },
    { state: 'authority', more: { text: null }, says: ['Naam', 'voor de gemeente'] },
  ])('that is $state says "$says"', ({ state, more, says }) => {
    expect(texts(formPage([box({ state, ...more })]))).toEqual(expect.arrayContaining(says))
  })

  test('that is open can be filled in with a pen: room to write, or every choice with an empty square', () => {
    const squares = (placements: readonly Placement[]) =>
      placements.flatMap((one) => (one.kind === 'rect' && one.style === 'frame' ? [one] : []))
    expect(squares(formPage([box({ state: 'missing', text: null })])).some(({ width, height }) => width > 60 && height >= 18)).toBe(true)
    const options = ['bv', 'vof'].map((text) => ({ text, ticked: false }))
    const choices = formPage([box({ state: 'missing', text: null, type: 'choice', options })])
    expect(squares(choices)).toHaveLength(2)
    expect(texts(choices).join(' ')).toContain('nog invullen bv vof')
  })

  test('with the number of the official form prints that number', () => {
    expect(texts(formPage([box({ official: '12b' })]))).toContain('12b')
  })

  test('stands in the same place whatever is answered in it and in the others', () => {
    const types = ['text', 'date', 'number', 'text', 'yesNo', 'text', 'longText', 'amount']
    const form = (answered: (index: number) => Partial<BoxCoverage>): BoxCoverage[] =>
      types.map((type, index) => box({ type, nr: `X-${index}`, key: `X-${index}`, ...answered(index) }))
    const places = (boxes: BoxCoverage[]): Map<string, number> =>
      new Map(formPage(boxes).flatMap((one) => (one.kind === 'text' && /^X-\d$/.test(one.text) ? [[one.text, one.x]] : [])))
    const full = places(form(() => ({})))
    expect(new Set(full.values()).size).toBeGreaterThan(3)
    const half = places(form((index) => (index % 2 === 0 ? { text: 'w'.repeat(30) } : { state: 'notApplicable', text: null })))
    expect(half.size).toBe(4)
    for (const [nr, x] of half) expect(x).toBe(full.get(nr))
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
    box({ nr, key: `${nr}@${item}`, item: { row: item, title }, nested: true, ...more })

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
    const printed = texts(formPage([box({ state: 'missing', text: null, parts })])).join(' ')
    expect(printed).toContain('P.1 Achternaam: Kadıköy P.4 Burgerservicenummer: nog invullen')
  })

  test('never leave the name of their row or part behind on the page before', () => {
    const parts = Array.from({ length: 6 }, (_, index) => ({ nr: `E.${index}`, label: 'Deel', text: 'Bank' }))
    for (let filler = 8; filler < 30; filler++) {
      const boxes = [
        ...Array.from({ length: filler }, (_, index) => box({ nr: `F-${index}`, key: `F-${index}`, label: 'w'.repeat(70) })),
        box({ nr: '6C.2', key: '6C.2@l1', item: { row: 'l1', title: 'Bank' }, nested: true, heading: '6C. Leningen', parts }),
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
    expect(printed).toContain('niet van toepassing: Deel – geen vennoot (3C.1 t/m 3C.20)')
    expect(printed).not.toContain('Naam')
  })

  test('several of which nothing applies and that follow each other share a paragraph, each with its bookmark', () => {
    const refused = (nr: string): BoxCoverage => box({ nr, key: nr, state: 'notApplicable', text: null, reason: 'geen terras' })
    const section = (title: string, boxes: BoxCoverage[]) => ({
      id: title,
      title,
      annex: false,
      open: [],
      instances: [{ row: null, title: null, boxes }],
    })
    const sections = [
      section('Een', [refused('X-1')]),
      section('Twee', [refused('X-2')]),
      section('Drie', [box({ nr: 'X-3', key: 'X-3', text: 'Ada' }), refused('X-4')]),
      section('Vier', [refused('X-5')]),
    ]
    const { pages, bookmarks } = layOut(
      { ...content, forms: content.forms.slice(0, 1).map((form) => ({ ...form, sections })) },
      'abc',
      measure,
    )
    const grey = pages.flatMap(({ placements }) => texts(placements).filter((text) => text.startsWith('niet van toepassing')))
    expect(grey).toEqual([
      'niet van toepassing: Een – geen terras (X-1) · Twee – geen terras (X-2)',
      'niet van toepassing: geen terras (X-4)',
      'niet van toepassing: Vier – geen terras (X-5)',
    ])
    const titles = bookmarks.map(({ title }) => title)
    expect(['Een', 'Twee', 'Drie', 'Vier'].map((title) => titles.filter((one) => one === title).length)).toEqual([1, 1, 1, 1])
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

describe('what would end on a page that is hardly used', () => {
  const pagesOf = (items: number, layOutIn: (flow: Flow, fill: () => void) => void) => {
    const flow = new Flow(measure, node('Document'), 1)
    layOutIn(flow, () => {
      flow.begin('Stappen')
      flow.list(Array.from({ length: items }, (_, index) => `stap ${index}`))
    })
    return flow.pages
  }
  const usual = (items: number) => pagesOf(items, (_flow, fill) => fill())
  const saving = (items: number) => pagesOf(items, (flow, fill) => flow.saving(fill))
  /** The most items that one page takes. */
  const full = Array.from({ length: 200 }, (_, index) => index + 1).findLast((items) => usual(items).length === 1) ?? 0

  test('stands closer to each other, and says all of it', () => {
    expect(usual(full + 3)).toHaveLength(2)
    expect(saving(full + 3)).toHaveLength(1)
    expect(texts(saving(full + 3)[0]?.placements ?? [])).toEqual(usual(full + 3).flatMap(({ placements }) => texts(placements)))
  })

  test('stands as always where that saves no page, or the page is used', () => {
    for (const items of [full, full + 20, full * 2]) expect(saving(items)).toEqual(usual(items))
  })
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

describe('what is longer than a page goes on on the next one, and nothing of it is lost', () => {
  const LONG = `${'W'.repeat(2500)} ${'Kadıköy '.repeat(400)}einde`
  const letters = (text: string): string => text.replace(/\s+/g, '')
  const table = {
    header: ['Ruimte', 'Functie'],
    cells: [
      [LONG, 'zaal'],
      ['Bar', LONG],
    ],
  }
  const signer = { row: 'p1', name: LONG, forms: content.forms.map(({ id }) => id), own: {} }
  const boxOf = (more: Partial<BoxCoverage>): PacketContent => withBoxes([box({ label: 'Ervoor' }), box(more), box({ label: 'Erachter' })])

  test.each<{ where: string; long: PacketContent; times: number }>([
    { where: 'a cell of a table', long: boxOf({ text: null, rows: table }), times: 2 },
    { where: 'a part of a party', long: boxOf({ parts: [{ nr: 'P.1', label: 'Naam', text: LONG }] }), times: 1 },
    // in its box, and as any long answer on a continuation sheet
    {
      where: 'an option',
      long: boxOf({
        text: LONG.trim(),
        options: [
          { text: LONG, ticked: true },
          { text: 'nee', ticked: false },
        ],
      }),
      times: 2,
    },
    { where: 'a label', long: boxOf({ label: LONG }), times: 1 },
    { where: 'a reason', long: boxOf({ state: 'notApplicable', reason: LONG }), times: 1 },
    { where: 'the name of a row', long: boxOf({ item: { row: 'r1', title: LONG } }), times: 1 },
    { where: 'a name on the cover', long: { ...content, applicant: LONG }, times: 1 },
    { where: 'the title', long: { ...content, title: LONG }, times: 1 },
    // in the list of contents, above its page and where one signs
    { where: 'a name that signs', long: { ...content, signers: [signer] }, times: 3 },
  ])('$where', ({ long, times }) => {
    const { pages } = layOut(long, 'abc', measure)
    for (const { placements } of pages)
      for (const one of placements) {
        const width = one.kind === 'text' ? measure(one.text, one.weight, one.size) : one.width
        expect(one.x).toBeGreaterThanOrEqual(LEFT - 0.01)
        expect(one.x + width).toBeLessThanOrEqual(RIGHT + 0.5)
        expect(one.y).toBeGreaterThan(20)
        expect(one.y + (one.kind === 'text' ? 0 : one.height)).toBeLessThan(A4.height - 20)
        if (one.node) expect(one.y).toBeGreaterThanOrEqual(BOTTOM - 14)
      }
    // by element: cells beside each other go on together
    const said = new Map<unknown, string>()
    for (const one of pages.flatMap(({ placements }) => placements))
      if (one.kind === 'text' && one.node) said.set(one.node, `${said.get(one.node) ?? ''}${letters(one.text)}`)
    expect([...said.values()].filter((text) => text.includes(letters(LONG))).length).toBe(times)
  })
})

test('the same content gives the same pages', () => {
  expect(layOut(content, 'abc', measure)).toEqual(layOut(content, 'abc', measure))
})

test('the cover names the page on which each part begins', () => {
  const { pages, bookmarks } = layOut(content, 'abc', measure)
  const parts = bookmarks.filter(({ level }) => level === 1)
  expect(parts.length).toBeGreaterThan(5)
  for (const { title, page } of parts) expect(texts(pages[page - 1]?.placements ?? []).join(' ')).toContain(title)
  expect(HEAD).toBeLessThan(A4.height)
})

test('a table goes on over pages with its header above', () => {
  const flow = new Flow(measure, node('Document'), 1)
  flow.begin('Tabel')
  layOutTable(
    flow,
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
    earliestOpening: '2027-01-25',
    opening: {
      best: '2027-01-25',
      extended: '2027-03-22',
      delayed: '2027-06-14',
      delays: [
        { id: 'a', text: 'De gemeente vraagt iets', basis: 'Awb', weeks: null, unverified: false },
        { id: 'b', text: 'De gemeente vraagt advies', basis: 'Wet Bibob', weeks: 12, unverified: false },
      ],
      unknown: [],
    },
    terms: [
      { ...term, kind: 'decision' as const, until: '2027-01-25', extended: '2027-03-22', silence: 'Te laat is nog geen vergunning.' },
    ],
  }
  const said = (opening: typeof content.assessment.opening): string =>
    layOut({ ...content, assessment: { ...assessment, opening } }, 'abc', measure)
      .pages.flatMap(({ placements }) => texts(placements))
      .join(' ')
  const known = said(assessment.opening)
  expect(known).toContain('met verlenging: 22 maart 2027')
  expect(known).toContain('Te laat is nog geen vergunning.')
  expect(known).toContain('Vroegste opening: 25 januari 2027')
  expect(known).toContain('Dat lukt alleen als u alles compleet inlevert')
  expect(known).toContain('Neemt de gemeente alle tijd die zij mag nemen, dan wordt het 22 maart 2027.')
  expect(known).toContain('De gemeente vraagt iets (Awb)')
  expect(known).toContain('De gemeente vraagt advies (ten hoogste 12 weken; Wet Bibob)')
  expect(known).toContain('Gebeurt dat zo lang als het mag, dan wordt het 14 juni 2027.')
  const unknown = said({ ...assessment.opening, best: null, extended: null, delayed: null, unknown: [term.licence] })
  expect(unknown).toContain(`nog niet bekend. Vraag de gemeente hoe lang dit duurt: ${content.licenceNames[term.licence]}`)
})

describe('what is paid once', () => {
  const printed = (totalCents: number | null, knownCents: number): string =>
    layOut(
      { ...content, assessment: { ...content.assessment, fees: { ...content.assessment.fees, totalCents, knownCents } } },
      'abc',
      measure,
    )
      .pages.flatMap(({ placements }) => texts(placements))
      .join(' ')

  test('is unknown where no amount is known: never nothing', () => {
    expect(printed(null, 0)).toContain('Totaal eenmalig: onbekend')
    expect(printed(null, 0)).not.toContain('voor zover bekend')
  })

  test('is as far as known where some are, and the total where all are', () => {
    expect(printed(null, 41_200)).toContain('voor zover bekend')
    expect(printed(41_200, 41_200)).not.toContain('voor zover bekend')
  })
})
