import { clientsClaim } from 'workbox-core'
import { registerRoute } from 'workbox-routing'
import { CacheFirst, NetworkFirst } from 'workbox-strategies'

// The service worker: after the first visit the site works without internet. It caches files of the site, never an answer.

interface WorkerScope {
  readonly registration: { readonly scope: string }
  skipWaiting(): Promise<void>
}
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void
}

const { registration, skipWaiting } = self as unknown as WorkerScope
const { scope } = registration

/** What the first page needs, relative to the folder of the site; filled in by the build (offline-plugin.ts). */
declare const FIRST_VISIT: readonly string[]
/** A digest of the names of all files published together, so that each publication has a worker of its own. */
declare const PUBLISHED: string

/** The only page: `?` and `#` make no difference. Network first, so that a changed fee is seen on the next visit. */
const page = new NetworkFirst({
  cacheName: `page ${scope}`,
  networkTimeoutSeconds: 3,
  plugins: [{ cacheKeyWillBeUsed: async () => scope }],
})
registerRoute(({ request, url }) => request.mode === 'navigate' && isPage(url), page)

/** Towns that were put beside the page: network first as well. */
const towns = new NetworkFirst({ cacheName: `page ${scope}`, networkTimeoutSeconds: 3 })
registerRoute(({ url }) => url.href === `${scope}town.json`, towns)

/** The names of these files contain a digest of their content: a cached one is never out of date. */
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
  // no open page asks for a file that only the previous worker had
  void skipWaiting.call(self)
})
addEventListener('activate', (event) => (event as Waiting).waitUntil(forgetOlder().catch(() => undefined)))
clientsClaim()

/** Deletes what is no longer published; without a connection it stays until the next publication. */
async function forgetOlder(): Promise<void> {
  const listed: unknown = await (await fetch(new URL(`files.json?${PUBLISHED}`, scope))).json()
  if (!Array.isArray(listed)) return
  const published = new Set(listed.map((file) => new URL(String(file), scope).href))
  const cache = await caches.open(ASSETS)
  for (const request of await cache.keys()) if (!published.has(request.url)) await cache.delete(request)
}
