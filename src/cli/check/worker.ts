import { parentPort, workerData } from 'node:worker_threads'
import { type Asked, openChecker, type Request, type Response } from './worker-pool.ts'

// One thread of `check`, with the rules read for itself.

const checker = openChecker(workerData as Asked)

parentPort?.on('message', ({ number, task, given }: Request) => {
  let done: Response
  try {
    done = { number, made: Reflect.apply(checker[task], checker, given) }
  } catch (fault) {
    done = { number, fault }
  }
  parentPort?.postMessage(done)
})
