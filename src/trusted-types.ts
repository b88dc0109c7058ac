interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): unknown
}

/** The policy of the page lets no text become code (require-trusted-types-for). One thing is allowed still: a worker from a blob that this page
 * made itself, which is how the bundler starts the maker of packets. Browsers without Trusted Types do without. */
export function allowOwnWorkers(): void {
  const own = `blob:${location.origin}/`
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  trustedTypes?.createPolicy('default', { createScriptURL: (address) => (address.startsWith(own) ? address : null) })
}
