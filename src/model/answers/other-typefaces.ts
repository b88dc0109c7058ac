import { OTHER_TYPEFACES } from './other-typeface-ranges.ts'
import { notInTypeface } from './printable.ts'
import { inRuns, type Runs, runsOf } from './runs.ts'

let faces: readonly (readonly [name: string, runs: Runs])[] | undefined

const faceOf = (character: string): string | undefined => {
  faces ??= Object.entries(OTHER_TYPEFACES).map(([name, runs]) => [name, runsOf(runs)])
  return faces.find(([, runs]) => inRuns(runs, character.codePointAt(0) ?? 0))?.[0]
}

/** The typefaces that a text needs besides that of the packet, by name; most texts need none. */
export function otherTypefaces(text: string): string[] {
  const needed = new Set(notInTypeface(text).map(faceOf))
  return Object.keys(OTHER_TYPEFACES).filter((name) => needed.has(name))
}

/** Characters of a text that no typeface has, each once: the packet prints their code points. */
export const unprintable = (text: string): string[] => notInTypeface(text).filter((character) => faceOf(character) === undefined)

/** Module path of a typeface's font file. */
export const fileOfTypeface = (name: string): string => {
  const [family = '', part = ''] = name.split('/')
  return `@fontsource/${family}/files/${family}-${part}-400-normal.woff`
}
