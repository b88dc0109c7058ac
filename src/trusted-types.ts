import { offlineWorker } from './offline.ts'

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): unknown
}

/** The policy of the page lets no text become code (require-trusted-types-for). Two things are allowed still: a worker from a blob that this page
 * made itself, which is how the bundler starts the maker of packets, and the service worker. Browsers without Trusted Types do without. */
export function allowOwnWorkers(): void {
  const own = `blob:${location.origin}/`
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => (address.startsWith(own) || address === offlineWorker() ? address : null),
  })
}
