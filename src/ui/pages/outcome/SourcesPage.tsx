import { type OpenPoint, openPoints } from '../../../engine/why/open-points.ts'
import { wordsIn } from '../../../model/lang.ts'
import { Screen } from '../../parts/frame/Screen.tsx'
import { Table } from '../../parts/frame/Table.tsx'
import { SOURCES } from '../../text/later/sources.ts'
import { useDraft, useJourney } from '../../use-journey.ts'

/** Everything in the rules of this town that is not certain: not read at its source, not known, or of an earlier year. Made from the rules. */
export function SourcesPage() {
  const { lang } = useJourney()
  const { view } = useDraft()
  const { variant, assessment } = view
  const points = openPoints(variant, assessment.dates.filing, lang)
  const parts = [...groupedBy(points, (point) => point.part)]
  return (
    <Screen title={wordsIn(SOURCES, lang).title}>
      <p className="lead">{wordsIn(SOURCES, lang).rules(variant.name, variant.ruleSet.id, variant.ruleSet.version)}</p>
      {points.length === 0 ? (
        <p>{wordsIn(SOURCES, lang).none}</p>
      ) : (
        <>
          <p>{wordsIn(SOURCES, lang).intro(points.length)}</p>
          <p className="quiet">{wordsIn(SOURCES, lang).legend}</p>
        </>
      )}
      {parts.map(([part, own]) => (
        <div key={part}>
          <h2 className="utrecht-heading-2" id={`open-${part}`}>
            {wordsIn(SOURCES, lang).parts[part]}
          </h2>
          {[...groupedBy(own, (point) => point.within)].map(([form, group], index) =>
            form === null ? (
              <Points key="all" points={group} label={`open-${part}`} />
            ) : (
              <details key={form} className="fold">
                <summary id={`open-${part}-${index}`}>
                  {form}: {wordsIn(SOURCES, lang).points(group.length)}
                </summary>
                <Points points={group} label={`open-${part}-${index}`} />
              </details>
            ),
          )}
        </div>
      ))}
    </Screen>
  )
}

function Points({ points, label }: { points: readonly OpenPoint[]; label: string }) {
  const { lang, site } = useJourney()
  const layer = (id: string): string =>
    id === 'base' ? wordsIn(SOURCES, lang).base : (site.towns.find((town) => town.id === id)?.name ?? id)
  return (
    <Table
      label={label}
      columns={[wordsIn(SOURCES, lang).what, wordsIn(SOURCES, lang).value, wordsIn(SOURCES, lang).source]}
      rows={points.map((point, at) => ({
        key: String(at),
        head: point.what,
        cells: [
          <Cell key="value" text={point.value ?? wordsIn(SOURCES, lang).noValue} aside={wordsIn(SOURCES, lang).states[point.state]} />,
          <Cell key="source" text={point.source ?? wordsIn(SOURCES, lang).noSource} aside={layer(point.origin.layer)} />,
        ],
      }))}
    />
  )
}

const Cell = ({ text, aside }: { text: string; aside: string }) => (
  <>
    {text}
    <br />
    <span className="aside">{aside}</span>
  </>
)

function groupedBy<K>(points: readonly OpenPoint[], keyOf: (point: OpenPoint) => K): Map<K, OpenPoint[]> {
  const groups = new Map<K, OpenPoint[]>()
  for (const point of points) groups.set(keyOf(point), [...(groups.get(keyOf(point)) ?? []), point])
  return groups
}
