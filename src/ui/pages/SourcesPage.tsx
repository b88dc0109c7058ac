import { type OpenPoint, openPoints } from '../../engine/open-points.ts'
import { Screen } from '../parts/Screen.tsx'
import { Sideways } from '../parts/Sideways.tsx'
import { useDraft, useJourney } from '../use-journey.ts'

/** Everything in the rules of this town that is not certain: not read at its source, not known, or of an earlier year. Made from the rules. */
export function SourcesPage() {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { variant, assessment } = view
  const points = openPoints(variant, assessment.dates.filing, lang)
  const parts = [...groupedBy(points, (point) => point.part)]
  return (
    <Screen title={words.sources.title}>
      <p className="lead">{words.sources.rules(variant.name, variant.ruleSet.id, variant.ruleSet.version)}</p>
      {points.length === 0 ? (
        <p>{words.sources.none}</p>
      ) : (
        <>
          <p>{words.sources.intro(points.length)}</p>
          <p className="quiet">{words.sources.legend}</p>
        </>
      )}
      {parts.map(([part, own]) => (
        <div key={part}>
          <h2 className="utrecht-heading-2" id={`open-${part}`}>
            {words.sources.parts[part]}
          </h2>
          {[...groupedBy(own, (point) => point.within)].map(([form, group], index) =>
            form === null ? (
              <Points key="all" points={group} label={`open-${part}`} />
            ) : (
              <details key={form} className="fold">
                <summary id={`open-${part}-${index}`}>
                  {form}: {words.sources.points(group.length)}
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
  const { words, site } = useJourney()
  const layer = (id: string): string => (id === 'base' ? words.sources.base : (site.towns.find((town) => town.id === id)?.name ?? id))
  return (
    <Sideways label={label}>
      <table className="utrecht-table utrecht-table--html-table">
        <thead>
          <tr>
            <th scope="col">{words.sources.what}</th>
            <th scope="col">{words.sources.value}</th>
            <th scope="col">{words.sources.source}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={[point.state, point.origin.file, point.origin.line, point.what, point.value].join('|')}>
              <th scope="row">{point.what}</th>
              <td>
                {point.value ?? words.sources.noValue}
                <br />
                <span className="aside">{words.sources.states[point.state]}</span>
              </td>
              <td className="source">
                {point.source ?? words.sources.noSource}
                <br />
                <span className="aside">{layer(point.origin.layer)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  )
}

function groupedBy<K>(points: readonly OpenPoint[], keyOf: (point: OpenPoint) => K): Map<K, OpenPoint[]> {
  const groups = new Map<K, OpenPoint[]>()
  for (const point of points) groups.set(keyOf(point), [...(groups.get(keyOf(point)) ?? []), point])
  return groups
}
