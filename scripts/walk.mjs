// npm run walk -- --walks N --seed S: random walks through the pages of the site, held against laws (tests/walk/laws.ts).
// --beside 2 walks two at a time; --site FOLDER takes a site that was built before; --root FOLDER is the checkout whose command line belongs to it;
// --shrink N makes a failing walk shorter in at most N tries; --tell prints every walk; HORECA1_WALK_KEEP=1 keeps its files and says where.
import { pathToFileURL } from 'node:url'
import { ensureModules } from './lib/modules.mjs'
import { ROOT, run, tool } from './lib/run.mjs'

ensureModules()
// Only now: it may need a module that was just installed.
const { ensureChromium } = await import('./lib/chromium.mjs')
const chromium = await ensureChromium()
if (!chromium) process.exit(1)
const loader = pathToFileURL(tool('tsx/dist/loader.mjs')).href
process.exit(
  run(process.execPath, ['--import', loader, `${ROOT}/tests/walk/main.ts`, ...process.argv.slice(2)], {
    env: { ...process.env, CHROME_PATH: chromium },
  }),
)
