import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { Chooser } from './choose.ts'
import { clock, TODAY } from './clock.ts'
import { type Breach, LAWS, type Law } from './laws.ts'
import { Chance } from './random.ts'
import { reckon } from './reckon.ts'
import { shrink } from './shrink.ts'
import { Terminal } from './terminal/terminal.ts'
import { type Move, sentence, Walker } from './walk.ts'

export interface Site {
  readonly url: string
  /** Checkout whose command line belongs to the site. */
  readonly root: string
}

export interface Walked {
  readonly seed: number
  readonly moves: readonly Move[]
  readonly breaches: readonly Breach[]
  /** How often each law was looked at. */
  readonly judged: ReadonlyMap<string, number>
  readonly milliseconds: number
  /** Boxes in the packet; 0 when there was none to make. */
  readonly boxes: number
  /** Page where the walk went wrong for a reason that is no law: a fault of the walker. */
  readonly stuck: string | null
}

/** A browser that is opened again when it was closed from outside. */
export class OpenBrowser {
  private now: Promise<Browser> | null = null
  constructor(private readonly open: () => Promise<Browser>) {}

  async get(): Promise<Browser> {
    const browser = await this.now
    if (browser?.isConnected()) return browser
    this.now = this.open()
    return this.now
  }
  async close(): Promise<void> {
    await (await this.now)?.close()
  }
}

/** Walks: by chance, or the moves that are given. With `only`, it ends when that law is broken. */
export async function walk(
  browser: OpenBrowser,
  site: Site,
  terminal: Terminal,
  seed: number,
  replay: readonly Move[] | null = null,
  only: Law | null = null,
  inspected: Set<string> | null = null,
): Promise<Walked> {
  for (let tries = 0; ; tries += 1) {
    const now = await browser.get()
    const walked = await walkIn(now, site, terminal, seed, replay, only, inspected)
    if (walked.stuck === null || now.isConnected() || tries > 1) return walked
  }
}

async function walkIn(
  browser: Browser,
  { url }: Site,
  terminal: Terminal,
  seed: number,
  replay: readonly Move[] | null,
  only: Law | null,
  inspected: Set<string> | null,
): Promise<Walked> {
  const began = Date.now()
  const folder = mkdtempSync(join(tmpdir(), 'horeca1-walk-'))
  let context: BrowserContext | null = null
  const moves: Move[] = []
  // a quarter of the walks is in English from the first page on
  const lang = seed % 4 === 3 ? 'en' : 'nl'
  const chooser = new Chooser(new Chance(seed), new Chance(seed + 500_000), TODAY, lang)
  let walker: Walker | null = null
  let boxes = 0
  let stuck: string | null = null
  try {
    context = await browser.newContext({
      acceptDownloads: true,
      viewport: { width: 1280, height: 900 },
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      reducedMotion: 'reduce',
    })
    await context.addInitScript({ content: clock() })
    walker = await Walker.open(context, url, seed % 5 !== 0, inspected)
    const ended = (): boolean => walker?.breaches.some(({ law }) => only === null || law === only) ?? false
    for (let index = 0; !ended(); index += 1) {
      const move = replay ? (replay[index] ?? null) : chooser.next(walker)
      if (!move) break
      if (await walker.perform(move)) moves.push(move)
    }
    if (!ended()) {
      const begin = moves.find((move) => move.do === 'begin')
      const packet = await reckon(walker, {
        terminal,
        folder,
        today: TODAY,
        lang,
        chance: new Chance(seed + 1),
        postcode: begin?.do === 'begin' ? begin.postcode : '',
        only,
      })
      boxes = packet?.boxes.length ?? 0
    }
  } catch (error) {
    stuck = `${error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error)} (on "${walker?.now?.title}" ${walker?.now?.address})`
  } finally {
    await context?.close().catch(() => undefined)
    if (process.env.HORECA1_WALK_KEEP) console.log(folder)
    else rmSync(folder, { recursive: true, force: true })
  }
  return {
    seed,
    moves,
    breaches: walker?.breaches ?? [],
    judged: walker?.judged ?? new Map(),
    milliseconds: Date.now() - began,
    boxes,
    stuck,
  }
}

