import { parentPort, workerData } from 'node:worker_threads'
import { readOfficialForms } from '../files/official-files.ts'
import { projectRoot } from '../rule-files.ts'
import { type Asked, openChecker, type Request, type Response } from './worker-pool.ts'

// One thread of `check`, which loads the rules itself.

const asked = workerData as Asked
await readOfficialForms(projectRoot(asked.cwd, asked.rules))
const checker = openChecker(asked)

parentPort?.on('message', ({ number, task, given }: Request) => {
  let done: Response
  try {
    done = { number, made: Reflect.apply(checker[task], checker, given) }
  } catch (fault) {
    done = { number, fault }
  }
  parentPort?.postMessage(done)
})
