import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { fontsFor } from '../../../src/cli/fonts.ts'
import type { PacketContent } from '../../../src/engine/assessment.ts'
import { verifyPacket } from '../../../src/pdf/opened/verify.ts'
import { readPacket } from '../../../src/pdf/read.ts'
import { writePacket, writeReadingCopy } from '../../../src/pdf/write.ts'
import { hear } from '../heard.ts'
import { even, FONTS, open, textsOf } from '../packets.ts'
import { unlessThere, validate, whyNoValidator } from '../verapdf.ts'
import { ANSWERS_THAT_FAIL, fillingFails } from './answers-that-fail.ts'
import { cafeInOudewal, PDFS } from './oudewal.ts'

const written = (content: PacketContent) => writePacket(content, fontsFor(content, FONTS), [], { pdfs: PDFS })

/** Values of the fields of a PDF, as another library reads them. */
async function valuesIn(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const pdf = await open(bytes)
  const found = (await pdf.getFieldObjects()) ?? {}
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, kids]) => {
      const on = (kids as { value?: unknown; type?: string }[]).filter(({ type }) => type !== undefined)
      const value = on.map((kid) => kid.value).find((each) => each !== undefined && each !== 'Off' && each !== '')
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** The page of each part of the form, and what is found there. */
async function pagesOfForm(bytes: Uint8Array): Promise<string[]> {
  const texts = await textsOf(bytes)
  return texts.filter((text) => text.includes('Deel 1 · Aanvraag alcoholwetvergunning'))
}

const cafe = await written(cafeInOudewal())
const [form] = cafe.forms

test('each field has what was answered, and can still be changed', async () => {
  expect(form?.name).toBe('alcohol-formulier.pdf')
  expect(await valuesIn(form?.bytes ?? new Uint8Array())).toEqual({
    'ingang.dag': '01',
    'ingang.maand': '09',
    'ingang.jaar': '2026',
    // round buttons go by their place in the group
    soort: '0',
    model: 'A',
    reden: '1',
    kvk: '90123457',
    rechtsvorm: 'Eenmanszaak',
    aard: 'Café',
    'leiding.1.naam': 'Dvořák',
    'leiding.1.geboren': '30-11-1994',
    'inrichting.naam.1': 'Café De',
    'inrichting.naam.2': 'Ankerplaats',
    'inrichting.straat': 'Havenstraat',
    'inrichting.nummer': '12',
    'inrichting.postcode': '1000AB',
    'inrichting.plaats': 'Voorbeeld',
    'monument.nee': expect.any(String),
    open: expect.any(String),
    recht: '1',
    'lokaal.1.naam': 'Gelagkamer',
    'lokaal.1.m2': '62 m²',
    'lokaal.2.naam': 'Bar',
    'lokaal.2.m2': '22 m²',
  })
})

describe('the pages of the packet', () => {
  test('show the pages of the PDF as a part of their own, then what the PDF does not ask', async () => {
    const pages = await pagesOfForm(cafe.bytes)
    expect(pages[0]).toContain('Voor de gemeente · blad 1 van 4')
    expect(pages[2]).toContain('Wat niet in het formulier van de gemeente staat')
    expect(pages[2]).toContain('AL-119')
    expect(pages.join(' ')).not.toMatch(/AL-051.*AL-051/)
  })

  test('say each box with its answer to who listens, options with whether they are ticked', async () => {
    const text = heardIn(await hear(cafe.bytes))
    for (const said of [
      'AL-008 Dossiernummer handelsregister (KvK-nummer) 90123457',
      'AL-007 Gewenste ingangsdatum 1 september 2026',
      'AL-051 Naam van de inrichting Café De Ankerplaats',
      'niet aangekruist: ja aangekruist: nee',
    ])
      expect(text).toContain(said)
    expect(text).toContain('Het vastgestelde formulier Aanvraag alcoholwetvergunning, bladzijde 1 van 2')
  })

  test('stand in the reading copy as words', async () => {
    const content = cafeInOudewal()
    const { html } = await writeReadingCopy(content, fontsFor(content, FONTS), [], PDFS)
    expect(even(html.replaceAll(/<[^>]*>/g, ' '))).toContain('AL-054 Adres van de inrichting: postcode 1000 AB')
  })

  test('are the same bytes again', async () => {
    const again = await written(cafeInOudewal())
    expect(Buffer.compare(again.bytes, cafe.bytes)).toBe(0)
  })
})

/** All that is heard, in one line. */
function heardIn(element: Awaited<ReturnType<typeof hear>>): string {
  const walk = ({ alt, parts }: typeof element): string =>
    [alt ?? '', ...parts.map((part) => (typeof part === 'string' ? part : walk(part)))].join(' ')
  return even(walk(element))
}

describe('an answer that does not stand in its field', () => {
  const long = 'Café Restaurant De Gouden Leeuw aan de Oude Haven van Oudewal bij de Vuurtoren en de Sluis'
  test.for([
    ['is longer than its box', { 'premises.name': long }, 'inrichting.naam.1', long],
    ['has more letters than the field takes', { 'premises.address.addition': 'achterhuis' }, 'inrichting.nummer', '12 achterhuis'],
    ['has letters that the typeface lacks', { 'premises.address.street': '東京 straat' }, 'inrichting.straat', '東京 straat'],
  ] as const)('because it %s, goes whole to the continuation sheet', async ([, answers, field, whole]) => {
    const made = await written(cafeInOudewal((given) => Object.assign(given, answers)))
    const values = await valuesIn(made.forms[0]?.bytes ?? new Uint8Array())
    expect(['zie vervolgblad', 'vervolgblad', '*']).toContain(values[field])
    const sheet = (await textsOf(made.bytes)).find((text) => text.includes(`Veld ${field}`))
    // letters of another typeface are drawn apart
    expect(sheet?.replaceAll(' ', '')).toContain(whole.replaceAll(' ', ''))
    expect(sheet).toContain('Vervolgblad')
  })

  test('because the PDF has no more rows, does too', async () => {
    const sheet = (await textsOf(cafe.bytes)).find((text) => text.includes('De pdf heeft hier geen plek meer voor'))
    expect(sheet).toContain('Keuken')
    expect(sheet).toContain('Opslag')
  })

  test('leads from its field to that sheet', async () => {
    const made = await written(cafeInOudewal((given) => Object.assign(given, { 'premises.name': long })))
    const links = linksIn(await hear(made.bytes)).filter(({ text }) => text.includes('zie vervolgblad'))
    expect(links).toHaveLength(1)
    const texts = await textsOf(made.bytes)
    expect(texts[Number(links[0]?.link) - 1]).toContain(long)
  })
})

function linksIn(element: Awaited<ReturnType<typeof hear>>): Awaited<ReturnType<typeof hear>>[] {
  const within = element.parts.flatMap((part) => (typeof part === 'string' ? [] : linksIn(part)))
  return element.link === null ? within : [element, ...within]
}

describe('a form that cannot be filled in with these answers', () => {
  const short = cafeInOudewal((given) => Object.assign(given, ANSWERS_THAT_FAIL))
  const made = () => {
    fillingFails()
    return writePacket(short, fontsFor(short, FONTS), [], { pdfs: PDFS })
  }

  test('is filled in with others', async () => {
    fillingFails()
    const content = cafeInOudewal()
    expect((await writePacket(content, fontsFor(content, FONTS), [], { pdfs: PDFS })).unfilled).toEqual([])
  })

  test('is named, with our own layout in its place, which has all boxes', async () => {
    const ours = await made()
    expect(ours).toMatchObject({ unfilled: ['Aanvraag alcoholwetvergunning'], forms: [] })
    const pages = await pagesOfForm(ours.bytes)
    for (const nr of ['AL-051', 'AL-059']) expect(pages.join(' ')).toContain(nr)
  })

  test('is a job on the first page, which leads to those pages; a packet with the form filled in has no such job', async () => {
    const [first, ...others] = await textsOf((await made()).bytes)
    expect(first).toContain(
      'Vraag of deze bladzijden ook goed zijn: Aanvraag alcoholwetvergunning. Het eigen formulier van de gemeente kon niet worden ingevuld',
    )
    const [, page] = /kon niet worden ingevuld vraag de gemeente – (\d+) /.exec(first ?? '') ?? []
    expect(others[Number(page) - 2]).toContain('Deel 1 · Aanvraag alcoholwetvergunning')
    expect((await textsOf(cafe.bytes))[0]).not.toContain('Vraag of deze bladzijden')
  })

  test('is named in the words of the applicant, and the copy to read has the job', async () => {
    fillingFails()
    const english = cafeInOudewal((given) => Object.assign(given, ANSWERS_THAT_FAIL), 'en')
    const { html, unfilled } = await writeReadingCopy(english, fontsFor(english, FONTS), [], PDFS)
    expect(unfilled).toEqual(english.forms.filter(({ id }) => id === 'alcohol').map(({ title }) => title))
    expect(even(html)).toContain(`Ask whether these pages will do as well: ${unfilled[0]}.`)
  })
})

describe('checking the packet', () => {
  const verified = async (bytes: Uint8Array) => {
    const content = cafeInOudewal()
    const inside = await readPacket(bytes)
    if (!inside.ok) throw new Error(inside.problem)
    return verifyPacket(bytes, inside, content, fontsFor(content, FONTS), PDFS)
  }

  test('finds nothing wrong as it was made', async () => {
    expect(await verified(cafe.bytes)).toMatchObject({ isSound: true, otherFiles: [], pagesThatSayOther: [] })
  })

  test('names the form inside when somebody changed it', async () => {
    const changed = await withForm(cafe.bytes, (form) => form.getForm().getTextField('inrichting.straat').setText('Elders'))
    expect(await verified(changed)).toMatchObject({ isSound: false, otherFiles: ['alcohol-formulier.pdf'] })
  })

  test('names the page on which a field is drawn otherwise', async () => {
    const other = await written(cafeInOudewal((given) => Object.assign(given, { 'premises.address.street': 'Kerkstraat' })))
    expect((await verified(other.bytes)).pagesThatSayOther.length).toBeGreaterThan(0)
  })
})

/** A packet with another form inside under the same name. */
async function withForm(packet: Uint8Array, change: (form: PDFDocument) => void): Promise<Uint8Array> {
  const inside = await PDFDocument.load(form?.bytes ?? new Uint8Array(), { updateMetadata: false })
  change(inside)
  const bytes = await inside.save({ updateFieldAppearances: false })
  const document = await PDFDocument.load(packet, { updateMetadata: false })
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('AFRelationship')) !== PDFName.of('Alternative')) continue
    const files = object.lookup(PDFName.of('EF'), PDFDict)
    for (const key of ['F', 'UF'])
      if (files.has(PDFName.of(key))) files.set(PDFName.of(key), document.context.register(document.context.flateStream(bytes)))
  }
  return document.save({ updateFieldAppearances: false })
}

const missing = whyNoValidator()
test.skipIf(missing !== null)(
  `a packet with the PDF of a town in it is PDF/A-3a and PDF/UA-1, also where answers do not fit${unlessThere(missing)}`,
  async () => {
    const full = { 'premises.name': '東京 '.repeat(30), 'premises.address.addition': 'achterhuis', 'business.legalForm': 'bv' }
    const files = new Map([['official', cafe.bytes]])
    for (const lang of ['nl', 'en'] as const)
      files.set(`official full ${lang}`, (await written(cafeInOudewal((given) => Object.assign(given, full), lang))).bytes)
    const verdicts = await validate('validated-official', files)
    expect(verdicts.filter(({ passed }) => !passed)).toEqual([])
    expect(verdicts).toHaveLength(files.size * 2)
  },
  900_000,
)
