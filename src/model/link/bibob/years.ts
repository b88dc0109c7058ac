import { highest } from '../../util/extremes.ts'

const WORDS: Readonly<Record<string, number>> = {
  een: 1,
  één: 1,
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  zes: 6,
  zeven: 7,
  acht: 8,
  negen: 9,
  tien: 10,
  twaalf: 12,
  vijftien: 15,
  twintig: 20,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
}

/** The longest period in years mentioned in a text, in either language; 0 for none. */
export const yearsIn = (text: { readonly nl: string; readonly en: string }): number =>
  highest(
    [text.nl, text.en].flatMap((each) =>
      [...each.toLowerCase().matchAll(/([\p{L}\d]+)[ -](?:hele |full |last )?(?:book ?years|boekjaren|jaar|jaren|years?)/gu)].map(
        ([, word = '']) => WORDS[word] ?? (/^\d+$/.test(word) && Number(word) < 100 ? Number(word) : 0),
      ),
    ),
    0,
  )
