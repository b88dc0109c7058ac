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
  /** What stands in English beneath the name of the form and beneath the label; empty where nothing does. */
  readonly english: { readonly form: string; readonly label: string }
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
  /** Marked as English within what is Dutch. */
  readonly english?: boolean
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

/** Reads the packet as somebody does who has it in front of them: a number with its label, what stands below them, tables, and grey lines of what does not apply. */
export async function readPrinted(bytes: Uint8Array): Promise<PrintedPacket> {
  const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise
  const pages: Run[][] = []
  let boldFont = ''
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const alongside = new Set(inEnglish((await page.getStructTree()) as Element | null))
    let english = false
    const runs = items.flatMap((item) => {
      if ('type' in item && item.type.startsWith('begin')) english = alongside.has(item.id)
      if (!('str' in item) || item.str.trim() === '') return []
      const [size = 0, , , , x = 0, y = 0] = item.transform as number[]
      // headings are bold: that tells which of the two typefaces it is
      if (size > 15 && boldFont === '') boldFont = item.fontName
      // a run ends in a space where its word ends
      return [{ text: item.str.trim(), x, y, size, font: item.fontName, ...(english && { english }) }]
    })
    pages.push(runs.map(({ font, ...run }) => ({ ...run, bold: font === boldFont })))
  }
  const files = ((await pdf.getAttachments()) ?? {}) as Record<string, { filename: string }>
  await pdf.destroy()
  const inside = Object.values(files).flatMap(({ filename }) => (filename === 'answers.json' ? [] : [filename]))
  return { ...readRuns(pages), inside }
}

/** An element of the structure of a page, or a piece of its content. */
interface Element {
  readonly id?: string
  readonly lang?: string
  readonly children?: readonly Element[]
}

/** Ids of the content that a page marks as English: only what stands beneath Dutch is marked. */
function inEnglish(element: Element | null, within = false): string[] {
  if (element === null) return []
  const { id, lang, children } = element
  const isEnglish = lang === undefined ? within : lang === 'en'
  if (children === undefined) return isEnglish && id !== undefined ? [id] : []
  return children.flatMap((child) => inEnglish(child, isEnglish))
}

/** What stands left of this begins a line of the page. */
const LEFT_COLUMN = 60
/** Sizes by which a reader tells apart what stands on the page: a number and its label, the head of a table that repeats, a line of it, and what is grey
 * because it does not apply. */
const isSize = (run: Run, size: number): boolean => Math.abs(run.size - size) < 0.1
const [LABEL, HEAD, CELL, REFUSED] = [8, 7.5, 8.5, 7.5]
const HYPHEN = '\u2010'
/** A section that goes on is named again at the top of the page. */
const GOES_ON = /\((vervolg|continued)\)$/
const NOT_A_FORM =
  /^(Verantwoording van alle vakken|Account of every box|Vervolgbladen|Continuation sheets|Bijlagen|Attachments|Ondertekening|Signing)/
const SIGNED = /^(zie ondertekeningsblad|see signing page|u tekent door in te loggen|you sign by logging in)/
const STATES: readonly (readonly [PrintedBox['state'], RegExp])[] = [
  ['open', /^(nog invullen|still to fill in)( |$)|: (nog invullen|still to fill in)( |$)/],
  ['notApplicable', /^(niet van toepassing|not applicable)/],
  ['empty', /^(leeg gelaten|left empty)$/],
  ['signature', SIGNED],
  ['authority', /^(voor de gemeente|for the municipality)$/],
]
/** How a grey line begins: with that what follows does not apply, or where it is filled in. */
const GATHERS =
  /^(niet van toepassing|not applicable):|^(zie ondertekeningsblad|see signing page|u tekent door in te loggen|you sign by logging in)/
const BEHIND = /^(zie vervolgblad|see continuation sheet)$/

