import type { Plugin } from 'vite'
import { billOfMaterials, type ShippedPackage, shippedPackages } from './shipped-packages.ts'

const NOTICES = 'virtual:horeca1/notices'

/** Vite plugin: what others made and we publish. The page of notices imports it; the build also writes it as files: `notices.txt` with the licence
 * texts, as MIT, ISC, OFL and EUPL ask, and `sbom.cdx.json`, the bill of materials in CycloneDX. */
export function notices(): Plugin {
  let root = process.cwd()
  let building = false
  let made: { bill: string; packages: ShippedPackage[] } | null = null
  const current = (): { bill: string; packages: ShippedPackage[] } => {
    if (!made) {
      const bill = billOfMaterials(root)
      made = { bill, packages: shippedPackages(bill) }
    }
    return made
  }
  const files = (): Readonly<Record<string, string>> => ({
    'sbom.cdx.json': current().bill,
    'notices.txt': noticesText(current().packages),
  })
  return {
    name: 'horeca1-notices',
    configResolved(config) {
      root = config.root
      building = config.command === 'build'
    },
    resolveId: (id) => (id === NOTICES ? `\0${NOTICES}` : null),
    load(id) {
      if (id !== `\0${NOTICES}`) return null
      // asking npm takes seconds: while developing the page stays empty
      if (!building) return 'export const notices = []\n'
      for (const [fileName, source] of Object.entries(files())) this.emitFile({ type: 'asset', fileName, source })
      return `export const notices = JSON.parse(${JSON.stringify(JSON.stringify(byText(current().packages)))})\n`
    },
  }
}

/** Packages under the very same text stand together: a text is published once. */
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
