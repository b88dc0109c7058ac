/** Signs without a width, which come along when one copies from a web page. */
export const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/

export const withoutInvisible = (text: string): string => text.replaceAll(new RegExp(INVISIBLE, 'g'), '')

/** Letters of other alphabets that look as ours do, signs without a width, and spaces that are none. */
const UNSEEN = /[\u0370-\u03FF\u0400-\u04FF\u200B-\u200D\u2060\uFEFF\u00AD\u00A0\u202F]/

/** "Did you mean alcohol.new?" of what reads as `alcohol.new` helps nobody: it says what cannot be seen. */
export function seen(message: string, mend: string): string {
  const [, word] = /^Did you mean (\S+)\?/.exec(mend) ?? []
  const [sentence = ''] = message.split('\n')
  return word !== undefined && UNSEEN.test(sentence)
    ? `There is a character in it that cannot be seen, or a letter of another alphabet. Type ${word} again.`
    : mend
}
