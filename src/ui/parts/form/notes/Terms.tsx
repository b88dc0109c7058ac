import { wordsIn } from '../../../../model/lang.ts'
import { TERMS } from '../../../text/later/terms.ts'
import { useJourney } from '../../../use-journey.ts'
import type { Term } from './terms-in.ts'

/** Explains the words of a question that not everybody knows, each on tap. */
export function Terms({ terms }: { terms: readonly Term[] }) {
  const { lang } = useJourney()
  if (terms.length === 0) return null
  return (
    <div className="terms">
      {terms.map((term) => (
        <details key={term.id} className="why">
          <summary>{wordsIn(TERMS, lang).what(term.term[lang])}</summary>
          <p>{term.meaning[lang]}</p>
        </details>
      ))}
    </div>
  )
}
