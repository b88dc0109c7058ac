import { dirname, join } from 'node:path'
import { build } from 'esbuild'

/** `horeca1.js` of our own code, with a file beside it for each command, so that none waits for the packages of another. The packages of package.json
 * stay outside, because the fonts are read from their folder. */
export const bundleCli = (entry, out) =>
  build({
    // beside it what its threads run
    entryPoints: { horeca1: entry, 'check-worker': join(dirname(entry), 'check/worker.ts') },
    outdir: out,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'linked',
    banner: { js: '#!/usr/bin/env node' },
    logLevel: 'warning',
  })
