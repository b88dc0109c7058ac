/** Stop words of Dutch that are not English; those that are both (`door`, `met`, `per`, `van`) prove nothing. */
const DUTCH =
  /(?<![\p{L}\p{N}-])(?:de|het|een|van|voor|met|bij|naar|op|ook|maar|aan|dit|deze|dat|waar|hoe|wat|zijn|heeft|hebt|als|uit|zich|nog|wel|moet|mag|kan|uw|wij|ons|onze|alle|andere)(?![\p{L}\p{N}-])/giu
const ENGLISH =
  /(?<![\p{L}\p{N}-])(?:the|of|and|to|a|an|for|with|your|you|is|are|by|on|in|at|from|that|this|it|which|not|no|or|as|be|has|have|who|what|how|when|only|other)(?![\p{L}\p{N}-])/giu
/** Names of laws and pages stay Dutch in English texts: from their first word to the next punctuation mark. */
const NAMES = /(?<![\p{L}-])(?:\p{L}*(?:wet|besluit|regeling|verordening|regels)|APV|NEN)(?![\p{L}-])[^.;,()"]*/giu

export interface BothTexts {
  readonly nl: string
  readonly en: string
}

/** Dutch texts, except those that are also the English text of an item. */
export function knownDutch(texts: Iterable<BothTexts>): ReadonlySet<string> {
  const all = [...texts]
  const english = new Set(all.map(({ en }) => plain(en)))
  return new Set(all.flatMap(({ nl }) => (english.has(plain(nl)) ? [] : [plain(nl)])))
}

/** Words that Dutch texts have and no English one has. */
export function onlyDutch(texts: Iterable<BothTexts>): ReadonlySet<string> {
  const all = [...texts]
  const english = new Set(all.flatMap(({ en }) => lettersIn(en)))
  return new Set(all.flatMap(({ nl }) => lettersIn(nl)).filter((word) => !english.has(word)))
}

/** A word without a capital. */
const SMALL = /(?<!\p{L})\p{Ll}+(?!\p{L})/gu

const lettersIn = (text: string): readonly string[] => plain(text).match(/\p{L}+/gu) ?? []

/** Whether the English text is Dutch: by its stop words, because it is a known Dutch text with another translation, or because it repeats the Dutch text, with a
 * word that no English text has. A name alone is undecidable.
 * @param known the result of `knownDutch`
 * @param words the result of `onlyDutch` */
export function readsAsDutch({ nl, en }: BothTexts, known: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  if (known.has(plain(en))) return true
  // a word with a capital may be part of a name
  if (plain(nl) === plain(en) && (en.replace(NAMES, ' ').match(SMALL) ?? []).some((word) => words.has(word))) return true
  const bare = en.replace(NAMES, ' ')
  const dutch = wordsIn(bare, DUTCH)
  const english = wordsIn(bare, ENGLISH)
  return (dutch.size > 1 && dutch.size > english.size) || (dutch.size > 0 && english.size === 0 && plain(nl) === plain(en))
}

const plain = (text: string): string => text.trim().toLowerCase()
const wordsIn = (text: string, words: RegExp): ReadonlySet<string> => new Set((text.match(words) ?? []).map((word) => word.toLowerCase()))
