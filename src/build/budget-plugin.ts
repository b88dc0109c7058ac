import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Vite plugin: the build fails when the page as it first opens (its script, all that imports at once, and its style) weighs more than `kilobytes`, compressed. */
export function firstVisitBudget(kilobytes: number): Plugin {
  return {
    name: 'horeca1-first-visit-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const first = new Set<string>()
      const visit = (file: string): void => {
        const chunk = bundle[file]
        if (first.has(file) || chunk?.type !== 'chunk') return
        first.add(file)
        for (const imported of chunk.imports) visit(imported)
      }
      for (const [file, chunk] of Object.entries(bundle)) {
        if (chunk.type === 'chunk' && chunk.isEntry) visit(file)
      }
      const scripts = [...first].map((file) => ({ file, source: sourceOf(bundle[file]) }))
      const styles = [...first]
        .flatMap((file) => [...(metadataOf(bundle[file])?.importedCss ?? [])])
        .map((file) => ({ file, source: sourceOf(bundle[file]) }))
      const weights = [...scripts, ...styles].map(({ file, source }) => ({ file, weight: gzipSync(source).length / 1000 }))
      const total = weights.reduce((sum, { weight }) => sum + weight, 0)
      if (total <= kilobytes) return
      const list = weights.map(({ file, weight }) => `  ${weight.toFixed(1)} kB ${file}`).join('\n')
      this.error(
        `The first visit weighs ${total.toFixed(1)} kB of script and style, compressed; at most ${kilobytes} kB is allowed:\n${list}\nLoad what is not needed at once with import().`,
      )
    },
  }
}

/** Style that comes with a chunk; what a page fetches later is no part of the first visit. */
const metadataOf = (output: { type: string; viteMetadata?: { importedCss: ReadonlySet<string> } } | undefined) => output?.viteMetadata

const sourceOf = (output: { type: string; code?: string; source?: string | Uint8Array } | undefined): string | Uint8Array =>
  output?.code ?? output?.source ?? ''
