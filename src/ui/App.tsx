import { useMachine } from '@xstate/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { fromPromise } from 'xstate'
import type { Session } from '../draft/session.ts'
import { journey, type MadeFile, type MadePacket, type PacketPart, type PacketShape } from '../machine/journey.ts'
import { type Place, readAddress, writeAddress } from '../machine/place.ts'
import type { Lang } from '../model/lang.ts'
import type { PacketState } from './pages/PacketPage.tsx'
import { StartPage } from './pages/StartPage.tsx'
import { fetched } from './parts/frame/Fetched.tsx'
import { Frame } from './parts/frame/Frame.tsx'
import { Guard, Trouble } from './parts/frame/Trouble.tsx'
import { problemName, problemText } from './problem-text.ts'
import { removeDraft } from './remove-draft.ts'
import type { Site } from './site.ts'
import { isLoaded, loadText, textIn } from './text.ts'
import { JourneyContext } from './use-journey.ts'

// the first visit shows the start page: the rest comes when a draft is opened, and is fetched while the visitor reads
const loadPages = () => import('./pages/DraftPages.tsx')
const loadRoom = () => import('./draft-room.ts')
type Room = Awaited<ReturnType<typeof loadRoom>>
const DraftPages = fetched(() => loadPages().then((module) => module.DraftPages))
const InfoPage = fetched(() => import('./pages/InfoPages.tsx').then((module) => module.InfoPage))

