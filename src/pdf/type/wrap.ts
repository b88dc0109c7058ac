import type { Measure, Target, Weight } from '../document.ts'
import { clustersOf } from './clusters.ts'
import { cutWord } from './syllables.ts'

/** A stretch of one line that belongs to one thing: plain text, a link, an answer. */
interface Piece<T> {
  readonly text: string
  readonly tag: T
}
export interface Line<T> {
  readonly pieces: readonly Piece<T>[]
  /** Its last word continues on the next line. */
  readonly broken: boolean
}

/** Breaks consecutive texts into lines of this width, in points: at spaces; a word wider than the line is cut between syllables. */
export function wrap<T>(parts: readonly Piece<T>[], measure: (text: string) => number, width: number): Line<T>[] {
  const lines: Line<T>[] = []
  const space = measure(' ')
  let pieces: { text: string; tag: T }[] = []
  let used = 0
  const end = (broken = false): void => {
    lines.push({ pieces, broken })
    pieces = []
    used = 0
  }
  const put = (text: string, tag: T, wide: number, follows = false): void => {
    const last = pieces.at(-1)
    used += pieces.length > 0 && !follows ? space + wide : wide
    if (last && last.tag === tag) last.text += follows ? text : ` ${text}`
    else pieces.push({ text, tag })
  }
  for (const { text, tag } of parts) {
    let first = true
    for (const paragraph of text.split(/\r?\n/)) {
      if (!first) end()
      first = false
      for (const { text: word, follows } of wordsOf(paragraph)) {
        const wide = measure(word)
        if (pieces.length > 0 && used + (follows ? 0 : space) + wide > width) end(follows)
        if (wide <= width) {
          put(word, tag, wide, follows && pieces.length > 0)
          continue
        }
        const cut = cutWord(word, measure, width, HYPHEN)
        cut.forEach((piece, index) => {
          put(piece, tag, measure(piece))
          if (index < cut.length - 1) end(true)
        })
      }
    }
  }
  end()
  return lines
}

/** Scripts written without spaces: a line may break after nearly every character. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Must not begin a line. */
const NOT_FIRST = /^[\p{Pe}\p{Pf}\p{Po}\p{Lm}\p{Script=Latin}\p{Nd}]/u
/** Must not end a line. */
const NOT_LAST = /[\p{Ps}\p{Pi}\p{Script=Latin}\p{Nd}]$/u

/** Words of a paragraph. `follows`: it is attached to the one before, without a space. */
function wordsOf(paragraph: string): { text: string; follows: boolean }[] {
  const words = paragraph.split(/\s+/).filter(Boolean)
  if (!WITHOUT_SPACES.test(paragraph)) return words.map((text) => ({ text, follows: false }))
  return words.flatMap((word) => {
    if (!WITHOUT_SPACES.test(word)) return { text: word, follows: false }
    const parts: string[] = []
    for (const cluster of clustersOf(word)) {
      const last = parts.at(-1)
      if (last !== undefined && (NOT_FIRST.test(cluster) || NOT_LAST.test(last))) parts[parts.length - 1] = last + cluster
      else parts.push(cluster)
    }
    return parts.map((text, index) => ({ text, follows: index > 0 }))
  })
}

/** Drawn after a word that is broken between two letters. */
export const HYPHEN = '\u2010'
export const textOf = ({ pieces }: Line<unknown>): string => pieces.map(({ text }) => text).join(' ')

/** Where each piece of a line begins, from its left, in points. */
export function placed<T>(line: Line<T>, measure: Measure, weight: Weight, size: number): (Piece<T> & { readonly at: number })[] {
  let before = ''
  return line.pieces.map((piece) => {
    const at = before === '' ? 0 : measure(before, weight, size)
    before += `${piece.text} `
    return { ...piece, at }
  })
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>()"“”]*[^\s<>()"“”.,;:!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/i

/** A text with the web and e-mail addresses in it as links. */
export function withLinks(text: string): Piece<Target | null>[] {
  if (!/https?:|www\.|@/i.test(text)) return [{ text, tag: null }]
  const parts: { text: string; tag: Target | null }[] = []
  for (const word of text.split(/(?=\s)/)) {
    const [address] = ADDRESS.exec(word) ?? []
    const last = parts.at(-1)
    if (address) parts.push({ text: word, tag: { says: address, address: addressOf(address) } })
    else if (last && last.tag === null) last.text += word
    else parts.push({ text: word, tag: null })
  }
  return parts
}

const addressOf = (address: string): string =>
  encodeURI(address.includes('@') ? `mailto:${address}` : address.startsWith('http') ? address : `https://${address}`).replaceAll(
    '%25',
    '%',
  )
