import { wordsIn } from '../../model/lang.ts'
import { EXAMPLE } from '../text/later/example.ts'
import { useDraft, useJourney } from '../use-journey.ts'
import { Button } from './frame/Button.tsx'
import { useWipe } from './use-wipe.ts'

/** On every page of an example: that it is not a real business, with a button that throws it away. */
export function ExampleNote() {
  const { lang } = useJourney()
  const { view } = useDraft()
  const wipe = useWipe()
  if (!view.draft.example) return null
  const text = wordsIn(EXAMPLE, lang)
  return (
    <section className="example" aria-label={text.title}>
      <p>
        <strong>{text.title}.</strong> {text.what}
      </p>
      <Button look="secondary" onClick={() => void wipe()}>
        {text.away}
      </Button>
    </section>
  )
}
