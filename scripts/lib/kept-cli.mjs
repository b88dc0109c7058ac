import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { bundleCli } from './bundle-cli.mjs'
import { ROOT } from './run.mjs'

const MODULES = join(ROOT, 'node_modules')
const FOLDER = join(MODULES, '.cache', 'horeca1-program')
const DAY = 24 * 60 * 60 * 1000

/** The command line of a clone as one bundles it, kept under the digest of its source: reading some hundred modules one by one takes longer than
 * most commands. null where it cannot be bundled or written: then it is run from its source. */
export async function keptCli() {
  try {
    // the program finds the rules above itself: packages that belong to another clone would lead to those of that one
    if (realpathSync(MODULES) !== join(realpathSync(ROOT), 'node_modules')) return null
    const digest = createHash('sha256')
    for (const file of [...sources(), join(ROOT, 'package-lock.json')]) digest.update(file).update(readFileSync(file))
    const kept = join(FOLDER, digest.digest('hex').slice(0, 16))
    const program = join(kept, 'horeca1.js')
    if (existsSync(program)) return program
    const draft = join(FOLDER, `${process.pid}`)
    mkdirSync(draft, { recursive: true })
    await bundleCli(join(ROOT, 'src/cli/main.ts'), draft)
    // what is younger another command may be running
    for (const other of readdirSync(FOLDER))
      if (Date.now() - statSync(join(FOLDER, other)).mtimeMs > DAY) rmSync(join(FOLDER, other), { recursive: true, force: true })
    // whole or not at all: another command may start it now
    renameSync(draft, kept)
    return program
  } catch {
    return null
  }
}

const sources = () =>
  readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(ROOT, 'src', file))
    .sort()
