import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'
import { firstVisit, scriptsOf } from './first-visit.ts'

// Weighed last: before that, Vite still adds to the scripts what is fetched together, and minifies the style.

/** Vite plugin: fails the build when the page as it first opens (its script, all static imports, and its style) weighs more than `kilobytes`,
 * compressed. */
export function firstVisitBudget(kilobytes: number): Plugin {
  return {
    name: 'horeca1-first-visit-budget',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const { scripts, styles } = firstVisit(bundle)
        const problem = tooHeavy('The first visit', bundle, [...scripts, ...styles], kilobytes)
        if (problem) this.error(problem)
      },
    },
  }
}

/** Vite plugin for workers: fails the build when the code that makes a packet without attachments weighs more than `kilobytes`, compressed. Other
 * workers have no limit. */
export function packetBudget(kilobytes: number): Plugin {
  return {
    name: 'horeca1-packet-budget',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const isWriter = ({ facadeModuleId }: Rolldown.OutputChunk): boolean => /src[\\/]pdf[\\/]write\.ts$/.test(facadeModuleId ?? '')
        if (scriptsOf(bundle, isWriter).size === 0) return
        const writes = scriptsOf(bundle, (chunk) => chunk.isEntry || isWriter(chunk))
        const problem = tooHeavy('The code that makes a packet', bundle, [...writes], kilobytes)
        if (problem) this.error(problem)
      },
    },
  }
}

function tooHeavy(what: string, bundle: Rolldown.OutputBundle, files: readonly string[], kilobytes: number): string | null {
  const weights = files.map((file) => ({ file, weight: gzipSync(sourceOf(bundle[file])).length / 1000 }))
  const total = weights.reduce((sum, { weight }) => sum + weight, 0)
  if (total <= kilobytes) return null
  const list = weights.map(({ file, weight }) => `  ${weight.toFixed(1)} kB ${file}`).join('\n')
  return `${what} weighs ${total.toFixed(1)} kB of script and style, compressed; at most ${kilobytes} kB is allowed:\n${list}\nLoad what is not needed at once with import().`
}

const sourceOf = (output: { type: string; code?: string; source?: string | Uint8Array } | undefined): string | Uint8Array =>
  output?.code ?? output?.source ?? ''
