/** Where the service worker stands: beside the page, because it serves what stands below it. */
export const offlineWorker = (): string => new URL('offline.js', document.baseURI).href

/** Keeps the site on this device, so that it opens without internet; what this visit has fetched already is kept as well. While developing nothing is kept, and
 * a worker that an earlier, published site left at this address goes. Rejects where the browser keeps nothing, as in some private windows. */
export async function keepForOffline(): Promise<void> {
  // absent where the site is not served over https
  const workers = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker
  if (!workers) return
  if (import.meta.env.DEV) {
    await (await workers.getRegistration())?.unregister()
    return
  }
  await workers.register(offlineWorker())
  const { active } = await workers.ready
  // a page that was loaded past the worker is never served by it
  if (!workers.controller) await Promise.race([heard(workers, 'controllerchange'), heard(AbortSignal.timeout(5000), 'abort')])
  const served = performance.now()
  // what was asked for before the worker served this page may still be on its way
  new PerformanceObserver((list) => {
    const before = list.getEntries().filter(({ startTime, name }) => startTime <= served && name.startsWith('http'))
    // the message that workbox-routing listens to
    if (before.length > 0) active?.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache: before.map(({ name }) => name) } })
  }).observe({ type: 'resource', buffered: true })
}

const heard = (from: EventTarget, name: string): Promise<unknown> =>
  new Promise((done) => from.addEventListener(name, done, { once: true }))
