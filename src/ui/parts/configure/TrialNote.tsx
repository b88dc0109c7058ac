import { wordsIn } from '../../../model/lang.ts'
import { TRIAL } from '../../text/later/clerk/trial.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Link } from '../frame/Link.tsx'

/** On every page of a trial: that these rules are not on the site, and the way back to the files they are in. */
export function TrialNote() {
  const { lang } = useJourney()
  const { view } = useDraft()
  if (!view.draft.trial) return null
  const text = wordsIn(TRIAL, lang)
  return (
    <section className="example" aria-label={text.title}>
      <p>
        <strong>{text.title}.</strong> {text.what}
      </p>
      <Link to={{ kind: 'configure' }} look="secondary">
        {text.back}
      </Link>
    </section>
  )
}
