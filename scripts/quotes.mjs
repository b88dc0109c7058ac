// Writes the texts of rules/ and forms/ with one way of quoting. With --check it changes nothing and names what differs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureModules } from './lib/modules.mjs'
import { ROOT } from './lib/run.mjs'

ensureModules()
const { quotedOneWay } = await import('./lib/quotes.mjs')
const only = process.argv.includes('--check')
let wrong = 0
for (const folder of ['rules', 'forms'])
  for (const name of readdirSync(join(ROOT, folder), { recursive: true }))
    if (/\.ya?ml$/.test(name)) {
      const file = join(ROOT, folder, name)
      const before = readFileSync(file, 'utf8')
      const { text, places } = quotedOneWay(before)
      wrong += places.length
      if (only) for (const { line, now, should } of places) console.log(`${join(folder, name)}:${line}: ${now} is written ${should}`)
      else if (text !== before) writeFileSync(file, text)
    }
if (wrong > 0)
  console.log(only ? `${wrong} texts are quoted otherwise; npm run format writes them.` : `${wrong} texts are quoted one way now.`)
process.exit(only && wrong > 0 ? 1 : 0)
