import { act, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createActor } from 'xstate'
import type { Draft } from '../../src/draft/draft.ts'
import { openSession, type Session } from '../../src/draft/session.ts'
import { inMemory } from '../../src/draft/storage/storage.ts'
import { journey } from '../../src/machine/journey.ts'
import { writeAddress } from '../../src/machine/place.ts'
import type { Lang } from '../../src/model/lang.ts'
import type { AnswerFile } from '../../src/model/schema/answer-file.ts'
import type { Variant } from '../../src/model/variant.ts'
import { showDraft } from '../../src/ui/shown-draft.ts'
import type { Site } from '../../src/ui/site.ts'
import { loadText } from '../../src/ui/text.ts'
import { JourneyContext } from '../../src/ui/use-journey.ts'
import { shippedVariant } from '../engine/shipped.ts'

// pages are shown in English as well
await loadText('en')

export const EMPTY: AnswerFile = {
  schema: 1,
  variant: 'voorbeeld',
  answers: {},
  collections: {},
  complete: [],
  leftEmpty: [],
  attachments: [],
}

/** A page of a draft with these answers. `visited` grows with every place it goes to. */
export function showPage(
  content: ReactNode,
  file: AnswerFile = EMPTY,
  lang: Lang = 'nl',
  more: Partial<Site> = {},
  typed: Draft['typed'] = {},
  town: (variant: Variant) => Variant = (variant) => variant,
) {
  const variant = town(shippedVariant(file.variant))
  const memory = inMemory()
  const later = (run: () => void): (() => void) => {
    const timer = setTimeout(() => act(run), 0)
    return () => clearTimeout(timer)
  }
  const draft: Draft = {
    schema: 1,
    id: 'abc123',
    created: '2026-11-24T09:00:00Z',
    changed: '2026-11-24T09:00:00Z',
    ruleSet: variant.ruleSet,
    file,
    parked: [],
    aside: {},
    typed,
    copied: {},
    files: {},
    about: { name: '', town: '', open: null, asked: null },
    reference: 'H1-AAAA-BBBB',
    place: null,
  }
  void memory.put(draft)
  const now = (): string => '2026-11-24T10:00:00Z'
  const session: Session = openSession(draft, variant, '2026-11-24', lang, { storage: memory, now, later })
  const visited: string[] = []
  const site: Site = {
    towns: [],
    fetchTowns: () => Promise.resolve(),
    findings: [],
    languages: [],
    townProblem: null,
    trialTowns: [],
    tryTowns: () => undefined,
    openBench: () => Promise.reject(new Error('not in this test')),
    showsExamples: false,
    example: null,
    storage: memory,
    memory,
    today: () => '2026-11-24',
    now,
    random: (bytes) => bytes,
    later,
    preparePacket: () => undefined,
    prepareAttachments: () => undefined,
    makePacket: () => Promise.reject(new Error('not in this test')),
    readPacket: () => Promise.resolve({ ok: false, problem: 'foreign', reference: null }),
    makeDeskPart: () => Promise.reject(new Error('not in this test')),
    makeReadingCopy: () => Promise.reject(new Error('not in this test')),
    verifyPacket: () => Promise.reject(new Error('not in this test')),
    lockPacket: () => Promise.reject(new Error('not in this test')),
    joinFiles: () => Promise.reject(new Error('not in this test')),
    smallPicture: () => Promise.resolve(null),
    shownAs: () => Promise.resolve({ pages: 1 }),
    copy: () => Promise.resolve(true),
    download: () => {},
    ...more,
  }
  const go = (place: Parameters<typeof writeAddress>[0]['place']): void => {
    visited.push(writeAddress({ lang, place }))
  }
  window.scrollTo = () => {}
  const { unmount } = render(
    <JourneyContext
      value={{
        site,
        lang,
        go,
        href: (place) => writeAddress({ lang, place }),
        journey: createActor(journey, { input: { asked: { lang, place: { kind: 'start' } } } }),
        shown: showDraft(session),
      }}
    >
      {content}
    </JourneyContext>,
  )
  return { session, visited, unmount }
}
