import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import type { BoxCoverage, PacketContent } from '../../src/engine/assessment.ts'
import { layOut } from '../../src/pdf/lay-out.ts'
import { TEXTS } from '../../src/pdf/texts.ts'
import { embedTypeface } from '../../src/pdf/type/typeface.ts'
import { childrenOf, elementsOf, type Heard, hear, paused, sentence } from './heard.ts'
import { boxesOf, bytesOf, contentOf, even, FONTS, open, townOf } from './packets.ts'

interface Packet {
  readonly name: string
  readonly content: PacketContent
  readonly bytes: Uint8Array
  readonly top: Heard
  readonly all: readonly Heard[]
}

async function packet(name: string, lang: 'nl' | 'en'): Promise<Packet> {
  const content = contentOf(`rules/base/examples/${name}.yaml`, lang)
  const bytes = await bytesOf(content)
  const top = await hear(bytes)
  return { name, content, bytes, top, all: elementsOf(top) }
}
const cafe = await packet('cafe-terrace-machines', 'nl')
const lunchroom = await packet('lunchroom-without-alcohol', 'en')
const leaves = await packet('manager-leaves', 'nl')
const packets = [cafe, lunchroom, leaves]

/** Boxes as they are said: list items that begin with a number of ours, and cells below a number of ours. */
function boxesIn(heard: Heard): string[] {
  const [label] = childrenOf(heard)
  if (heard.role === 'LI' && label?.role === 'Lbl' && !/^\d+\.\s*$/.test(label.text)) return [sentence(heard)]
  if (heard.role === 'Table') return cellsIn(heard)
  return childrenOf(heard).flatMap(boxesIn)
}

const NUMBER = /^[A-Z0-9]+[-.]?\w*\d\w*(?= )/

/** In each line of a table that repeats, what its cells say below the number and label of their column; those that do not apply are told in a grey line. */
function cellsIn(table: Heard): string[] {
  const [head, ...lines] = childrenOf(table).map((line) => childrenOf(line).map(({ text }) => even(text)))
  return lines.flatMap((cells) =>
    cells.flatMap((cell, column) => {
      const [number] = NUMBER.exec(head?.[column] ?? '') ?? []
      if (number === undefined || cell === TEXTS.nl.na || cell === TEXTS.en.na) return []
      return [paused([number, (head?.[column] ?? '').slice(number.length), cell])]
    }),
  )
}

/** What should be said of a box, from what it holds alone: as a box, or in a table. */
function expected(box: BoxCoverage, copyOut: boolean, lang: 'nl' | 'en'): { asBox: string; inTable: string } {
  const words = TEXTS[lang]
  const answers = (): string[] => {
    const filled = box.state === 'filled'
    if (box.parts && (filled || box.state === 'missing'))
      return box.parts.flatMap(({ nr, label, text }) => [nr, `${label}:`, text ?? words.open])
    if (filled && box.rows) return [...box.rows.header, ...box.rows.cells.flat()]
    const options = (box.options ?? []).map(({ text, ticked }) => `${ticked ? words.ticked : words.notTicked}: ${text}`)
    if (filled && box.options?.some(({ ticked }) => ticked)) return options
    if (filled) return [(box.text?.length ?? 0) > Math.min(box.capacity ?? 420, 420) ? words.continued : (box.text ?? '')]
    if (box.state === 'signature') return [copyOut ? words.signedOnline : words.signature]
    if (box.state === 'missing') return [words.open, ...options]
    return [box.state === 'empty' ? words.empty : words.authority]
  }
  const says = (texts: readonly string[]): string => paused([box.official ?? box.nr, box.label, ...texts])
  return { asBox: says(answers()), inTable: says(box.state === 'filled' ? [box.text ?? ''] : answers()) }
}

