import { deflateSync } from 'node:zlib'
import fontkit from '@cantoo/fontkit'
import { degrees, PDFDocument, PDFName, PDFString, rgb, StandardFonts } from 'pdf-lib'
import { readFonts } from '../../../src/cli/fonts.ts'

// Files that people add, made here: good ones, and each kind of bad one.

/** A photo of 24 by 16 points: red at the top left, blue at the bottom right. */
export const JPEG = new Uint8Array(
  Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAFwAAAwEAAAAAAAAAAAAAAAAAAAYHCP/EABgQAQADAQAAAAAAAAAAAAAAAAAHRYPC/8QAFgEBAQEAAAAAAAAAAAAAAAAABgAF/8QAIxEAAAMHBQEAAAAAAAAAAAAAABFhAgMEBRITQQEWY3Gh4f/aAAwDAQACEQMRAD8AXzvG9ll2d06lup24Uvl16IZYqIzwmqjajp1fcNO6CMsr0KKGdASbe5PPoP3UH//Z',
    'base64',
  ),
)

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

/** The photo as a camera writes it that was held otherwise (Exif 2.3, 4.6.4). */
export function photoHeld(orientation: number): Uint8Array {
  const exif = [...latin('Exif\0\0MM'), 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  const segment = [0xff, 0xe1, 0, exif.length + 2, ...exif]
  return Uint8Array.from([...JPEG.subarray(0, 2), ...segment, ...JPEG.subarray(2)])
}

/** Changes what the frame of a JPEG says: its size, or how many colours it has. */
export function jpegThatSays(change: (frame: DataView) => void): Uint8Array {
  const bytes = JPEG.slice()
  const at = bytes.findIndex((byte, index) => byte === 0xff && (bytes[index + 1] === 0xc0 || bytes[index + 1] === 0xc2))
  change(new DataView(bytes.buffer, at + 4))
  return bytes
}

/** A PNG. `data`: rows with their filter byte; without it, zeros. */
export function png(width: number, height: number, colour: 0 | 2 | 3 | 6 = 2, data?: Uint8Array): Uint8Array {
  const channels = { 0: 1, 2: 3, 3: 1, 6: 4 }[colour]
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, colour, 0, 0, 0], 8)
  const pixels = deflateSync(data ?? Buffer.alloc((width * channels + 1) * height))
  const chunks: (readonly [string, Uint8Array])[] = [
    ['IHDR', header],
    ...(colour === 3 ? [['PLTE', Uint8Array.of(255, 0, 0, 0, 0, 255)] as const] : []),
    ['IDAT', pixels],
    ['IEND', new Uint8Array()],
  ]
  return new Uint8Array(
    Buffer.concat([Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), ...chunks.map(([type, bytes]) => chunk(type, bytes))]),
  )
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([latin(type), data])
  const made = Buffer.alloc(named.length + 8)
  made.writeUInt32BE(data.length, 0)
  made.set(named, 4)
  made.writeUInt32BE(crc(named), named.length + 4)
  return made
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}

type Change = (document: PDFDocument) => Promise<void> | void

/** Saved so that the same file comes out each time. */
export async function pdf(draw: Change, save: { useObjectStreams: boolean } = { useObjectStreams: true }): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  await draw(document)
  return document.save({ ...save, addDefaultPage: false })
}

/** What an office program makes: letters that are in the file, lines, a photo that is seen through, a page on its side. */
export const letter = (): Promise<Uint8Array> =>
  pdf(async (document) => {
    document.registerFontkit(fontkit)
    const font = await document.embedFont(readFonts().regular, { subset: true, customName: 'AAAAAA+Noto' })
    const photo = await document.embedJpg(JPEG)
    const page = document.addPage([595, 842])
    page.drawText('Huurovereenkomst café Zoë', { x: 60, y: 760, size: 20, font })
    page.drawRectangle({
      x: 60,
      y: 500,
      width: 200,
      height: 100,
      color: rgb(0.9, 0.6, 0.1),
      borderColor: rgb(0, 0, 0),
      borderWidth: 2,
      opacity: 0.5,
    })
    page.drawImage(photo, { x: 300, y: 500, width: 240, height: 160 })
    const side = document.addPage([595, 842])
    side.setRotation(degrees(90))
    side.drawText('Plattegrond 1:100', { x: 60, y: 400, size: 30, font })
  })

const operators =
  (content: string): Change =>
  (document) => {
    const page = document.addPage([300, 300])
    page.node.set(PDFName.of('Contents'), document.context.register(document.context.flateStream(latin(content))))
  }

const withCatalog =
  (entries: (document: PDFDocument) => Readonly<Record<string, unknown>>): Change =>
  (document) => {
    document.addPage([300, 300])
    for (const [key, value] of Object.entries(entries(document)))
      document.catalog.set(PDFName.of(key), document.context.obj(value as never))
  }

/** A file, and what the packet makes of it: its pages, or why there are none. */
export interface MadeFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly becomes: string
}

