// Prints the names of the tests that failed, with the first lines of why, and then `N passed, N failed, N skipped` from vitest's JSON reports together, with the reasons of those skipped: a test that something of the machine is missing for ends its name with `(skipped: the reason)`. A test file that could not be loaded, or a report that is not there, counts as a failure.
import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

/** What is printed last is what a reader of a long log sees first. */
function sayFailed(file, test, why = '') {
  const lines = why.split('\n').filter((line) => line.trim() !== '')
  console.log(`failed: ${relative(process.cwd(), file)} > ${test}: ${lines.slice(0, 8).join('\n  ')}`)
}

const reasons = new Set()
const count = { passed: 0, failed: 0, skipped: 0 }
const files = process.argv.slice(2)
if (files.length === 0) count.failed += 1
for (const file of files) {
  if (!existsSync(file)) {
    console.log(`failed: no report ${file}`)
    count.failed += 1
    continue
  }
  for (const { assertionResults, message, name, status } of JSON.parse(readFileSync(file, 'utf8')).testResults) {
    for (const test of assertionResults) {
      count[test.status in count ? test.status : 'skipped'] += 1
      const [, reason] = /\(skipped: (.*)\)$/.exec(test.fullName) ?? []
      if (reason && test.status !== 'passed' && test.status !== 'failed') reasons.add(reason)
      if (test.status === 'failed') sayFailed(name, test.fullName, test.failureMessages[0])
    }
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) {
      sayFailed(name, 'the file itself', message)
      count.failed += 1
    }
  }
}
console.log(
  `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped${reasons.size > 0 ? ` (${[...reasons].join('; ')})` : ''}`,
)
process.exit(count.failed > 0 || count.passed === 0 ? 1 : 0)
