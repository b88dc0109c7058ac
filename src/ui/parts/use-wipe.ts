import { removeDraft } from '../remove-draft.ts'
import { useDraft, useJourney } from '../use-journey.ts'

/** Deletes the open draft from this device for good, and goes to the start page. */
export function useWipe(): () => Promise<void> {
  const { site, journey, go } = useJourney()
  const { session, view } = useDraft()
  return async () => {
    // from here on this tab writes nothing; the other tabs are told
    session.close()
    await removeDraft(site, view.draft.id)
    journey.send({ type: 'REMOVED' })
    go({ kind: 'start' })
  }
}
