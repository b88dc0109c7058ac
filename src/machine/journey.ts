import { assign, fromPromise, setup } from 'xstate'
import type { Place } from './place.ts'

/** A file of the packet. */
export interface MadeFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly pages: number
  /** Whom it is about and nobody else may see; empty when it is for everybody in the application. */
  readonly about?: string
}
/** What a packet is made into: one file, or the first of a set. */
export interface MadePacket extends MadeFile {
  readonly set?: readonly MadeFile[]
}
/** As one file, or the confidential parts and signing pages apart. */
export type PacketShape = 'one' | 'set'
export type PacketPart = 'start' | 'layout' | 'draw' | 'save'

/** What the journey asks of the outside: the answers are the draft's, the machine holds a position. */
export interface JourneyPorts {
  /** Is there a draft open with this id? */
  readonly isOpen: (draft: string) => boolean
  /** Where somebody should be who asks for this place: a step that is not on the path leads to the first open one. */
  readonly mayStand: (place: Place) => Place
}

type Event =
  | { readonly type: 'VISIT'; readonly place: Place }
  | { readonly type: 'MAKE_PACKET'; readonly as?: PacketShape }
  | { readonly type: 'STOP_PACKET' }
  | { readonly type: 'ANSWERS_CHANGED' }
  | { readonly type: 'PROGRESS'; readonly part: PacketPart }

interface Context {
  readonly ports: JourneyPorts
  readonly place: Place
  readonly wanted: Place | null
  readonly problem: string | null
  readonly packet: MadePacket | null
  readonly part: PacketPart
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const draftOf = (place: Place): string | null => ('draft' in place ? place.draft : null)

/** The journey of an applicant. Which question comes next is the tree's and the rules' business; this is when things happen.
 *
 *     atStart ─▶ opening ─▶ working ─▶ working.packet.making ─▶ working.packet.made
 *        ▲          │ (no such draft)
 *        └──────────┘
 */
export const journey = setup({
  types: {} as { context: Context; events: Event; input: { readonly ports: JourneyPorts } },
  actors: {
    /** Provided by the page: makes the packet in a worker. */
    makePacket: fromPromise<MadePacket, { readonly as: PacketShape }>(() => Promise.reject(new Error('no maker of packets was provided'))),
    /** Provided by the page: fetches a draft and the rules of its town. */
    openDraft: fromPromise<void, { readonly draft: string }>(() => Promise.reject(new Error('no drafts were provided'))),
  },
  guards: {
    needsNoDraft: ({ event }) => event.type === 'VISIT' && draftOf(event.place) === null,
    draftIsOpen: ({ context, event }) => {
      const draft = event.type === 'VISIT' ? draftOf(event.place) : null
      return draft !== null && context.ports.isOpen(draft)
    },
    isPacket: ({ context, event }) => event.type === 'VISIT' && context.ports.mayStand(event.place).kind === 'packet',
  },
  actions: {
    stand: assign(({ context, event }) =>
      event.type === 'VISIT' ? { place: context.ports.mayStand(event.place), wanted: null, problem: null } : {},
    ),
    want: assign(({ event }) => (event.type === 'VISIT' ? { wanted: event.place, problem: null } : {})),
    standWhereWanted: assign(({ context }) => ({
      place: context.wanted ? context.ports.mayStand(context.wanted) : context.place,
      wanted: null,
    })),
    backToStart: assign({ place: { kind: 'start' } as const, wanted: null }),
    forgetPacket: assign({ packet: null }),
    noteProgress: assign(({ event }) => (event.type === 'PROGRESS' ? { part: event.part } : {})),
  },
}).createMachine({
  id: 'journey',
  context: ({ input }) => ({ ports: input.ports, place: { kind: 'start' }, wanted: null, problem: null, packet: null, part: 'start' }),
  initial: 'atStart',
  on: {
    VISIT: [
      { guard: 'needsNoDraft', target: '.atStart', actions: 'stand' },
      { guard: 'isPacket', target: '.working.packet', actions: 'stand' },
      { guard: 'draftIsOpen', target: '.working.answering', actions: 'stand' },
      { target: '.opening', actions: 'want' },
    ],
  },
  states: {
    /** The start page and the pages about this site. */
    atStart: {},
    /** The draft and the rules of its town are fetched. */
    opening: {
      invoke: {
        src: 'openDraft',
        input: ({ context }) => ({ draft: (context.wanted && draftOf(context.wanted)) ?? '' }),
        onDone: [
          { guard: ({ context }) => context.wanted?.kind === 'packet', target: 'working.packet', actions: 'standWhereWanted' },
          { target: 'working.answering', actions: 'standWhereWanted' },
        ],
        onError: {
          target: 'atStart',
          actions: ['backToStart', assign({ problem: ({ event }) => messageOf(event.error) })],
        },
      },
    },
    working: {
      initial: 'answering',
      on: { ANSWERS_CHANGED: { actions: 'forgetPacket' } },
      states: {
        /** Any page that asks or shows. */
        answering: {},
        packet: {
          initial: 'deciding',
          states: {
            deciding: { always: [{ guard: ({ context }) => context.packet !== null, target: 'made' }, { target: 'ready' }] },
            ready: { on: { MAKE_PACKET: 'making' } },
            making: {
              entry: assign({ part: 'start' as const }),
              // leaving this state, by any way, calls the making off
              on: { PROGRESS: { actions: 'noteProgress' }, STOP_PACKET: 'ready' },
              invoke: {
                src: 'makePacket',
                input: ({ event }) => ({ as: (event.type === 'MAKE_PACKET' && event.as) || 'one' }),
                onDone: { target: 'made', actions: assign({ packet: ({ event }) => event.output }) },
                onError: {
                  target: 'failed',
                  actions: assign({ problem: ({ event }) => messageOf(event.error) }),
                },
              },
            },
            made: { on: { MAKE_PACKET: 'making' } },
            failed: { on: { MAKE_PACKET: 'making' } },
          },
        },
      },
    },
  },
})
