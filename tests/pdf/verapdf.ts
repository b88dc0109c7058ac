import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'

// veraPDF is the validator of the PDF Association. It is a Java program from Maven Central (tools/verapdf): where Java, Maven or Maven Central is not there,
// the tests are skipped and the closing line of .ci/run says why.

const BUILT = '.tmp/verapdf'
const CLASSPATH = join(BUILT, 'classpath.txt')
const UNREACHABLE = /Could not transfer|Unknown host|Connection (refused|timed out|reset)|Network is unreachable|offline mode|ETIMEDOUT/i

/** What the validator says of one file for one profile. */
export interface Verdict {
  readonly file: string
  readonly profile: string
  readonly passed: boolean
  readonly checks: number
  /** Failed rules: clause, how often, what it wants, where it failed first. */
  readonly rules: readonly string[]
}

/** Why veraPDF cannot run here; null: it is ready. A build that fails for another reason than the net is an error. */
export function whyNoValidator(): string | null {
  for (const [program, flag] of [
    ['java', '-version'],
    ['mvn', '-version'],
  ] as const)
    if (spawnSync(program, [flag]).status !== 0) return `veraPDF: no ${program === 'java' ? 'Java' : 'Maven'} on this machine`
  const goals = ['compile', 'dependency:build-classpath', `-Dmdep.outputFile=${join(process.cwd(), CLASSPATH)}`]
  mkdirSync(BUILT, { recursive: true })
  for (const offline of [true, false]) {
    const { status, stdout, stderr, error } = spawnSync(
      'mvn',
      ['-q', '-B', ...(offline ? ['-o'] : []), '-f', 'tools/verapdf/pom.xml', ...goals],
      {
        encoding: 'utf8',
        timeout: 240_000,
      },
    )
    if (status === 0 && existsSync(CLASSPATH)) return null
    if (offline) continue
    const said = `${error?.message ?? ''} ${stdout} ${stderr}`
    if (UNREACHABLE.test(said)) return 'veraPDF: Maven Central does not answer'
    throw new Error(`veraPDF could not be built: ${said.slice(0, 2000)}`)
  }
  return null
}

/** End of the name of a test that is skipped without it; scripts/lib/count-tests.mjs reads the reason there. */
export const unlessThere = (reason: string | null): string => (reason === null ? '' : ` (skipped: ${reason})`)

/** Compiled once and not again: a few files are done before better code is worth its making. */
export const FOR_FEW_FILES = ['-XX:TieredStopAtLevel=1']

/** Holds every file against PDF/A-3a and PDF/UA-1, in one run of the program, which validates while the next files are made; names are for the messages.
 * Rejects with what the program says when it stops. */
export async function validate(
  folder: string,
  files: Iterable<readonly [string, Uint8Array]> | AsyncIterable<readonly [string, Uint8Array]>,
  options: readonly string[] = [],
): Promise<Verdict[]> {
  const place = join('.tmp', folder)
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  const classes = [join(BUILT, 'classes'), readFileSync(CLASSPATH, 'utf8').trim()].join(delimiter)
  const program = spawn('java', ['-Xmx1g', '-XX:+UseSerialGC', ...options, '-cp', classes, 'Check'])
  const ended = Promise.all([text(program.stdout), text(program.stderr), once(program, 'close')])
  // when it has stopped, its exit code says so
  program.stdin.on('error', () => undefined)
  for await (const [name, bytes] of files) {
    const path = join(place, `${name}.pdf`)
    writeFileSync(path, bytes)
    program.stdin.write(`${path}\n`)
  }
  program.stdin.end()
  const [stdout, stderr, [code]] = await ended
  if (code !== 0) throw new Error(`veraPDF stopped: ${stderr.slice(0, 2000)}`)
  const verdicts: (Verdict & { rules: string[] })[] = []
  for (const line of stdout.trimEnd().split('\n')) {
    const [file = '', profile = '', result = '', checks = '', ...more] = line.split('\t')
    if (file === '') verdicts.at(-1)?.rules.push([profile, `${result} times`, checks, ...more].join(': '))
    else verdicts.push({ file, profile, passed: result === 'pass', checks: Number(checks), rules: [] })
  }
  return verdicts
}
