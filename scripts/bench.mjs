// npm run bench: our ways against named others, in one run. Ratios count; the machine may be busy.
import { ensureModules } from './lib/modules.mjs'
import { runTool } from './lib/run.mjs'

ensureModules()
process.exit(runTool('vitest/vitest.mjs', ['bench', '--run', ...process.argv.slice(2)]))