/** One of each kind. */
export async function oneOfEach(): Promise<MadeFile[]> {
  const good = await letter()
  const plain = await pdf(operators('0 0 1 rg 20 20 100 100 re f'), { useObjectStreams: false })
  const locked = await PDFDocument.load(good, { updateMetadata: false })
  locked.encrypt({ userPassword: 'geheim', ownerPassword: 'eigenaar' })
  const owned = await PDFDocument.load(plain, { updateMetadata: false })
  owned.encrypt({ userPassword: '', ownerPassword: 'eigenaar' })
  const text = Buffer.from(plain).toString('latin1')
  const zeros = latin('0 0 m '.repeat(1_100_000))
  return [
    { name: 'brief.pdf', bytes: good, becomes: '2 pages' },
    { name: 'vlak.pdf', bytes: plain, becomes: '1 pages' },
    { name: 'foto.jpg', bytes: JPEG, becomes: '1 pages' },
    { name: 'foto op zijn kant.jpg', bytes: photoHeld(6), becomes: '1 pages' },
    { name: 'schermafdruk.png', bytes: png(30, 20), becomes: '1 pages' },
    { name: 'palet.png', bytes: png(30, 20, 3), becomes: '1 pages' },
    { name: 'doorzichtig.png', bytes: png(30, 20, 6), becomes: '1 pages' },
    { name: 'brief.txt', bytes: new TextEncoder().encode('Geachte gemeente,\n\nHierbij de brief.'), becomes: 'text' },
    { name: 'foto die pdf heet.pdf', bytes: JPEG, becomes: '1 pages' },
    { name: 'pdf die foto heet.jpg', bytes: plain, becomes: '1 pages' },
    { name: 'alleen voor de eigenaar.pdf', bytes: await owned.save(), becomes: '1 pages' },
    { name: 'verkeerde tabel.pdf', bytes: latin(text.replace(/startxref\s+\d+/, 'startxref\n99999')), becomes: '1 pages' },
    { name: 'te veel beloofd.pdf', bytes: latin(text.replace(/\/Count 1/, '/Count 9')), becomes: '1 pages' },
    { name: 'op slot.pdf', bytes: await locked.save(), becomes: 'locked' },
    { name: 'leeg.pdf', bytes: new Uint8Array(), becomes: 'empty' },
    { name: 'zip.pdf', bytes: latin('PK\u0003\u0004 more'), becomes: 'unknownKind' },
    { name: 'tekst.pdf', bytes: latin('just words'), becomes: 'unknownKind' },
    { name: 'half.pdf', bytes: plain.slice(0, 60), becomes: 'damaged' },
    { name: 'alleen het begin.pdf', bytes: latin('%PDF-1.7\n%%EOF'), becomes: 'damaged' },
    { name: 'halve foto.jpg', bytes: JPEG.slice(0, -20), becomes: 'damaged' },
    { name: 'halve schermafdruk.png', bytes: png(30, 20).slice(0, -20), becomes: 'damaged' },
    { name: 'inkt.jpg', bytes: jpegThatSays((frame) => frame.setUint8(5, 4)), becomes: 'picture' },
    {
      name: 'reuzenfoto.jpg',
      bytes: jpegThatSays((frame) => {
        frame.setUint16(1, 65_000)
        frame.setUint16(3, 65_000)
      }),
      becomes: 'bomb',
    },
    { name: 'reuzenscherm.png', bytes: png(20_000, 20_000, 0, new Uint8Array(1000)), becomes: 'bomb' },
    { name: 'klein dat groot wordt.png', bytes: png(10, 10, 0, new Uint8Array(5_000_000)), becomes: 'bomb' },
    {
      name: 'programma.pdf',
      bytes: await pdf(withCatalog(() => ({ OpenAction: { S: 'JavaScript', JS: PDFString.of('app.alert(1)') } }))),
      becomes: 'script',
    },
    {
      name: 'start iets.pdf',
      bytes: await pdf(withCatalog(() => ({ OpenAction: { S: 'Launch', F: PDFString.of('calc.exe') } }))),
      becomes: 'script',
    },
    {
      name: 'verstuurt.pdf',
      bytes: await pdf(withCatalog(() => ({ AA: { WC: { S: 'SubmitForm', F: PDFString.of('http://x') } } }))),
      becomes: 'script',
    },
    { name: 'xfa.pdf', bytes: await pdf(withCatalog(() => ({ AcroForm: { Fields: [], XFA: PDFString.of('x') } }))), becomes: 'form' },
    { name: 'verborgen laag.pdf', bytes: await hiddenLayer(), becomes: 'layers' },
    { name: 'lege velden.pdf', bytes: await fieldWithoutLook(), becomes: 'form' },
    { name: 'ingevuld.pdf', bytes: await filledField(), becomes: 'letters' },
    { name: 'letters van de lezer.pdf', bytes: await standardLetters(), becomes: 'letters' },
    {
      name: 'bom.pdf',
      bytes: await pdf((document) => {
        const page = document.addPage([300, 300])
        page.node.set(PDFName.of('Contents'), document.context.register(document.context.flateStream(zeros)))
      }),
      becomes: 'bomb',
    },
    { name: 'tekening in tekening.pdf', bytes: await nested(), becomes: 'bomb' },
    {
      name: 'boek.pdf',
      bytes: await pdf((document) => {
        for (let page = 0; page < 201; page++) document.addPage([300, 300])
      }),
      becomes: 'tooManyPages',
    },
    { name: 'rondje.pdf', bytes: latin(text.replace(/\/Kids \[[^\]]*\]/, '/Kids [2 0 R]')), becomes: 'damaged' },
    { name: 'verloop.pdf', bytes: await pdf(operators('/S1 sh')), becomes: 'picture' },
    { name: 'ontbreekt.pdf', bytes: await pdf(operators('/Nergens Do')), becomes: 'damaged' },
    { name: 'reuzengetal.pdf', bytes: await pdf(operators('99999999999 0 m 0 0 l S')), becomes: 'picture' },
    { name: 'niet gesloten.pdf', bytes: await pdf(operators('q q q 10 10 50 50 re f (tekst zonder eind')), becomes: '1 pages' },
    { name: 'te veel gesloten.pdf', bytes: await pdf(operators('Q Q Q 10 10 50 50 re f')), becomes: '1 pages' },
    { name: 'diep.pdf', bytes: await pdf(operators(`${'q '.repeat(60)}10 10 50 50 re f`)), becomes: 'picture' },
  ]
}

