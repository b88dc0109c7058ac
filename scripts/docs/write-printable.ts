import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fontkit from '@cantoo/fontkit'
import { readFonts } from '../../src/cli/fonts.ts'

/** Scripts whose letters join or move: the typeface has them, and drawn one by one they would be misread. */
const SHAPED = /[\p{Script=Devanagari}\p{Script=Arabic}\p{Script=Hebrew}]/u

/** The module that says which characters the packet can print: first and last code point of each run that both weights have, in base 36. */
export function printableModule(): string {
  const { regular, bold } = readFonts()
  const sets = [regular, bold].map((bytes) => {
    const font = fontkit.create(bytes)
    if (!('characterSet' in font)) throw new Error('one typeface is expected, not a collection')
    return new Set(font.characterSet)
  })
  const points = [...(sets[0] ?? [])]
    .filter((point) => sets[1]?.has(point) && point >= 0x20 && !SHAPED.test(String.fromCodePoint(point)))
    .sort((a, b) => a - b)
  const runs: [number, number][] = []
  for (const point of points) {
    const last = runs.at(-1)
    if (last && last[1] === point - 1) last[1] = point
    else runs.push([point, point])
  }
  const text = runs.map(([from, until]) => (from === until ? from.toString(36) : `${from.toString(36)}-${until.toString(36)}`)).join(' ')
  return `// Made by scripts/docs/write-printable.ts from the typeface of the packet; not by hand.\n/** Code points that it has, in base 36: \`from-until\`, parted by spaces. */\nexport const PRINTABLE =\n  '${text}'\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(fileURLToPath(new URL('../../src/model/answers/printable-ranges.ts', import.meta.url)), printableModule())
