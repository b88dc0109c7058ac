/** The file types that a packet can hold, with their file extensions. */
export const ATTACHMENT_KINDS = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'text/plain': ['txt'],
} as const
export type AttachmentKind = keyof typeof ATTACHMENT_KINDS

/** With larger files the packet gets too large to be accepted anywhere. Bytes. */
export const ATTACHMENT_LIMIT = 25 * 1024 * 1024

const BEGINNINGS: readonly (readonly [AttachmentKind, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** The type of a file by its first bytes, whatever its extension; null when a packet cannot hold it. */
export function attachmentKind(name: string, bytes: Uint8Array): AttachmentKind | null {
  const known = BEGINNINGS.find(([, beginning]) => beginning.every((byte, at) => bytes[at] === byte))
  if (known) return known[0]
  return /\.txt$/i.test(name) && isText(bytes) ? 'text/plain' : null
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0')
  } catch {
    return false
  }
}
