import { useState } from 'react'
import { answersText } from '../../../model/answers/write-answers.ts'
import { wordsIn } from '../../../model/lang.ts'
import { OUTCOME } from '../../text/later/outcome.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Alert } from '../frame/Alert.tsx'
import { Button } from '../frame/Button.tsx'
import { Fold } from '../frame/Fold.tsx'

type State = 'ready' | 'busy' | 'made' | 'failed'

/** The outcome to keep and to show: as a readable PDF, made off the main thread (what was answered, what follows, and under which rules), and as data.
 * The code that composes the PDF is fetched on demand. */
export function Proof() {
  const { lang, site } = useJourney()
  const { view, session } = useDraft()
  const text = wordsIn(OUTCOME, lang).proof
  const [state, setState] = useState<State>('ready')
  const { reference } = view.draft
  const make = async (): Promise<void> => {
    await session.flush()
    const { proofContent } = await import('../../../engine/packet/proof-content.ts')
    const content = proofContent(view.application, reference, answersText(session.file()))
    const { bytes } = await site.makePacket(content, [], () => undefined)
    site.download(`horeca1-${reference}-${text.file}.pdf`, 'application/pdf', bytes)
  }
  const press = (): void => {
    if (state === 'busy') return
    setState('busy')
    make().then(
      () => setState('made'),
      () => setState('failed'),
    )
  }
  const data = (): void =>
    site.download(
      `horeca1-${reference}.json`,
      'application/json',
      JSON.stringify({ assessment: view.assessment, answers: view.draft.file }, null, 2),
    )
  return (
    <Fold id="proof" title={text.title} short={text.short}>
      <p>{text.hint}</p>
      <div role="status">
        {state === 'busy' && <p>{text.busy} …</p>}
        {state === 'made' && <Alert kind="ok">{text.made}</Alert>}
        {state === 'failed' && <Alert kind="error">{text.failed}</Alert>}
      </div>
      <p className="buttons">
        <Button look="secondary" aria-disabled={state === 'busy'} onClick={press}>
          {text.make}
        </Button>
        <Button look="secondary" onClick={data}>
          {text.data}
        </Button>
      </p>
    </Fold>
  )
}
