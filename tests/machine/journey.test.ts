import { describe, expect, test } from 'vitest'
import { createActor, fromPromise, waitFor } from 'xstate'
import type { Draft } from '../../src/draft/draft.ts'
import { openSession, type Session } from '../../src/draft/session.ts'
import { inMemory } from '../../src/draft/storage/storage.ts'
import { journey, type MadePacket, type OpenDraft, type PacketRequest } from '../../src/machine/journey.ts'
import type { Address, Place } from '../../src/machine/place.ts'
import { shippedVariant } from '../engine/shipped.ts'

const PACKET: MadePacket = { name: 'x.pdf', bytes: new Uint8Array([1]), pages: 2 }
const NOW = '2026-11-24T10:00:00Z'

function draftOf(id: string): Draft {
  const variant = shippedVariant('voorbeeld')
  const file: Draft['file'] = {
    schema: 1,
    variant: 'voorbeeld',
    answers: {},
    collections: {},
    complete: [],
    leftEmpty: [],
    attachments: [],
  }
  const about = { name: '', town: '', open: null, asked: null }
  const beside = { parked: [], aside: {}, typed: {}, copied: {}, files: {}, place: null }
  return { schema: 1, id, created: NOW, changed: NOW, ruleSet: variant.ruleSet, file, about, reference: 'H1-AAAA-BBBB', ...beside }
}
type Shared = ReturnType<typeof inMemory>
function sessionOf(id: string, storage: Shared): Session {
  const draft = draftOf(id)
  const ports = { storage: { ...storage.another(), keeps: true }, now: () => NOW, later: () => () => undefined }
  return openSession(draft, shippedVariant('voorbeeld'), '2026-11-24', 'nl', ports)
}

function start(
  options: {
    allowedPlace?: (place: Place) => Place
    packet?: (request: PacketRequest) => Promise<MadePacket>
    draft?: (id: string) => Promise<void>
  } = {},
) {
  const sessions: Session[] = []
  /** Of the browser: another tab has it too. */
  const storage = inMemory()
  const actor = createActor(
    journey.provide({
      actors: {
        openDraft: fromPromise<OpenDraft, { readonly address: Address; readonly before: Session | undefined }>(async ({ input }) => {
          const { place } = input.address
          const id = 'draft' in place ? place.draft : ''
          await options.draft?.(id)
          void storage.put(draftOf(id))
          const session = sessionOf(id, storage)
          sessions.push(session)
          return { session, allowedPlace: options.allowedPlace ?? ((wanted) => wanted) }
        }),
        makePacket: fromPromise<MadePacket, PacketRequest>(({ input }) => options.packet?.(input) ?? Promise.resolve(PACKET)),
      },
    }),
    { input: { asked: { lang: 'nl', place: { kind: 'start' } } } },
  )
  actor.start()
  const visit = async (place: Place, lang: Address['lang'] = 'nl') => {
    actor.send({ type: 'VISIT', address: { lang, place } })
    return waitFor(actor, (state) => !state.matches('opening'))
  }
  return { actor, visit, sessions, storage }
}

const tasks = (draft: string): Place => ({ kind: 'tasks', draft })
const packet: Place = { kind: 'packet', draft: 'aaaaaa' }

