import { afterAll, describe } from 'vitest'
import { slowPhone } from './peers/slow-phone.ts'
import { ONCE, way } from './way.ts'

// A slow phone: four times slower than this machine, 1.6 Mbit/s, 150 ms there and back. Beside a page of bare HTML with as many fields: below that nothing can go.

const phone = await slowPhone()
afterAll(() => phone.close())

const KEYS = ONCE ? 1 : 20
const ROUNDS = ONCE ? 1 : 3
const VISITS = ONCE ? 1 : 5
const part = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
for (const which of ['plain', ...(ONCE ? phone.pages.slice(0, 1) : phone.pages)] as const) {
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) {
    const { painted } = await phone.keys(which, KEYS)
    const sorted = painted.toSorted((a, b) => a - b)
    rounds.push({ median: part(sorted, 0.5), p95: part(sorted, 0.95) })
  }
  // the best of three: the machine may be busy, and a browser without a screen now and then shows nothing for seconds
  const best = rounds.reduce((least, one) => (one.p95 < least.p95 ? one : least))
  const page = which === 'plain' ? 'bare HTML' : `${which.place}, ${which.fields} controls`
  console.log(
    `a key at a quarter of the speed, ${page}: painted after ${best.median} ms (median), ${best.p95} ms (p95); p95 of all rounds ${rounds.map(({ p95 }) => p95).join(', ')}`,
  )
}
const visits = { plain: [] as number[], ours: [] as number[] }
for (let round = 0; round < VISITS; round++)
  for (const which of ['plain', 'ours'] as const) visits[which].push(await phone.firstVisit(which))
for (const which of ['plain', 'ours'] as const)
  console.log(`first visit, ${which}: usable after ${visits[which].map((ms) => Math.round(ms)).join(', ')} ms`)

describe('the first visit of a slow phone', () => {
  way(
    'bare HTML',
    async () => {
      await phone.firstVisit('plain')
    },
    { iterations: 3, time: 0, warmupIterations: 0, warmupTime: 0 },
  )
  way(
    'ours',
    async () => {
      await phone.firstVisit('ours')
    },
    { iterations: 3, time: 0, warmupIterations: 0, warmupTime: 0 },
  )
})
