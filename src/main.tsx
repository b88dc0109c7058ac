import { unshared } from './model/util/bytes/unshared.ts'
import 'virtual:horeca1/tokens.css'
import './ui/style/site.css'
import { base, example, findings, languages, sharedRules, sharedWords, townList } from 'virtual:horeca1/towns'
import { createRoot } from 'react-dom/client'
import { config } from 'zod/mini'
import { openStorage } from './draft/storage/database.ts'
import { inMemory } from './draft/storage/storage.ts'
import { dayOnClock } from './feel/day.ts'
import { readAddress } from './machine/place.ts'
import { speak } from './model/lang.ts'
import { bare } from './model/languages/bare.ts'
import { AnswerFile } from './model/schema/answer-file.ts'
import { addAll } from './model/util/add-all.ts'
import { keepForOffline } from './offline.ts'
import { allowOwnWorkers } from './trusted-types.ts'
import { App } from './ui/App.tsx'
import { type Site, type TownEntry, tagsOf } from './ui/site.ts'
import { KEEPING } from './ui/text/keeping.ts'
import { loadText } from './ui/text.ts'
import { townOf, townsOfFile } from './ui/towns/packed-town.ts'
import { townsBeside, withTownsBeside } from './ui/towns/towns-beside.ts'

// by default zod probes whether it may compile code, which the content security policy would report
config({ jitless: true })
allowOwnWorkers()

/** The composition root: the only file that knows every room. */
async function start(page: HTMLElement): Promise<void> {
  const now = (): string => new Date().toISOString()
  const packets = () => import('./packet-client.ts')
  const fetchExample = example === null ? null : exampleFrom(example)
  const towns: TownEntry[] = []
  const trialTowns: TownEntry[] = []
  const site: Site = {
    towns,
    fetchTowns: once(async () => {
      const [known, beside] = await Promise.all([
        townList(),
        // in development the rules are compiled from their files
        import.meta.env.DEV ? null : townsBeside(base, { rules: sharedRules, words: sharedWords }),
      ])
      const all = known.towns.map(townOf)
      addAll(towns, beside ? withTownsBeside(all, beside) : all)
      site.townProblem = beside?.problem ?? null
    }),
    townProblem: null,
    trialTowns,
    tryTowns: (file) => {
      trialTowns.length = 0
      addAll(trialTowns, townsOfFile(file, { rules: sharedRules, words: sharedWords }))
    },
    openBench: async () => (await import('./configure-client.ts')).openBench(),
    findings,
    languages: languages.map(({ tag, name, fetch }) => ({
      tag,
      name,
      load: once(async () => {
        const [{ languageOf }, { chunk }] = await Promise.all([import('./ui/languages/added-language.ts'), fetch()])
        return languageOf(tag, name, chunk)
      }),
    })),
    showsExamples: new URLSearchParams(location.search).has('examples'),
    example: fetchExample,
    storage: await openStorage(now),
    memory: inMemory(),
    today: () => dayOnClock(new Date()),
    now,
    random: (bytes) => crypto.getRandomValues(bytes),
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
    // biome-ignore lint/plugin: as many as the function takes
    makePacket: async (...request) => (await packets()).makePacket(...request),
    preparePacket: () => whenIdle(() => packets().then(({ fetchAll }) => fetchAll())),
    prepareAttachments: () => whenIdle(() => packets().then(({ fetchReading }) => fetchReading())),
    // biome-ignore lint/plugin: as many as the function takes
    readPacket: async (...request) => (await packets()).readPacketFile(...request),
    // biome-ignore lint/plugin: as many as the function takes
    makeDeskPart: async (...request) => (await packets()).makeDeskPart(...request),
    // biome-ignore lint/plugin: as many as the function takes
    makeReadingCopy: async (...request) => (await packets()).readingCopyInWorker(...request),
    // biome-ignore lint/plugin: as many as the function takes
    verifyPacket: async (...request) => (await packets()).verifyInWorker(...request),
    // biome-ignore lint/plugin: as many as the function takes
    lockPacket: async (...request) => (await packets()).lockInWorker(...request),
    joinFiles: async (leaves, signal) => (await packets()).joinInWorker(leaves, signal),
    smallPicture: async (name, bytes, height, signal) => (await packets()).smallPicture(name, bytes, height, signal),
    shownAs: async (name, bytes, signal) => (await packets()).shownAs(name, bytes, signal),
    copy: (text) =>
      // absent where the site is not served over https
      navigator.clipboard?.writeText(bare(text)).then(
        () => true,
        () => false,
      ) ?? Promise.resolve(false),
    download,
  }
  // if these fail to load, the page starts in Dutch
  const { lang, added } = readAddress(location.hash, tagsOf(site))
  const language = site.languages.find(({ tag }) => tag === added)
  await Promise.all([loadText(lang), language?.load().then(speak)]).catch(() => undefined)
  const root = createRoot(page)
  const show = (): void => root.render(<App site={site} />)
  // the start page renders what it can without waiting for the towns; opening a draft waits for its town
  show()
  void site.fetchTowns().then(show, () => undefined)
  whenIdle(keepForOffline)
}

/** Validates what the build read from a rule file against its schema, as for any file. */
const exampleFrom = (fetched: () => Promise<{ readonly example: unknown }>) => async (): Promise<AnswerFile> =>
  AnswerFile.parse((await fetched()).example)

/** Memoises the promise; after a rejection the next call tries again. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let doing: Promise<T> | null = null
  return () => {
    doing ??= work().catch((error: unknown) => {
      doing = null
      throw error
    })
    return doing
  }
}

/** Safari has no requestIdleCallback. Failures are ignored: the work is retried once its result is needed. */
function whenIdle(work: () => Promise<unknown>): void {
  const run = (): void => void work().catch(() => undefined)
  if ('requestIdleCallback' in window) requestIdleCallback(run)
  else setTimeout(run, 200)
}

function download(name: string, type: string, bytes: Uint8Array | string): void {
  // passage marks must not leave the page
  const content = typeof bytes === 'string' ? bare(bytes) : unshared(bytes)
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

const page = document.getElementById('page')
if (page)
  start(page).catch((error: unknown) => {
    console.error(error)
    page.textContent = `${KEEPING.nl.notStarted} ${KEEPING.en.notStarted}`
  })
