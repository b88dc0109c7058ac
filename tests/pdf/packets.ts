import { readFileSync } from 'node:fs'
import { fontsFor, readFonts } from '../../src/cli/fonts.ts'
import type { BoxCoverage, PacketContent } from '../../src/engine/assessment.ts'
import { openCase } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { contentInWords } from '../../src/engine/packet/english-lines.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { readYaml } from '../../src/model/files/read-yaml.ts'
import { ExampleFile } from '../../src/model/schema/form.ts'
import type { Variant } from '../../src/model/variant.ts'
import { writePacket } from '../../src/pdf/write.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { getDocument } from '../walk/printed/pdfjs.ts'

export const FONTS = readFonts()

/** Content of the packet of an example, as the command line makes it: for the town in Dutch; `change` alters its answers first, `town` the town. */
export function contentOf(
  example: string,
  lang: 'nl' | 'en' = 'nl',
  change: (answers: Record<string, unknown>) => void = () => undefined,
  town: (variant: Variant) => Variant = (variant) => variant,
): PacketContent {
  const { application, answersJson } = caseOf(example, lang, change, town)
  return contentInWords(application, 'H1-TEST-0001', answersJson, { englishLines: false })
}

/** The same with English lines beneath the labels of the half for the town. */
export function contentWithEnglish(example: string, lang: 'nl' | 'en'): PacketContent {
  const { application, answersJson } = caseOf(example, lang)
  return contentInWords(application, 'H1-TEST-0001', answersJson, { englishLines: true })
}

/** What the half for the town prints. */
export const townOf = (content: PacketContent): PacketContent => content.town ?? content

/** The case of an example, and its answers as they travel. */
export function caseOf(
  example: string,
  lang: 'nl' | 'en' = 'nl',
  change: (answers: Record<string, unknown>) => void = () => undefined,
  town: (variant: Variant) => Variant = (variant) => variant,
): { readonly application: Case; readonly answersJson: string } {
  const { source } = readYaml(example, readFileSync(example, 'utf8'))
  const { title: _title, today, expect: _expect, ...file } = ExampleFile.parse(source.value)
  change(file.answers)
  const variant = town(shippedVariant(file.variant))
  const { answers, findings } = readAnswers(file, variant, example, () => ({ line: 1, column: 1 }))
  if (findings.length > 0) throw new Error(findings.map((finding) => finding.message).join('; '))
  return { application: openCase(variant, answers, { today }, lang), answersJson: JSON.stringify(file, null, 2) }
}

export async function bytesOf(content: PacketContent): Promise<Uint8Array> {
  const written = await writePacket(content, fontsFor(content, FONTS))
  return written.bytes
}

export const open = (bytes: Uint8Array) => getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise

/** Text of each page as a reader program finds it: runs in the order of the file, spaces evened out. */
export async function textsOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await open(bytes)
  const texts: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    texts.push(even(items.map((item) => ('str' in item ? item.str : '')).join(' ')))
  }
  return texts
}

export const even = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Boxes as they are printed for the town: those of the form itself, then the annexes behind it. `refused`: a grey line gathers it, by its reason or as
 * it is filled in on the page of who signs. */
export const boxesOf = (content: PacketContent): PrintedBox[] =>
  townOf(content).forms.flatMap((form) => {
    const sections = form.sections.map((section) => ({
      ...section,
      behind: section.annex && section.instances.every(({ row }) => row !== null),
    }))
    const sheets = sections.filter(({ behind }) => behind)
    // sections about the same rows stand together, row after row
    const groups = [...new Set(sheets.map(({ instances }) => instances.map(({ row }) => row).join(' ')))]
    const annexes = groups.flatMap((rows) => {
      const own = sheets.filter(({ instances }) => instances.map(({ row }) => row).join(' ') === rows)
      return (own[0]?.instances ?? []).flatMap((_, index) => own.flatMap(({ instances }) => instances[index] ?? []))
    })
    return [...sections.filter(({ behind }) => !behind).flatMap(({ instances }) => instances), ...annexes].flatMap(({ boxes }) =>
      boxes.map((box) => ({
        form: form.title,
        copyOut: form.copyOut,
        box,
        refused: box.state === 'notApplicable' || box.state === 'signature',
      })),
    )
  })

export interface PrintedBox {
  readonly form: string
  readonly copyOut: boolean
  readonly box: BoxCoverage
  readonly refused: boolean
}