/** From runs to boxes; apart from the reading so that a test can write a page by hand. */
export function readRuns(pages: readonly (readonly Run[])[]): PrintedPacket {
  const parts: string[] = []
  const found: Found[] = []
  const formsInEnglish = new Map<string, string>()
  const without: { form: string; section: string; row: string; text: string }[] = []
  const behind = new Map<string, string>()
  let form: string | null = null
  let section = ''
  let row = ''
  let sheet: string | null = null
  let last: Run | null = null
  /** The table that is being read: its columns, and in which of them the last text stood. */
  let table: { columns: Column[]; at: number } | null = null
  let refused: { form: string; section: string; row: string; text: string } | null = null
  for (const runs of pages) {
    for (const run of runs) {
      // running head and foot, the hyphen of a word that goes on, and the name of a section that goes on
      if (run.text === HYPHEN || run.y > 790 || run.y < 40 || (run.bold && isSize(run, 9) && GOES_ON.test(run.text))) continue
      if (run.english) {
        // it says again what stands above it: the title of a form, a label, or what no box is known by
        if (form !== null && last !== null && last.size > 15)
          formsInEnglish.set(form, `${formsInEnglish.get(form) ?? ''} ${run.text}`.trim())
        const box = found.at(-1)
        if (form !== null && table === null && last !== null && isLabel(last) && box)
          box.english = `${box.english ?? ''} ${run.text}`.trim()
        continue
      }
      if (form !== null && isSize(run, HEAD) && run.bold) {
        if (table === null || table.at >= 0) table = { columns: [], at: -1 }
        const column: Column | undefined = table.columns.at(-1)
        if (column && Math.abs(column.x - run.x) < 1) column.label = `${column.label} ${run.text}`.trim()
        else table.columns.push({ x: run.x, nr: run.text, label: '' })
        last = run
        continue
      }
      if (form !== null && table !== null && isSize(run, CELL)) {
        const at: number = table.columns.findIndex(({ x }) => Math.abs(x - run.x) < 1)
        const column = table.columns[at]
        // the first column names the row
        if (at === 0) row = table.at === 0 ? `${row} ${run.text}` : run.text.replace(/^\d+\. ?/, '')
        else if (column && at === table.at) found.at(-1)?.runs.push(run)
        else if (column) found.push({ form, section: `${section}: ${row}`, row, nr: column.nr, label: column.label, runs: [run] })
        table.at = at
        last = run
        continue
      }
      if (form !== null && isSize(run, REFUSED)) {
        // a line of its own for each part of the form: they stand further from each other than lines of one
        const isBelow = last !== null && last.y > run.y
        if (refused === null || (isBelow ? last !== null && last.y - run.y > 10 : GATHERS.test(run.text))) {
          refused = { form, section, row, text: '' }
          without.push(refused)
        }
        refused.text = `${refused.text} ${run.text}`.trim()
        last = run
        continue
      }
      table = null
      refused = null
      if (run.size > 15) {
        const goesOn = last !== null && last.size > 15
        const title: string = goesOn ? `${parts.pop() ?? ''} ${run.text}` : run.text
        parts.push(title)
        form = NOT_A_FORM.test(title) ? null : title
        ;[section, row, sheet] = ['', '', null]
        // what stands above the first box belongs to no box before it
        if (form !== null) found.push({ form, section, row, nr: '', runs: [] })
      } else if (run.size > 11.5 && run.bold) {
        section = last !== null && last.size > 11.5 && last.size < 15 ? `${section} ${run.text}` : run.text
        row = ''
        const [, key] = /^(?:Vak|Box) ([^:]+):/.exec(section) ?? []
        sheet = form === null && key ? key : null
        // what follows a heading belongs to no box until the next number
        if (form !== null) found.push({ form, section, row, nr: '', runs: [] })
      } else if (form !== null) {
        if (run.bold && isSize(run, LABEL)) found.push({ form, section, row, nr: run.text, runs: [] })
        else if (run.bold && run.x < LEFT_COLUMN && run.text !== 'x' && (isSize(run, 9) || isSize(run, 10.5))) {
          // the name of a row, or a question above its boxes: no box goes on behind it
          row = /^\d+\. /.test(run.text) ? run.text.replace(/^\d+\. /, '') : ''
          found.push({ form, section, row, nr: '', runs: [] })
        } else found.at(-1)?.runs.push(run)
      } else if (sheet !== null) behind.set(sheet, `${behind.get(sheet) ?? ''} ${run.text}`.trim())
      last = run
    }
  }
  const boxes = found
    .filter(({ nr }) => nr !== '')
    .map(({ runs, label: above, english = '', ...box }): PrintedBox => {
      const label = runs.filter(isLabel)
      const rest = runs.filter((run) => !isLabel(run))
      const text = rest
        .map((run) => run.text)
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim()
      const isBold = rest.some((run) => run.bold)
      const options = optionsIn(rest.filter((run) => isSize(run, 9)))
      const state =
        isBold && !/: (nog invullen|still to fill in)/.test(text) ? undefined : STATES.find(([, words]) => words.test(text))?.[0]
      const more = BEHIND.test(text)
        ? [...behind].filter(([key]) => key === box.nr || key.startsWith(`${box.nr}@`)).map(([, each]) => each)
        : []
      return {
        ...box,
        label: above ?? label.map((run) => run.text).join(' '),
        text: [text, ...more].join(' '),
        english: { form: formsInEnglish.get(box.form) ?? '', label: english },
        options: options.some(({ ticked }) => ticked) ? options : [],
        state: state ?? 'filled',
      }
    })
  const grey = without.flatMap(({ text, ...where }) =>
    refusedIn(text).map(({ nr, reason }): PrintedBox => {
      const english = { form: formsInEnglish.get(where.form) ?? '', label: '' }
      return { ...where, nr, label: '', text: reason, english, options: [], state: SIGNED.test(reason) ? 'signature' : 'notApplicable' }
    }),
  )
  return {
    boxes: [...boxes, ...grey],
    pages: pages.length,
    parts,
    all: squash(pages.flatMap((runs) => runs.map(({ text }) => text)).join(' ')),
    inside: [],
  }
}

