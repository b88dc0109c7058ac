import { spawn, spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** The JavaScript file behind a tool's name in node_modules, so that it runs on this very Node without a shell. */
export const tool = (path) => join(ROOT, 'node_modules', path)

/** Runs to the end, showing its output. Gives the exit code; 127 when the program is not there. */
export function run(command, args, options = {}) {
  const { error, status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options })
  if (error) console.error(`${command}: ${error.message}`)
  return status ?? (error ? 127 : 1)
}

/** Runs a Node program in node_modules to the end. */
export const runTool = (path, args, options) => run(process.execPath, [tool(path), ...args], options)

/** The same without waiting for it: its exit code comes later. */
export const runToolBeside = (path, args, options) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [tool(path), ...args], { cwd: ROOT, stdio: 'inherit', ...options })
    child.on('error', (error) => {
      console.error(`${path}: ${error.message}`)
      resolve(127)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })

/** Runs a Node program that stays, passing on Ctrl-C and its exit code. */
export function stay(path, args) {
  const child = spawn(process.execPath, [tool(path), ...args], { cwd: ROOT, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 0))
}
