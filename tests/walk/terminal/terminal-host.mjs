// Runs commands of the command line one after another in one process: compiling the rules' reader for each of five hundred walks would take hours.
// Reads lines of JSON from stdin: { root, args, cwd, today }; writes a line { code, out, err } for each.
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

for await (const line of createInterface({ input: process.stdin })) {
  const { root, args, cwd, today } = JSON.parse(line)
  let [out, err] = ['', '']
  let code = 1
  try {
    const { run } = await import(pathToFileURL(`${root}/src/cli/commands.ts`).href)
    code = await run(args, { cwd, today, out: (text) => (out += `${text}\n`), err: (text) => (err += `${text}\n`) })
  } catch (error) {
    err += String(error)
  }
  process.stdout.write(`${JSON.stringify({ code, out, err })}\n`)
}
