import type { Lang } from '../../src/model/lang.ts'

/** Frequent words of one language that are no words of the other, and stand in no name here. Words that are in both ("of", "is", "met", "over") say nothing,
 * and neither does "van", which is in names of laws. */
const ONLY: Readonly<Record<Lang, ReadonlySet<string>>> = {
  en: new Set(
    'the and from for you your which must this that are to has when where who what licence permit seen there requirement municipality application nowhere page pages form forms not only question questions annex compared everywhere explanation instruction text table others'.split(
      ' ',
    ),
  ),
  nl: new Set(
    'niet voor uw zonder moet naar ook wie waar geen maar alleen zijn wordt wel deze dit als dan heeft kunt vraagt pagina'.split(' '),
  ),
}

/** Dutch since long, though it looks English. */
const BORROWED = /bed and breakfast/gi

/** Words of the other language in a text that people read; addresses are passed by. */
export function foreign(text: string, to: Lang): string[] {
  const other = ONLY[to === 'nl' ? 'en' : 'nl']
  const words = text
    .replace(/https?:\/\/\S+/g, '')
    .replace(BORROWED, '')
    .toLowerCase()
  return (words.match(/[a-zà-ÿ]+/g) ?? []).filter((word) => other.has(word))
}
