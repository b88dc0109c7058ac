import type { Lang } from '../model/lang.ts'
import type { Attached } from './added/attached.ts'
import { BOTTOM, LEFT, RIGHT, SIDEWAYS } from './document.ts'
import type { Flow } from './flow.ts'
import { layOutTable } from './table.ts'
import type { Words } from './texts.ts'

/** A file embedded in the packet, and what the packet shows of it. */
export interface AttachedFile {
  /** `B1` and up. */
  readonly mark: string
  /** The document it is a copy of. */
  readonly title: string
  readonly name: string
  readonly bytes: number
  /** SHA-256 of the file, in hexadecimal digits. */
  readonly hash: string
  readonly shown: Attached
}

/** The list of embedded files, with what identifies them; then their pages, each with its mark, or why one cannot be drawn. */
export function layOutAttached(flow: Flow, files: readonly AttachedFile[], lang: Lang, words: Words): void {
  if (files.length === 0) return
  flow.begin(words.files)
  flow.heading(1, words.files)
  flow.paragraph(words.filesNote, { size: 9.5 })
  layOutTable(
    flow,
    [words.nr, words.file, words.size, words.sheets, words.fileHash],
    files.map(({ mark, title, name, bytes, hash, shown }) => [
      mark,
      [title, name].filter(Boolean).join(': '),
      sizeOf(bytes, lang),
      shown.kind === 'pages' ? String(shown.sheets.pages.length) : shown.kind === 'text' ? words.asText : words.notDrawn,
      // in groups, so that it can be read aloud, and no line ends with a hyphen
      hash.replace(/.{16}(?=.)/g, '$& '),
    ]),
    [0.8, 5, 1.5, 1.6, 4.6],
    { size: 7.5, rowHead: 1, plain: true },
  )
  files.forEach((file, index) => {
    const name = [file.mark, file.title || file.name].join(' · ')
    const { shown } = file
    if (shown.kind === 'pages') sheets(flow, { file, index, name }, shown.sheets.pages, words)
    else {
      // files that are only named share a page
      const before = files[index - 1]?.shown.kind
      if (shown.kind === 'text' || before !== 'named') flow.sheet(shown.kind === 'text' ? name : words.files, false)
      flow.heading(2, name)
      flow.paragraph(file.name, { size: 8.5, grey: true, plain: true })
      if (shown.kind === 'text')
        for (const line of shown.text.split(/\r\n|\r|\n/)) flow.paragraph(line === '' ? ' ' : line, { size: 9, after: 1, plain: true })
      else flow.paragraph(`${words.undrawn[shown.why]} ${words.inFile}`)
    }
  })
}

function sheets(
  flow: Flow,
  { file, index, name }: { readonly file: AttachedFile; readonly index: number; readonly name: string },
  pages: readonly { readonly width: number; readonly height: number }[],
  words: Words,
): void {
  pages.forEach(({ width, height }, page) => {
    const landscape = width > height
    flow.sheet(name, landscape)
    const count = words.sheetOf(page + 1, pages.length)
    if (page === 0) flow.heading(2, name, 0)
    else flow.paragraph(`${name} · ${count}`, { size: 8.5, after: 2 })
    const right = landscape ? RIGHT + SIDEWAYS : RIGHT
    const room = { width: right - LEFT, height: flow.top - 13 - BOTTOM }
    const scale = Math.min(1, room.width / width, room.height / height)
    const note = [...(page === 0 ? [file.name, count] : []), ...(scale < 0.97 ? [words.smaller(Math.round(scale * 100))] : [])]
    if (note.length > 0) flow.paragraph(note.join(' · '), { size: 8, grey: true, after: 2, plain: true })
    const top = flow.top
    const fitted = Math.min(1, room.width / width, (top - BOTTOM) / height)
    const size = { width: width * fitted, height: height * fitted }
    const x = LEFT + (right - LEFT - size.width) / 2
    const y = top - size.height
    const figure = flow.add('Figure', undefined, {
      alt: words.figure(file.mark, page + 1, pages.length, file.title || file.name),
      box: [x, y, x + size.width, y + size.height],
    })
    flow.picture({ x, y, ...size, scale: fitted, node: figure, attachment: index, page })
    flow.moveTo(y)
  })
}

const sizeOf = (bytes: number, lang: Lang): string => {
  if (bytes < 1024 * 1024) return `${bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1024))} kB`
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', lang === 'nl' ? ',' : '.')} MB`
}
