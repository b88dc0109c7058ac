import { useActorRef, useSelector } from '@xstate/react'
import { useCallback, useEffect, useMemo } from 'react'
import { readAddress, writeAddress } from '../machine/place.ts'
import { addedLanguage, type Lang, speak } from '../model/lang.ts'
import { journeyOf } from './journey-of.ts'
import { StartPage } from './pages/StartPage.tsx'
import { fetched } from './parts/frame/Fetched.tsx'
import { Frame } from './parts/frame/Frame.tsx'
import { Guard, Trouble } from './parts/frame/Trouble.tsx'
import { problemName, problemText } from './problem-text.ts'
import { showDraft } from './shown-draft.ts'
import { type Session, type Site, tagsOf, townOfDraft } from './site.ts'
import { isLoaded, loadText, textIn } from './text.ts'
import { type Journey, JourneyContext } from './use-journey.ts'

// the first visit needs only the start page: the rest is loaded lazily, and prefetched while the visitor reads
const DraftPages = fetched(() => import('./pages/DraftPages.tsx').then((module) => module.DraftPages))
const VerifyPage = fetched(() => import('./pages/VerifyPage.tsx').then((module) => module.VerifyPage))
const ConfigurePage = fetched(() => import('./pages/ConfigurePage.tsx').then((module) => module.ConfigurePage))
const InfoPage = fetched(() => import('./pages/InfoPages.tsx').then((module) => module.InfoPage))

/** The whole site: the address says where we are, the draft what was answered, the journey what happens. */
export function App({ site }: { site: Site }) {
  const { machine, fetchAhead } = useMemo(() => journeyOf(site), [site])
  const journey = useActorRef(machine, { input: { asked: readAddress(location.hash, tagsOf(site)) } })
  const { lang } = useSelector(journey, ({ context }) => context.asked)
  const place = useSelector(journey, ({ context }) => context.place)
  const problem = useSelector(journey, ({ context }) => context.problem)
  const session = useSelector(journey, ({ context }) => context.open?.session ?? null)
  const isOpening = useSelector(journey, (state) => state.matches('opening'))

  const visit = useAddress(site, journey)
  useLanguage(lang)
  useLeaving(session)
  useFetchingAhead(site, session !== null, fetchAhead)
  const { colours, fontStack } = session?.view().variant.branding ?? {}
  useEffect(() => applyTheme(colours, fontStack), [colours, fontStack])

  const context = useContextOf(site, journey, session, visit)
  const words = textIn(lang)
  const loading = <p aria-busy="true">{words.loading}</p>
  return (
    <JourneyContext value={context}>
      <Frame place={place} speak={(next) => (location.hash = writeAddress({ ...next, place }))}>
        <Trouble />
        <Guard key={writeAddress({ lang: 'nl', place })}>
          {isOpening ? (
            loading
          ) : place.kind === 'start' ? (
            <StartPage problem={problem && problemText(words, problem)} retry={problemName(problem) === 'offline' ? visit : null} />
          ) : place.kind === 'info' ? (
            <InfoPage page={place.page} />
          ) : place.kind === 'verify' ? (
            <VerifyPage />
          ) : place.kind === 'configure' ? (
            <ConfigurePage />
          ) : session ? (
            <DraftPages place={place} />
          ) : (
            loading
          )}
        </Guard>
      </Frame>
    </JourneyContext>
  )
}

type Machine = Journey['journey']

