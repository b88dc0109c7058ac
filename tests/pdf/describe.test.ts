import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFRawStream } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { bytesOf, contentOf } from './packets.ts'

const EXAMPLE = 'rules/base/examples/manager-leaves.yaml'
const content = contentOf(EXAMPLE)
const open = async (one = content) => PDFDocument.load(await bytesOf(one), { updateMetadata: false })

const xmpOf = ({ catalog }: PDFDocument): string => {
  const stream = catalog.lookup(PDFName.of('Metadata'))
  return stream instanceof PDFRawStream ? new TextDecoder().decode(stream.contents) : ''
}

const idsOf = ({ context }: PDFDocument): string[] => {
  const ids = context.lookup(context.trailerInfo.ID, PDFArray)
  return ids.asArray().map((half) => (half instanceof PDFHexString ? half.asString() : ''))
}

describe('what the file says of itself', () => {
  test('to archives and readers: what, who, when, which reference, which version, and which standards', async () => {
    const document = await open()
    const xmp = xmpOf(document)
    const text = (name: string): string => textIn(xmp, name)
    expect(text('dc:title')).toContain(content.title)
    expect(text('dc:creator')).toBe(content.applicant)
    expect(text('dc:identifier')).toBe('H1-TEST-0001')
    expect(text('dc:language')).toBe('nl')
    expect(text('xmp:CreateDate')).toBe(`${content.assessment.dates.today}T00:00:00Z`)
    expect(text('xmp:ModifyDate')).toBe(text('xmp:CreateDate'))
    expect(text('pdf:Producer')).toBe('Horeca1')
    expect(text('xmpMM:InstanceID')).toBe(`uuid:${(idsOf(document)[1] ?? '').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`)
    expect([text('pdfaid:part'), text('pdfaid:conformance'), text('pdfuaid:part')]).toEqual(['3', 'A', '1'])
  })

  test('a name with signs of XML in it', async () => {
    const document = await open({ ...content, applicant: 'Bier & Brood <v.o.f.>' })
    const xmp = xmpOf(document)
    expect(textIn(xmp, 'dc:creator')).toBe('Bier & Brood <v.o.f.>')
  })

  test('the first half of the file id stays through all versions of a packet, the second is that of one version', async () => {
    const [first, again, corrected, other] = await Promise.all([
      open(),
      open(),
      open(contentOf(EXAMPLE, 'nl', (answers) => (answers['premises.name'] = 'Anders'))),
      open({ ...content, reference: 'H1-TEST-0002' }),
    ])
    const [ids, same, later, foreign] = [first, again, corrected, other].map(idsOf)
    expect(ids?.[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(ids?.[0]).not.toBe(ids?.[1])
    expect(same).toEqual(ids)
    expect(later?.[0]).toBe(ids?.[0])
    expect(later?.[1]).not.toBe(ids?.[1])
    expect(foreign?.[0]).not.toBe(ids?.[0])
  })
})

/** Text inside an element of an XML file. */
const textIn = (xml: string, name: string): string =>
  (new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(xml)?.[1] ?? '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
