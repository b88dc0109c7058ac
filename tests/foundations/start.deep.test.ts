import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
let started: ChildProcess | null = null
afterEach(() => started?.kill())

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The address that npm start prints. */
const start = (args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), ...args], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', ...env },
    })
    started = child
    let said = ''
    const listen = (chunk: Buffer): void => {
      said += chunk.toString()
      const address = /http:\/\/\S+/.exec(said)?.[0]
      if (address) done(address)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('exit', (code) => fail(new Error(`npm start ended with ${code}: ${said}`)))
  })

describe('npm start serves the page and says where', () => {
  test.each(['PORT', '--port'])('on the port that %s names', async (way) => {
    const port = String(await freePort())
    const address = await (way === 'PORT' ? start([], { PORT: port }) : start(['--port', port], {}))
    expect(new URL(address).port).toBe(port)
    const page = await fetch(address)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<title>Horeca1</title>')
  })
})
