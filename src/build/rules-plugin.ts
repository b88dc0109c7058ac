import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { closest } from 'fastest-levenshtein'
import type { Plugin, ViteDevServer } from 'vite'
import { parse } from 'yaml'
import { dayOnClock } from '../feel/day.ts'
import { tellFinding } from '../model/findings/told.ts'
import { languageChunk } from '../model/languages/language-chunk.ts'
import { BASE } from '../model/layers/base.ts'
import { pdfAddress } from '../model/official/pdf-address.ts'
import type { PdfForm } from '../model/official/pdf-form.ts'
import { type BasePack, type Pack, packBase, packVariant } from '../model/packed/pack.ts'
import { baseDigest, NO_TOWNS } from '../model/packed/write-town-file.ts'
import { compileAll, DATA_FOLDERS, type PdfTexts, readPdfs, sha256 } from './read-rules.ts'
import { SOURCE, SOURCES, sourceFiles, sourcesModule } from './rule-sources.ts'

/** Virtual modules as which the page imports the compiled rules. */
const TOWNS = 'virtual:horeca1/towns'
/** The towns to choose from: a module of its own, so that a first visit weighs the same however many there are. */
export const TOWN_LIST = 'virtual:horeca1/town-list'
const TOWN = 'virtual:horeca1/town/'
const ENGLISH = 'virtual:horeca1/english/'
/** The base, from which towns are stored as differences, and its English words. */
const SHARED = 'virtual:horeca1/shared'
const SHARED_ENGLISH = 'virtual:horeca1/shared-english'
/** The words of a language added by files. */
const LANGUAGE = 'virtual:horeca1/language/'
const EXAMPLE = 'virtual:horeca1/example'
/** The example that the first page offers to look around in: a café that needs everything, in a made-up town. */
const EXAMPLE_FILE = 'rules/base/examples/cafe-terrace-machines.yaml'
const resolved = (id: string): string => `\0${id}`

/** Vite plugin: compiles rules/ and forms/ to modules, so that the browser parses neither YAML nor FEEL. A changed rule reloads the page; findings
 * are shown on the page during development, and fail a build when they are errors.
 * @param options.rules folder with rules/ and forms/; by default that of the site
 * @param options.readPdf reads a PDF that is filled in; a PDF that a form names is published with the site
 * @param options.only municipalities that the site is for, with their districts; empty: all, and the base for anybody elsewhere */
export function horeca1Rules(
  options: { today?: string; only?: readonly string[]; rules?: string | undefined; readPdf?: (bytes: Uint8Array) => Promise<PdfForm> } = {},
): Plugin {
  let root = process.cwd()
  let building = false
  let compiled: ReturnType<typeof compileAll> | null = null
  const only = options.only ?? []
  const today = options.today ?? dayOnClock(new Date())
  const current = (): ReturnType<typeof compileAll> => {
    compiled ??= compileAll(root, today, pdfs)
    return compiled
  }
  let pdfs: PdfTexts = new Map()
  const readForms = async (): Promise<void> => {
    if (options.readPdf) pdfs = await readPdfs(root, options.readPdf)
  }
  let packs: Packs | null = null
  const packed = (): Packs => {
    packs ??= packAll(current().variants)
    return packs
  }
  return {
    name: 'horeca1-rules',
    configResolved(config) {
      root = options.rules ?? config.root
      building = config.command === 'build'
    },
    async buildStart() {
      await readForms()
      if (!building) {
        // compiled before the server prints its address, so that the first page is there as soon as somebody opens it
        packed()
        return
      }
      const errors = current().findings.filter((finding) => finding.severity === 'error')
      const unknown = only.find((id) => !current().places.some((place) => place.id === id))
      if (unknown !== undefined)
        this.error(
          `--only: there is no municipality or district "${unknown}". Did you mean ${closest(
            unknown,
            current().places.map(({ id }) => id),
          )}?`,
        )
      if (errors.length > 0) this.error(`De regels zijn niet in orde.\n${errors.map((finding) => tellFinding(finding, 'nl')).join('\n')}`)
    },
    resolveId: (id) =>
      [TOWNS, TOWN_LIST, EXAMPLE, SHARED, SHARED_ENGLISH, SOURCES].includes(id) ||
      [TOWN, ENGLISH, SOURCE, LANGUAGE].some((kind) => id.startsWith(kind))
        ? resolved(id)
        : null,
    load(id) {
      if (id === resolved(TOWNS)) return townsModule(current(), packed(), { building, only, exampleFile: join(root, EXAMPLE_FILE) })
      if (id === resolved(TOWN_LIST)) return townListModule(current(), only)
      if (id === resolved(EXAMPLE)) return dataModule('example', exampleIn(join(root, EXAMPLE_FILE)))
      if (id === resolved(SHARED)) return dataModule('packed', packed().base?.packed ?? null)
      if (id === resolved(SHARED_ENGLISH)) return dataModule('words', packed().base?.en ?? [])
      if (id === resolved(SOURCES)) return sourcesModule(placesShown(current().places, only))
      if (id.startsWith(resolved(SOURCE))) return dataModule('files', sourceFiles(current(), id.slice(resolved(SOURCE).length)))
      if (id.startsWith(resolved(LANGUAGE))) {
        const language = current().languages.find(({ tag }) => id === resolved(LANGUAGE + tag))
        const { packed: plain, en } = packed().base ?? { packed: { nl: [] }, en: [] }
        return language ? dataModule('chunk', languageChunk(language, { nl: plain.nl, en })) : null
      }
      const town = [TOWN, ENGLISH].find((kind) => id.startsWith(resolved(kind)))
      const pack = town && packed().towns.get(id.slice(resolved(town).length))
      if (!pack) return null
      return town === TOWN ? dataModule('packed', pack.packed) : dataModule('words', pack.en)
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'town.json', source: `${JSON.stringify(NO_TOWNS)}\n` })
      for (const [digest, bytes] of namedPdfs(current().variants, pdfs))
        this.emitFile({ type: 'asset', fileName: pdfAddress(digest), source: bytes })
    },
    configureServer(server) {
      const folders = DATA_FOLDERS.map((folder) => join(root, folder))
      server.watcher.add(folders)
      server.watcher.on('all', (_, file) => {
        if (!folders.some((folder) => file.startsWith(folder))) return
        void readForms().then(() => {
          compiled = null
          packs = null
          reload(server)
        })
      })
      server.middlewares.use((request, response, next) => {
        const isPdf = request.url?.endsWith('.pdf') ?? false
        const named = isPdf ? [...namedPdfs(current().variants, pdfs)] : []
        const found = named.find(([digest]) => request.url?.endsWith(`/${pdfAddress(digest)}`))
        if (found) response.setHeader('Content-Type', 'application/pdf').end(found[1])
        else next()
      })
    },
  }
}

