import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import fontkit from '@cantoo/fontkit'
import { readFonts } from '../../src/cli/fonts.ts'
import { fileOfTypeface } from '../../src/model/answers/other-typefaces.ts'
import { writeRuns } from '../../src/model/answers/runs.ts'

/** Families for what the typeface of the packet does not have; what two of them have is drawn from the first. */
const FAMILIES = [
  'noto-sans-arabic',
  'noto-sans-hebrew',
  'noto-sans-armenian',
  'noto-sans-georgian',
  'noto-sans-ethiopic',
  'noto-sans-thai',
  'noto-sans-bengali',
  'noto-sans-tamil',
  'noto-sans-gurmukhi',
  'noto-emoji',
  'noto-sans-math',
  'noto-sans-symbols-2',
  'noto-sans-sc',
]

const MADE = '// Made by scripts/docs/write-printable.ts from the typefaces of the packet; not by hand.'

function pointsOf(bytes: Uint8Array): number[] {
  const font = fontkit.create(bytes)
  if (!('characterSet' in font)) throw new Error('one typeface is expected, not a collection')
  return font.characterSet.filter((point) => point >= 0x20)
}

function ownPoints(): Set<number> {
  const { regular, bold } = readFonts()
  const both = new Set(pointsOf(bold))
  return new Set(pointsOf(regular).filter((point) => both.has(point)))
}

const inOrder = (points: Iterable<number>): number[] => [...points].toSorted((a, b) => a - b)

/** The module that says which characters the typeface of the packet has in both weights. */
export const printableModule = (): string =>
  `${MADE}\n/** Code points that it has (./runs.ts). */\nexport const PRINTABLE =\n  '${writeRuns(inOrder(ownPoints()))}'\n`

/** The module that says which typeface has what that one lacks. A family comes in files of some hundred characters, so that few need be fetched. */
export function otherTypefacesModule(): string {
  const require = createRequire(import.meta.url)
  const taken = ownPoints()
  const lines = FAMILIES.flatMap((family) => {
    const folder = dirname(require.resolve(`@fontsource/${family}/unicode.json`))
    const parts = readdirSync(`${folder}/files`)
      .flatMap((file) =>
        file.startsWith(`${family}-`) && file.endsWith('-400-normal.woff')
          ? [file.slice(family.length + 1, -'-400-normal.woff'.length)]
          : [],
      )
      .toSorted()
    return parts.flatMap((part) => {
      const name = `${family}/${part}`
      const own = pointsOf(new Uint8Array(readFileSync(require.resolve(fileOfTypeface(name))))).filter((point) => !taken.has(point))
      for (const point of own) taken.add(point)
      return own.length === 0 ? [] : [`  '${name}': '${writeRuns(inOrder(own))}',`]
    })
  })
  return `${MADE}\n/** Code points (./runs.ts) of each file of a typeface: family and part. */\nexport const OTHER_TYPEFACES: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const write = (file: string, text: string): void =>
    writeFileSync(fileURLToPath(new URL(`../../src/model/answers/${file}`, import.meta.url)), text)
  write('printable-ranges.ts', printableModule())
  write('other-typeface-ranges.ts', otherTypefacesModule())
}
