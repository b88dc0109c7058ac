import { inject } from 'vitest'

/** The site as it is published, built and served once for the whole run (build-once.ts). Each test has a browser context of its own, so storage is not shared. */
export const sharedSite = (): { readonly folder: string; readonly url: string } => inject('site')
