import type { TownChanges } from '../../../authoring/configure/compare-town.ts'
import type { GivenFile, PlacedFiles, Unplaced } from '../../../authoring/configure/place-files.ts'
import { encodingOf } from '../../../model/files/encoding.ts'
import type { Lang } from '../../../model/lang.ts'
import { toBase64 } from '../../../model/util/bytes/base64.ts'
import type { Site } from '../../site.ts'
import type { Judged, TownBench } from '../../towns/town-bench.ts'
import { type FoundFile, MOST_FILES } from '../files/given-files.ts'

/** A larger file is no file of rules, and is not read. */
const MOST_BYTES = 4_000_000
/** A form that is scanned whole is larger than one that was made as a form. */
export const MOST_PDF_BYTES = 10_000_000
const MOST_BYTES_TOGETHER = 20_000_000

/** What lies on the bench, and what was found about it. */
export interface Work {
  readonly bench: TownBench | null
  readonly placed: Omit<PlacedFiles, 'unplaced'>
  /** PDFs among them by their SHA-256: of each only its fields are a rule file. */
  readonly pdfs: ReadonlyMap<string, Uint8Array>
  readonly unplaced: readonly Unplaced[]
  /** What was given last held nothing at all. */
  readonly nothing: boolean
  readonly busy: 'opening' | 'placing' | 'judging' | 'comparing' | null
  readonly judged: Judged | null
  readonly changes: { readonly lang: Lang; readonly told: TownChanges | null } | null
  /** Why it went no further: `tooMany`, or what an error says. */
  readonly problem: unknown
}

const EMPTY: Work = {
  bench: null,
  placed: { files: new Map(), folder: null, town: null },
  pdfs: new Map(),
  unplaced: [],
  nothing: false,
  busy: null,
  judged: null,
  changes: null,
  problem: null,
}

/** Holds the files of a municipality for as long as the page is open, also while it looks at its trial; each change is checked anew. */
export interface Workbench {
  now(): Work
  listen(heard: () => void): () => void
  /** The page is shown: what is not known yet of the files that lie there is found out, and told in this language. */
  open(lang: Lang): Promise<void>
  give(files: readonly FoundFile[] | Promise<readonly FoundFile[]>, lang: Lang): Promise<void>
  /** Begins anew with the files of a municipality of this site. */
  takeShipped(id: string, lang: Lang): Promise<void>
  remove(place: string, lang: Lang): Promise<void>
  clear(): void
  /** Checks the same files once more. */
  again(lang: Lang): Promise<void>
  /** Tells the changes in this language. */
  speak(lang: Lang): Promise<void>
  /** The page is left: what is under way is called off. */
  leave(): void
}

const benches = new WeakMap<Site, Workbench>()

export function workbenchOf(site: Site): Workbench {
  const made = benches.get(site) ?? workbench(site)
  benches.set(site, made)
  return made
}

