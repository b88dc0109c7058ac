// npm run bench: our ways against named others, in one run. Ratios count; the machine may be busy. --json: one JSON document instead of tables.
// --once: each way once, to see that all of them still run.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureModules } from './lib/modules.mjs'
import { ROOT, runTool } from './lib/run.mjs'

ensureModules()
ensureModules(join(ROOT, 'bench/peers'))
const words = process.argv.slice(2)
const names = words.filter((word) => !word.startsWith('--'))
const env = { ...process.env, HORECA1_BENCH_ONCE: words.includes('--once') ? 'yes' : 'no' }
if (!words.includes('--json')) process.exit(runTool('vitest/vitest.mjs', ['bench', '--run', ...names], { env }))

const folder = mkdtempSync(join(tmpdir(), 'horeca1-bench-'))
const file = join(folder, 'bench.json')
const code = runTool('vitest/vitest.mjs', ['bench', '--run', '--outputJson', file, ...names], { env, stdio: ['ignore', 2, 2] })
if (existsSync(file)) console.log(JSON.stringify(measured(JSON.parse(readFileSync(file, 'utf8'))), null, 2))
rmSync(folder, { recursive: true, force: true })
process.exit(code)

/** Per group its ways, in milliseconds, with the ratio of the median to that of the first. */
function measured({ files }) {
  return files
    .flatMap(({ groups }) => groups)
    .map(({ fullName, benchmarks }) => ({
      group: fullName.replace(/^.*? > /, ''),
      ways: benchmarks.map(({ name, median, mean, p99, sampleCount }) => ({
        name,
        medianMs: median,
        meanMs: mean,
        p99Ms: p99,
        samples: sampleCount,
        ratio: median / benchmarks[0].median,
      })),
    }))
}
