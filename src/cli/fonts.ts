import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { PacketContent } from '../engine/assessment.ts'
import { fileOfTypeface, otherTypefaces } from '../model/answers/other-typefaces.ts'
import { foreignTextsIn } from '../pdf/substituted.ts'
import type { FontBytes } from '../pdf/type/typeface.ts'

const require = createRequire(import.meta.url)
const read = (file: string): Uint8Array => new Uint8Array(readFileSync(require.resolve(file)))

/** The font files of the packet's typeface, from its npm package. */
export const readFonts = (): FontBytes => ({
  regular: read('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: read('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
})

/** The same, plus the fonts of other scripts that this content needs. */
export const fontsFor = (content: PacketContent, fonts = readFonts()): FontBytes => ({
  ...fonts,
  others: otherTypefaces(foreignTextsIn(content).join('\n')).map((name) => read(fileOfTypeface(name))),
})
