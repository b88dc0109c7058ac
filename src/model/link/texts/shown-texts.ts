import type { Catalogue } from '../../catalogue.ts'
import { foundBelow } from '../../util/found-below.ts'
import { onceFor } from '../../util/once-for.ts'
import type { LinkContext } from '../context.ts'
import { type BothTexts, knownDutch, onlyDutch, readsAsDutch } from './reads-as-dutch.ts'

/** Codes of the domain files such as `[MAA]`, and marks for rule authors. They belong in `evidence:` or `source:`, which no page shows. */
const WORKSHOP = /\[[A-Z][A-Z0-9]{1,6}\]|\((?:unverified|not seen|idem|todo|tbd)\b[^)]*\)|\bidem\b|\b(?:TODO|FIXME)\b/i
/** Stop words of English that are not Dutch. */
const ENGLISH = /(?<![\p{L}-])(?:the|and|not|with|from|which|seen|must|should|your|you|because|this|that|these|only)(?![\p{L}-])/u
/** English terms that are also in Dutch dictionaries. */
const BORROWED = /bed and breakfast/gi
/** Stop words of Dutch that are not English, and rarely part of the names of laws. */
const DUTCH = /(?<![\p{L}-])(?:niet|geen|wordt|worden|moet|bij de|als u|uw)(?![\p{L}-])/u

/** Texts for people contain no internal codes and no words of the other language. */
export function checkShownTexts({ base, catalogue, report }: LinkContext): void {
  for (const { text, lang, severity, message, mend } of faultsBeside(base)(catalogue))
    report('WORKSHOP_TEXT', severity, text, lang, message, mend)
}

interface Fault {
  readonly text: BothTexts
  readonly lang: 'nl' | 'en'
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly mend: string
}

/** Faults of every text in both languages, at any depth, given the Dutch texts of a base. */
const faultsBeside = onceFor((base: Catalogue) => {
  const known = knownDutch(textsIn(base))
  const words = onlyDutch(textsIn(base))
  return foundBelow<Fault>((text, tell) => {
    if (!isText(text)) return true
    const tellOf = (lang: 'nl' | 'en', found: string, what: string): void =>
      tell({
        text,
        lang,
        severity: 'error',
        message: `"${found}" is ${what}, in a text that applicants and clerks read.`,
        mend: 'Write it for who reads it; move codes and notes to evidence: or source:.',
      })
    for (const lang of ['nl', 'en'] as const) {
      const [code] = WORKSHOP.exec(text[lang]) ?? []
      if (code !== undefined) tellOf(lang, code, 'a note of the workshop')
    }
    const [english] = ENGLISH.exec(text.nl.replace(BORROWED, '')) ?? []
    if (english !== undefined) tellOf('nl', english, 'English')
    const [dutch] = DUTCH.exec(text.en) ?? []
    if (dutch !== undefined) tellOf('en', dutch, 'Dutch')
    else if (readsAsDutch(text, known, words))
      tell({
        text,
        lang: 'en',
        severity: 'warning',
        message: 'The English text is in Dutch.',
        mend: 'Write the text of nl: in English after en:.',
      })
    // its wordings for a day or a case
    return true
  })
})

/** Every text in both languages, at any depth. */
function* textsIn(value: unknown): Generator<BothTexts> {
  if (typeof value !== 'object' || value === null) return
  if (isText(value)) {
    yield value
    return
  }
  for (const item of Array.isArray(value) ? value : Object.values(value)) yield* textsIn(item)
}

const isText = (value: object): value is BothTexts =>
  'nl' in value && 'en' in value && typeof value.nl === 'string' && typeof value.en === 'string'
