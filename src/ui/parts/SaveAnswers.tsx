import { useJourney } from '../use-journey.ts'
import { Button } from './frame/Button.tsx'

/** Saves the answers as a file: needs no storage space, and works even if the draft can no longer be saved. */
export function SaveAnswers() {
  const { words, site, session } = useJourney()
  const save = (): void => {
    if (!session) return
    const { reference } = session.view().draft
    site.download(`horeca1-${reference}-antwoorden.json`, 'application/json', JSON.stringify(session.file(), null, 2))
  }
  return (
    <Button look="secondary" onClick={save}>
      {words.packet.answers}
    </Button>
  )
}
