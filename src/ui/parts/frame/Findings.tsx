import type { Finding } from '../../site.ts'
import { useJourney } from '../../use-journey.ts'

/** What is wrong in the rule files, shown above the page in development. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { words, lang } = useJourney()
  const serious = findings.filter((finding) => finding.severity !== 'note')
  if (serious.length === 0) return null
  return (
    <section className="findings" aria-labelledby="findings">
      <h2 id="findings" className="utrecht-heading-3">
        {words.findings} ({serious.length})
      </h2>
      <ul>
        {serious.map((finding) => (
          <li key={finding.text.en} className={finding.severity}>
            <strong>{words.severity[finding.severity]}</strong> {finding.text[lang]}
          </li>
        ))}
      </ul>
    </section>
  )
}