/** A box while it is being read. */
interface Found {
  readonly form: string
  readonly section: string
  readonly row: string
  readonly nr: string
  readonly label?: string
  english?: string
  readonly runs: Run[]
}

interface Column {
  readonly x: number
  /** Of the box, or for the first column what its rows are. */
  readonly nr: string
  label: string
}

/** Numbers and reasons of a grey line: `niet van toepassing: geen overname (AL-006) · geen terras (AL-010 t/m AL-012)`. */
export function refusedIn(text: string): { nr: string; reason: string }[] {
  return text.split(/(?<=\)) · /).flatMap((each) => {
    const [, reason = '', numbers = ''] = /^(.*)\(([^()]*)\)$/.exec(each) ?? []
    return numbers.split(', ').flatMap((one) => {
      const [, head = '', from = '', to = ''] = /^(.*?)(\d+) (?:t\/m|to) .*?(\d+)$/.exec(one) ?? []
      if (from === '') return one === '' ? [] : [{ nr: one, reason: reason.trim() }]
      return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => ({
        nr: `${head}${String(Number(from) + index).padStart(from.length, '0')}`,
        reason: reason.trim(),
      }))
    })
  })
}

/** A cross stands before its option, in one run with it or in a run of its own. */
function optionsIn(runs: readonly Run[]): { text: string; ticked: boolean }[] {
  const isCross = (run: Run | undefined): boolean => run?.bold === true && run.text === 'x'
  return runs.flatMap((run, index) =>
    isCross(run) ? [] : { text: run.text.replace(/^x\s+/, ''), ticked: run.bold && (/^x\s/.test(run.text) || isCross(runs[index - 1])) },
  )
}

const isLabel = (run: Run): boolean => !run.bold && isSize(run, LABEL)
