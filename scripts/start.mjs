// npm start: the site on this computer, rebuilt on every change of a rule, form or source file.
import { ensureModules } from './lib/modules.mjs'
import { stay } from './lib/run.mjs'

ensureModules()
const args = process.argv.slice(2)
const port = process.env.PORT
if (port && !args.some((arg) => arg === '--port' || arg.startsWith('--port='))) args.push('--port', port, '--strictPort')
stay('vite/bin/vite.js', args)
