// npm run build: the site in dist/site and the command line in dist/cli/horeca1.js, with the rules and forms beside it.
// npm run build -- --only breda,nijmegen --base /vergunningen/: a site of these municipalities, in that folder of its host.
import { chmodSync, cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureModules } from './lib/modules.mjs'
import { ROOT, runToolBeside } from './lib/run.mjs'

ensureModules()
const { only, base } = options()
const entry = join(ROOT, 'src/cli/main.ts')
const out = join(ROOT, 'dist/cli')
// beside each other: they share nothing but the notices, which are copied last
const [site, program] = await Promise.all([
  runToolBeside('vite/bin/vite.js', ['build', '--outDir', 'dist/site', '--emptyOutDir', ...(base ? ['--base', base] : [])], {
    env: { ...process.env, ...(only && { HORECA1_ONLY: only }) },
  }),
  existsSync(entry) ? commandLine() : null,
])
if (site !== 0) process.exit(site)
if (program === false) process.exit(1)
if (program) {
  // what goes with the site goes with the program
  for (const file of ['notices.txt', 'sbom.cdx.json']) cpSync(join(ROOT, 'dist/site', file), join(out, file))
  console.log('dist/cli/horeca1.js')
}

/** Whether it was made; esbuild has said what is wrong if not. */
async function commandLine() {
  const { bundleCli } = await import('./lib/bundle-cli.mjs')
  rmSync(out, { recursive: true, force: true })
  const isMade = await bundleCli(entry, out).then(
    () => true,
    () => false,
  )
  if (!isMade) return false
  for (const folder of ['rules', 'forms'])
    if (existsSync(join(ROOT, folder))) cpSync(join(ROOT, folder), join(out, folder), { recursive: true })
  chmodSync(join(out, 'horeca1.js'), 0o755)
  return true
}

/** Anything else is a mistake that would go unnoticed. */
function options() {
  try {
    return parseArgs({ options: { only: { type: 'string' }, base: { type: 'string' } } }).values
  } catch (error) {
    console.error(`build: ${error.message}\nKnown: --only MUNICIPALITY[,MUNICIPALITY] and --base /PATH/`)
    process.exit(2)
  }
}
