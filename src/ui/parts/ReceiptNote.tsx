import { factOf } from '../../draft/diff-answers.ts'
import type { Receipt, Wording } from '../../draft/other-rules/stored-receipt.ts'
import { formatAnswer } from '../../engine/answer-kinds/print-answer.ts'
import { localise, partyName } from '../../engine/forms/format.ts'
import { placeOfAnswer } from '../../machine/place-of.ts'
import { useDraft, useJourney } from '../use-journey.ts'
import { Alert } from './frame/Alert.tsx'
import { Button } from './frame/Button.tsx'
import { Link } from './frame/Link.tsx'
import { rowTitle } from './row-title.ts'

/** At most this many are named: a file may hold thousands. The file of the receipt holds them all. */
const SHOWN = 10

/** What newer rules did to the answers: kept, to look at again, without a place. Shown on every page until it is acknowledged. */
export function ReceiptNote({ receipt }: { receipt: Receipt }) {
  const { words, site } = useJourney()
  const { session, view } = useDraft()
  const { from, to, kept, recheck, parked } = receipt
  const save = (): void =>
    site.download(`horeca1-${view.draft.reference}-regels.json`, 'application/json', JSON.stringify(receipt, null, 2))
  const renewed = from !== '' && from !== to
  return (
    <Alert kind="info" title={renewed ? words.receipt.title : words.receipt.titleOfFile}>
      <p>{renewed ? words.receipt.renewed(from, to, kept) : words.receipt.kept(kept)}</p>
      {recheck.length > 0 && (
        <>
          <p>{words.receipt.recheck(recheck.length)}</p>
          <ul className="utrecht-unordered-list">
            {recheck.slice(0, SHOWN).map((each) => (
              <Reworded key={each.key} recheck={each} />
            ))}
          </ul>
          {recheck.length > SHOWN && <p>{words.keeping.andMore(recheck.length - SHOWN)}</p>}
        </>
      )}
      {parked.length > 0 && (
        <>
          <p>{words.receipt.parked(parked.length)}</p>
          <ul className="utrecht-unordered-list">
            {parked.slice(0, SHOWN).map(({ what, label, said }) => (
              <li key={what}>
                {label ?? <code>{what}</code>}: {said}
              </li>
            ))}
          </ul>
          {parked.length > SHOWN && <p>{words.keeping.andMore(parked.length - SHOWN)}</p>}
        </>
      )}
      <p className="buttons">
        <Button look="secondary" onClick={() => session.seenReceipt()}>
          {words.receipt.seen}
        </Button>
        <Button look="secondary" onClick={save}>
          {words.receipt.save}
        </Button>
      </p>
    </Alert>
  )
}

/** An answer to a question that was worded differently, with a link to it. */
function Reworded({ recheck: { key, was } }: { recheck: { readonly key: string; readonly was: Wording } }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { fact, row } = factOf(key)
  const question = view.variant.questions.find(({ id }) => id === fact)
  const answer = view.application.answers.values.get(key)
  if (!question || answer === undefined) return null
  const moved = was.label !== question.label.nl
  return (
    <li>
      <Link to={placeOfAnswer(view.application, view.draft.id, key, true)}>
        {localise(question.label, lang)}
        {row !== null && view.application.answers.rows.has(row) && ` (${rowTitle(view, row, lang, words)})`}
      </Link>
      : {formatAnswer(question, answer, lang, (id) => partyName(view.application, id))}.{' '}
      {moved ? words.receipt.wasAsked(was.label) : words.receipt.otherWords}
    </li>
  )
}
