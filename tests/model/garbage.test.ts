import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FINDING_CODES } from '../../src/model/finding.ts'
import { mistakesIn } from './fixtures/findings.ts'
import { files } from './fixtures/rule-set.ts'

const names = [...files().keys()].filter((file) => !file.includes('examples'))

/** What happens to a line when somebody edits without looking. */
const slip = fc.oneof(
  fc.constant((_line: string) => ''),
  fc.constant((line: string) => `${line}\n${line}`),
  fc.constant((line: string) => line.replace(/:.*/, ':')),
  fc.constant((line: string) => `  ${line}`),
  fc.constant((line: string) => line.replace(/: .*/, ': [1, { a: null }]')),
  fc.constant((line: string) => line.replace(/(\w)(\w)/, '$2$1')),
  fc.constantFrom('"', '}', ': &x *x', '__proto__: 1', '!!binary x', '\u0000', '? a').map((text) => (line: string) => line + text),
  fc.json().map((text) => (line: string) => line.replace(/: .*/, `: ${text}`)),
)

test('whatever happens to the lines of the files, mistakes are findings with a place and a way out, never a crash', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(), slip), { minLength: 1, maxLength: 4 }), (slips) => {
      const all = files()
      for (const [file, pick, change] of slips) {
        const lines = (all.get(file) ?? '').split('\n')
        const at = pick % lines.length
        lines[at] = change(lines[at] ?? '')
        all.set(file, lines.join('\n'))
      }
      for (const finding of mistakesIn(all)) {
        expect(Object.keys(FINDING_CODES)).toContain(finding.code)
        expect(finding.line).toBeGreaterThan(0)
        expect(finding.line).toBeLessThanOrEqual((all.get(finding.file) ?? '').split('\n').length)
        expect(finding.message.length).toBeGreaterThan(5)
        expect(finding.mend.length).toBeGreaterThan(3)
      }
    }),
    { numRuns: 100 },
  )
}, 60_000)
