import { assign, fromCallback, fromPromise, setup, spawnChild, stopChild } from 'xstate'
import { samePacket } from '../draft/same-packet.ts'
import type { Session } from '../draft/session.ts'
import { messageOf } from '../model/util/message-of.ts'
import { type Address, type Place, writeAddress } from './place.ts'

/** A file of the packet. */
export interface MadeFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly pages: number
  /** The person it is about, and the only one who may see it; empty when it is for everybody in the application. */
  readonly about?: string
  /** Titles of forms of the town that could not be filled in: our own layout takes their place. */
  readonly unfilled?: readonly string[]
}
/** The result of making a packet: one file, or the first of a set. */
export interface MadePacket extends MadeFile {
  readonly set?: readonly MadeFile[]
}
/** As one file, or with the confidential parts and signing pages as files of their own; with or without English lines in the forms. */
export type PacketShape = 'one' | 'set' | 'oneWithEnglish' | 'setWithEnglish'
export type PacketPart = 'start' | 'layout' | 'draw' | 'save'

/** The draft that is open. */
export interface OpenDraft {
  readonly session: Session
  /** Where a request for this place leads: a step that is not on the path leads to the first open one. */
  readonly allowedPlace: (place: Place) => Place
}

export interface PacketRequest {
  readonly session: Session | undefined
  readonly as: PacketShape
  readonly onProgress: (part: PacketPart) => void
}

type Event =
  | { readonly type: 'VISIT'; readonly address: Address }
  | { readonly type: 'MAKE_PACKET'; readonly as?: PacketShape }
  | { readonly type: 'STOP_PACKET' }
  | { readonly type: 'PROGRESS'; readonly part: PacketPart }
  /** Something that a packet prints or carries has changed. */
  | { readonly type: 'CONTENT_CHANGED' }
  /** The open draft was removed from this device. */
  | { readonly type: 'REMOVED' }

interface Context {
  /** The last address requested. */
  readonly asked: Address
  readonly place: Place
  readonly open: OpenDraft | null
  readonly problem: string | null
  readonly packet: MadePacket | null
  /** Shape of the packet being made. */
  readonly shape: PacketShape
  readonly part: PacketPart
}

const draftOf = (place: Place): string | null => ('draft' in place ? place.draft : null)

/** The journey of an applicant. The tree and the rules decide which question comes next; this decides when things happen.
 *
 *     atStart ─▶ opening ─▶ working ─▶ working.packet.making ─▶ working.packet.made
 *        ▲          │ (no such draft)
 *        └──────────┘
 */
