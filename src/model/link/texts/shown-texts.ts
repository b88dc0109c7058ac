import { foundBelow } from '../../util/found-below.ts'
import type { LinkContext } from '../context.ts'

/** Codes of the domain files such as `[MAA]`, and marks for who keeps the rules. They belong in `evidence:` or `source:`, which no page shows. */
const WORKSHOP = /\[[A-Z][A-Z0-9]{1,6}\]|\((?:unverified|not seen|idem|todo|tbd)\b[^)]*\)|\bidem\b|\b(?:TODO|FIXME)\b/i
/** Small words that English has and Dutch has not. */
const ENGLISH = /(?<![\p{L}-])(?:the|and|not|with|from|which|seen|must|should|your|you|because|this|that|these|only)(?![\p{L}-])/u
/** English that Dutch dictionaries have too. */
const BORROWED = /bed and breakfast/gi
/** Small words that Dutch has and English has not; the names of laws hold most of them. */
const DUTCH = /(?<![\p{L}-])(?:niet|geen|wordt|worden|moet|bij de|als u|uw)(?![\p{L}-])/u

/** What people read holds no code of ours and no words of another language. */
export function checkShownTexts({ catalogue, report }: LinkContext): void {
  for (const { text, lang, found, what } of faultsIn(catalogue))
    report(
      'WORKSHOP_TEXT',
      'error',
      text,
      lang,
      `"${found}" is ${what}, in a text that applicants and clerks read.`,
      'Write it for who reads it; move codes and notes to evidence: or source:.',
    )
}

interface Fault {
  readonly text: ShownText
  readonly lang: 'nl' | 'en'
  readonly found: string
  readonly what: string
}

/** Faults of every text in both languages, at whatever depth. */
const faultsIn = foundBelow<Fault>((text, tell) => {
  if (!isText(text)) return true
  for (const lang of ['nl', 'en'] as const) {
    const [code] = WORKSHOP.exec(text[lang]) ?? []
    if (code !== undefined) tell({ text, lang, found: code, what: 'a note of the workshop' })
  }
  const [english] = ENGLISH.exec(text.nl.replace(BORROWED, '')) ?? []
  if (english !== undefined) tell({ text, lang: 'nl', found: english, what: 'English' })
  const [dutch] = DUTCH.exec(text.en) ?? []
  if (dutch !== undefined) tell({ text, lang: 'en', found: dutch, what: 'Dutch' })
  return false
})

interface ShownText {
  readonly nl: string
  readonly en: string
}

const isText = (value: object): value is ShownText =>
  'nl' in value && 'en' in value && typeof value.nl === 'string' && typeof value.en === 'string'
