import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** The command line of a checkout, kept open between walks. */
export class Terminal {
  private child: ChildProcess | null = null
  private queue: Promise<unknown> = Promise.resolve()

  constructor(readonly root: string) {}

  /** One command at a time, in the order of asking. `today`: ISO date. */
  run(args: readonly string[], cwd: string, today: string): Promise<Ran> {
    const next = this.queue.then(() => this.ask(JSON.stringify({ root: this.root, args, cwd, today })))
    this.queue = next.catch(() => undefined)
    return next
  }

  private ask(line: string): Promise<Ran> {
    const child = this.start()
    return new Promise((done, fail) => {
      const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
      const ended = (): void => {
        this.child = null
        fail(new Error('the command line ended'))
      }
      child.once('exit', ended)
      lines.once('line', (text) => {
        child.off('exit', ended)
        lines.close()
        done(JSON.parse(text) as Ran)
      })
      child.stdin?.write(`${line}\n`)
    })
  }

  private start(): ChildProcess {
    if (this.child) return this.child
    const loader = pathToFileURL(join(this.root, 'node_modules/tsx/dist/loader.mjs')).href
    this.child = spawn(process.execPath, ['--import', loader, join(import.meta.dirname, 'terminal-host.mjs')], {
      cwd: this.root,
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    return this.child
  }

  close(): void {
    this.child?.kill()
    this.child = null
  }
}
