import type { PacketContent } from './engine/assessment.ts'
import type { PacketPart } from './machine/journey.ts'
import type { Joined, Leaf } from './pdf/added/join.ts'
import type { ReadPacket } from './pdf/read.ts'
import type { FontBytes } from './pdf/type/typeface.ts'
import type { Enclosure } from './pdf/write.ts'

/** What the page asks of the worker that makes packets. */
export type PacketRequest =
  | {
      readonly kind: 'write'
      readonly content: PacketContent
      readonly fonts: FontBytes
      readonly enclosures: readonly Enclosure[]
    }
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'join'; readonly leaves: readonly Leaf[] }
export type PacketAnswer =
  | { readonly kind: 'progress'; readonly part: PacketPart }
  | { readonly kind: 'written'; readonly bytes: Uint8Array; readonly pages: number }
  | { readonly kind: 'read'; readonly read: ReadPacket }
  | { readonly kind: 'joined'; readonly joined: Joined }
  | { readonly kind: 'failed'; readonly problem: string }
