// npm run lock: after a change of dependencies. npm writes into package-lock.json only the platform packages (optional, per system) that its registry
// handed out; a registry that leaves some out gives a lock that `npm ci` refuses. This adds the missing ones by name, version and platform.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingPlatforms } from './lib/missing-platforms.mjs'
import { ROOT } from './lib/run.mjs'

const file = join(ROOT, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const added = missingPlatforms(lock.packages)
for (const { path, entry } of added) lock.packages[path] = entry
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(
  added.length === 0
    ? 'package-lock.json is whole.'
    : `Added ${added.length} platform packages: ${added.map(({ path }) => path.slice(13)).join(', ')}`,
)
