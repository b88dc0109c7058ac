import { describe, expect, test } from 'vitest'
import { createActor, fromPromise, waitFor } from 'xstate'
import { journey, type MadePacket, type PacketShape } from '../../src/machine/journey.ts'
import type { Place } from '../../src/machine/place.ts'

const PACKET: MadePacket = { name: 'x.pdf', bytes: new Uint8Array([1]), pages: 2 }

function start(
  options: { open?: string; mayStand?: (place: Place) => Place; packet?: () => Promise<MadePacket>; draft?: () => Promise<void> } = {},
) {
  let opened = options.open ?? ''
  const actor = createActor(
    journey.provide({
      actors: {
        openDraft: fromPromise<void, { readonly draft: string }>(async ({ input }) => {
          await options.draft?.()
          opened = input.draft
        }),
        makePacket: fromPromise<MadePacket, { readonly as: PacketShape }>(() => options.packet?.() ?? Promise.resolve(PACKET)),
      },
    }),
    { input: { ports: { isOpen: (draft) => draft === opened, mayStand: options.mayStand ?? ((place) => place) } } },
  )
  actor.start()
  return actor
}

describe('the journey', () => {
  test('a link to a draft fetches it first, and then stands where the link said', async () => {
    const actor = start()
    actor.send({ type: 'VISIT', place: { kind: 'tasks', draft: 'a' } })
    expect(actor.getSnapshot().value).toBe('opening')
    const state = await waitFor(actor, (each) => each.matches('working'))
    expect(state.context.place).toEqual({ kind: 'tasks', draft: 'a' })
  })

  test('a draft that is not there leads to the start, with the reason', async () => {
    const actor = start({ draft: () => Promise.reject(new Error('draftNotFound')) })
    actor.send({ type: 'VISIT', place: { kind: 'tasks', draft: 'a' } })
    const state = await waitFor(actor, (each) => each.matches('atStart') && each.context.problem !== null)
    expect(state.context).toMatchObject({ place: { kind: 'start' }, problem: 'draftNotFound' })
  })

  test('who asks for a step that is not on the path stands where the path is', () => {
    const actor = start({ open: 'a', mayStand: (place) => (place.kind === 'step' ? { ...place, step: 'guests' } : place) })
    actor.send({ type: 'VISIT', place: { kind: 'step', draft: 'a', step: 'installations', back: false } })
    expect(actor.getSnapshot().context.place).toMatchObject({ kind: 'step', step: 'guests' })
  })

  test('a packet is made once asked for, and forgotten when an answer changes', async () => {
    const actor = start({ open: 'a' })
    actor.send({ type: 'VISIT', place: { kind: 'packet', draft: 'a' } })
    expect(actor.getSnapshot().value).toEqual({ working: { packet: 'ready' } })
    actor.send({ type: 'MAKE_PACKET' })
    actor.send({ type: 'PROGRESS', part: 'draw' })
    expect(actor.getSnapshot().context.part).toBe('draw')
    const made = await waitFor(actor, (each) => each.matches({ working: { packet: 'made' } }))
    expect(made.context.packet).toEqual(PACKET)
    actor.send({ type: 'ANSWERS_CHANGED' })
    expect(actor.getSnapshot().context.packet).toBeNull()
  })

  test('a failure is said, and can be tried again', async () => {
    let tries = 0
    const actor = start({
      open: 'a',
      packet: () => {
        tries += 1
        return tries === 1 ? Promise.reject(new Error('alcohol:AL-051: 漢')) : Promise.resolve(PACKET)
      },
    })
    actor.send({ type: 'VISIT', place: { kind: 'packet', draft: 'a' } })
    actor.send({ type: 'MAKE_PACKET' })
    const failed = await waitFor(actor, (each) => each.matches({ working: { packet: 'failed' } }))
    expect(failed.context.problem).toContain('AL-051')
    actor.send({ type: 'MAKE_PACKET' })
    await waitFor(actor, (each) => each.matches({ working: { packet: 'made' } }))
  })
})