describe('the journey', () => {
  test('a link to a draft fetches it first, and then stands where the link said', async () => {
    const { actor, visit } = start()
    const there = visit(tasks('aaaaaa'))
    expect(actor.getSnapshot().value).toBe('opening')
    const { context, value } = await there
    expect(value).toEqual({ working: 'answering' })
    expect(context.place).toEqual(tasks('aaaaaa'))
    expect(context.open?.session.view().draft).toMatchObject({ id: 'aaaaaa', place: '#/nl/aaaaaa/tasks' })
  })

  test('a draft that is not there leads to the start, with the reason', async () => {
    const { visit } = start({ draft: () => Promise.reject(new Error('draftNotFound')) })
    const { context } = await visit(tasks('aaaaaa'))
    expect(context).toMatchObject({ place: { kind: 'start' }, problem: 'draftNotFound', open: null })
  })

  test('one draft is open at a time, and one that cannot be opened takes away none', async () => {
    const { actor, visit, sessions } = start({
      draft: (id) => (id === 'cccccc' ? Promise.reject(new Error('townGone')) : Promise.resolve()),
    })
    await visit(tasks('aaaaaa'))
    await visit(tasks('bbbbbb'))
    const [first, second] = sessions
    expect(actor.getSnapshot().context.open?.session).toBe(second)
    const say = (session: Session | undefined): void => session?.apply([{ kind: 'answer', fact: 'application.kind', value: 'new' }])
    say(first)
    await first?.flush()
    // one that was closed writes nothing any more
    expect(first?.view().draft.revision).toBeUndefined()
    expect((await visit(tasks('cccccc'))).context.problem).toBe('townGone')
    await visit(tasks('bbbbbb'))
    expect(sessions).toHaveLength(2)
    say(second)
    await second?.flush()
    expect(second?.view().draft.revision).toBe(1)
  })

  test('who asks for a step that is not on the path stands where the path is', async () => {
    const { visit } = start({ allowedPlace: (place) => (place.kind === 'step' ? { ...place, step: 'guests' } : place) })
    const { context } = await visit({ kind: 'step', draft: 'aaaaaa', step: 'installations', back: false })
    expect(context.place).toMatchObject({ kind: 'step', step: 'guests' })
  })

  test('another language is spoken by the draft too, also while the start page is shown', async () => {
    const { actor, visit } = start()
    await visit(tasks('aaaaaa'))
    await visit({ kind: 'start' }, 'en')
    const { asked, open } = actor.getSnapshot().context
    expect([asked.lang, open?.session.view().application.lang]).toEqual(['en', 'en'])
  })

  test('a packet is made once asked for, tells how far it is, and is forgotten when an answer changes', async () => {
    let finish = (): void => undefined
    const { actor, visit } = start({
      packet: ({ onProgress }) =>
        new Promise((resolve) => {
          onProgress('draw')
          finish = () => resolve(PACKET)
        }),
    })
    expect((await visit(packet)).value).toEqual({ working: { packet: 'ready' } })
    actor.send({ type: 'MAKE_PACKET' })
    expect(actor.getSnapshot().context.part).toBe('draw')
    finish()
    const made = await waitFor(actor, (each) => each.matches({ working: { packet: 'made' } }))
    expect(made.context.packet).toEqual(PACKET)
    await visit(tasks('aaaaaa'))
    expect((await visit(packet)).value).toEqual({ working: { packet: 'made' } })
    made.context.open?.session.apply([{ kind: 'answer', fact: 'application.kind', value: 'new' }])
    expect(actor.getSnapshot().context.packet).toBeNull()
    expect(actor.getSnapshot().value).toEqual({ working: { packet: 'ready' } })
  })

  describe('a packet that was made', () => {
    const made = async () => {
      const started = start()
      await started.visit(packet)
      started.actor.send({ type: 'MAKE_PACKET' })
      await waitFor(started.actor, (each) => each.matches({ working: { packet: 'made' } }))
      const [session] = started.sessions
      if (!session) throw new Error('no draft')
      return { ...started, session }
    }
    const now = ({ actor }: ReturnType<typeof start>) => actor.getSnapshot().value

    test('stays while the draft is only saved, looked at again, or open in another tab', async () => {
      const started = await made()
      const { session, storage } = started
      await session.flush()
      await session.catchUp()
      const other = sessionOf('aaaaaa', storage)
      expect(session.view().elsewhere.open).toBe(true)
      await other.catchUp()
      other.close()
      await session.catchUp()
      session.seen()
      expect(now(started)).toEqual({ working: { packet: 'made' } })
      expect(started.actor.getSnapshot().context.packet).toEqual(PACKET)
    })

    test.each<[string, (session: Session, storage: Shared) => unknown]>([
      ['an answer', (session) => session.apply([{ kind: 'answer', fact: 'application.kind', value: 'new' }])],
      ['what was copied', (session) => session.noteCopied('environment', 'E01', true)],
      ['an attachment', (session) => session.addFile('floorPlan', { name: 'a.pdf', type: 'application/pdf', size: 1 }, new Uint8Array(1))],
      ['another language', (session) => session.setLang('en')],
      [
        'an answer in another tab',
        (_, storage) => sessionOf('aaaaaa', storage).apply([{ kind: 'answer', fact: 'application.kind', value: 'new' }]),
      ],
    ])('is an old one after %s', async (_, change) => {
      const started = await made()
      await change(started.session, started.storage)
      expect(now(started)).toEqual({ working: { packet: 'ready' } })
      expect(started.actor.getSnapshot().context.packet).toBeNull()
    })
  })

  test('a change while the packet is made begins the making anew, of the same shape', async () => {
    const asked: PacketRequest['as'][] = []
    const ends: (() => void)[] = []
    const { actor, visit, sessions } = start({
      packet: ({ as }) => {
        asked.push(as)
        const name = `${asked.length}.pdf`
        return new Promise((resolve) => ends.push(() => resolve({ ...PACKET, name })))
      },
    })
    await visit(packet)
    actor.send({ type: 'MAKE_PACKET', as: 'set' })
    sessions[0]?.apply([{ kind: 'answer', fact: 'application.kind', value: 'new' }])
    expect(asked).toEqual(['set', 'set'])
    for (const end of ends) end()
    const { context } = await waitFor(actor, (each) => each.matches({ working: { packet: 'made' } }))
    expect(context.packet?.name).toBe('2.pdf')
  })

  test('going elsewhere calls the making off', async () => {
    const { actor, visit } = start({ packet: () => new Promise(() => undefined) })
    await visit(packet)
    actor.send({ type: 'MAKE_PACKET' })
    expect(actor.getSnapshot().value).toEqual({ working: { packet: 'making' } })
    expect((await visit(tasks('aaaaaa'))).value).toEqual({ working: 'answering' })
    expect((await visit(packet)).value).toEqual({ working: { packet: 'ready' } })
  })

  test('a failure is said, and can be tried again', async () => {
    let tries = 0
    const { actor, visit } = start({
      packet: () => {
        tries += 1
        return tries === 1 ? Promise.reject(new Error('alcohol:AL-051: 漢')) : Promise.resolve(PACKET)
      },
    })
    await visit(packet)
    actor.send({ type: 'MAKE_PACKET' })
    const failed = await waitFor(actor, (each) => each.matches({ working: { packet: 'failed' } }))
    expect(failed.context.problem).toContain('AL-051')
    actor.send({ type: 'MAKE_PACKET' })
    await waitFor(actor, (each) => each.matches({ working: { packet: 'made' } }))
  })

  test('a draft that is removed is open nowhere', async () => {
    const { actor, visit } = start()
    await visit(packet)
    actor.send({ type: 'REMOVED' })
    expect(actor.getSnapshot()).toMatchObject({ value: 'atStart', context: { open: null, packet: null, place: { kind: 'start' } } })
  })
})
