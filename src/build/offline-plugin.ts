import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Plugin } from 'vite'
import { firstVisit, scriptsOf } from './first-visit.ts'
import { TOWN_LIST } from './rules-plugin.ts'

/** Vite plugin: writes the service worker beside the page as `offline.js`, one classic script (not every browser supports modules there) that lists
 * the files of the first visit, and `files.json`, the list of all files under `assets/`, by which it deletes those of earlier publications. */
export function offline(): Plugin {
  let root = process.cwd()
  return {
    name: 'horeca1-offline',
    apply: 'build',
    configResolved(config) {
      root = config.root
    },
    async generateBundle(_options, bundle) {
      const { scripts, styles } = firstVisit(bundle)
      // the first page fetches it at once, before there is a worker to intercept that
      const towns = scriptsOf(bundle, ({ moduleIds }) => moduleIds.some((id) => id.endsWith(TOWN_LIST)))
      const files = JSON.stringify(
        Object.keys(bundle)
          .filter((file) => file.startsWith('assets/'))
          .sort(),
      )
      const made = await build({
        entryPoints: [join(root, 'src/offline.worker.ts')],
        bundle: true,
        minify: true,
        write: false,
        format: 'iife',
        target: 'es2022',
        define: {
          FIRST_VISIT: JSON.stringify([...new Set([...scripts, ...styles, ...towns])].sort()),
          PUBLISHED: JSON.stringify(createHash('sha256').update(files).digest('hex').slice(0, 16)),
          'process.env.NODE_ENV': '"production"',
        },
        logLevel: 'silent',
      })
      this.emitFile({ type: 'asset', fileName: 'files.json', source: files })
      for (const { text } of made.outputFiles) this.emitFile({ type: 'asset', fileName: 'offline.js', source: text })
    },
  }
}