export const journey = setup({
  types: {} as { context: Context; events: Event; input: { readonly asked: Address } },
  actors: {
    /** Provided by the page: saves the open draft, and fetches another one with the rules of its town. */
    openDraft: fromPromise<OpenDraft, { readonly address: Address; readonly before: Session | undefined }>(() =>
      Promise.reject(new Error('no drafts were provided')),
    ),
    /** Provided by the page: makes the packet in a worker. */
    makePacket: fromPromise<MadePacket, PacketRequest>(() => Promise.reject(new Error('no maker of packets was provided'))),
    /** A session also reports saves and other tabs: those do not make a packet outdated. */
    listen: fromCallback<Event, OpenDraft | null>(({ input, sendBack }) => {
      let known = input?.session.view()
      return input?.session.subscribe(() => {
        const now = input.session.view()
        if (known && !samePacket(known, now)) sendBack({ type: 'CONTENT_CHANGED' })
        known = now
      })
    }),
  },
  guards: {
    needsNoDraft: ({ event }) => event.type === 'VISIT' && draftOf(event.address.place) === null,
    draftIsOpen: ({ context, event }) => event.type === 'VISIT' && draftOf(event.address.place) === context.open?.session.view().draft.id,
  },
  actions: {
    ask: assign(({ event }) => (event.type === 'VISIT' ? { asked: event.address, problem: null } : {})),
    speak: ({ context }) => context.open?.session.setLang(context.asked.lang),
    setPlace: assign(({ context: { asked, open } }) => ({ place: open?.allowedPlace(asked.place) ?? asked.place })),
    notePlace: ({ context: { asked, place, open } }) => {
      if ('draft' in place) open?.session.at(writeAddress({ ...asked, place }))
    },
    /** Provided by the page: shows the address of the place when it differs from the one requested. */
    showPlace: () => undefined,
    standAtStart: assign({ place: { kind: 'start' } as const }),
    closeDraft: ({ context }) => context.open?.session.close(),
    forgetDraft: assign({ open: null, packet: null }),
    forgetPacket: assign({ packet: null }),
    chooseShape: assign(({ event }) => (event.type === 'MAKE_PACKET' ? { shape: event.as ?? 'one' } : {})),
  },
}).createMachine({
  id: 'journey',
  context: ({ input }) => ({
    asked: input.asked,
    place: { kind: 'start' },
    open: null,
    problem: null,
    packet: null,
    shape: 'one',
    part: 'start',
  }),
  initial: 'atStart',
  on: {
    VISIT: [
      { guard: 'needsNoDraft', target: '.atStart', actions: ['ask', 'speak', 'setPlace'] },
      { guard: 'draftIsOpen', target: '.working', actions: ['ask', 'speak'] },
      { target: '.opening', actions: ['ask', 'speak'] },
    ],
    CONTENT_CHANGED: { actions: 'forgetPacket' },
    REMOVED: { target: '.atStart', actions: [stopChild('draft'), 'forgetDraft', 'standAtStart'] },
  },
  states: {
    /** The start page and the pages about this site. */
    atStart: {},
    /** Fetches the draft and the rules of its town; the previous draft stays open until they arrive. */
    opening: {
      invoke: {
        src: 'openDraft',
        input: ({ context }) => ({ address: context.asked, before: context.open?.session }),
        onDone: {
          target: 'working',
          actions: [
            stopChild('draft'),
            'closeDraft',
            'forgetDraft',
            assign({ open: ({ event }) => event.output }),
            spawnChild('listen', { id: 'draft', input: ({ context }) => context.open }),
          ],
        },
        onError: { target: 'atStart', actions: ['standAtStart', assign({ problem: ({ event }) => messageOf(event.error) })] },
      },
    },
    working: {
      initial: 'arriving',
      states: {
        arriving: {
          entry: ['setPlace', 'notePlace', 'showPlace'],
          always: [{ guard: ({ context }) => context.place.kind === 'packet', target: 'packet' }, { target: 'answering' }],
        },
        /** Any page that asks or shows. */
        answering: {},
        packet: {
          initial: 'deciding',
          states: {
            deciding: { always: [{ guard: ({ context }) => context.packet !== null, target: 'made' }, { target: 'ready' }] },
            ready: { on: { MAKE_PACKET: { target: 'making', actions: 'chooseShape' } } },
            making: {
              entry: assign({ part: 'start' as const }),
              // leaving this state in any way cancels the packet
              on: {
                PROGRESS: { actions: assign({ part: ({ event }) => event.part }) },
                STOP_PACKET: 'deciding',
                // what was begun would not be the packet of the current answers: another tab may have changed one
                CONTENT_CHANGED: { target: 'making', reenter: true },
              },
              invoke: {
                src: 'makePacket',
                input: ({ context, self }) => ({
                  session: context.open?.session,
                  as: context.shape,
                  onProgress: (part) => self.send({ type: 'PROGRESS', part }),
                }),
                onDone: { target: 'made', actions: assign({ packet: ({ event }) => event.output }) },
                onError: {
                  target: 'failed',
                  actions: assign({ problem: ({ event }) => messageOf(event.error) }),
                },
              },
            },
            made: {
              on: {
                MAKE_PACKET: { target: 'making', actions: 'chooseShape' },
                CONTENT_CHANGED: { target: 'ready', actions: 'forgetPacket' },
              },
            },
            failed: { on: { MAKE_PACKET: { target: 'making', actions: 'chooseShape' } } },
          },
        },
      },
    },
  },
})