/** The shortest part of a walk that breaks the same law. */
export async function shortest(browser: OpenBrowser, site: Site, terminal: Terminal, walked: Walked, limit?: number): Promise<Walked> {
  const [first] = walked.breaches
  if (!first) return walked
  let best = walked
  await shrink(
    walked.moves,
    async (moves) => {
      const again = await walk(browser, site, terminal, walked.seed, moves, first.law, first.law === 'accessible' ? new Set() : null)
      const fails = again.breaches.some(({ law }) => law === first.law)
      if (fails) best = { ...again, breaches: again.breaches.filter(({ law }) => law === first.law) }
      return fails
    },
    limit,
  )
  return best
}

/** A failing walk in sentences. */
export const told = ({ seed, moves, breaches }: Walked): string =>
  [
    `Seed ${seed}`,
    ...moves.map((move, index) => `  ${index + 1}. ${sentence(move)}`),
    ...breaches.map(({ law, what }) => `  ${law}: ${LAWS[law]}\n    ${what}`),
  ].join('\n')

export interface Summary {
  readonly walks: readonly Walked[]
  readonly failed: readonly Walked[]
}

/** Many walks, `beside` each other; says how each went. */
export async function walkMany(
  browser: OpenBrowser,
  site: Site,
  {
    walks,
    seed,
    beside = 1,
    shrinkLimit = 60,
    say = () => undefined,
  }: { walks: number; seed: number; beside?: number; shrinkLimit?: number; say?: (line: string) => void },
): Promise<Summary> {
  const done: Walked[] = []
  const failed: Walked[] = []
  const shrunk = new Set<string>()
  const inspected = new Set<string>()
  let next = seed
  const lane = async (): Promise<void> => {
    const terminal = new Terminal(site.root)
    try {
      while (next < seed + walks) {
        const mine = next
        next += 1
        const walked = await walk(browser, site, terminal, mine, null, null, inspected)
        done.push(walked)
        const bad = walked.breaches.length > 0 || walked.stuck !== null
        say(
          `${bad ? 'FAIL' : 'ok  '} seed ${mine}: ${walked.moves.length} moves, ${walked.boxes} boxes, ${(walked.milliseconds / 1000).toFixed(1)} s${walked.stuck ? ` STUCK ${walked.stuck}` : ''}${walked.breaches.map(({ law, what }) => `\n       ${law}: ${what}`).join('')}`,
        )
        if (!bad) continue
        const law = walked.breaches[0]?.law
        // each law is made shorter once: the same fault is found by many walks
        const short = law && shrinkLimit > 0 && !shrunk.has(law) ? await shortest(browser, site, terminal, walked, shrinkLimit) : walked
        if (law) shrunk.add(law)
        failed.push(short)
        if (short !== walked) say(told(short))
      }
    } finally {
      terminal.close()
    }
  }
  await Promise.all(Array.from({ length: beside }, lane))
  return { walks: done, failed }
}

/** A line a law: how often it was looked at, in how many walks it was broken. */
export function table({ walks }: Summary): string {
  const rows = (Object.keys(LAWS) as Law[]).map((law) => {
    const judged = walks.reduce((sum, one) => sum + (one.judged.get(law) ?? 0), 0)
    const broken = walks.filter(({ breaches }) => breaches.some((each) => each.law === law)).length
    return `${law.padEnd(16)} ${String(judged).padStart(7)} ${String(broken).padStart(7)}   ${LAWS[law]}`
  })
  const stuck = walks.filter((one) => one.stuck !== null).length
  const seconds = walks.reduce((sum, one) => sum + one.milliseconds, 0) / 1000 / Math.max(walks.length, 1)
  return [
    `${'law'.padEnd(16)} ${'judged'.padStart(7)} ${'broken'.padStart(7)}`,
    ...rows,
    `${walks.length} walks, ${stuck} stuck, ${walks.filter(({ boxes }) => boxes > 0).length} with a packet, ${seconds.toFixed(1)} s each`,
  ].join('\n')
}