/** The whole site: the address says where we are, the draft what was answered, the journey what happens. */
export function App({ site }: { site: Site }) {
  const [lang, setLang] = useState<Lang>(() => readAddress(location.hash).lang)
  const [session, setSession] = useState<Session | null>(null)
  const now = useRef({ session, lang, visited: '', room: null as Room | null, onProgress: (_part: PacketPart): void => {} })
  now.current = { ...now.current, session, lang }

  const machine = useMemo(
    () =>
      journey.provide({
        actors: {
          openDraft: fromPromise<void, { readonly draft: string }>(async ({ input }) => {
            const room = await loadRoom()
            const { session: before } = now.current
            await before?.flush()
            before?.close()
            const opened = await room.openDraft(site, input.draft, now.current.lang)
            // at once, and not at the next rendering: the journey asks who may stand where right after this
            now.current = { ...now.current, room, session: opened }
            setSession(opened)
          }),
          makePacket: fromPromise<MadePacket, { readonly as: PacketShape }>(async ({ input, signal }) => {
            const { room, session: open } = now.current
            if (!room || !open) throw new Error('no draft')
            const made: MadeFile[] = []
            for (const { content, enclosures, name, about, closed } of await room.filesOf(site, open, input.as))
              made.push({
                ...(closed ?? (await site.makePacket(content, enclosures, (part) => now.current.onProgress(part), signal))),
                name,
                about,
              })
            const [first] = made
            if (!first) throw new Error('no packet')
            return input.as === 'set' ? { ...first, set: made } : first
          }),
        },
      }),
    [site],
  )
  const ports = useMemo(
    () => ({
      isOpen: (draft: string) => now.current.session?.view().draft.id === draft,
      mayStand: (place: Place) => {
        const { room, session: open } = now.current
        return room && open ? room.mayStand(open, place) : place
      },
    }),
    [],
  )
  const [state, send] = useMachine(machine, { input: { ports } })
  const { place, problem } = state.context
  now.current.onProgress = (part) => send({ type: 'PROGRESS', part })

  // the address leads: links, the back button and a reload all arrive here
  const visit = useCallback((): void => {
    const show = (): void => {
      const address = readAddress(location.hash)
      now.current.visited = location.hash
      setLang(address.lang)
      now.current.session?.setLang(address.lang)
      send({ type: 'VISIT', place: address.place })
    }
    const { lang: wanted } = readAddress(location.hash)
    // texts that cannot be fetched: the page goes on in Dutch, and the next press tries again
    if (isLoaded(wanted)) show()
    else void loadText(wanted).then(show, show)
  }, [send])
  useEffect(() => site.later(() => void loadText('en').catch(() => undefined), 2000), [site])
  useEffect(() => {
    visit()
    window.addEventListener('hashchange', visit)
    return () => window.removeEventListener('hashchange', visit)
  }, [visit])

  // and follows when the journey thought better of it; only then: somebody may have gone on before this page was drawn
  useEffect(() => {
    const address = writeAddress({ lang: now.current.lang, place })
    const here = readAddress(location.hash)
    const isHere = location.hash === now.current.visited
    if (isHere && place.kind !== 'start' && here.place.kind !== 'start' && writeAddress({ ...here, lang: now.current.lang }) !== address) {
      history.replaceState(null, '', address)
      now.current.visited = location.hash
    }
    if ('draft' in place) now.current.session?.at(address)
  }, [place])

  useEffect(() => {
    document.documentElement.lang = lang
  }, [lang])
  useEffect(() => session?.subscribe(() => send({ type: 'ANSWERS_CHANGED' })), [session, send])
  useEffect(() => {
    // the one place that listens: the pages hand over what stands in their fields, then it is noted, then the draft is put together
    const leave = (): void => now.current.session?.leave()
    const back = (): void => void now.current.session?.catchUp()
    const turn = (): void => {
      if (document.visibilityState === 'visible') back()
      else {
        leave()
        void now.current.session?.flush()
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
  }, [])
  useEffect(
    () => site.later(() => void Promise.all([loadRoom().catch(() => undefined), DraftPages.ahead(), InfoPage.ahead()]), 1000),
    [site],
  )
  const begun = session !== null
  useEffect(() => (begun ? site.later(site.preparePacket, 3000) : undefined), [site, begun])
  const colours = session?.view().variant.branding.colours
  useEffect(() => applyTheme(colours), [colours])

  const context = useMemo(
    () => ({
      site,
      lang,
      session,
      href: (to: Place) => writeAddress({ lang, place: to }),
      go: (to: Place, how: 'push' | 'replace' = 'push') => {
        const address = writeAddress({ lang, place: to })
        if (how === 'replace' || address === location.hash) history.replaceState(null, '', address)
        else history.pushState(null, '', address)
        // at once: an answer given on the way out is drawn on the next page, not on this one first
        visit()
      },
    }),
    [site, lang, session, visit],
  )
  const packet: PacketState = {
    state: state.matches({ working: { packet: 'making' } })
      ? 'making'
      : state.matches({ working: { packet: 'failed' } })
        ? 'failed'
        : state.context.packet
          ? 'made'
          : 'ready',
    part: state.context.part,
    packet: state.context.packet,
    problem,
    make: (as) => send({ type: 'MAKE_PACKET', as }),
    stop: () => send({ type: 'STOP_PACKET' }),
    wipe: async () => {
      const gone = session?.view().draft.id
      if (gone === undefined) return
      // from here on this tab writes nothing; the other ones are told
      session?.close()
      await removeDraft(site, gone)
      setSession(null)
      context.go({ kind: 'start' })
    },
  }
  const words = textIn(lang)
  const loading = <p aria-busy="true">{words.loading}</p>
  return (
    <JourneyContext value={context}>
      <Frame place={place} setLang={(next) => (location.hash = writeAddress({ lang: next, place }))}>
        <Trouble />
        <Guard key={writeAddress({ lang: 'nl', place })}>
          {state.matches('opening') ? (
            loading
          ) : place.kind === 'start' ? (
            <StartPage problem={problem && problemText(words, problem)} retry={problemName(problem) === 'offline' ? visit : null} />
          ) : place.kind === 'info' ? (
            <InfoPage page={place.page} />
          ) : session ? (
            <DraftPages place={place} packet={packet} />
          ) : (
            loading
          )}
        </Guard>
      </Frame>
    </JourneyContext>
  )
}

/** Colours of the town, as far as it gives them; everything else is the theme of the site. */
function applyTheme(colours: Readonly<Record<string, string>> | undefined): void {
  const { style } = document.documentElement
  for (const name of ['primary', 'onPrimary']) {
    const value = colours?.[name]
    if (value) style.setProperty(`--town-${name}`, value)
    else style.removeProperty(`--town-${name}`)
  }
}
