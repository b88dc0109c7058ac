import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LONGEST } from '../longest-first.ts'

const PROJECT_PATIENCE = { short: 180_000, deep: 900_000 } as const

/** What a test may not do: a busy machine would make it fail, and nothing would be wrong. */
function hasty(file: string, text: string): string[] {
  const least = PROJECT_PATIENCE[file.includes('.deep.') ? 'deep' : 'short']
  const found: string[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const at = `${file}:${index + 1}`
    // a time that is compared: `expect(performance.now() - begin).toBeLessThan(…)`, `if (Date.now() - begin > …)`
    if (/(performance|Date)\.now\(\) - \w+.*(toBeLess|toBeGreater|[<>])/.test(line)) found.push(`${at} judges how long something takes`)
    // the last argument of a test, and its options
    const ends = /^\}, ([\d_]+)\)$/.exec(line.trim())?.[1] ?? /^\s*(?:test|describe)\b.*\{ timeout: ([\d_]+) \}/.exec(line)?.[1]
    if (ends && Number(ends.replaceAll('_', '')) < least) found.push(`${at} has less patience than the tests beside it`)
    // a part of a page that is waited for: see tests/ui/setup.ts
    const waits = /(?:findBy|findAllBy|waitFor).*timeout: ([\d_]+)/.exec(line)?.[1]
    if (file.startsWith('tests/ui/') && waits && Number(waits.replaceAll('_', '')) < 20_000)
      found.push(`${at} waits shorter than the project`)
    // a hand that waits for the page less long than the project does
    const polls = /expect\.poll\(.*timeout: ([\d_]+)/.exec(line)?.[1]
    if (polls && Number(polls.replaceAll('_', '')) < 20_000) found.push(`${at} polls shorter than the project`)
  }
  return found
}

const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file) && !file.startsWith('foundations'))
  .map((file) => `tests/${file}`)

test('no test judges by the clock, or is less patient than the others', () => {
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap((file) => hasty(file, readFileSync(file, 'utf8')))).toEqual([])
})

test.each([
  ['a.test.ts', 'expect(performance.now() - begin).toBeLessThan(5000)', 'judges how long'],
  ['a.test.ts', '}, 60_000)', 'less patience'],
  ['a.deep.test.ts', '}, 300_000)', 'less patience'],
  ['a.deep.test.ts', "test('is loaded', { timeout: 240_000 }, () => {", 'less patience'],
  ['tests/ui/a.test.tsx', "await screen.findByRole('alert', {}, { timeout: 3000 })", 'waits shorter'],
  ['a.test.ts', 'await expect.poll(() => kind(b).isChecked(), { timeout: 2000 }).toBe(true)', 'polls shorter'],
])('a planted haste in %s is seen: %s', (file, line, says) => {
  expect(hasty(file, line)).toEqual([expect.stringContaining(says)])
})

test.each([
  ['a.test.ts', '}, 300_000)'],
  ['a.deep.test.ts', '}, 2_400_000)'],
])('patience in %s is let be: %s', (file, line) => {
  expect(hasty(file, line)).toEqual([])
})

test('what is started first is there', () => {
  expect(LONGEST.filter((file) => !existsSync(`tests/${file}`))).toEqual([])
})
