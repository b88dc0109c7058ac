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
  const turns = new Turns(site)
  const judgeIn =
    (lang: Lang): Step =>
    (turn) =>
      judge(turn, lang, site.today())
  return {
    now: () => turns.work,
    listen: (tell) => {
      turns.heard.add(tell)
      return () => turns.heard.delete(tell)
    },
    async open(lang) {
      if (!turns.work.judged) await turns.take(judgeIn(lang))
    },
    again: (lang) => turns.take(judgeIn(lang)),
    give: (files, lang) => turns.take((turn) => place(turn, files), judgeIn(lang)),
    takeShipped: (id, lang) =>
      turns.take(async ({ bench, set }) => {
        const files = await bench.filesOf(id)
        set({ placed: { files, folder: id, town: id }, pdfs: new Map(), unplaced: [], nothing: false })
      }, judgeIn(lang)),
    remove: (place, lang) =>
      turns.take(async ({ bench, now, set }) => {
        const { placed: before } = now()
        const files = new Map([...before.files].filter(([each]) => each !== place))
        const { unplaced: _, ...placed } = await bench.place([], { ...before, files })
        set({ placed, unplaced: [] })
      }, judgeIn(lang)),
    clear() {
      turns.stop()
      turns.work.bench?.stop()
      turns.set({ ...EMPTY, bench: turns.work.bench })
    },
    speak: (lang) => turns.take((turn) => compare(turn, lang)),
    leave() {
      turns.stop()
      turns.work.bench?.close()
      turns.set({ busy: null })
    },
  }
}

/** One turn at the bench. What comes of it is taken in only while nothing else was asked meanwhile. */
interface Turn {
  readonly bench: TownBench
  now(): Work
  isWanted(): boolean
  set(more: Partial<Work>): void
}
type Step = (turn: Turn) => Promise<void>

/** Does one thing after another, until something else is asked or it fails. */
class Turns {
  work = EMPTY
  readonly heard = new Set<() => void>()
  /** Counts what was asked: what comes back too late is for nobody. */
  private count = 0

  constructor(private readonly site: Pick<Site, 'openBench'>) {}

  set(more: Partial<Work>): void {
    this.work = { ...this.work, ...more }
    for (const tell of this.heard) tell()
  }

  stop(): void {
    this.count += 1
  }

  async take(...steps: readonly Step[]): Promise<void> {
    this.stop()
    const mine = this.count
    const isWanted = (): boolean => mine === this.count
    const set = (more: Partial<Work>): void => {
      if (isWanted()) this.set(more)
    }
    this.work.bench?.stop()
    set({ problem: null, busy: 'opening' })
    try {
      const turn = { bench: await this.opened(), now: () => this.work, isWanted, set }
      for (const step of steps) if (isWanted()) await step(turn)
    } catch (problem) {
      set({ problem })
    } finally {
      set({ busy: null })
    }
  }

  private async opened(): Promise<TownBench> {
    const bench = this.work.bench ?? (await this.site.openBench())
    if (!this.work.bench) this.set({ bench })
    return bench
  }
}

/** Puts files on the bench, each in its place. */
async function place({ bench, now, isWanted, set }: Turn, files: readonly FoundFile[] | Promise<readonly FoundFile[]>): Promise<void> {
  set({ busy: 'placing' })
  const found = await files
  if (found.length > MOST_FILES) throw new Error('tooMany')
  const pdfs = new Map(now().pdfs)
  const given = await readAll(found, async (bytes) => {
    const { text, digest } = await bench.readForm(bytes)
    pdfs.set(digest, bytes)
    return text
  })
  if (!isWanted()) return
  const { unplaced, ...placed } = await bench.place(given, now().placed)
  set({ placed, pdfs, unplaced, nothing: found.length === 0 })
}

/** Finds out what is wrong with the files, and what changes if nothing is. */
async function judge(turn: Turn, lang: Lang, today: string): Promise<void> {
  const { bench, now, isWanted, set } = turn
  const { files, town } = now().placed
  set({ judged: null, changes: null })
  if (town === null) return
  set({ busy: 'judging' })
  const judged = await bench.judge(files, town, today)
  set({ judged })
  if (judged.file && isWanted()) await compare(turn, lang)
}

async function compare({ bench, set }: Turn, lang: Lang): Promise<void> {
  set({ busy: 'comparing' })
  const told = await bench.compare(lang)
  set({ changes: { lang, told } })
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
