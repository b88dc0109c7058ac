import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildTo, serve } from './site.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The site as it is published: its folder, and the address where it is served for this run. */
    site: { readonly folder: string; readonly url: string }
  }
}

/** Builds and serves the site once for all test files of a run. HORECA1_SITE names a folder with a site that was built before. */
export async function setup(project: TestProject): Promise<() => void> {
  const ready = process.env.HORECA1_SITE
  const folder = ready ?? mkdtempSync(join(tmpdir(), 'horeca1-site-'))
  if (!ready) await buildTo(folder)
  const { url, close } = await serve(folder)
  project.provide('site', { folder, url })
  return () => {
    close()
    if (!ready) rmSync(folder, { recursive: true, force: true })
  }
}
