// npm run --silent horeca1 -- <command>: the command line from a clone. Writes nothing of its own on stdout, so that --json stays JSON.
import { pathToFileURL } from 'node:url'
import { ensureModules } from './lib/modules.mjs'
import { ROOT, run, tool } from './lib/run.mjs'

ensureModules()
// Only now: it needs a module that was perhaps just installed.
const { keptCli } = await import('./lib/kept-cli.mjs')
const program = await keptCli()
const start = program ? [program] : ['--import', pathToFileURL(tool('tsx/dist/loader.mjs')).href, `${ROOT}/src/cli/main.ts`]
// The folder where it was called: paths on the command line are relative to that one, not to the clone.
const cwd = process.env.INIT_CWD ?? process.cwd()
process.exit(run(process.execPath, [...start, ...process.argv.slice(2)], { cwd }))