/** The PDFs that the forms of these towns are filled in on, by their SHA-256. */
function namedPdfs(variants: ReturnType<typeof compileAll>['variants'], pdfs: PdfTexts): Map<string, Uint8Array> {
  const named = new Set(variants.flatMap(({ forms }) => forms.flatMap(({ official }) => official?.digest ?? [])))
  return new Map([...pdfs.values()].flatMap(({ bytes }) => [[sha256Of(bytes), bytes] as const]).filter(([digest]) => named.has(digest)))
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Every town as its difference from the base. */
interface Packs {
  readonly base: BasePack | null
  readonly towns: ReadonlyMap<string, Pack>
}

function packAll(variants: ReturnType<typeof compileAll>['variants']): Packs {
  const plain = variants.find(({ id }) => id === BASE)
  const base = plain ? packBase(plain) : null
  return { base, towns: new Map(variants.map((variant) => [variant.id, packVariant(variant, base)])) }
}

function townsModule(
  { places, languages, findings }: ReturnType<typeof compileAll>,
  { base }: Packs,
  { building, only, exampleFile }: { building: boolean; only: readonly string[]; exampleFile: string },
): string {
  const shownPlaces = placesShown(places, only)
  const shown = building
    ? []
    : findings.map((finding) => ({
        severity: finding.severity,
        text: { nl: tellFinding(finding, 'nl'), en: tellFinding(finding, 'en') },
      }))
  const hasExample = existsSync(exampleFile) && shownPlaces.some(({ id }) => id === variantOf(exampleIn(exampleFile)))
  const example = hasExample ? `() => import(${JSON.stringify(EXAMPLE)})` : 'null'
  const shared = `const shared = () => import(${JSON.stringify(SHARED)})\nconst sharedEnglish = () => import(${JSON.stringify(SHARED_ENGLISH)})\n`
  const spoken = languages.map(
    ({ tag, name }) =>
      `{ tag: ${JSON.stringify(tag)}, name: ${JSON.stringify(name)}, fetch: () => import(${JSON.stringify(LANGUAGE + tag)}) }`,
  )
  const digest = base ? baseDigest(base, sha256) : ''
  return `${shared}export const base = ${JSON.stringify(digest)}\nexport const sharedRules = shared\nexport const sharedWords = sharedEnglish\nexport const townList = () => import(${JSON.stringify(TOWN_LIST)})\nexport const findings = ${JSON.stringify(shown)}\nexport const languages = [${spoken.join(', ')}]\nexport const example = ${example}\n`
}

/** Made-up towns stay: they are not in the public list, but the example is in one of them. */
const placesShown = (places: ReturnType<typeof compileAll>['places'], only: readonly string[]): typeof places =>
  places.filter(({ id, example }) => only.length === 0 || example || only.some((each) => id === each || id.startsWith(`${each}/`)))

function townListModule({ variants, places }: ReturnType<typeof compileAll>, only: readonly string[]): string {
  const known = new Map(variants.map((variant) => [variant.id, variant]))
  const towns = placesShown(places, only).flatMap((place) => {
    const { id } = place
    const variant = known.get(id)
    if (!variant) return []
    const { postcode, street } = variant.names.premises
    const data = JSON.stringify({ ...place, address: { postcode, street } }).slice(1, -1)
    return [
      `{ ${data}, rules: () => both(shared(), import(${JSON.stringify(TOWN + id)})), english: () => both(sharedEnglish(), import(${JSON.stringify(ENGLISH + id)})) }`,
    ]
  })
  return `import { sharedRules as shared, sharedWords as sharedEnglish } from ${JSON.stringify(TOWNS)}\nconst both = (...two) => Promise.all(two)\nexport const towns = [${towns.join(', ')}]\n`
}

/** The answers of an example, without the metadata in its file. */
function exampleIn(file: string): unknown {
  const { title: _title, today: _today, expect: _expect, ...answers } = parse(readFileSync(file, 'utf8'))
  return answers
}

const variantOf = (example: unknown): unknown =>
  typeof example === 'object' && example !== null && 'variant' in example ? example.variant : null

/** Data as one chunk; parsing a string as JSON starts faster than a literal of this size. */
const dataModule = (name: string, data: unknown): string => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(data))})\n`

function reload(server: ViteDevServer): void {
  for (const [id, module] of server.moduleGraph.idToModuleMap)
    if (id.startsWith(resolved('virtual:horeca1/'))) server.moduleGraph.invalidateModule(module)
  server.ws.send({ type: 'full-reload' })
}
