// TextDecoder's latin1 is Windows-1252, which decodes 0x80 to 0x9f differently.

/** One character per byte, with the byte as its code. */
export function fromLatin1(bytes: Uint8Array): string {
  let letters = ''
  // biome-ignore lint/plugin: few enough at a time
  for (let at = 0; at < bytes.length; at += 0x8000) letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return letters
}

/** One byte per character; beyond Latin-1, the low byte of its code. */
export function toLatin1(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}
