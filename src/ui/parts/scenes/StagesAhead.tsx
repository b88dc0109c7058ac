import { wordsIn } from '../../../model/lang.ts'
import { STAGES } from '../../text/later/stages.ts'
import { useJourney } from '../../use-journey.ts'
import { STAGE_NAMES } from '../progress/stage-names.ts'
import { Scene } from './Scene.tsx'

export { Scene }

/** The four stages, for those who have not begun: what each asks and gives. */
export function StagesAhead() {
  const { lang } = useJourney()
  const text = wordsIn(STAGES, lang)
  return (
    <section className="ahead" aria-labelledby="ahead">
      <h2 className="utrecht-heading-2" id="ahead">
        {text.ahead.title}
      </h2>
      <ol>
        {STAGE_NAMES.map((stage, index) => (
          <li key={stage}>
            <Scene name={stage} small />
            <div>
              <p className="ahead__name">
                {index + 1}. {text.names[stage]}
              </p>
              <p>{text.ahead[stage]}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
