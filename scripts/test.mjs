// npm test: all tests, those in a real browser included. Arguments go to vitest: npm test -- tests/feel
import { ensureModules } from './lib/modules.mjs'
import { runTool } from './lib/run.mjs'

ensureModules()
// Only now: it may need a module that was just installed.
const { ensureChromium } = await import('./lib/chromium.mjs')
const chromium = await ensureChromium()
if (!chromium) process.exit(1)
process.exit(runTool('vitest/vitest.mjs', ['run', ...process.argv.slice(2)], { env: { ...process.env, CHROME_PATH: chromium } }))
