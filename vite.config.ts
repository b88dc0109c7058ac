import { defineConfig } from 'vite'
import { firstVisitBudget, packetBudget } from './src/build/budget-plugin.ts'
import { leanPacket } from './src/build/lean-packet-plugin.ts'
import { notices } from './src/build/notices-plugin.ts'
import { offline } from './src/build/offline-plugin.ts'
import { developmentPolicy } from './src/build/policy-plugin.ts'
import { horeca1Rules } from './src/build/rules-plugin.ts'
import { designTokens } from './src/build/tokens-plugin.ts'

/** What stands in a PDF that is filled in: read only where the rules have one. */
const readPdf = async (bytes: Uint8Array) => {
  const [{ readForm }, { readFonts }] = await Promise.all([import('./src/pdf/official/read-form.ts'), import('./src/cli/fonts.ts')])
  return readForm(bytes, readFonts().regular)
}

/** The site: static files that may stand in any folder of any host. */
export default defineConfig({
  base: './',
  plugins: [
    // asks npm while the rules are compiled
    notices(),
    horeca1Rules({ only: process.env.HORECA1_ONLY?.split(',') ?? [], rules: process.env.HORECA1_RULES, readPdf }),
    designTokens(),
    developmentPolicy(),
    firstVisitBudget(140),
    offline(),
  ],
  // the development server looks for packages where a page begins and where a worker does: one found later ends a worker that is loading
  optimizeDeps: { entries: ['index.html', 'src/*.worker.ts'] },
  // what each file weighs compressed is said by the plugins that hold it to a limit
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
  worker: { format: 'es', plugins: () => [leanPacket(), packetBudget(300)] },
})
