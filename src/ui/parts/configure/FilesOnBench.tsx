import { useState } from 'react'
import type { Unplaced } from '../../../authoring/configure/place-files.ts'
import { encodingOf } from '../../../model/files/encoding.ts'
import { wordsIn } from '../../../model/lang.ts'
import { fromBase64 } from '../../../model/util/bytes/base64.ts'
import { CONFIGURE } from '../../text/later/clerk/configure.ts'
import { isMany } from '../../towns/is-many.ts'
import { useJourney } from '../../use-journey.ts'
import { FileButton } from '../files/FileButton.tsx'
import { chosenFiles, droppedFiles } from '../files/given-files.ts'
import { Alert } from '../frame/Alert.tsx'
import { Button } from '../frame/Button.tsx'
import { TownSearch } from '../TownSearch.tsx'
import type { Work, Workbench } from './workbench.ts'

/** So many files that are not read are named; of more it says how many. */
const MOST_NAMED = 8

/** The files of a municipality: chosen, dropped, or those of the site to begin with. Each that is given again takes the place of the one before. */
export function FilesOnBench({ work, bench }: { work: Work; bench: Workbench }) {
  const { lang } = useJourney()
  const text = wordsIn(CONFIGURE, lang)
  const { placed, unplaced } = work
  const choose = (files: readonly File[]): void => {
    if (files.length > 0) void bench.give(chosenFiles(files), lang)
  }
  return (
    <section aria-labelledby="bench-files">
      <h2 className="utrecht-heading-2" id="bench-files">
        {text.files}
      </h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping files is an extra way; the buttons inside do the same by keyboard */}
      <div
        className="drop bench-drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          void bench.give(droppedFiles(event.dataTransfer), lang)
        }}
      >
        <div className="bench-buttons">
          <FileButton id="town-folder" folder onChoose={choose}>
            {text.chooseFolder}
          </FileButton>
          <FileButton id="town-files" multiple accept=".yaml,.yml,.svg,.png,.pdf" onChoose={choose}>
            {text.chooseFiles}
          </FileButton>
        </div>
        <p className="quiet">{text.drop}</p>
      </div>
      <ShippedTowns work={work} onTake={(id) => void bench.takeShipped(id, lang)} />
      {placed.files.size > 0 && <FileList work={work} onRemove={(place) => void bench.remove(place, lang)} />}
      {unplaced.length > 0 && (
        <Alert kind="warning" title={text.notRead}>
          <ul className="utrecht-unordered-list">
            {unplaced.slice(0, MOST_NAMED).map((each) => (
              <li key={`${each.why} ${each.path}`}>{sayUnplaced(each, text)}</li>
            ))}
            {unplaced.length > MOST_NAMED && <li>{text.moreNotRead(unplaced.length - MOST_NAMED)}</li>}
          </ul>
        </Alert>
      )}
      {placed.files.size > 0 && (
        <p className="buttons">
          <Button look="secondary" onClick={bench.clear}>
            {text.clear}
          </Button>
        </p>
      )}
    </section>
  )
}

/** What lies there: each file can be saved and taken away. */
function FileList({ work: { placed, pdfs }, onRemove }: { work: Work; onRemove: (place: string) => void }) {
  const { lang, site } = useJourney()
  const text = wordsIn(CONFIGURE, lang)
  /** The bytes of a PDF that was given; one of the site itself is there already. */
  const pdfOf = (place: string, content: string): Uint8Array | null =>
    place.endsWith('.pdf') ? ([...pdfs].find(([digest]) => content.includes(digest))?.[1] ?? null) : null
  const saveFile = (place: string, content: string): void => {
    const name = place.slice(place.lastIndexOf('/') + 1)
    const pdf = pdfOf(place, content)
    if (pdf) site.download(name, 'application/pdf', pdf)
    else if (encodingOf(place) === 'base64') site.download(name, 'image/png', fromBase64(content))
    else site.download(name, 'text/plain', content)
  }
  return (
    <details className="fold" open={placed.files.size < 6}>
      <summary>
        {placed.town === null ? '' : `${placed.town}: `}
        {text.onBench(placed.files.size)}
      </summary>
      <ul className="bench-list">
        {[...placed.files].map(([place, content]) => (
          <li key={place}>
            <span className="bench-list__name">{place}</span>
            {(!place.endsWith('.pdf') || pdfOf(place, content)) && (
              <Button look="subtle" aria-label={`${text.save}: ${place}`} onClick={() => saveFile(place, content)}>
                {text.save}
              </Button>
            )}
            <Button look="subtle" aria-label={`${text.remove}: ${place}`} onClick={() => onRemove(place)}>
              {text.remove}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

const sayUnplaced = (each: Unplaced, text: (typeof CONFIGURE)['nl' | 'en']): string =>
  each.why === 'severalTowns' ? text.severalTowns(each.folders) : text[each.why](each.path)

/** A municipality of this site to begin with. */
function ShippedTowns({ work: { bench }, onTake }: { work: Work; onTake: (id: string) => void }) {
  const { lang } = useJourney()
  const text = wordsIn(CONFIGURE, lang)
  const [chosen, setChosen] = useState('')
  const towns = bench?.shipped ?? []
  if (towns.length === 0) return null
  return (
    <div className="utrecht-form-field field">
      <label className="utrecht-form-label field__label" htmlFor="shipped-town">
        {text.shipped}
      </label>
      <div className="bench-buttons">
        {isMany(towns) ? (
          <TownSearch
            id="shipped-town"
            towns={towns.filter(({ example }) => !example)}
            examples={towns.filter(({ example }) => example)}
            base={null}
            chosen={chosen}
            problem={undefined}
            onChoose={setChosen}
          />
        ) : (
          <select className="select" id="shipped-town" value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{text.pick}</option>
            {towns.map(({ id, name, example }) => (
              <option key={id} value={id}>
                {example ? text.example(name) : name}
              </option>
            ))}
          </select>
        )}
        <Button look="secondary" onClick={() => (chosen === '' ? document.getElementById('shipped-town')?.focus() : onTake(chosen))}>
          {text.take}
        </Button>
      </div>
    </div>
  )
}
