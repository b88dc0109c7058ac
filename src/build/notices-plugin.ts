import type { Plugin } from 'vite'
import { billOfMaterials, type ShippedPackage, shippedPackages } from './shipped-packages.ts'

const NOTICES = 'virtual:horeca1/notices'

/** Vite plugin: the third-party work that we publish. The notices page imports it; the build also writes it as files: `notices.txt` with the licence
 * texts, as MIT, ISC, OFL and EUPL require, and `sbom.cdx.json`, the bill of materials in CycloneDX. */
export function notices(): Plugin {
  let root = process.cwd()
  let building = false
  let made: Promise<Made> | null = null
  const make = async (): Promise<Made> => {
    const bill = await billOfMaterials(root)
    return { bill, packages: shippedPackages(bill) }
  }
  const current = (): Promise<Made> => {
    made ??= make()
    return made
  }
  return {
    name: 'horeca1-notices',
    configResolved(config) {
      root = config.root
      building = config.command === 'build'
    },
    buildStart() {
      if (!building) return
      // npm runs while the rules are compiled; whoever awaits the result reports what goes wrong
      current().catch(() => {})
    },
    resolveId: (id) => (id === NOTICES ? `\0${NOTICES}` : null),
    async load(id) {
      if (id !== `\0${NOTICES}`) return null
      // asking npm takes seconds: during development the page stays empty
      if (!building) return 'export const notices = []\n'
      const { bill, packages } = await current()
      this.emitFile({ type: 'asset', fileName: 'sbom.cdx.json', source: bill })
      this.emitFile({ type: 'asset', fileName: 'notices.txt', source: noticesText(packages) })
      return `export const notices = JSON.parse(${JSON.stringify(JSON.stringify(byText(packages)))})\n`
    },
  }
}

interface Made {
  readonly bill: string
  readonly packages: readonly ShippedPackage[]
}

/** Groups packages with the very same text: a text is published once. */
export function byText(packages: readonly ShippedPackage[]): { packages: Omit<ShippedPackage, 'text'>[]; text: string }[] {
  const found = new Map<string, Omit<ShippedPackage, 'text'>[]>()
  for (const { text, ...about } of packages) found.set(text, [...(found.get(text) ?? []), about])
  return [...found].map(([text, together]) => ({ packages: together, text }))
}

function noticesText(packages: readonly ShippedPackage[]): string {
  const parts = byText(packages).map(({ packages: together, text }) =>
    [together.map(({ name, version, licence }) => `${name} ${version} (${licence})`).join('\n'), text].join('\n\n'),
  )
  return `Horeca1 contains work of others, under these licences.\n\n${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}
