import { defineConfig } from 'vitest/config'

const IN_A_BROWSER = ['tests/browser/**/*.test.ts', 'tests/journeys/**/*.test.ts']

/** Every test of the project, the browser ones included: they start Chromium themselves and need no second runner. */
export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // the second one is counted by .ci/run
    reporters: ['default', ['json', { outputFile: '.tmp/vitest.json' }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          benchmark: { include: ['bench/**/*.bench.ts'], reporters: ['default'] },
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...IN_A_BROWSER, '**/node_modules/**'],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      // after the others and one at a time: a page is as quick as on somebody's device
      {
        extends: true,
        test: { name: 'browser', include: IN_A_BROWSER, benchmark: { include: [] }, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
