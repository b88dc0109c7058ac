import { say } from '../../engine/print.ts'
import { Screen } from '../parts/Screen.tsx'
import { useDraft, useJourney } from '../use-journey.ts'

export function InfoPage({ page }: { page: 'privacy' | 'accessibility' }) {
  const { words } = useJourney()
  const text = page === 'privacy' ? words.info.privacyText : words.info.accessibilityText
  return (
    <Screen title={words.info[page]}>
      {text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </Screen>
  )
}

/** Every value of this town that nobody read at its source. */
export function SourcesPage() {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { variant } = view
  const open = [
    ...variant.parameters.flatMap((parameter) =>
      parameter.values
        .filter((value) => value.unverified || value.value === null)
        .map((value) => ({
          what: say(parameter.label, lang),
          value: value.value === null ? '?' : String(value.value),
          source: value.source,
        })),
    ),
    ...variant.fees.flatMap((fee) =>
      fee.amounts
        .filter((amount) => amount.unverified || amount.amount === null)
        .map((amount) => ({ what: say(fee.label, lang), value: amount.amount?.source ?? '?', source: amount.source })),
    ),
  ]
  return (
    <Screen title={words.sources.title}>
      <p className="lead">
        {variant.name}, {variant.ruleSet.id} {variant.ruleSet.version}
      </p>
      {open.length === 0 ? (
        <p>{words.sources.none}</p>
      ) : (
        <>
          <p id="sources-intro">{words.sources.intro}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard (WCAG 2.1.1) */}
          <section className="scroll" tabIndex={0} aria-labelledby="sources-intro">
            <table className="utrecht-table utrecht-table--html-table">
              <thead>
                <tr>
                  <th scope="col">{words.sources.what}</th>
                  <th scope="col">{words.sources.value}</th>
                  <th scope="col">{words.sources.source}</th>
                </tr>
              </thead>
              <tbody>
                {open.map((line, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown, and lines may be alike
                  <tr key={index}>
                    <th scope="row">{line.what}</th>
                    <td>{line.value}</td>
                    <td>{line.source ?? words.sources.noSource}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </Screen>
  )
}
