import type { Lang } from '../lang.ts'
import { inDutch, sentenceInDutch } from './dutch/in-dutch.ts'
import { type Finding, formatFinding } from './finding.ts'

/** A finding in the language of the reader. Programs get the English. */
export const told = (finding: Finding, lang: Lang): Finding =>
  lang === 'en'
    ? finding
    : {
        ...finding,
        message: inDutch(finding.code, finding.message),
        mend: sentenceInDutch(finding.code, finding.mend) ?? finding.mend,
      }

/** `file:line:path: message. mend [CODE]` */
export const tellFinding = (finding: Finding, lang: Lang): string => formatFinding(told(finding, lang))

/** As JSON: always in English, with the Dutch beside it. */
export function findingJson(finding: Finding): Finding & { readonly nl: { readonly message: string; readonly mend: string } } {
  const { message, mend } = told(finding, 'nl')
  return { ...finding, nl: { message, mend } }
}
