import { useEffect, useState } from 'react'
import { useJourney } from '../use-journey.ts'
import { fetched } from './frame/Fetched.tsx'

const Drafts = fetched(() => import('./Drafts.tsx').then((module) => module.Drafts))

/** Drafts on this device. Their code is fetched once there is one, here or in another tab: a first visit has none. */
export function AnyDrafts() {
  const { site } = useJourney()
  const [any, setAny] = useState(false)
  useEffect(() => {
    let shown = true
    const look = async (): Promise<void> => {
      const lists = await Promise.all([site.storage.list(), site.memory.list()])
      if (shown && lists.some(({ drafts, unreadable }) => drafts.length + unreadable.length > 0)) setAny(true)
    }
    void look()
    const stops = [site.storage, site.memory].map((storage) => storage.listen(() => void look()))
    return () => {
      shown = false
      for (const stop of stops) stop()
    }
  }, [site])
  return any ? <Drafts /> : null
}
