import { addedLanguage, wordsIn } from '../../../model/lang.ts'
import { COPIES } from '../../text/later/packet/copies.ts'
import { useJourney } from '../../use-journey.ts'
import { Checkbox } from '../form/Checkbox.tsx'

/** For those who fill in the forms in English or an added language: the English label beneath each Dutch one. */
export function EnglishLines({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  const { lang } = useJourney()
  const { englishLines, englishLinesHint, notInLanguage } = wordsIn(COPIES, lang)
  return (
    <div className="no-print">
      {addedLanguage() && <p>{notInLanguage}</p>}
      <Checkbox id="english-lines" label={englishLines} hint={englishLinesHint} checked={checked} onChange={onChange} />
    </div>
  )
}
