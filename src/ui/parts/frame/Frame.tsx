import type { ReactNode } from 'react'
import type { Address, Place } from '../../../machine/place.ts'
import { addedLanguage } from '../../../model/lang.ts'
import { isOfTowns } from '../../site.ts'
import { useJourney } from '../../use-journey.ts'
import { Findings } from './Findings.tsx'
import { Link } from './Link.tsx'
import { TownMark } from './mark/TownMark.tsx'

const LANGUAGES = ['nl', 'en'] as const
/** Each in its own language, on every page. */
const NAMES = { nl: 'Nederlands', en: 'English' }

/** What surrounds every page: skip link, name, languages, footer. */
export function Frame({
  place,
  speak,
  children,
}: {
  place: Place
  speak: (language: Omit<Address, 'place'>) => void
  children: ReactNode
}) {
  const { words, site, session, href } = useJourney()
  const town = session?.view().variant
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: a skip link is a link; the part after # is the address of the page, so the jump is made here */}
      <a
        className="utrecht-skip-link utrecht-skip-link--visible-on-focus"
        href="#content"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('content')?.focus()
        }}
      >
        {words.skip}
      </a>
      <header className="head-line">
        <div className="head">
          <p className="head__name">
            <Link to={{ kind: 'start' }}>{words.product}</Link>
            {'draft' in place && town && (
              <span className="head__town">
                {town.branding.mark && <TownMark mark={town.branding.mark} />}
                {town.name}
              </span>
            )}
          </p>
          <Languages speak={speak} />
        </div>
      </header>
      <div id="stages" className="stages-line" />
      {site.findings.length > 0 && <Findings findings={site.findings} />}
      <main id="content" tabIndex={-1} data-place={href(place)}>
        {children}
      </main>
      <Foot place={place} />
    </>
  )
}

function Languages({ speak }: { speak: (language: Omit<Address, 'place'>) => void }) {
  const { words, lang, site } = useJourney()
  const added = addedLanguage()
  const choices = [
    ...LANGUAGES.map((each) => ({ tag: each, name: NAMES[each], is: each === lang && !added, to: { lang: each } })),
    ...site.languages.map(({ tag, name }) => ({ tag, name, is: tag === added?.tag, to: { lang: 'en', added: tag } as const })),
  ]
  return (
    <nav aria-label={words.language} className="head__languages">
      {choices.map(({ tag, name, is, to }) => (
        <button
          key={tag}
          type="button"
          className="head__language"
          lang={tag}
          aria-current={is ? 'true' : undefined}
          onClick={() => speak(to)}
        >
          {name}
        </button>
      ))}
    </nav>
  )
}

function Foot({ place }: { place: Place }) {
  const { words, lang, site, session } = useJourney()
  const town = session?.view().variant
  // before a town is chosen, the site counts as the towns' own if all of them say so
  const ofTowns = isOfTowns(site)
  const foot = town?.branding.ofTown ? words.footer.ofTown(town.name) : !town && ofTowns ? words.footer.ofTowns : words.footer.notOfTown
  return (
    <footer className="foot">
      <div className="foot__in">
        <p>
          {foot}
          {town?.branding.footer && (
            <>
              <br />
              {town.branding.footer[lang]}
            </>
          )}
        </p>
        <ul className="foot__links">
          <li>
            <Link to={{ kind: 'info', page: 'privacy' }}>{words.footer.privacy}</Link>
          </li>
          <li>
            <Link to={{ kind: 'info', page: 'accessibility' }}>{words.footer.accessibility}</Link>
          </li>
          <li>
            <Link to={{ kind: 'info', page: 'notices' }}>{words.footer.notices}</Link>
          </li>
          {'draft' in place && (
            <li>
              <Link to={{ kind: 'sources', draft: place.draft }}>{words.footer.sources}</Link>
            </li>
          )}
        </ul>
      </div>
    </footer>
  )
}
