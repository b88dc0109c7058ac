/** Zero-width characters, which come along when copying from a web page. */
export const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/

export const withoutInvisible = (text: string): string => text.replaceAll(new RegExp(INVISIBLE, 'g'), '')

/** Look-alike letters of other alphabets (homoglyphs), zero-width characters, and special spaces. */
const UNSEEN = /[\u0370-\u03FF\u0400-\u04FF\u200B-\u200D\u2060\uFEFF\u00AD\u00A0\u202F]/

/** "Did you mean alcohol.new?" is no help when the word already looks like `alcohol.new`: reports the invisible difference instead. */
export function seen(message: string, mend: string): string {
  const [, word] = /^Did you mean (\S+)\?/.exec(mend) ?? []
  const [sentence = ''] = message.split('\n')
  return word !== undefined && UNSEEN.test(sentence)
    ? `There is a character in it that cannot be seen, or a letter of another alphabet. Type ${word} again.`
    : mend
}
