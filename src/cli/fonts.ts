import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Bytes of the packet's typeface, from the package that carries it. */
export function readFonts(): { regular: Uint8Array; bold: Uint8Array } {
  const require = createRequire(import.meta.url)
  const read = (file: string): Uint8Array => new Uint8Array(readFileSync(require.resolve(`@expo-google-fonts/noto-sans/${file}`)))
  return { regular: read('400Regular/NotoSans_400Regular.ttf'), bold: read('700Bold/NotoSans_700Bold.ttf') }
}
