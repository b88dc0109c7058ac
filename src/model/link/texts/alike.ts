import type { Lang } from '../../lang.ts'

/** Stop words, which say how something is asked, not what about. */
const SMALL: Readonly<Record<Lang, ReadonlySet<string>>> = {
  nl: new Set(
    'aan af alle alleen als bij daar dan dat de deze die dit door een en er gaat geen haar heeft het hier hiervan hij hun iemand iets ik in is ja kan kunnen maar meer met mij moet na naar nee niet niets nog of om ook op over per samen te tot u uit uw van vanaf veel voor was weet werd wij wilt word wordt worden zijn zit zo zij wat welk welke wie waar wanneer hoe hoeveel hoogstens aantal datum'.split(
      ' ',
    ),
  ),
  en: new Set(
    'a all also an and any are as at be by can do does don for from has have here i if in is it its know many me much no none not number of on one only or other our so t that the their them there these they this to up was what when where which who whose how will with yes you your date'.split(
      ' ',
    ),
  ),
}

/** Suffixes for stemming: danst, gedanst, dansen; dance, dancing. */
const ENDINGS: Readonly<Record<Lang, RegExp>> = { nl: /(?<=.{4})(en|te|de|t|s|e)$/, en: /(?<=.{4})(ing|ed|es|s|e)$/ }

/** What a text is about: its stemmed words, without stop words and without what is in brackets. */
export function meaning(text: string, lang: Lang): ReadonlySet<string> {
  const words = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\([^)]*\)/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
  return new Set(words.filter((word) => word !== '' && !SMALL[lang].has(word)).map((word) => stem(word, lang)))
}

function stem(word: string, lang: Lang): string {
  const bare = lang === 'nl' ? word.replace(/^ge(?=[a-z]{5})/, '') : word
  return bare.replace(ENDINGS[lang], '').replace(/([a-z])\1$/, '$1')
}

/** Similarity of two meanings, from 0 to 1 (Dice coefficient). */
export function inCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length
  return one.size + other.size === 0 ? 0 : (2 * both) / (one.size + other.size)
}

/** Equal for equal meanings; empty for an empty one. */
export const signature = (readonlySet: ReadonlySet<string>): string => [...readonlySet].sort().join(' ')
