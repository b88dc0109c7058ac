import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { run } from '../../src/cli/commands.ts'
import { answersText } from '../../src/model/answers/write-answers.ts'
import { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { readPacket } from '../../src/pdf/read.ts'
import { NL } from '../../src/ui/text/nl.ts'
import { ROOT, watch, withExamples } from '../browser/site.ts'
import { type Hands, PageReader, type SeenPage } from '../walk/page-reader.ts'
import { differences, renamed, rowNames } from './compare.ts'
import { type Doubt, type Effort, Entry } from './enter.ts'
import { Wants } from './wants.ts'

/** What became of an example that was entered through the pages. */
export interface Entered {
  readonly effort: Effort
  readonly seconds: number
  readonly doubts: readonly Doubt[]
  /** Example and file from the browser, where they do not say the same: empty when all is well. */
  readonly differences: readonly string[]
  /** The packet of the browser against that of the command line: made of the answers in it, and made of the example. */
  readonly sameAsItsAnswers: boolean
  readonly sameAsTheExample: boolean
  readonly complaints: readonly string[]
  /** Answers in the packet of the browser. */
  readonly file: AnswerFile
}

export interface Manner {
  readonly hands?: Hands
  /** Of the window, in pixels. */
  readonly width?: number
  /** Hears every page and every answer. */
  readonly log?: (line: string) => void
  /** Looks at every page that is come to, and at the last one. */
  readonly look?: (page: Page, seen: SeenPage) => Promise<void>
  /** Goes on after the packet was downloaded. */
  readonly after?: (page: Page) => Promise<void>
}

/** Enters an example in a browser of its own, downloads the packet and holds it against those of the command line.
 * @param path of the example, from the root of the project */
export async function walkExample(
  browser: Browser,
  url: string,
  path: string,
  { hands = 'mouse', width = 1280, log = () => undefined, look = () => Promise.resolve(), after = () => Promise.resolve() }: Manner = {},
): Promise<Entered> {
  const wants = new Wants(path)
  const context = await browser.newContext({
    acceptDownloads: true,
    viewport: { width, height: 900 },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  })
  const folder = mkdtempSync(join(tmpdir(), 'horeca1-entry-'))
  try {
    const page = await context.newPage()
    const { complaints } = watch(page)
    await page.addInitScript(STAND_STILL, Date.parse(`${wants.today}T10:00:00+01:00`))
    const started = performance.now()
    await page.goto(withExamples(url))
    const reader = new PageReader(page, { patience: 30_000, hands })
    const entry = new Entry(reader, wants, log, (seen) => look(page, seen))
    try {
      await entry.enter()
      await entry.press(NL.packet.make)
    } catch (error) {
      const { title, text, fields } = await reader.read()
      log(fields.map(({ group, label, value }) => `${group} | ${label}: ${value}`).join('\n'))
      throw new Error(`${String(error)}\non "${title}": ${text}`, { cause: error })
    }
    const save = page.getByRole('button', { name: NL.packet.download, exact: true })
    await save.waitFor({ timeout: 60_000 })
    const [download] = await Promise.all([page.waitForEvent('download'), entry.press(NL.packet.download)])
    const seconds = (performance.now() - started) / 1000
    const fromBrowser = join(folder, 'browser.pdf')
    await download.saveAs(fromBrowser)
    await look(page, await reader.read())
    await after(page)
    const bytes = readFileSync(fromBrowser)
    const reference = /H1-\w{4}-\w{4}/.exec(download.suggestedFilename())?.[0] ?? ''
    const inside = await readPacket(new Uint8Array(bytes))
    if (!inside.ok) throw new Error(inside.problem)
    const file = AnswerFile.parse(JSON.parse(inside.answersJson))
    const names = rowNames(wants.file, file)
    const beside = besideOf(file, wants, names)
    const wanted = { ...renamed(wants.file, names), ...(beside.differences.length === 0 && { draft: file.draft }) }
    const ofItsAnswers = bytes.equals(await commandLine(folder, inside.answersJson, reference, wants.today))
    const example = answersText(wanted)
    return {
      effort: entry.effort,
      seconds,
      doubts: entry.doubts,
      differences: [...differences(wanted, file), ...beside.differences],
      sameAsItsAnswers: ofItsAnswers,
      // the same text makes the same packet: the command line need not make it twice
      sameAsTheExample:
        example === inside.answersJson ? ofItsAnswers : bytes.equals(await commandLine(folder, example, reference, wants.today)),
      complaints,
      file,
    }
  } finally {
    await context.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The day on which the example plays: what asks for the moment gets this one, and timers go on. The clock of the test tool puts a class of its own in the place of
 * Date, and what a library builds on Date then counts in local time. */
const STAND_STILL = (now: number): void => {
  window.Date = new Proxy(Date, {
    construct: (target, args, made) => Reflect.construct(target, args.length > 0 ? args : [now], made),
    get: (target, key) => (key === 'now' ? () => now : Reflect.get(target, key)),
  })
}

/** What the site keeps beside the answers may only be what the example comes to: coarse answers that the pages asked for before they knew better. */
function besideOf(file: AnswerFile, wants: Wants, names: ReadonlyMap<string, string>): { differences: string[] } {
  const original = new Map([...names].map(([row, given]) => [given, row]))
  const { aside = {}, ...others } = (file.draft ?? {}) as { aside?: Record<string, unknown> }
  const found = Object.keys(others).map((name) => `draft: nothing | ${name}`)
  for (const [key, value] of Object.entries(aside)) {
    const implied = wants.implied(key.replace(/@(.+)$/, (_, row: string) => `@${original.get(row) ?? row}`))
    if (JSON.stringify(implied) !== JSON.stringify(value)) found.push(`aside ${key}: ${JSON.stringify(implied)} | ${JSON.stringify(value)}`)
  }
  return { differences: found }
}

/** The packet of an answer file, as `horeca1 packet` makes it. */
async function commandLine(folder: string, answers: string, reference: string, today: string): Promise<Buffer> {
  const [from, to] = [join(folder, 'answers.json'), join(folder, 'terminal.pdf')]
  writeFileSync(from, answers)
  const said: string[] = []
  const hear = (text: string): void => void said.push(text)
  const code = await run(['packet', '--answers', from, '--out', to, '--reference', reference, '--date', today], {
    cwd: ROOT,
    today,
    out: hear,
    err: hear,
  })
  if (code !== 0) throw new Error(said.join('\n'))
  return readFileSync(to)
}
