import { Screen } from '../parts/Screen.tsx'
import { useJourney } from '../use-journey.ts'

export function InfoPage({ page }: { page: 'privacy' | 'accessibility' }) {
  const { words } = useJourney()
  const text = page === 'privacy' ? words.info.privacyText : words.info.accessibilityText
  return (
    <Screen title={words.info[page]}>
      {text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </Screen>
  )
}
