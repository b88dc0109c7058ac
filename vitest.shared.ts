import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/longest-first.ts'

const BROWSER = ['tests/browser', 'tests/journeys', 'tests/walk', 'tests/entry']
const NONE = { include: [] }

/** The tests of a run: those of `npm test`, or the long ones (`*.deep.test.ts`: proofs of every variant, populations, walks) of `npm run test:deep`.
 * Browser tests start Chromium themselves and need no second runner. */
export function testsOf(which: 'short' | 'deep') {
  const name = which === 'deep' ? '*.deep.test.{ts,tsx}' : '*.test.{ts,tsx}'
  const leftOut = [...(which === 'deep' ? [] : ['**/*.deep.test.{ts,tsx}']), '**/node_modules/**']
  return defineConfig({
    test: {
      environment: 'node',
      // three times what a loaded machine takes: only a test that hangs ends here
      testTimeout: which === 'deep' ? 900_000 : 180_000,
      hookTimeout: 300_000,
      // what a worker has read of the rule set serves its next file as well; tests/ui/setup.ts takes away what a file leaves on the page
      isolate: false,
      // a second is Vitest's own choice: a machine at three times the load needs more to paint a page
      expect: { poll: { timeout: 20_000 } },
      sequence: { sequencer: LongestFirst },
      // the second one is counted by .ci/run
      reporters: ['default', ['json', { outputFile: `.tmp/vitest-${which}.json` }]],
      projects: [
        {
          extends: true,
          test: {
            name: 'screens',
            include: [`tests/ui/**/${name.replace('{ts,tsx}', 'tsx')}`],
            exclude: leftOut,
            setupFiles: ['tests/seed.ts', 'tests/ui/setup.ts'],
            benchmark: NONE,
            maxWorkers: 2,
            sequence: { groupOrder: 0 },
          },
        },
        {
          extends: true,
          test: {
            name: 'rooms',
            setupFiles: ['tests/seed.ts'],
            benchmark: which === 'short' ? { include: ['bench/**/*.bench.ts'], reporters: ['default'] } : NONE,
            include: [`tests/**/${name}`],
            // what needs no page is no screen: it shares the rules that a worker has read
            exclude: ['tests/ui/**/*.tsx', ...BROWSER.map((folder) => `${folder}/**`), ...leftOut],
            maxWorkers: 2,
            sequence: { groupOrder: 0 },
          },
        },
        // short: after the others, a page shares the machine with two others at most. Deep: among the others, so that no core waits for the last of them
        {
          extends: true,
          test: {
            name: 'browser',
            setupFiles: ['tests/seed.ts'],
            // pages beside each other in one file share two cores with another file
            maxConcurrency: 2,
            include: BROWSER.map((folder) => `${folder}/**/${name}`),
            exclude: leftOut,
            benchmark: NONE,
            globalSetup: ['tests/browser/build-once.ts'],
            // the long ones keep two pages busy by themselves
            maxWorkers: which === 'deep' ? 2 : 3,
            sequence: { groupOrder: which === 'deep' ? 0 : 1 },
          },
        },
      ],
    },
  })
}
