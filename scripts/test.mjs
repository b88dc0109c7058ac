// npm test: the tests, those in a real browser included. npm run test:deep: the long ones. Arguments go to vitest: npm test -- tests/feel
import { ensureModules } from './lib/modules.mjs'
import { runTool } from './lib/run.mjs'

ensureModules()
// Only now: it may need a module that was just installed.
const { ensureChromium } = await import('./lib/chromium.mjs')
const chromium = await ensureChromium()
if (!chromium) process.exit(1)
const [first, ...rest] = process.argv.slice(2)
const args = first === '--deep' ? ['--config', 'vitest.deep.config.ts', ...rest] : process.argv.slice(2)
process.exit(runTool('vitest/vitest.mjs', ['run', ...args], { env: { ...process.env, CHROME_PATH: chromium } }))
