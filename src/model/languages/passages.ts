/** Passages of another language than the page within a text: characters that Unicode keeps free for use within a program. They never leave the page: where
 * texts become elements they turn into `lang`, and elsewhere they are taken out. */
const BEGIN = { en: '\uFDD0', nl: '\uFDD1', page: '\uFDD2' } as const
const END = '\uFDD3'

/** `page`: back in the language of the page, within a passage of another. */
export type PassageLang = keyof typeof BEGIN

export const passage = (text: string, lang: PassageLang): string => (text === '' ? text : BEGIN[lang] + text + END)

export const hasPassages = (text: string): boolean => /[\uFDD0-\uFDD3]/.test(text)

/** A part of a text in one language, with parts in other languages in it. */
export interface Passage {
  readonly lang: PassageLang
  readonly parts: readonly (string | Passage)[]
}

/** The parts of a text, in their order. What was begun and not ended ends with the text. */
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
