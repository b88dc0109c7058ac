import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run } from './run.mjs'

/** Installs what the package-lock.json of a folder names, when something of it is not installed. Ends the process when that fails. */
export function ensureModules(folder = ROOT) {
  if (modulesAreCurrent(folder)) return
  console.error('Installing node modules (npm ci) ...')
  // npm as npm itself was started; on Windows npm is a .cmd, which needs a shell.
  const code = run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, shell: process.platform === 'win32', stdio: ['ignore', 2, 2] })
  if (code !== 0) {
    console.error('npm ci failed. Is there a connection to the npm registry, and Node 20.19 or newer?')
    process.exit(1)
  }
}

/** Compares versions, not times: a switch of branches changes times without changing what is needed. */
export function modulesAreCurrent(root) {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const have = packagesOf(installed)
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, wanted]) => path === '' || wanted.optional || wanted.devOptional || have[path]?.version === wanted.version,
  )
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
