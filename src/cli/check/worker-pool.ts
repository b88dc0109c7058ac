import { existsSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Checker, checkerHere } from '../../authoring/check/check-towns.ts'
import { TownChecker } from '../../authoring/check/town-checker.ts'
import { judgedOn, openProject, sha256 } from '../project.ts'
import { projectRoot } from '../rule-files.ts'

/** Which rules, and the day of the check. */
export interface Asked {
  readonly cwd: string
  readonly rules: string | undefined
  readonly date: string
}

/** A checker that loads the rules itself. */
export const openChecker = ({ cwd, rules, date }: Asked): TownChecker =>
  new TownChecker({ rules: openProject(cwd, rules), date, resolve: judgedOn, sha256 })

export interface WorkerPool {
  readonly checkers: readonly [Checker, ...Checker[]]
  close(): Promise<void>
}

/** The messages to and from a thread. */
export interface Request {
  readonly number: number
  readonly task: keyof TownChecker
  readonly given: readonly unknown[]
}
export type Response = { readonly number: number } & ({ readonly made: unknown } | { readonly fault: unknown })

/** With this many municipalities, a thread earns back the time to load all rules once more: ten take as long with two threads as with one, and half as much processor time again. */
const WORTH_A_THREAD = 40
/** Each thread holds the rules of the whole country in memory. */
const MOST = 4

/** @param threads how many; undefined: what suits this machine and these rules */
export function openPool(asked: Asked, threads: number | undefined): WorkerPool {
  const folder = join(projectRoot(asked.cwd, asked.rules), 'rules', 'municipalities')
  const towns = existsSync(folder) ? readdirSync(folder).length : 0
  const wanted = threads ?? (towns < WORTH_A_THREAD ? 1 : Math.min(MOST, availableParallelism()))
  // as built, the worker is beside this file; a clone that could not be bundled uses one thread
  const program = join(dirname(fileURLToPath(import.meta.url)), 'check-worker.js')
  if (wanted === 1 || !existsSync(program)) return { checkers: [checkerHere(openChecker(asked))], close: async () => undefined }
  const workers = Array.from({ length: wanted }, () => new Worker(program, { workerData: asked }))
  const [first, ...others] = workers.map(inThread)
  if (!first) throw new Error('No thread to check in.')
  return {
    checkers: [first, ...others],
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function inThread(worker: Worker): Checker {
  const waiting = new Map<number, { readonly resolve: (made: unknown) => void; readonly reject: (fault: unknown) => void }>()
  let crashed: unknown = null
  worker.on('message', (done: Response) => {
    const asker = waiting.get(done.number)
    waiting.delete(done.number)
    if ('made' in done) asker?.resolve(done.made)
    else asker?.reject(done.fault)
  })
  worker.on('error', (fault) => {
    crashed = fault
    for (const { reject } of waiting.values()) reject(fault)
    waiting.clear()
  })
  let number = 0
  const ask = <T extends keyof TownChecker>(task: T, given: Parameters<TownChecker[T]>): Promise<ReturnType<TownChecker[T]>> =>
    new Promise((resolve, reject) => {
      if (crashed !== null) return reject(crashed)
      number++
      // the reply to a task is what that task returned in its thread
      waiting.set(number, { resolve: (made) => resolve(made as ReturnType<TownChecker[T]>), reject })
      worker.postMessage({ number, task, given } satisfies Request)
    })
  return {
    open: () => ask('open', []),
    examples: (names, only) => ask('examples', [names, only]),
    whole: (filled) => ask('whole', [filled]),
    look: (id, filled, alone) => ask('look', [id, filled, alone]),
    prove: (id, said) => ask('prove', [id, said]),
  }
}
