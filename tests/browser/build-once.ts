import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
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

/** Builds and serves the site once for all test files of a run. HORECA1_SITE names a folder with a site that was built before; HORECA1_KEPT_SITE one in which it is left
 * for the next run of the same code. */
export async function setup(project: TestProject): Promise<() => void> {
  const kept = process.env.HORECA1_KEPT_SITE
  if (kept && !existsSync(kept)) {
    // whole or not at all: a run that is cut off leaves no half a site
    await buildTo(`${kept}.building`)
    renameSync(`${kept}.building`, kept)
  }
  const ready = process.env.HORECA1_SITE ?? kept
  const folder = ready ?? mkdtempSync(join(tmpdir(), 'horeca1-site-'))
  if (!ready) await buildTo(folder)
  const { url, close } = await serve(folder)
  project.provide('site', { folder, url })
  return () => {
    close()
    if (!ready) rmSync(folder, { recursive: true, force: true })
  }
}
