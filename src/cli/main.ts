import { dayOnClock } from '../feel/day.ts'
import { messageOf } from '../model/util/message-of.ts'
import { run } from './commands.ts'
import { keptBesidePackages } from './kept-variants.ts'

// the reading end of a pipe may close early, as head and more do
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  today: dayOnClock(new Date()),
  kept: keptBesidePackages(),
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
}).catch((error: unknown) => {
  process.stderr.write(`horeca1: a fault of ours: ${messageOf(error)}\nPlease report it with the command you gave.\n`)
  return 1
})
