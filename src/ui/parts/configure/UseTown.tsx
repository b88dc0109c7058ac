import { useState } from 'react'
import { wordsIn } from '../../../model/lang.ts'
import { pdfAddress } from '../../../model/official/pdf-address.ts'
import { townText } from '../../../model/packed/town-file.ts'
import { problemText } from '../../problem-text.ts'
import { CONFIGURE } from '../../text/later/clerk/configure.ts'
import { useJourney } from '../../use-journey.ts'
import { Checkbox } from '../form/Checkbox.tsx'
import { Alert } from '../frame/Alert.tsx'
import { Button } from '../frame/Button.tsx'
import { beginTrial } from './begin-trial.ts'
import type { Work } from './workbench.ts'

/** The view of the applicant, and the file for the site: both once there are no errors. */
export function UseTown({ work: { bench, judged, pdfs } }: { work: Work }) {
  const { file = null, fits = false, town = '', officials = [] } = judged ?? {}
  const { words, lang, site, go } = useJourney()
  const text = wordsIn(CONFIGURE, lang)
  const [part, setPart] = useState(town)
  const [only, setOnly] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const places = file?.towns.map(({ place }) => place) ?? []
  const chosen = places.some(({ id }) => id === part) ? part : town
  const view = async (): Promise<void> => {
    if (!file) return
    try {
      await bench?.lend(pdfs)
      go(await beginTrial(site, file, chosen))
    } catch (error) {
      setProblem(problemText(words, error))
    }
  }
  return (
    <section aria-labelledby="use-town">
      <h2 className="utrecht-heading-2" id="use-town">
        {text.use}
      </h2>
      {!file && <p>{text.useLater}</p>}
      {file && !fits && <Alert kind="error">{text.unfit}</Alert>}
      {file && fits && (
        <>
          <p>{text.viewHint}</p>
          {places.length > 1 && (
            <div className="utrecht-form-field field">
              <label className="utrecht-form-label field__label" htmlFor="trial-part">
                {text.viewOf}
              </label>
              <select className="select" id="trial-part" value={chosen} onChange={(event) => setPart(event.target.value)}>
                {places.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
          )}
          <p className="buttons">
            <Button look="secondary" onClick={() => void view()}>
              {text.view}
            </Button>
          </p>
          <div role="alert">{problem !== null && <Alert kind="error">{problem}</Alert>}</div>
          <Checkbox id="only-this-town" label={text.only} hint={text.onlyHint} checked={only} onChange={setOnly} />
          <p className="buttons">
            <Button onClick={() => site.download('town.json', 'application/json', townText({ ...file, only }))}>{text.download}</Button>
          </p>
          <p>{text.put}</p>
          {officials.length > 0 && (
            <>
              <p>{text.putPdfs}</p>
              <ul className="bench-list">
                {officials.map((digest) => (
                  <OfficialFile key={digest} digest={digest} bytes={pdfs.get(digest)} />
                ))}
              </ul>
            </>
          )}
          {site.languages.length > 0 && <p className="quiet">{text.noLanguages(site.languages.map(({ name }) => name).join(', '))}</p>}
        </>
      )}
    </section>
  )
}

/** A fillable PDF that a form of the town stands on, under the name by which the site looks for it. */
function OfficialFile({ digest, bytes }: { digest: string; bytes: Uint8Array | undefined }) {
  const { lang, site } = useJourney()
  const text = wordsIn(CONFIGURE, lang)
  const address = pdfAddress(digest)
  const name = address.slice(address.lastIndexOf('/') + 1)
  return (
    <li>
      <span className="bench-list__name">{address}</span>
      {bytes ? (
        <Button look="subtle" aria-label={`${text.save}: ${name}`} onClick={() => site.download(name, 'application/pdf', bytes)}>
          {text.save}
        </Button>
      ) : (
        text.pdfIsThere
      )}
    </li>
  )
}
