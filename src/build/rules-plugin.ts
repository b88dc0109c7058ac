import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { parse } from 'yaml'
import { dayOnClock } from '../feel/day.ts'
import { formatFinding } from '../model/findings/finding.ts'
import { packVariant } from '../model/packed/pack.ts'
import type { Variant } from '../model/variant.ts'
import { compileAll, DATA_FOLDERS } from './read-rules.ts'

/** Names under which the page imports what the rules were compiled to. */
const TOWNS = 'virtual:horeca1/towns'
const TOWN = 'virtual:horeca1/town/'
const ENGLISH = 'virtual:horeca1/english/'
const EXAMPLE = 'virtual:horeca1/example'
/** The example that the first page offers to look around in: a café that needs everything, in a town that was made up. */
const EXAMPLE_FILE = 'rules/base/examples/cafe-terrace-machines.yaml'
const resolved = (id: string): string => `\0${id}`

/** Vite plugin: compiles rules/ and forms/ to modules, so that the browser reads no YAML and no FEEL. A change in a rule reloads the page;
 * findings stand on the page while developing, and stop a build when they are errors. */
export function horeca1Rules(options: { today?: string } = {}): Plugin {
  let root = process.cwd()
  let building = false
  let compiled: ReturnType<typeof compileAll> | null = null
  const today = options.today ?? dayOnClock(new Date())
  const current = (): ReturnType<typeof compileAll> => {
    compiled ??= compileAll(root, today)
    return compiled
  }
  const packed = new WeakMap<Variant, ReturnType<typeof packVariant>>()
  const packs = (variant: Variant): ReturnType<typeof packVariant> => {
    const made = packed.get(variant) ?? packVariant(variant)
    packed.set(variant, made)
    return made
  }
  return {
    name: 'horeca1-rules',
    configResolved(config) {
      root = config.root
      building = config.command === 'build'
    },
    buildStart() {
      if (!building) return
      const errors = current().findings.filter((finding) => finding.severity === 'error')
      if (errors.length > 0) this.error(`The rules are not in order.\n${errors.map(formatFinding).join('\n')}`)
    },
    resolveId: (id) => (id === TOWNS || id === EXAMPLE || id.startsWith(TOWN) || id.startsWith(ENGLISH) ? resolved(id) : null),
    load(id) {
      if (id === resolved(TOWNS)) return townsModule(current(), building, existsSync(join(root, EXAMPLE_FILE)))
      if (id === resolved(EXAMPLE)) return dataModule('example', exampleIn(join(root, EXAMPLE_FILE)))
      const variant = current().variants.find((variant) => id === resolved(TOWN + variant.id) || id === resolved(ENGLISH + variant.id))
      if (!variant) return null
      return id.startsWith(resolved(TOWN)) ? dataModule('packed', packs(variant).packed) : dataModule('words', packs(variant).en)
    },
    configureServer(server) {
      const folders = DATA_FOLDERS.map((folder) => join(root, folder))
      server.watcher.add(folders)
      server.watcher.on('all', (_, file) => {
        if (!folders.some((folder) => file.startsWith(folder))) return
        compiled = null
        reload(server)
      })
    },
  }
}

function townsModule({ variants, places, findings }: ReturnType<typeof compileAll>, building: boolean, hasExample: boolean): string {
  const towns = places.flatMap((place) => {
    const { id } = place
    const variant = variants.find((each) => each.id === id)
    if (!variant) return []
    const { postcode, street } = variant.names.premises
    const data = JSON.stringify({ ...place, address: { postcode, street } }).slice(1, -1)
    return [`{ ${data}, rules: () => import(${JSON.stringify(TOWN + id)}), english: () => import(${JSON.stringify(ENGLISH + id)}) }`]
  })
  const shown = building ? [] : findings.map((finding) => ({ severity: finding.severity, text: formatFinding(finding) }))
  const example = hasExample ? `() => import(${JSON.stringify(EXAMPLE)})` : 'null'
  return `export const towns = [${towns.join(', ')}]\nexport const findings = ${JSON.stringify(shown)}\nexport const example = ${example}\n`
}

/** The answers of an example, without what its file says about it. */
function exampleIn(file: string): unknown {
  const { title: _title, today: _today, expect: _expect, ...answers } = parse(readFileSync(file, 'utf8'))
  return answers
}

/** Data as one chunk; a string that is parsed starts faster than a literal of this size. */
const dataModule = (name: string, data: unknown): string => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(data))})\n`

function reload(server: ViteDevServer): void {
  for (const [id, module] of server.moduleGraph.idToModuleMap)
    if (id.startsWith(resolved('virtual:horeca1/'))) server.moduleGraph.invalidateModule(module)
  server.ws.send({ type: 'full-reload' })
}
