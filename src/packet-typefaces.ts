import { fileOfTypeface, otherTypefaces } from './model/answers/other-typefaces.ts'

/** Addresses of the typefaces of other scripts: on this site, like all that the page fetches. */
const ADDRESSES = import.meta.glob<string>('/node_modules/@fontsource/noto-*/files/noto-*-400-normal.woff', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** Those that a text needs, without any that does not come. */
export async function fetchTypefaces(text: string, fontBytes: (url: string) => Promise<Uint8Array>): Promise<Uint8Array[]> {
  const fetched = await Promise.allSettled(
    otherTypefaces(text).map((name) => fontBytes(ADDRESSES[`/node_modules/${fileOfTypeface(name)}`] ?? '')),
  )
  return fetched.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
}
