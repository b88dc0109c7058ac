import { afterAll, bench, describe } from 'vitest'
import { slowPhone } from './peers/slow-phone.ts'

// A slow phone: four times slower than this machine, 1.6 Mbit/s, 150 ms there and back. Beside a page of bare HTML with as many fields: below that nothing can go.

const phone = await slowPhone()
afterAll(() => phone.close())

const KEYS = 60
const part = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
for (const which of ['plain', 'ours'] as const) {
  const { painted, fields } = await phone.keys(which, KEYS)
  const sorted = painted.toSorted((a, b) => a - b)
  console.log(
    `a key on the fullest page, ${which}, ${fields} controls, at a quarter of the speed: painted after ${part(sorted, 0.5)} ms (median), ${part(sorted, 0.95)} ms (p95)`,
  )
}
const visits = { plain: [] as number[], ours: [] as number[] }
for (let round = 0; round < 5; round++) for (const which of ['plain', 'ours'] as const) visits[which].push(await phone.firstVisit(which))
for (const which of ['plain', 'ours'] as const)
  console.log(`first visit, ${which}: usable after ${visits[which].map((ms) => Math.round(ms)).join(', ')} ms`)

describe('the first visit of a slow phone', () => {
  bench(
    'bare HTML',
    async () => {
      await phone.firstVisit('plain')
    },
    { iterations: 3, time: 0, warmupIterations: 0, warmupTime: 0 },
  )
  bench(
    'ours',
    async () => {
      await phone.firstVisit('ours')
    },
    { iterations: 3, time: 0, warmupIterations: 0, warmupTime: 0 },
  )
})