/** Follows the address: links, the back button and reloads all end up here. Returns what goes to the address as it is now. */
function useAddress(site: Site, journey: Machine): () => void {
  const visit = useCallback((): void => {
    const address = readAddress(location.hash, tagsOf(site))
    const { lang: wanted } = address
    const entry = site.languages.find(({ tag }) => tag === address.added)
    const session = journey.getSnapshot().context.open?.session
    const show = (): void => journey.send({ type: 'VISIT', address: readAddress(location.hash, tagsOf(site)) })
    const speaksAnother = addedLanguage()?.tag !== address.added
    const view = session?.view()
    const town = view && (speaksAnother || view.application.lang !== wanted) ? townOfDraft(site, view.draft) : undefined
    // if texts cannot be fetched, the page falls back to Dutch and the next press tries again
    if (isLoaded(wanted) && !town && !speaksAnother) show()
    else
      void Promise.all([entry?.load() ?? null, loadText(wanted)])
        .then(async ([language]) => {
          const rules = await town?.load(wanted, language)
          speak(language)
          if (rules) session?.setLang(wanted, rules.variant)
        })
        .then(show, show)
  }, [journey, site])
  useEffect(() => {
    visit()
    window.addEventListener('hashchange', visit)
    return () => window.removeEventListener('hashchange', visit)
  }, [visit])
  return visit
}

/** Says in which language the page is. */
function useLanguage(lang: Lang): void {
  const { tag, dir } = addedLanguage() ?? { tag: lang, dir: '' }
  useEffect(() => {
    Object.assign(document.documentElement, { lang: tag, dir })
  }, [tag, dir])
}

/** Keeps the draft when the page goes, and catches up on other tabs when it comes back. */
function useLeaving(session: Session | null): void {
  useEffect(() => {
    // the only listener, so that the order is fixed: pages hand over their fields, that is noted, then the notes are merged into the draft
    const leave = (): void => session?.leave()
    const back = (): void => void session?.catchUp()
    const turn = (): void => {
      if (document.visibilityState === 'visible') back()
      else {
        leave()
        void session?.flush()
      }
    }
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', back)
    document.addEventListener('visibilitychange', turn)
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', back)
      document.removeEventListener('visibilitychange', turn)
    }
  }, [session])
}

/** Fetches what comes next while the visitor reads. */
function useFetchingAhead(site: Site, hasDraft: boolean, fetchAhead: () => Promise<unknown>): void {
  useEffect(() => site.later(() => void loadText('en').catch(() => undefined), 2000), [site])
  useEffect(
    () => site.later(() => void Promise.all([fetchAhead().catch(() => undefined), DraftPages.ahead(), InfoPage.ahead()]), 1000),
    [site, fetchAhead],
  )
  useEffect(() => (hasDraft ? site.later(site.preparePacket, 3000) : undefined), [site, hasDraft])
}

/** What every page has access to. */
function useContextOf(site: Site, journey: Machine, session: Session | null, visit: () => void): Journey {
  const { lang, added } = useSelector(journey, ({ context }) => context.asked)
  const shown = useMemo(() => session && showDraft(session), [session])
  const spoken = useMemo(() => ({ lang, ...(added !== undefined && { added }) }), [lang, added])
  return useMemo(
    (): Journey => ({
      site,
      lang,
      journey,
      shown,
      href: (to) => writeAddress({ ...spoken, place: to }),
      go: (to, how = 'push') => {
        // in the language that the address has now: another may have been chosen since this page was drawn
        const address = writeAddress({ ...readAddress(location.hash, tagsOf(site)), place: to })
        if (how === 'replace' || address === location.hash) history.replaceState(null, '', address)
        else history.pushState(null, '', address)
        // synchronously: an answer given on the way out is rendered on the next page, not on this one first
        visit()
      },
    }),
    [site, lang, spoken, journey, shown, visit],
  )
}

const GENERIC: ReadonlySet<string> = new Set(['sans-serif', 'serif', 'system-ui'])

/** Applies the colours and typeface that the town defines; everything else comes from the theme of the site. */
function applyTheme(colours: Readonly<Record<string, string>> | undefined, fontStack: readonly string[] = []): void {
  const { style } = document.documentElement
  // typefaces installed on the device only: none is fetched
  const stack = fontStack.map((name) => (GENERIC.has(name) ? name : `"${name}"`)).join(', ')
  if (stack) style.setProperty('--basis-text-font-family-default', stack)
  else style.removeProperty('--basis-text-font-family-default')
  for (const name of ['primary', 'onPrimary']) {
    const value = colours?.[name]
    if (value) style.setProperty(`--town-${name}`, value)
    else style.removeProperty(`--town-${name}`)
  }
}
