import type { ComparedTown } from '../../../authoring/configure/compare-town.ts'
import { formatDate } from '../../../engine/forms/format.ts'
import { wordsIn } from '../../../model/lang.ts'
import { CONFIGURE } from '../../text/later/clerk/configure.ts'
import type { Judged } from '../../towns/town-bench.ts'
import { useJourney } from '../../use-journey.ts'
import { Button } from '../frame/Button.tsx'
import { Table } from '../frame/Table.tsx'
import type { Work } from './workbench.ts'

/** What these files change: of the municipality, then of each district what is its own. */
export function TownChangesList({
  judged,
  changes,
  isBusy,
  onCompare,
}: {
  judged: Judged
  changes: Work['changes']
  isBusy: boolean
  onCompare: () => void
}) {
  const { lang } = useJourney()
  const text = wordsIn(CONFIGURE, lang)
  const told = changes?.lang === lang ? changes.told : null
  return (
    <section aria-labelledby="town-changes">
      <h2 className="utrecht-heading-2" id="town-changes">
        {text.changes}
      </h2>
      {!told && judged.file === null && <p>{text.noChangesYet}</p>}
      {!told && judged.file !== null && isBusy && <p>{text.busy.comparing} …</p>}
      {!told && judged.file !== null && !isBusy && (
        <>
          <p>{text.notCompared}</p>
          <p className="buttons">
            <Button look="secondary" onClick={onCompare}>
              {text.compare}
            </Button>
          </p>
        </>
      )}
      {told && told.towns.length === 0 && told.gone.length === 0 && <p>{text.noChanges}</p>}
      {told && told.gone.length > 0 && <p>{text.gone(told.gone.map(({ name }) => name))}</p>}
      {told?.towns.map((town) => (
        <ChangedTown key={town.id} town={town} isTown={town.id === judged.town} />
      ))}
    </section>
  )
}

function ChangedTown({ town, isTown }: { town: ComparedTown; isTown: boolean }) {
  const { lang } = useJourney()
  const text = wordsIn(CONFIGURE, lang)
  const { id, name, date, sections, outcomes, businesses } = town
  const day = formatDate(date, lang)
  const compared = { itself: text.comparedItself(day), base: text.comparedBase(day), municipality: text.comparedTown }[town.with]
  return (
    <>
      <h3 className="utrecht-heading-3">{name}</h3>
      <p>{compared}</p>
      {sections.map(({ title, rows }, index) => {
        const heading = `changed-${id.replaceAll('/', '-')}-${index}`
        return (
          <div key={title}>
            <h4 className="utrecht-heading-4" id={heading}>
              {title}
            </h4>
            <Table
              label={heading}
              columns={[text.what, text.was[town.with], text.becomes]}
              rows={rows.map(({ what, was, becomes }, row) => ({ key: `${row} ${what}`, head: what, cells: [was, becomes] }))}
            />
          </div>
        )
      })}
      {outcomes.length > 0 && (
        <details className="fold" open={isTown}>
          <summary>
            {text.outcomes} ({outcomes.length})
          </summary>
          <ul className="utrecht-unordered-list">
            {outcomes.map(({ file, lines }) => (
              <li key={file}>
                <strong>{file.slice(file.lastIndexOf('/') + 1)}</strong>
                <ul className="utrecht-unordered-list">
                  {lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </details>
      )}
      {businesses && (
        <details className="fold">
          <summary>
            {text.businesses}: {businesses.short}
          </summary>
          <ul className="utrecht-unordered-list">
            {businesses.totals.map((line) => (
              <li key={line}>{line}</li>
            ))}
            {businesses.changes.map(({ what, whom }) => (
              <li key={`${what} ${whom}`}>
                {what}
                <br />
                <span className="quiet">{whom}</span>
              </li>
            ))}
            {businesses.rest !== null && <li>{businesses.rest}</li>}
          </ul>
        </details>
      )}
    </>
  )
}