describe.each(packets)('a reader program says of the packet of $name', ({ content, top, all }) => {
  test('every box: its number, its label, its answer, and of every option whether it is ticked', () => {
    const said = boxesIn(top)
    const wanted = boxesOf(content).filter(({ refused }) => !refused)
    expect(said).toEqual(
      wanted.map(({ box, copyOut }, index) => {
        const { asBox, inTable } = expected(box, copyOut, townOf(content).lang)
        return said[index] === inTable ? inTable : asBox
      }),
    )
    expect(wanted.length).toBeGreaterThan(30)
  })

  test('no two words as one, and no word in two', async () => {
    const { measure } = await embedTypeface(await PDFDocument.create(), FONTS)
    const runs = layOut(content, 'a'.repeat(64), measure).pages.flatMap(({ placements }) =>
      placements.flatMap((one) => (one.kind === 'text' && one.node ? [`${one.text}${one.broken ? '' : ' '}`] : [])),
    )
    const known = new Set(runs.join('').split(/\s+/))
    const { ticked, notTicked, byHand } = TEXTS[townOf(content).lang]
    for (const word of `${ticked}: ${notTicked}: ${byHand}`.split(' ')) known.add(word)
    const heard = all
      .filter(({ role }) => ['P', 'H1', 'H2', 'H3', 'TH', 'TD', 'LI', 'TOCI'].includes(role))
      .flatMap(({ text }) => text.split(/\s+/))
    // the checksum is another one here
    expect([...new Set(heard)].filter((word) => word && !known.has(word) && !/^[0-9a-f]{16,64}$/.test(word))).toEqual([])
    expect(heard.length).toBeGreaterThan(1000)
  })

  test('of every option and every text that it is a box, with its state or its label', () => {
    const { ticked, notTicked } = TEXTS[townOf(content).lang]
    const fields = all.flatMap(({ field, text }) => (field ? [{ ...field, text }] : []))
    const options = fields.filter(({ role }) => role !== 'tv')
    expect(options.length).toBeGreaterThan(30)
    expect(options.filter(({ checked, text }) => !text.startsWith(`${checked === 'on' ? ticked : notTicked}: `))).toEqual([])
    expect(fields.filter(({ role, label }) => role === 'tv' && !label)).toEqual([])
  })

  test('of lists that they are numbered, of tables what names a column and a row', () => {
    const lists = all.filter(({ role }) => role === 'L')
    const withNumbers = (list: Heard): boolean => childrenOf(list).every((item) => childrenOf(item)[0]?.role === 'Lbl')
    expect(lists.filter((list) => list.numbering !== (withNumbers(list) ? 'Decimal' : 'None'))).toEqual([])
    const headers = all.filter(({ role }) => role === 'TH')
    expect(headers.filter(({ text, scope }) => even(text) === '' || scope === null)).toEqual([])
    const rows = all.filter(({ role }) => role === 'TR')
    expect(rows.filter((row) => !childrenOf(row).some(({ role }) => role === 'TH'))).toEqual([])
  })

  test('where every link leads', () => {
    const links = all.filter(({ role }) => role === 'Link')
    expect(links.filter(({ link }) => link === null)).toEqual([])
    const contents = all.filter(({ role }) => role === 'TOCI').map((item) => elementsOf(item).find(({ role }) => role === 'Link'))
    expect(contents.length).toBeGreaterThan(5)
    for (const entry of contents) expect(even(entry?.text ?? '')).toMatch(new RegExp(`${TEXTS[content.lang].page} ${entry?.link}$`))
  })
})

