import { bench } from 'vitest'

/** Each way once, to see that it still runs (`npm run bench -- --once`, and a long test): what it measures then says nothing. */
export const ONCE = process.env.HORECA1_BENCH_ONCE === 'yes'

/** One of the ways that a benchmark measures beside each other. */
export const way = (name: string, run: () => void | Promise<void>, options?: Parameters<typeof bench>[2]): void =>
  bench(name, run, ONCE ? { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 } : options)
