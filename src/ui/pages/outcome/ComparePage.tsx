import { useEffect, useState } from 'react'
import { reassessIn } from '../../../draft/other-rules/reassess-in.ts'
import type { Place } from '../../../machine/place.ts'
import { wordsIn } from '../../../model/lang.ts'
import type { Variant } from '../../../model/variant.ts'
import { Alert } from '../../parts/frame/Alert.tsx'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { Table } from '../../parts/frame/Table.tsx'
import { type ComparedGroup, sideBySide } from '../../parts/outcome/side-by-side.ts'
import { COMPARE } from '../../text/later/compare.ts'
import { useDraft, useJourney } from '../../use-journey.ts'

/** More columns than this are unreadable side by side. */
const MOST = 3

/** The same answers in other towns and districts: their rules are fetched when chosen, and the draft stays as it is. */
export function ComparePage({ place }: { place: Extract<Place, { kind: 'compare' }> }) {
  const { words, lang, site, go } = useJourney()
  const { view } = useDraft()
  const { application, variant, assessment } = view
  const chosen = place.towns.filter((id) => id !== variant.id && site.towns.some((town) => town.id === id)).slice(0, MOST)
  const { variants, failed } = useTowns(chosen)
  const others = variants.map((other) => ({ variant: other, ...reassessIn(application, other) }))
  const columns = [{ variant, assessment, notUsed: 0 }, ...others]
  const waiting = chosen.length - variants.length - failed.length
  const toggle = (id: string, on: boolean): void =>
    go({ ...place, towns: on ? [...chosen, id] : chosen.filter((each) => each !== id) }, 'replace')
  return (
    <Screen
      title={wordsIn(COMPARE, lang).title}
      above={
        <p className="kicker">
          <Link to={{ kind: 'outcome', draft: place.draft }}>{wordsIn(COMPARE, lang).back}</Link>
        </p>
      }
    >
      <p className="lead">{wordsIn(COMPARE, lang).intro(variant.name)}</p>
      <fieldset className="utrecht-form-fieldset group no-print">
        <legend className="utrecht-form-fieldset__legend group__legend">{wordsIn(COMPARE, lang).choose(MOST)}</legend>
        <div className="towns">
          {site.towns
            .filter((town) => town.id !== variant.id)
            .map((town) => (
              <label key={town.id} className="option option--inline" htmlFor={`with-${town.id}`}>
                <input
                  type="checkbox"
                  id={`with-${town.id}`}
                  className="utrecht-checkbox utrecht-checkbox--html-input"
                  checked={chosen.includes(town.id)}
                  disabled={!chosen.includes(town.id) && chosen.length >= MOST}
                  onChange={(event) => toggle(town.id, event.target.checked)}
                />
                <span>{town.name}</span>
              </label>
            ))}
        </div>
      </fieldset>
      <div role="status">
        {waiting > 0 && <p>{words.loading}</p>}
        {waiting === 0 && others.length > 0 && (
          <p>{wordsIn(COMPARE, lang).shown(columns.map((column) => column.variant.name).join(', '))}</p>
        )}
      </div>
      {failed.length > 0 && <Alert kind="error">{wordsIn(COMPARE, lang).failed}</Alert>}
      {others.map(
        (other) =>
          other.notUsed > 0 && (
            <p key={other.variant.id} className="quiet">
              {wordsIn(COMPARE, lang).notUsed(other.variant.name, other.notUsed)}
            </p>
          ),
      )}
      {others.length > 0 &&
        sideBySide(columns, words, lang).map((group) => (
          <Group key={group.key} group={group} names={columns.map((column) => column.variant.name)} />
        ))}
    </Screen>
  )
}

/** The rules of these towns, as they arrive. */
function useTowns(ids: readonly string[]): { variants: Variant[]; failed: string[] } {
  const { site, lang } = useJourney()
  const [loaded, setLoaded] = useState<Readonly<Record<string, Variant | null>>>({})
  const wanted = ids.join(' ')
  const key = (id: string): string => `${lang} ${id}`
  useEffect(() => {
    let gone = false
    for (const id of wanted.split(' ').filter(Boolean)) {
      const town = site.towns.find((each) => each.id === id)
      const note = (variant: Variant | null): void => {
        if (!gone) setLoaded((now) => ({ ...now, [`${lang} ${id}`]: variant }))
      }
      town?.load(lang).then(
        ({ variant }) => note(variant),
        () => note(null),
      )
    }
    return () => {
      gone = true
    }
  }, [site, wanted, lang])
  return { variants: ids.flatMap((id) => loaded[key(id)] ?? []), failed: ids.filter((id) => loaded[key(id)] === null) }
}

function Group({ group, names }: { group: ComparedGroup; names: readonly string[] }) {
  const { lang } = useJourney()
  const id = `compare-${group.key}`
  return (
    <>
      <h2 className="utrecht-heading-2" id={id}>
        {wordsIn(COMPARE, lang).groups[group.key]}
      </h2>
      <Table
        label={id}
        many
        even
        columns={[wordsIn(COMPARE, lang).what, ...names]}
        rows={group.rows.map((row) => ({
          key: row.key,
          differs: row.differs,
          head: (
            <>
              {row.label}
              {row.differs && <span className="compared__mark">{wordsIn(COMPARE, lang).differs}</span>}
            </>
          ),
          cells: row.cells,
        }))}
      />
    </>
  )
}
