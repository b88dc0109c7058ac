import { useState } from 'react'
import { filesOf } from '../../../draft/files/file-keys.ts'
import type { CopyLine } from '../../../engine/forms/copy-out.ts'
import { copyOut } from '../../../engine/forms/copy-out.ts'
import { coverage } from '../../../engine/forms/form-coverage.ts'
import { sendSheets } from '../../../engine/packet/send-sheets.ts'
import type { Place } from '../../../machine/place.ts'
import { wordsIn } from '../../../model/lang.ts'
import { Button } from '../../parts/frame/Button.tsx'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { CopyCard, useCopy } from '../../parts/send/CopyCard.tsx'
import { Files } from '../../parts/send/SendSheets.tsx'
import { keptFile } from '../../site.ts'
import { SEND_STEPS } from '../../text/later/packet/send-steps.ts'
import { useDraft, useJourney } from '../../use-journey.ts'

/** For a form on somebody else's site: the answers in the order of its boxes, each with a button to copy it and a tick. Ticks and place are kept. */
export function CopyOutPage({ place }: { place: Extract<Place, { kind: 'copy' }> }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const [said, say] = useState('')
  const forms = coverage(view.application)
  const sheet = sendSheets(view.application, forms).find((each) => each.licence === place.licence)
  const sections = copyOut(forms.filter((form) => form.licences.includes(place.licence)))
  const done = view.draft.copied[place.licence]?.done ?? []
  const lines = sections.flatMap((section) => section.lines)
  const left = lines.filter((line) => !done.includes(line.key))
  const [upload] = sheet?.steps.flatMap((step) => (step.kind === 'upload' ? [step] : [])) ?? []
  const title = sheet ? words.copy.title(sheet.name) : words.copy.none
  return (
    <Screen
      title={title}
      above={
        <p className="kicker">
          <Link to={{ kind: 'packet', draft: place.draft }}>{words.copy.back}</Link>
        </p>
      }
    >
      {lines.length === 0 ? (
        <p>{words.copy.nothing}</p>
      ) : (
        <>
          <p className="lead">{words.copy.intro}</p>
          <p>{words.copy.progress(lines.length - left.length, lines.length)}</p>
          <CopyCard sections={sections} licence={place.licence} say={say} />
        </>
      )}
      <div role="status" className="progress">
        {said}
      </div>
      {lines.length > 0 && (
        <details className="fold fold--part">
          <summary>
            <h2 className="utrecht-heading-3">{wordsIn(SEND_STEPS, lang).card.list(lines.length)}</h2>
          </summary>
          {sections.map((section) => (
            <section key={section.key} aria-labelledby={`copy-${section.key}`}>
              <h3 className="utrecht-heading-3" id={`copy-${section.key}`}>
                {section.title}
              </h3>
              <p className="quiet">{section.form}</p>
              <ol className="copy">
                {section.lines.map((line) => (
                  <Line key={line.key} line={line} licence={place.licence} done={done.includes(line.key)} say={say} />
                ))}
              </ol>
            </section>
          ))}
        </details>
      )}
      {upload && (
        <>
          <h2 className="utrecht-heading-2">{words.copy.files}</h2>
          <Files step={upload} />
          <OwnFiles keys={upload.documents.map(({ key }) => key)} />
        </>
      )}
    </Screen>
  )
}

const idOf = (line: CopyLine): string => `line-${line.key.replaceAll(/[^A-Za-z0-9]/g, '-')}`

function Line({ line, licence, done, say }: { line: CopyLine; licence: string; done: boolean; say: (text: string) => void }) {
  const { words } = useJourney()
  const { session, view } = useDraft()
  const { text, copy } = useCopy(licence, say)
  const id = idOf(line)
  return (
    <li className="copy__line" data-done={done}>
      <p className="copy__label" id={`${id}-label`}>
        <span className="copy__nr">{line.nr}</span> {line.label}
      </p>
      {line.text === null ? (
        <p className="copy__text">
          <Link to={{ kind: 'review', draft: view.draft.id }}>{words.copy.open}</Link>
        </p>
      ) : (
        <p className="copy__text" ref={text}>
          {line.text}
        </p>
      )}
      <div className="copy__actions">
        {line.text !== null && (
          <button
            type="button"
            id={id}
            className="utrecht-button utrecht-button--secondary-action"
            aria-label={`${words.copy.copy}: ${line.label}`}
            onClick={() => void copy(line, done)}
          >
            {words.copy.copy}
          </button>
        )}
        <label className="option option--inline" htmlFor={`${id}-done`}>
          <input
            type="checkbox"
            id={`${id}-done`}
            className="utrecht-checkbox utrecht-checkbox--html-input"
            aria-describedby={`${id}-label`}
            checked={done}
            onChange={(event) => {
              session.noteCopied(licence, line.key, event.target.checked)
              say(words.copy.ticked(line.label, event.target.checked))
            }}
          />
          <span>{words.copy.done}</span>
        </label>
      </div>
    </li>
  )
}

/** The applicant's own files, to save where the other site can find them. */
function OwnFiles({ keys }: { keys: readonly string[] }) {
  const { words, site } = useJourney()
  const { view } = useDraft()
  const { draft } = view
  const own = keys.flatMap((document) => filesOf(draft, document))
  if (own.length === 0) return null
  const save = async (key: string, name: string, type: string): Promise<void> => {
    const bytes = await keptFile(site, draft.id, key)
    if (bytes) site.download(name, type, bytes)
  }
  return (
    <p className="buttons">
      {own.map(({ key, file }) => (
        <Button key={key} look="secondary" onClick={() => void save(key, file.name, file.type)}>
          {words.copy.save(file.name)}
        </Button>
      ))}
    </p>
  )
}
