import { join } from 'node:path'
import { build } from 'esbuild'

/** One file of our own code; the packages of package.json stay outside, because the fonts are read from their folder. */
export const bundleCli = (entry, out) =>
  build({
    entryPoints: [entry],
    outfile: join(out, 'horeca1.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'linked',
    banner: { js: '#!/usr/bin/env node' },
    logLevel: 'warning',
  })
