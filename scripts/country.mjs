// node scripts/country.mjs [--towns 342] [--seed 1] [--no-build]: writes a made-up country into a temporary folder, checks it in one thread and in two, builds its site, and says as JSON what that took.
// Nothing is judged by the clock: the machine may be busy. Ratios of one run and seconds of the processor count.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { ensureModules } from './lib/modules.mjs'
import { ROOT, tool } from './lib/run.mjs'

ensureModules()
const { values } = parseArgs({
  options: {
    towns: { type: 'string', default: '342' },
    seed: { type: 'string', default: '1' },
    'no-build': { type: 'boolean', default: false },
  },
})
const { keptCli } = await import('./lib/kept-cli.mjs')
const program = await keptCli()
if (!program) throw new Error('The command line cannot be bundled here.')
const folder = mkdtempSync(join(tmpdir(), 'horeca1-country-'))
try {
  await taken([
    '--import',
    pathToFileURL(tool('tsx/dist/loader.mjs')).href,
    join(ROOT, 'tests/made-up/write-country.ts'),
    folder,
    values.towns,
    values.seed,
  ])
  const places = readdirSync(join(folder, 'rules/municipalities')).length
  const check = (threads) => taken([program, 'check', '--rules', folder, '--threads', threads])
  const one = await check('1')
  const two = await check('2')
  const checked = {
    one,
    two,
    ratio: one.seconds / two.seconds,
    processorSecondsPerTown: one.processorSeconds / places,
    sameWords: one.out === two.out,
  }
  const built = values['no-build'] ? null : await site()
  console.log(
    JSON.stringify({ municipalities: places, check: checked, build: built }, (key, value) => (key === 'out' ? undefined : value), 2),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function site() {
  const out = join(folder, 'site')
  const spent = await taken([tool('vite/bin/vite.js'), 'build', '--outDir', out, '--emptyOutDir', '--logLevel', 'error'], {
    NODE_ENV: 'production',
    HORECA1_RULES: folder,
  })
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(out, file)).isFile())
  const list = files.find((file) => /town-list-[^/]*\.js$/.test(file))
  return {
    ...spent,
    megabytes: files.reduce((sum, file) => sum + statSync(join(out, file)).size, 0) / 1e6,
    townListKilobytes: list ? gzipSync(readFileSync(join(out, list))).length / 1000 : null,
  }
}

/** What a process took: by the clock, of the processor, and the most memory it had (where the system tells). */
function taken(args, env = {}) {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    let last = { processorSeconds: 0, megabytes: 0 }
    const look = setInterval(() => {
      last = ofProcess(child.pid) ?? last
    }, 200)
    child.stdout.on('data', (text) => {
      out += text
      last = ofProcess(child.pid) ?? last
    })
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(look)
      if (code === 0) resolve({ seconds: (performance.now() - began) / 1000, ...last, out })
      else reject(new Error(`${args.join(' ')} ended with ${code}.\n${out}`))
    })
  })
}

function ofProcess(id) {
  const status = `/proc/${id}/status`
  try {
    if (!existsSync(status)) return null
    const most = /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1]
    // user and system time, in hundredths of a second, come after the name, which may hold spaces
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return most ? { processorSeconds: (Number(fields[11]) + Number(fields[12])) / 100, megabytes: Number(most) / 1000 } : null
  } catch {
    return null
  }
}
