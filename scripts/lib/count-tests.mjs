// Prints `N passed, N failed, N skipped` from vitest's JSON report. A test file that could not be loaded counts as a failure.
import { existsSync, readFileSync } from 'node:fs'

const file = process.argv[2] ?? ''
if (!existsSync(file)) {
  console.log('0 passed, 1 failed, 0 skipped')
  process.exit(1)
}
const { testResults } = JSON.parse(readFileSync(file, 'utf8'))
const count = { passed: 0, failed: 0, skipped: 0 }
for (const { assertionResults, status } of testResults) {
  for (const test of assertionResults) count[test.status in count ? test.status : 'skipped'] += 1
  if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) count.failed += 1
}
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
process.exit(count.failed > 0 || count.passed === 0 ? 1 : 0)
