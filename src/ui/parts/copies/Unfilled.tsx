import { wordsIn } from '../../../model/lang.ts'
import { COPIES } from '../../text/later/packet/copies.ts'
import { useJourney } from '../../use-journey.ts'
import { Alert } from '../frame/Alert.tsx'

/** Says that forms of the town could not be filled in, and what replaces them. `titles`: of those forms. */
export function Unfilled({ titles }: { titles: readonly string[] }) {
  const { lang } = useJourney()
  const text = wordsIn(COPIES, lang)
  return (
    <Alert kind="warning" title={text.unfilled}>
      <ul className="utrecht-unordered-list">
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      <p>{text.unfilledInstead}</p>
    </Alert>
  )
}
