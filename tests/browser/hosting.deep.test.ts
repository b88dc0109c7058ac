import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedSite } from './shared-site.ts'
import { openBrowser, ROOT, watch } from './site.ts'

// the guide for who hosts the site: its own blocks, in the servers they are written for

const GUIDE = readFileSync(join(ROOT, 'docs/hosting.md'), 'utf8')
const MODULES = '/usr/lib/apache2/modules'
const SUBPATH = '/horeca/'

/** The one block of the guide in this language, for this folder and port. Everything else stays as it stands there. */
function block(language: string, root: string, port: number): string {
  const found = [...GUIDE.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))]
  expect(found.length).toBe(1)
  const text = found[0]?.[1] ?? ''
  expect(text).toContain('/var/www/html')
  return text.replaceAll('/var/www/html', root).replace('listen 80;', `listen 127.0.0.1:${port};`)
}

interface Server {
  readonly name: string
  readonly program: string
  /** The main file of the server, around the block of the guide. */
  config(folder: string, port: number): string
  args(file: string): string[]
}
const isRoot = process.getuid?.() === 0
const SERVERS: readonly Server[] = [
  {
    name: 'nginx',
    program: '/usr/sbin/nginx',
    config: (folder, port) => `
${isRoot ? 'user root;' : ''}
daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log ${folder}/access.log;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n  ')}
  ${block('nginx', join(folder, 'html'), port)}
}`,
    args: (file) => ['-c', file, '-e', join(file, '..', 'error.log')],
  },
  {
    name: 'apache',
    program: '/usr/sbin/apache2',
    config: (folder, port) => `
${['mpm_event', 'authz_core', 'mime', 'dir', 'headers', 'expires'].map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
ServerName localhost
ServerRoot ${folder}
DefaultRuntimeDir ${folder}
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
Listen 127.0.0.1:${port}
TypesConfig /etc/mime.types
DirectoryIndex index.html
DocumentRoot ${join(folder, 'html')}
${block('apache', join(folder, 'html'), port)}`,
    args: (file) => ['-X', '-f', file],
  },
]

/** A port that nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
})

describe.each(SERVERS)('$name with the block of the guide', (server) => {
  const here = existsSync(server.program)
  if (!here) console.info(`${server.name} of the hosting guide is not tried: there is no ${server.program} on this machine.`)
  const folder = mkdtempSync(join(tmpdir(), 'horeca1-hosting-'))
  let running: ChildProcess | undefined
  let origin = ''
  afterAll(() => {
    running?.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  const start = async (): Promise<void> => {
    if (running) return
    const port = await freePort()
    mkdirSync(join(folder, 'html'))
    cpSync(sharedSite().folder, join(folder, 'html', SUBPATH), { recursive: true })
    const file = join(folder, 'server.conf')
    writeFileSync(file, server.config(folder, port))
    let said = ''
    running = spawn(server.program, server.args(file), { stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [running.stdout, running.stderr]) stream?.on('data', (text: Buffer) => (said += text.toString()))
    const ended = new Promise<never>((_, refuse) =>
      running?.on('exit', (code) => refuse(new Error(`${server.name} ended with ${code}: ${said}`))),
    )
    // after the test it ends because it is told to
    ended.catch(() => undefined)
    origin = `http://127.0.0.1:${port}`
    const answers = expect
      .poll(() =>
        fetch(origin).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true)
    await Promise.race([answers, ended])
  }

  test.skipIf(!here)('a visitor comes from the first page to a question, below a path, without a complaint', async () => {
    await start()
    const page = await browser.newPage({ locale: 'nl-NL' })
    const seen = watch(page)
    const types = new Map<string, string>()
    page.on('response', (response) => {
      types.set(new URL(response.url()).pathname, response.headers()['content-type'] ?? '')
    })
    // as somebody types it, without the stroke at the end
    await page.goto(origin + SUBPATH.slice(0, -1))
    await page.locator('#town').selectOption('breda')
    await page.getByRole('button', { name: 'Beginnen' }).click()
    await page.getByRole('heading', { name: 'Uw aanvraag' }).waitFor()
    await page.getByText('Breda', { exact: false }).first().waitFor()
    await page.locator('main fieldset, main input').first().waitFor()
    expect(new URL(page.url()).pathname).toBe(SUBPATH)
    expect(seen.complaints).toEqual([])
    const asked = seen.requests.map((line) => new URL(line.split(' ')[1] ?? '')).filter(({ protocol }) => protocol === 'http:')
    expect(asked.length).toBeGreaterThan(5)
    expect(asked.filter((url) => url.origin !== origin || !`${url.pathname}/`.startsWith(SUBPATH)).map(String)).toEqual([])
    for (const [path, type] of types)
      if (path.endsWith('.js')) expect([path, type]).toEqual([path, expect.stringMatching(/^(text|application)\/javascript/)])
    // it works without internet afterwards: the worker is let in from below the path
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(origin + SUBPATH)
    await page.close()
  })

  test.skipIf(!here)('every file comes with the headers of _headers; only names that change are kept', async () => {
    await start()
    const wanted = [...readFileSync(join(ROOT, 'public/_headers'), 'utf8').matchAll(/^ {2}([\w-]+): (.+)$/gm)].map(
      ([, name = '', value = '']) => [name.toLowerCase(), value] as const,
    )
    expect(wanted.length).toBe(5)
    const html = readFileSync(join(folder, 'html', SUBPATH, 'index.html'), 'utf8')
    const asset = /\.\/(assets\/[^"]+\.js)"/.exec(html)?.[1] ?? ''
    for (const path of ['', 'index.html', asset, 'offline.js', 'files.json', 'site.webmanifest', 'not-there.json']) {
      const { headers, status } = await fetch(`${origin}${SUBPATH}${path}`)
      expect([path, status]).toEqual([path, path === 'not-there.json' ? 404 : 200])
      expect([path, wanted.map(([name]) => [name, headers.get(name)])]).toEqual([path, wanted])
      if (status === 200) expect([path, headers.get('cache-control')]).toEqual([path, path === asset ? 'max-age=31536000' : 'no-cache'])
    }
  })

  test.skipIf(!here || server.name !== 'nginx')('keeps no record of who came', () => {
    const log = join(folder, 'access.log')
    const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : []
    expect(lines.filter((line) => line.includes(SUBPATH))).toEqual([])
  })
})
