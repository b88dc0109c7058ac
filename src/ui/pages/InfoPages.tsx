import { notices } from 'virtual:horeca1/notices'
import type { Place } from '../../machine/place.ts'
import { Screen } from '../parts/frame/Screen.tsx'
import { useJourney } from '../use-journey.ts'

export function InfoPage({ page }: { page: Extract<Place, { kind: 'info' }>['page'] }) {
  const { words, lang, session } = useJourney()
  const town = session?.view().variant
  const ofTown = page === 'notices' ? [] : (town?.branding[page] ?? [])
  const { name, phone, email, web } = town?.contact ?? {}
  const office = [name, phone, email, web].filter(Boolean).join(', ')
  const text = { privacy: words.info.privacyText, accessibility: words.info.accessibilityText, notices: words.info.noticesText }[page]
  return (
    <Screen title={words.info[page]}>
      {text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {town && ofTown.length > 0 && (
        <>
          <h2 className="utrecht-heading-2">{town.name}</h2>
          {ofTown.map((paragraph) => (
            <p key={paragraph.nl}>{paragraph[lang]}</p>
          ))}
          {office !== '' && <p>{words.info.tell(office)}</p>}
        </>
      )}
      {page === 'notices' && <Notices />}
    </Screen>
  )
}

/** Each licence text once, folded behind the names of the packages under it. */
function Notices() {
  const { words } = useJourney()
  return (
    <>
      <ul className="utrecht-unordered-list">
        <li>
          <a className="utrecht-link" href="notices.txt">
            {words.info.noticesFile}
          </a>
        </li>
        <li>
          <a className="utrecht-link" href="sbom.cdx.json">
            {words.info.billOfMaterials}
          </a>
        </li>
      </ul>
      {notices.map(({ packages, text }) => (
        <details key={packages[0]?.name} className="why">
          <summary>
            {packages.map(({ name, version }) => `${name} ${version}`).join(', ')} ({packages[0]?.licence})
          </summary>
          <pre className="notice" lang="en">
            {text}
          </pre>
        </details>
      ))}
    </>
  )
}
