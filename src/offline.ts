/** Address of the service worker: beside the page, because its scope is the folder it is in. */
export const offlineWorker = (): string => new URL('offline.js', document.baseURI).href

/** Makes the site open without internet on this device, including what this visit has fetched already. During development nothing is cached, and a
 * worker that an earlier, published site left at this address is unregistered. Rejects where the browser stores nothing, as in some private windows. */
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
  // a page loaded bypassing the worker is never controlled by it: hence the timeout
  if (!workers.controller) await Promise.race([heard(workers, 'controllerchange'), heard(AbortSignal.timeout(5000), 'abort')])
  const served = performance.now()
  // requests made before the worker controlled this page may still be in flight
  new PerformanceObserver((list) => {
    const before = list.getEntries().filter(({ startTime, name }) => startTime <= served && name.startsWith('http'))
    // the message that workbox-routing listens for
    if (before.length > 0) active?.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache: before.map(({ name }) => name) } })
  }).observe({ type: 'resource', buffered: true })
}

const heard = (from: EventTarget, name: string): Promise<unknown> =>
  new Promise((done) => from.addEventListener(name, done, { once: true }))
