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
  for (const text of textsIn(catalogue)) {
    const tell = (lang: 'nl' | 'en', found: string, what: string): void =>
      report(
        'WORKSHOP_TEXT',
        'error',
        text,
        lang,
        `"${found}" is ${what}, in a text that applicants and clerks read.`,
        'Write it for who reads it; move codes and notes to evidence: or source:.',
      )
    for (const lang of ['nl', 'en'] as const) {
      const [code] = WORKSHOP.exec(text[lang]) ?? []
      if (code !== undefined) tell(lang, code, 'a note of the workshop')
    }
    const [english] = ENGLISH.exec(text.nl.replace(BORROWED, '')) ?? []
    if (english !== undefined) tell('nl', english, 'English')
    const [dutch] = DUTCH.exec(text.en) ?? []
    if (dutch !== undefined) tell('en', dutch, 'Dutch')
  }
}

interface ShownText {
  readonly nl: string
  readonly en: string
}

/** Every text in both languages, at whatever depth. */
function* textsIn(value: unknown): Generator<ShownText> {
  if (typeof value !== 'object' || value === null) return
  if (isText(value)) {
    yield value
    return
  }
  for (const item of Array.isArray(value) ? value : Object.values(value)) yield* textsIn(item)
}

const isText = (value: object): value is ShownText =>
  'nl' in value && 'en' in value && typeof value.nl === 'string' && typeof value.en === 'string'