describe('sentences of', () => {
  test.each([
    {
      packet: cafe,
      sentences: [
        'Aanvrager. Özgür Emre Kadıköy',
        'Uitkomst en redenen pagina 3',
        'AL-001. Soort bedrijf waarvoor de vergunning wordt gevraagd. aangekruist: horecabedrijf. niet aangekruist: slijtersbedrijf',
        'niet van toepassing: de reden staat hierboven (AL-004) · nieuwe vergunning (AL-005) · geen overname (AL-006)',
        '1. Gelagkamer. Gelagkamer. begane grond. horecalokaliteit. 62 m². ja',
        'AL-007. Gewenste ingangsdatum. 1 september 2026',
        'EX-069. Ruimten met functie en oppervlakte. Ruimte. Functie. m². Gelagkamer. zaal. 62. Bar. bar. 22. Keuken. keuken. 18. Toiletten. toiletten. 11. Opslag. opslag. 18',
        'Handtekening. met de pen in te vullen',
      ],
    },
    {
      packet: lunchroom,
      sentences: [
        'Address of the premises. Lindenlaan 48, 1000 AB Voorbeeld',
        'Terrace licence. needed · licence. Your terrace comes on ground of the municipality.',
        '1. Go to. https://omgevingswet.overheid.nl',
        'EX-067. Totale oppervlakte inrichting in m2. 72 m²',
        'EX-086. Afwijking van de algemene sluitingstijd gewenst? niet aangekruist: ja. aangekruist: nee',
        'EX-091. Muziek. niet aangekruist: geen. aangekruist: achtergrond. niet aangekruist: versterkt. niet aangekruist: live. niet aangekruist: dj',
        'TE-034. Periode van. 1 maart 2026',
        'QR code with the reference H1-TEST-0001 and the checksum of the answers',
      ],
    },
    {
      packet: leaves,
      sentences: [
        'Leidinggevende van de alcoholvergunning halen. € 0,00. 0. voorbeeld, verzonnen',
        '2. Breng alles naar de balie, op afspraak: Marktplein 1, Voorbeeld',
        'EX-001. Reden van de aanvraag. leidinggevende eraf: Z. Şahin, 23 februari 1997, laatste werkdag 30 april 2026',
        'EX-006. Treedt iemand op als gemachtigde? niet aangekruist: ja. aangekruist: nee',
        'zie ondertekeningsblad. (AL-073, AL-120, AL-074, AL-076)',
        'Naam. Özgür Emre Kadıköy',
        'Plaats. met de pen in te vullen',
      ],
    },
  ])('$packet.name', ({ packet: { all }, sentences }) => {
    const said = new Set(
      all.filter(({ role }) => ['P', 'LI', 'TR', 'TOCI', 'Figure'].includes(role)).map((one) => one.alt ?? sentence(one)),
    )
    expect(sentences.filter((one) => !said.has(one))).toEqual([])
  })
})

test('in an English packet the parts for the town say that they are Dutch, and nothing in them needs to; in a Dutch one nothing does', () => {
  const parts = childrenOf(lunchroom.top).filter(({ role }) => role === 'Sect')
  const town = parts.findIndex(({ lang }) => lang === 'nl')
  expect(town).toBeGreaterThan(2)
  expect(parts.slice(town).filter(({ lang }) => lang !== 'nl')).toEqual([])
  const within = parts.slice(town).flatMap((part) => elementsOf(part).filter((element) => element !== part && element.lang !== null))
  expect(within.map(({ text }) => text)).toEqual([])
  expect(cafe.all.filter(({ lang }) => lang !== null)).toEqual([])
})

test('a box to sign leads to the signing page of who signs it', async () => {
  const { bookmarks } = layOut(cafe.content, 'a'.repeat(64), (await embedTypeface(await PDFDocument.create(), FONTS)).measure)
  const pages = bookmarks.filter(({ title }) => title.startsWith(`${TEXTS.nl.signing}: `)).map(({ page }) => page)
  const signs = cafe.all.filter(({ role, text }) => role === 'Link' && even(text) === TEXTS.nl.signature)
  expect(new Set(signs.map(({ link }) => link))).toEqual(new Set(pages))
})

test('bookmarks go from a form to its sections to the people in them', async () => {
  const outline = await (await open(cafe.bytes)).getOutline()
  const [form] = cafe.content.forms
  const item = outline.find(({ title }) => title === form?.title)
  const sections = form?.sections.filter(({ annex }) => !annex).map(({ title }) => title) ?? []
  expect(item?.items.map(({ title }: { title: string }) => title)).toEqual(expect.arrayContaining(sections))
  const people = item?.items.flatMap(({ items }: { items: { title: string }[] }) => items.map(({ title }) => title))
  expect(people).toEqual(expect.arrayContaining(['Özgür Emre Kadıköy', 'Tereza Dvořák']))
})

test('what is no text says what it is: head, foot, or the lay-out of the page', async () => {
  const document = await PDFDocument.load(cafe.bytes, { updateMetadata: false })
  const kinds = new Set<string>()
  for (const page of document.getPages()) {
    const stream = document.context.lookup(page.node.get(PDFName.of('Contents')))
    const content = stream instanceof PDFRawStream ? new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode()) : ''
    for (const [whole] of content.matchAll(/\/Artifact.*/g)) kinds.add(whole)
  }
  expect([...kinds].toSorted()).toEqual([
    '/Artifact <</Type/Layout>> BDC',
    '/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC',
    '/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC',
    '/Artifact <</Type/Pagination>> BDC',
  ])
})
