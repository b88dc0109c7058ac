import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** As many names as are taken in at a glance; a room with more is parted by subject (`docs/adr/0009-rooms-and-one-direction.md`). */
const MOST = 15

/** A test is opened by the name under which it failed and imported by nobody, so however many stand side by side, none is looked for among the others.
 * What tests lean on is looked for, and is counted. */
const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)

/** `folder: how many`, of folders with more loose files than anybody looks through. */
function crowded(files: readonly string[]): string[] {
  const loose = new Map<string, number>()
  for (const file of files) if (!isTest(file)) loose.set(dirname(file), (loose.get(dirname(file)) ?? 0) + 1)
  return [...loose].flatMap(([room, count]) => (count > MOST ? [`${room}: ${count}`] : []))
}

const filesOf = (folder: string): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', folder], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n')
    .filter((file) => existsSync(join(root, file)))

test.each(['src', 'scripts', 'tests'])('no folder of %s holds more loose files than somebody looks through', (folder) => {
  const files = filesOf(folder)
  expect(files.length).toBeGreaterThan(20)
  expect(crowded(files)).toEqual([])
})

test('a room that fills up is seen, and tests beside it are not counted', () => {
  const planted = Array.from({ length: MOST + 1 }, (_, nr) => `src/engine/planted/file-${nr}.ts`)
  expect(crowded(planted)).toEqual([`src/engine/planted: ${MOST + 1}`])
  expect(crowded([...planted.slice(1), 'src/engine/planted/deeper/file.ts', 'src/engine/planted/file.test.ts'])).toEqual([])
})
