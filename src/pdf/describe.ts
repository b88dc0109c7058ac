import { type PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import type { PacketContent } from '../engine/assessment.ts'
import type { PacketDocument } from './document.ts'
import { srgbProfile } from './drawing/srgb.ts'
import { digestOf } from './page-seal.ts'

/** Writes what archives and readers look for: title, language, author, dates, reference, version; that the colours are sRGB; and that it is PDF/A-3a
 * (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), which veraPDF checks for every example. `version`: sixteen bytes as hexadecimal text, different for any
 * other content. */
export async function describe(
  document: PDFDocument,
  packet: PacketDocument,
  content: PacketContent,
  day: Date,
  version: string,
): Promise<void> {
  const { context, catalog } = document
  document.setTitle(packet.title, { showInWindowTitleBar: true })
  document.setAuthor(content.applicant)
  document.setSubject(content.reference)
  document.setLanguage(packet.lang)
  document.setCreator(TOOL)
  document.setProducer(TOOL)
  document.setCreationDate(day)
  document.setModificationDate(day)
  const kind = await fileId(content)
  const xmp = new TextEncoder().encode(metadata(packet, content, day, { kind, version }))
  catalog.set(PDFName.of('Metadata'), context.register(context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' })))
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }))
  const intent = {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB'),
    Info: PDFString.of('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  }
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]))
  // ISO 32000-1, 14.4: the first half is the same for all versions of a file, the second identifies this version
  context.trailerInfo.ID = context.obj([PDFHexString.of(kind), PDFHexString.of(version)])
}

const TOOL = 'Horeca1'

/** Identifies the file among all files of this reference, in every version. */
const fileId = ({ reference, part, applicant }: PacketContent): Promise<string> =>
  digestOf(new TextEncoder().encode(JSON.stringify([reference, part, part === 'confidential' ? applicant : ''])))

const inXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const uuid = (hex: string): string => `uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`

/** XMP (ISO 16684-1). Dates are the day the packet is for, not the clock: the same answers give the same bytes. */
function metadata(packet: PacketDocument, content: PacketContent, day: Date, ids: { kind: string; version: string }): string {
  const { ruleSet } = content.assessment
  const date = day.toISOString().replace(/\.\d+Z$/, 'Z')
  const inLanguages = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${inXml(text)}</rdf:li><rdf:li xml:lang="${packet.lang}">${inXml(text)}</rdf:li></rdf:Alt>`
  const list = (kind: 'Seq' | 'Bag', text: string): string => `<rdf:${kind}><rdf:li>${inXml(text)}</rdf:li></rdf:${kind}>`
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${NAMESPACES}>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format><dc:title>${inLanguages(packet.title)}</dc:title><dc:creator>${list('Seq', content.applicant)}</dc:creator>
<dc:description>${inLanguages(content.reference)}</dc:description><dc:identifier>${inXml(content.reference)}</dc:identifier>
<dc:source>${inXml(`${ruleSet.id} ${ruleSet.version}`)}</dc:source><dc:language>${list('Bag', packet.lang)}</dc:language><dc:date>${list('Seq', date)}</dc:date>
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate><xmp:MetadataDate>${date}</xmp:MetadataDate><xmp:CreatorTool>${TOOL}</xmp:CreatorTool>
<pdf:Producer>${TOOL}</pdf:Producer>
<xmpMM:DocumentID>${uuid(ids.kind)}</xmpMM:DocumentID><xmpMM:InstanceID>${uuid(ids.version)}</xmpMM:InstanceID><xmpMM:VersionID>${ids.version.slice(0, 8)}</xmpMM:VersionID>
${EXTENSION}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}

const NAMESPACES = Object.entries({
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
})
  .map(([prefix, address]) => `xmlns:${prefix}="${address}"`)
  .join(' ')

/** PDF/A requires a description of each schema that it does not define itself (ISO 19005-3, 6.6.2.3). */
const EXTENSION =
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of PDF/UA</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>'
