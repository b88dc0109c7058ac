import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildTo, openBrowser, ROOT, serve } from '../browser/site.ts'
import { OpenBrowser, table, told, walkMany } from './run.ts'

const { values } = parseArgs({
  options: {
    walks: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    beside: { type: 'string', default: '1' },
    shrink: { type: 'string', default: '60' },
    site: { type: 'string' },
    root: { type: 'string', default: ROOT },
    tell: { type: 'boolean', default: false },
  },
})
const ready = values.site ?? process.env.HORECA1_SITE
const folder = ready ?? mkdtempSync(join(tmpdir(), 'horeca1-site-'))
if (!ready) await buildTo(folder)
const site = await serve(folder)
const browser = new OpenBrowser(openBrowser)
try {
  const summary = await walkMany(
    browser,
    { url: site.url, root: values.root },
    {
      walks: Number(values.walks),
      seed: Number(values.seed),
      beside: Number(values.beside),
      shrinkLimit: Number(values.shrink),
      say: (line) => console.log(line),
    },
  )
  if (values.tell) for (const walked of summary.walks) console.log(told(walked))
  console.log(table(summary))
  process.exitCode = summary.failed.length > 0 ? 1 : 0
} finally {
  await browser.close()
  site.close()
  if (!ready) rmSync(folder, { recursive: true, force: true })
}
// a browser or a command line that does not end keeps nobody waiting
process.exit()
