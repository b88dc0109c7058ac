import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, runTool } from './run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** A Chromium on this machine: CHROME_PATH, then the PATH, then the one that playwright-core downloaded. Null when there is none. */
export async function findChromium() {
  const named = process.env.CHROME_PATH
  if (named) return isExecutable(named) ? named : null
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) if (folder && isExecutable(join(folder, name))) return join(folder, name)
  }
  const { chromium } = await import('playwright-core')
  const downloaded = chromium.executablePath()
  return downloaded && existsSync(downloaded) ? downloaded : null
}

/** Finds or installs one; null when neither works, after saying why. */
export async function ensureChromium() {
  const found = await findChromium()
  if (found) return found
  if (process.env.CHROME_PATH) {
    console.error(`CHROME_PATH names ${process.env.CHROME_PATH}, which cannot be run.`)
    return null
  }
  console.error('No Chromium found; installing one for the browser tests ...')
  const root = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  const quiet = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  if (root && run('apt-get', ['update', '-q'], quiet) === 0)
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quiet)
  if (!(await findChromium())) runTool('playwright-core/cli.js', ['install', 'chromium'], { stdio: ['ignore', 2, 2] })
  const installed = await findChromium()
  if (!installed) {
    console.error('The browser tests need Chromium or Chrome, and it could not be installed.')
    console.error('Install it yourself (Debian: apt-get install chromium) or name it: CHROME_PATH=/path/to/chrome npm test')
  }
  return installed
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