function workbench(site: Pick<Site, 'openBench' | 'today'>): Workbench {
  let work = EMPTY
  /** Counts what was asked: what comes back too late is for nobody. */
  let turn = 0
  const heard = new Set<() => void>()
  const set = (more: Partial<Work>): void => {
    work = { ...work, ...more }
    for (const tell of heard) tell()
  }
  const opened = async (): Promise<TownBench> => {
    const bench = work.bench ?? (await site.openBench())
    if (!work.bench) set({ bench })
    return bench
  }
  /** Does one thing after another, until something else is asked or it fails. */
  const inTurn = async (steps: (bench: TownBench, isWanted: () => boolean) => Promise<void>): Promise<void> => {
    turn += 1
    const mine = turn
    const isWanted = (): boolean => mine === turn
    work.bench?.stop()
    set({ problem: null, busy: 'opening' })
    try {
      const bench = await opened()
      if (isWanted()) await steps(bench, isWanted)
    } catch (problem) {
      if (isWanted()) set({ problem })
    } finally {
      if (isWanted()) set({ busy: null })
    }
  }
  const judge = async (bench: TownBench, lang: Lang, isWanted: () => boolean): Promise<void> => {
    const { files, town } = work.placed
    set({ judged: null, changes: null })
    if (town === null) return
    set({ busy: 'judging' })
    const judged = await bench.judge(files, town, site.today())
    if (!isWanted()) return
    set({ judged })
    if (judged.file) await compare(bench, lang, isWanted)
  }
  const compare = async (bench: TownBench, lang: Lang, isWanted: () => boolean): Promise<void> => {
    set({ busy: 'comparing' })
    const told = await bench.compare(lang)
    if (isWanted()) set({ changes: { lang, told } })
  }
  return {
    now: () => work,
    listen: (tell) => {
      heard.add(tell)
      return () => heard.delete(tell)
    },
    async open(lang) {
      if (!work.judged) await inTurn((bench, isWanted) => judge(bench, lang, isWanted))
    },
    again: (lang) => inTurn((bench, isWanted) => judge(bench, lang, isWanted)),
    give: (files, lang) =>
      inTurn(async (bench, isWanted) => {
        set({ busy: 'placing' })
        const found = await files
        if (found.length > MOST_FILES) throw new Error('tooMany')
        const pdfs = new Map(work.pdfs)
        const given = await readAll(found, async (bytes) => {
          const { text, digest } = await bench.readForm(bytes)
          pdfs.set(digest, bytes)
          return text
        })
        if (!isWanted()) return
        const { unplaced, ...placed } = await bench.place(given, work.placed)
        if (!isWanted()) return
        set({ placed, pdfs, unplaced, nothing: found.length === 0 })
        await judge(bench, lang, isWanted)
      }),
    takeShipped: (id, lang) =>
      inTurn(async (bench, isWanted) => {
        const files = await bench.filesOf(id)
        if (!isWanted()) return
        set({ placed: { files, folder: id, town: id }, pdfs: new Map(), unplaced: [], nothing: false })
        await judge(bench, lang, isWanted)
      }),
    remove: (place, lang) =>
      inTurn(async (bench, isWanted) => {
        const files = new Map([...work.placed.files].filter(([each]) => each !== place))
        const { unplaced: _, ...placed } = await bench.place([], { ...work.placed, files })
        if (!isWanted()) return
        set({ placed, unplaced: [] })
        await judge(bench, lang, isWanted)
      }),
    clear() {
      turn += 1
      work.bench?.stop()
      set({ ...EMPTY, bench: work.bench })
    },
    speak: (lang) => inTurn((bench, isWanted) => compare(bench, lang, isWanted)),
    leave() {
      turn += 1
      work.bench?.close()
      set({ busy: null })
    },
  }
}

/** Reads what may be a file of rules; anything else is known by its name. Text that is no UTF-8 has signs in it by which that is seen. */
async function readAll(found: readonly FoundFile[], readForm: (bytes: Uint8Array) => Promise<string>): Promise<GivenFile[]> {
  const given: GivenFile[] = []
  let together = 0
  for (const { path, file } of found) {
    const isPdf = path.endsWith('.pdf')
    const isRead = isPdf || /\.(?:ya?ml|svg|png)$/.test(path)
    if (isRead) together += file.size
    if (!isRead) given.push({ path, text: '' })
    else if (file.size > (isPdf ? MOST_PDF_BYTES : MOST_BYTES) || together > MOST_BYTES_TOGETHER) given.push({ path, text: null })
    else if (isPdf) {
      // what hangs on it or breaks is told, and keeps the other files from nothing
      const text = await readForm(new Uint8Array(await file.arrayBuffer())).catch(() => null)
      given.push({ path, text })
    } else {
      const bytes = await file.arrayBuffer()
      given.push({
        path,
        text: encodingOf(path) === 'base64' ? toBase64(new Uint8Array(bytes)) : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      })
    }
  }
  return given
}
