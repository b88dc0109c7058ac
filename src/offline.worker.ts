import { clientsClaim } from 'workbox-core'
import { registerRoute } from 'workbox-routing'
import { CacheFirst, NetworkFirst } from 'workbox-strategies'

// The service worker: after the first visit the site works without internet. It keeps files of the site, never an answer.

interface WorkerScope {
  readonly registration: { readonly scope: string }
  skipWaiting(): Promise<void>
}
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void
}

const { registration, skipWaiting } = self as unknown as WorkerScope
const { scope } = registration

/** What the first page needs, as addresses from the folder of the site; the build writes them in (offline-plugin.ts). */
declare const FIRST_VISIT: readonly string[]
/** A digest of the names of all files that are published together, which makes each publication another worker. */
declare const PUBLISHED: string

/** The one page there is: whatever stands behind `?` or `#` is no other. What is published now goes first, so that a changed fee is seen on the next visit. */
const page = new NetworkFirst({
  cacheName: `page ${scope}`,
  networkTimeoutSeconds: 3,
  plugins: [{ cacheKeyWillBeUsed: async () => scope }],
})
registerRoute(({ request, url }) => request.mode === 'navigate' && isPage(url), page)

/** Towns that were put beside the page: what stands there now goes first as well. */
const towns = new NetworkFirst({ cacheName: `page ${scope}`, networkTimeoutSeconds: 3 })
registerRoute(({ url }) => url.href === `${scope}town.json`, towns)

/** Names of these files hold a digest of what is in them: one that is kept is never out of date. */
const ASSETS = `assets ${scope}`
const assets = new CacheFirst({ cacheName: ASSETS })
registerRoute(({ url }) => url.href.startsWith(`${scope}assets/`), assets)

function isPage(url: URL): boolean {
  const { pathname } = new URL(scope)
  return url.pathname === pathname || url.pathname === `${pathname}index.html`
}

addEventListener('install', (event) => {
  const waiting = event as Waiting
  const kept = FIRST_VISIT.map((file) => assets.handleAll({ event: waiting, request: new Request(new URL(file, scope)) })[1])
  const shown = page.handleAll({ event: waiting, request: new Request(scope) })[1]
  waiting.waitUntil(Promise.all([...kept, shown]))
  // nothing that is open asks for a file that only the worker before had
  void skipWaiting.call(self)
})
addEventListener('activate', (event) => (event as Waiting).waitUntil(forgetOlder().catch(() => undefined)))
clientsClaim()

/** What is published no more goes; without a connection it stays until the next publication. */
async function forgetOlder(): Promise<void> {
  const listed: unknown = await (await fetch(new URL(`files.json?${PUBLISHED}`, scope))).json()
  if (!Array.isArray(listed)) return
  const published = new Set(listed.map((file) => new URL(String(file), scope).href))
  const cache = await caches.open(ASSETS)
  for (const request of await cache.keys()) if (!published.has(request.url)) await cache.delete(request)
}
