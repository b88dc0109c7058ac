import type { PacketContent } from './engine/assessment.ts'
import type { PacketPart } from './machine/journey.ts'
import type { PdfForm } from './model/official/pdf-form.ts'
import type { Joined, Leaf } from './model/packet-file/enclosure.ts'
import type { PacketInside, ReadPacket } from './model/packet-file/read-packet.ts'
import type { Verified } from './model/packet-file/verified.ts'
import type { Attached } from './pdf/added/attached.ts'
import type { FontBytes } from './pdf/type/typeface.ts'
import type { Pdfs, ShownEnclosure, Written, WrittenCopy } from './pdf/write.ts'

/** What the page keeps of a packet that was made. */
export type WrittenFile = Pick<Written, 'bytes' | 'pages' | 'forms' | 'unfilled'>

/** What the page asks of the worker that makes packets. */
export type PacketRequest =
  /** Fetches what makes a packet, or what reads files that are added, so that neither needs the network later. */
  | { readonly kind: 'ready'; readonly to: 'write' | 'attach' }
  | {
      readonly kind: 'write'
      readonly content: PacketContent
      readonly fonts: FontBytes
      readonly enclosures: readonly ShownEnclosure[]
      /** Whether the files of the applicant are inside as well. */
      readonly embeds: boolean
      readonly pdfs: Pdfs
    }
  /** Whether a packet still says what the answers inside give. */
  | {
      readonly kind: 'verify'
      readonly bytes: Uint8Array
      readonly inside: PacketInside
      readonly content: PacketContent
      readonly fonts: FontBytes
      readonly pdfs: Pdfs
    }
  /** The words of a packet as one HTML file. */
  | {
      readonly kind: 'html'
      readonly content: PacketContent
      readonly fonts: FontBytes
      readonly enclosures: readonly ShownEnclosure[]
      readonly pdfs: Pdfs
    }
  /** What a PDF of a town says of itself as a form. */
  | { readonly kind: 'form'; readonly bytes: Uint8Array; readonly typeface: Uint8Array }
  | { readonly kind: 'lock'; readonly bytes: Uint8Array; readonly password: string }
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'join'; readonly leaves: readonly Leaf[] }
  /** How the packet shows a file that was added. */
  | { readonly kind: 'attach'; readonly name: string; readonly bytes: Uint8Array }
  /** Its first page, so many pixels high. */
  | { readonly kind: 'small'; readonly name: string; readonly bytes: Uint8Array; readonly height: number }
export type PacketAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly part: PacketPart }
  | ({ readonly kind: 'written' } & WrittenFile)
  | { readonly kind: 'read'; readonly read: ReadPacket }
  | { readonly kind: 'joined'; readonly joined: Joined }
  | { readonly kind: 'attached'; readonly attached: Attached }
  | { readonly kind: 'verified'; readonly verified: Verified }
  | ({ readonly kind: 'html' } & WrittenCopy)
  | { readonly kind: 'form'; readonly form: PdfForm }
  | { readonly kind: 'locked'; readonly bytes: Uint8Array | null }
  | { readonly kind: 'small'; readonly picture: ImageBitmap | null }
  | { readonly kind: 'failed'; readonly problem: string }
