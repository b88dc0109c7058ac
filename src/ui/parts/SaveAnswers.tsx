import { wholeFile } from '../../draft/whole-file.ts'
import { writeAnswers } from '../../model/write-answers.ts'
import { useDraft, useJourney } from '../use-journey.ts'
import { Button } from './Button.tsx'

/** The answers as a file: needs no room on this device, and no draft that can still be saved. */
export function SaveAnswers() {
  const { words, site } = useJourney()
  const { session } = useDraft()
  const save = (): void => {
    void session.flush()
    const { draft, answers, variant } = session.view()
    const names = new Map(Object.entries(draft.files).map(([key, { name }]) => [key, name]))
    site.download(
      `horeca1-${draft.kenmerk}-antwoorden.json`,
      'application/json',
      JSON.stringify(wholeFile(draft, writeAnswers(answers, variant.id, names)), null, 2),
    )
  }
  return (
    <Button look="secondary" onClick={save}>
      {words.packet.answers}
    </Button>
  )
}
