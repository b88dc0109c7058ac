// npm run --silent horeca1 -- <command>: the command line from a clone. Writes nothing of its own on stdout, so that --json stays JSON.
import { pathToFileURL } from 'node:url'
import { ensureModules } from './lib/modules.mjs'
import { ROOT, run, tool } from './lib/run.mjs'

ensureModules()
const loader = pathToFileURL(tool('tsx/dist/loader.mjs')).href
// The folder where it was called: paths on the command line are relative to that one, not to the clone.
const cwd = process.env.INIT_CWD ?? process.cwd()
process.exit(run(process.execPath, ['--import', loader, `${ROOT}/src/cli/main.ts`, ...process.argv.slice(2)], { cwd }))
