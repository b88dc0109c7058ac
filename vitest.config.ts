import { defineConfig } from 'vitest/config'

/** Every test of the project, the browser ones included: they start Chromium themselves and need no second runner. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    benchmark: { include: ['bench/**/*.bench.ts'], reporters: ['default'] },
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // the second one is counted by .ci/run
    reporters: ['default', ['json', { outputFile: '.tmp/vitest.json' }]],
  },
})
