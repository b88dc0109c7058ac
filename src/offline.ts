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
  const fetched = performance.getEntriesByType('resource').map(({ name }) => name)
  // the message that workbox-routing listens to
  active?.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache: fetched.filter((address) => address.startsWith('http')) } })
}
