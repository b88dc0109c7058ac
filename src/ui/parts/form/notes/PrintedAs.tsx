import { useEffect, useState } from 'react'
import { notInTypeface, substituteOf } from '../../../../model/answers/printable.ts'
import { useJourney } from '../../../use-journey.ts'

/** What is typed gets printed; for a character that no typeface has a glyph for, this says what is printed instead. */
export function PrintedAs({ text }: { text: string }) {
  const { words } = useJourney()
  const lacking = useUnprintable(text)
  return (
    <div role="status">
      {lacking.length > 0 && (
        <p className="utrecht-form-field-description">
          {words.printedAs(lacking.map((character) => [character, substituteOf(character)]))}
        </p>
      )}
    </div>
  )
}

/** The list of fallback typefaces is long and few need it: it is fetched at the first letter that the packet's own typeface lacks. */
function useUnprintable(text: string): readonly string[] {
  const foreign = notInTypeface(text).join('')
  const [found, setFound] = useState<{ readonly of: string; readonly lacking: readonly string[] }>({ of: '', lacking: [] })
  useEffect(() => {
    if (foreign === '') return
    let isCurrent = true
    void import('../../../../model/answers/other-typefaces.ts').then(({ unprintable }) => {
      if (isCurrent) setFound({ of: foreign, lacking: unprintable(foreign) })
    })
    return () => {
      isCurrent = false
    }
  }, [foreign])
  return foreign !== '' && found.of === foreign ? found.lacking : []
}
