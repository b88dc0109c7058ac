// npm run check: types, lint, format, import directions, dead code, quoting of the rules, and the rules themselves. Tells all that is wrong, not only the first.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureModules } from './lib/modules.mjs'
import { ROOT, run, runTool } from './lib/run.mjs'

ensureModules()
const steps = [
  ['types', () => runTool('typescript/bin/tsc', ['--noEmit', '-p', '.'])],
  ['lint, format, import directions', () => runTool('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.'])],
  ['dead code', () => runTool('knip/bin/knip.js', [])],
]
steps.push(['one way of quoting in rules/ and forms/', () => run(process.execPath, ['scripts/quotes.mjs', '--check'])])
if (existsSync(join(ROOT, 'src/cli/main.ts'))) steps.push(['rules', () => run(process.execPath, ['scripts/horeca1.mjs', 'check'])])

const failed = []
for (const [name, step] of steps) {
  console.log(`\n> ${name}`)
  if (step() !== 0) failed.push(name)
}
console.log(failed.length > 0 ? `\ncheck: not in order: ${failed.join('; ')}` : '\ncheck: all in order')
process.exit(failed.length > 0 ? 1 : 0)
