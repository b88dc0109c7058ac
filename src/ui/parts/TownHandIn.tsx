import { useEffect, useState } from 'react'
import type { Variant } from '../../model/variant.ts'
import type { TownEntry } from '../site.ts'
import { useJourney } from '../use-journey.ts'
import { HandIn } from './HandIn.tsx'

/** The same for a town that is being chosen: its rules are fetched now rather than at the first question. Renders nothing if that fails: beginning a draft
 * reports it. */
export function TownHandIn({ town }: { town: TownEntry }) {
  const { lang, site } = useJourney()
  const [variant, setVariant] = useState<Variant | null>(null)
  useEffect(() => {
    let shown = true
    town.load(lang).then(
      (loaded) => shown && setVariant(loaded.variant),
      () => undefined,
    )
    return () => {
      shown = false
    }
  }, [town, lang])
  return <div role="status">{variant?.id === town.id && <HandIn variant={variant} filing={site.today()} open />}</div>
}
