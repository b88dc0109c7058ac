import { removeDraft } from '../remove-draft.ts'
import { useDraft, useJourney } from '../use-journey.ts'

/** Takes the open draft off this device for good, and goes to the start. */
export function useWipe(): () => Promise<void> {
  const { site, journey, go } = useJourney()
  const { session, view } = useDraft()
  return async () => {
    // from here on this tab writes nothing; the other ones are told
    session.close()
    await removeDraft(site, view.draft.id)
    journey.send({ type: 'REMOVED' })
    go({ kind: 'start' })
  }
}
