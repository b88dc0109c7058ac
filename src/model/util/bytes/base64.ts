import { fromLatin1, toLatin1 } from './latin1.ts'

/** Decodes base64; throws on invalid text. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => toLatin1(atob(text))

export const toBase64 = (bytes: Uint8Array): string => btoa(fromLatin1(bytes))
