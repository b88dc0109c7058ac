import { getDocument } from './pdfjs.ts'

/** A box of a form as it is printed. */
export interface PrintedBox {
  readonly form: string
  /** Heading above it: part of the form, with the name of the row it is about. */
  readonly section: string
  /** Name of the row inside a part that lists several; else empty. */
  readonly row: string
  readonly nr: string
  readonly label: string
  /** All that stands in the box, lines joined; of a box that goes on behind, the text there too. */
  readonly text: string
  readonly options: readonly { readonly text: string; readonly ticked: boolean }[]
  readonly state: 'filled' | 'open' | 'notApplicable' | 'empty' | 'signature' | 'authority'
}
export interface PrintedPacket {
  readonly boxes: readonly PrintedBox[]
  readonly pages: number
  /** Headings of the parts, in order. */
  readonly parts: readonly string[]
  /** Everything, squashed for searching. */
  readonly all: string
  /** Names of the files inside, without the answers. */
  readonly inside: readonly string[]
}

/** One piece of text on a page. */
export interface Run {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly bold: boolean
}

/** Without spaces and case: what a line break may part. */
export function squash(text: string): string {
  const known = squashed.get(text)
  if (known !== undefined) return known
  const made = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  if (squashed.size > 20_000) squashed.clear()
  if (text.length < 400) squashed.set(text, made)
  return made
}
const squashed = new Map<string, string>()

/** Reads the packet as somebody does who has it in front of them: numbers in the left column, what stands beside them. */
export async function readPrinted(bytes: Uint8Array): Promise<PrintedPacket> {
  const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise
  const pages: Run[][] = []
  let boldFont = ''
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    const runs = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [size = 0, , , , x = 0, y = 0] = item.transform as number[]
      // headings are bold: that tells which of the two typefaces it is
      if (size > 15 && boldFont === '') boldFont = item.fontName
      return [{ text: item.str, x, y, size, font: item.fontName }]
    })
    pages.push(runs.map(({ font, ...run }) => ({ ...run, bold: font === boldFont })))
  }
  const files = ((await pdf.getAttachments()) ?? {}) as Record<string, { filename: string }>
  await pdf.destroy()
  const inside = Object.values(files).flatMap(({ filename }) => (filename === 'answers.json' ? [] : [filename]))
  return { ...readRuns(pages), inside }
}

const LEFT_COLUMN = 60
const RIGHT_COLUMN = [296, 308] as const
const NOT_A_FORM =
  /^(Verantwoording van alle vakken|Account of every box|Vervolgbladen|Continuation sheets|Bijlagen|Attachments|Ondertekening|Signing)/
const STATES: readonly (readonly [PrintedBox['state'], RegExp])[] = [
  ['open', /^(nog invullen|still to fill in)$|: (nog invullen|still to fill in)( |$)/],
  ['notApplicable', /^(niet van toepassing|not applicable)/],
  ['empty', /^(leeg gelaten|left empty)$/],
  ['signature', /^(zie ondertekeningsblad|see signing page|u tekent door in te loggen|you sign by logging in)/],
  ['authority', /^(voor de gemeente|for the municipality)$/],
]
const BEHIND = /^(zie vervolgblad|see continuation sheet)$/

/** From runs to boxes; apart from the reading so that a test can write a page by hand. */
export function readRuns(pages: readonly (readonly Run[])[]): PrintedPacket {
  const parts: string[] = []
  const found: { form: string; section: string; row: string; nr: string; runs: Run[] }[] = []
  const behind = new Map<string, string>()
  let form: string | null = null
  let section = ''
  let row = ''
  let sheet: string | null = null
  let last: Run | null = null
  for (const runs of pages) {
    for (const run of runs) {
      // running head and foot
      if (run.y > 780 || run.y < 50) continue
      if (run.size > 15) {
        const goesOn = last !== null && last.size > 15
        const title: string = goesOn ? `${parts.pop() ?? ''} ${run.text}` : run.text
        parts.push(title)
        form = NOT_A_FORM.test(title) ? null : title
        ;[section, row, sheet] = ['', '', null]
        // what stands above the first box belongs to no box before it
        if (form !== null) found.push({ form, section, row, nr: '', runs: [] })
      } else if (run.size > 12 && run.bold) {
        section = last !== null && last.size > 12 && last.size < 15 ? `${section} ${run.text}` : run.text
        row = ''
        const [, key] = /^(?:Vak|Box) ([^:]+):/.exec(section) ?? []
        sheet = form === null && key ? key : null
        // what follows a heading belongs to no box until the next number
        if (form !== null) found.push({ form, section, row, nr: '', runs: [] })
      } else if (form !== null) {
        const inColumn = run.x < LEFT_COLUMN || (run.x > RIGHT_COLUMN[0] && run.x < RIGHT_COLUMN[1])
        if (run.bold && Math.abs(run.size - 8) < 0.1 && inColumn) found.push({ form, section, row, nr: run.text, runs: [] })
        else if (run.x < LEFT_COLUMN) {
          // the name of a row, a heading or a paragraph: no box goes on behind it
          row = run.bold && /^\d+\. /.test(run.text) ? run.text.replace(/^\d+\. /, '') : ''
          found.push({ form, section, row, nr: '', runs: [] })
        } else found.at(-1)?.runs.push(run)
      } else if (sheet !== null) behind.set(sheet, `${behind.get(sheet) ?? ''} ${run.text}`.trim())
      last = run
    }
  }
  const boxes = found
    .filter(({ nr }) => nr !== '')
    .map(({ runs, ...box }): PrintedBox => {
      const label = runs.filter(isLabel)
      const rest = runs.filter((run) => !isLabel(run))
      const text = rest
        .map((run) => run.text)
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim()
      const isBold = rest.some((run) => run.bold)
      const options = rest
        .filter((run) => Math.abs(run.size - 9) < 0.1)
        .map((run) => ({ text: run.text.replace(/^x\s+/, ''), ticked: run.bold && /^x(\s|$)/.test(run.text) }))
      const state =
        isBold && !/: (nog invullen|still to fill in)/.test(text) ? undefined : STATES.find(([, words]) => words.test(text))?.[0]
      const more = BEHIND.test(text)
        ? [...behind].filter(([key]) => key === box.nr || key.startsWith(`${box.nr}@`)).map(([, each]) => each)
        : []
      return {
        ...box,
        label: label.map((run) => run.text).join(' '),
        text: [text, ...more].join(' '),
        options: options.some(({ ticked }) => ticked) ? options : [],
        state: state ?? 'filled',
      }
    })
  return { boxes, pages: pages.length, parts, all: squash(pages.flatMap((runs) => runs.map(({ text }) => text)).join(' ')), inside: [] }
}

const isLabel = (run: Run): boolean => !run.bold && Math.abs(run.size - 8) < 0.1
