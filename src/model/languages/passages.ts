/** Markers of passages in another language than the page within a text: Unicode noncharacters, reserved for internal use. They never leave the page: when texts
 * become elements they turn into `lang` attributes, and elsewhere they are stripped. */
const BEGIN = { en: '\uFDD0', nl: '\uFDD1', page: '\uFDD2' } as const
const END = '\uFDD3'

/** `page`: back in the language of the page, inside a passage of another. */
export type PassageLang = keyof typeof BEGIN

export const passage = (text: string, lang: PassageLang): string => (text === '' ? text : BEGIN[lang] + text + END)

export const hasPassages = (text: string): boolean => /[\uFDD0-\uFDD3]/.test(text)

/** A part of a text in one language, which may contain parts in other languages. */
export interface Passage {
  readonly lang: PassageLang
  readonly parts: readonly (string | Passage)[]
}

/** Parses the parts of a text. Unclosed passages end with the text. */
export function passagesIn(text: string): (string | Passage)[] {
  const whole: (string | Passage)[] = []
  const open: { lang: PassageLang; parts: (string | Passage)[] }[] = []
  const add = (part: string | Passage): void => {
    if (part !== '') (open.at(-1)?.parts ?? whole).push(part)
  }
  const close = (): void => {
    const last = open.pop()
    if (last) add(last)
  }
  for (const piece of text.split(/([\uFDD0-\uFDD3])/)) {
    const lang = LANGS.find((each) => BEGIN[each] === piece)
    if (lang) open.push({ lang, parts: [] })
    else if (piece === END) close()
    else add(piece)
  }
  while (open.length > 0) close()
  return whole
}
const LANGS = ['en', 'nl', 'page'] as const