const hiddenLayer = (): Promise<Uint8Array> =>
  pdf((document) => {
    const layer = document.context.register(document.context.obj({ Type: 'OCG', Name: PDFString.of('laag') }))
    document.catalog.set(PDFName.of('OCProperties'), document.context.obj({ OCGs: [layer], D: { OFF: [layer] } }))
    operators('/OC /L1 BDC 10 10 50 50 re f EMC')(document)
  })

const fieldWithoutLook = (): Promise<Uint8Array> =>
  pdf((document) => {
    const page = document.addPage([300, 300])
    const field = document.context.register(
      document.context.obj({
        Type: 'Annot',
        Subtype: 'Widget',
        FT: 'Tx',
        T: PDFString.of('naam'),
        V: PDFString.of('Zoë'),
        Rect: [10, 10, 100, 30],
      }),
    )
    page.node.set(PDFName.of('Annots'), document.context.obj([field]))
  })

const filledField = (): Promise<Uint8Array> =>
  pdf((document) => {
    const page = document.addPage([300, 300])
    const field = document.getForm().createTextField('naam')
    field.setText('Zoë')
    field.addToPage(page, { x: 10, y: 10, width: 100, height: 20 })
  })

const standardLetters = (): Promise<Uint8Array> =>
  pdf(async (document) => {
    const font = await document.embedFont(StandardFonts.Helvetica)
    document.addPage([300, 300]).drawText('Niet in het bestand', { x: 20, y: 200, size: 12, font })
  })

/** Drawings that each show the next one thirty times. */
const nested = (): Promise<Uint8Array> =>
  pdf((document) => {
    const { context } = document
    let inner = context.register(context.flateStream(latin('0 0 1 1 re f'), { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1] }))
    for (let level = 0; level < 8; level++)
      inner = context.register(
        context.flateStream(latin('/N Do '.repeat(30)), {
          Type: 'XObject',
          Subtype: 'Form',
          BBox: [0, 0, 1, 1],
          Resources: { XObject: { N: inner } },
        }),
      )
    const page = document.addPage([300, 300])
    page.node.set(PDFName.of('Resources'), context.obj({ XObject: { N: inner } }))
    page.node.set(PDFName.of('Contents'), context.register(context.flateStream(latin('/N Do'))))
  })

/** The good ones with one byte changed, or cut off, at places that follow from `seed`. */
export async function spoilt(count: number, seed = 1): Promise<{ readonly name: string; readonly bytes: Uint8Array }[]> {
  const good = [
    { name: 'brief.pdf', bytes: await letter() },
    { name: 'foto.jpg', bytes: photoHeld(8) },
    { name: 'scherm.png', bytes: png(60, 40) },
    { name: 'vlak.pdf', bytes: await pdf(operators('0 0 1 rg 20 20 100 100 re f'), { useObjectStreams: false }) },
  ]
  let state = seed
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state % below
  }
  return Array.from({ length: count }, (_, index) => {
    const { name, bytes } = good[index % good.length] as (typeof good)[number]
    if (index % 3 === 0) return { name: `${index} afgekapt ${name}`, bytes: bytes.slice(0, next(bytes.length)) }
    const changed = bytes.slice()
    for (let times = 0; times < 1 + (index % 5); times++) {
      const at = next(bytes.length)
      changed[at] = (changed[at] ?? 0) ^ (1 << next(8))
    }
    return { name: `${index} bedorven ${name}`, bytes: changed }
  })
}
