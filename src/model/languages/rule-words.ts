import type { Source } from '../files/source.ts'
import type { Finding } from '../findings/finding.ts'
import { errorAt, warningAt } from '../findings/finding-at.ts'
import type { LanguageRulesFile } from './file-schema.ts'
import { PLACEHOLDERS } from './template.ts'

/** A text of the rules. */
export interface RuleText {
  readonly nl: string
  readonly en: string
}

/** A text of the rules in an added language. `en`: only where the English text is this one. */
export interface TranslatedRule {
  readonly nl: string
  readonly en?: string | undefined
  readonly to: string
}

/** The result of reading the texts of a language: the usable ones, and what is wrong. */
export interface RulesRead {
  readonly texts: readonly TranslatedRule[]
  readonly findings: readonly Finding[]
}

/** Validates the texts of a language against those of the rules and all towns. Unused ones are reported, as their source text may have been reworded. */
export function readRuleWords(source: Source, { texts }: LanguageRulesFile, rules: readonly RuleText[]): RulesRead {
  const findings: Finding[] = []
  const english = new Map<string, Set<string>>()
  for (const { nl, en } of rules) english.set(nl, (english.get(nl) ?? new Set()).add(en))
  const seen = new Set<string>()
  const used: TranslatedRule[] = []
  for (const [index, text] of texts.entries()) {
    const at = ['texts', index]
    const known = english.get(text.nl)
    const name = JSON.stringify([text.nl, text.en])
    const lacking = placeholdersIn(text.nl).filter((each) => !text.to.includes(each))
    const foreign = placeholdersIn(text.to).filter((each) => !text.nl.includes(each))
    if (seen.has(name))
      findings.push(errorAt(source, [...at, 'nl'], 'DUPLICATE_ID', 'This text is translated twice.', 'Remove one of the two.'))
    else if (!known || (text.en !== undefined && !known.has(text.en)))
      findings.push(
        warningAt(
          source,
          [...at, known ? 'en' : 'nl'],
          'UNKNOWN_TEXT',
          known ? 'No text of the rules has these English words beside the Dutch ones.' : 'No text of the rules reads so any more.',
          'Remove it, or write the current words.',
        ),
      )
    else if (lacking.length > 0)
      findings.push(
        errorAt(
          source,
          [...at, 'to'],
          'TEXT_PLACEHOLDER',
          `This text does not say ${lacking.join(', ')}.`,
          'Put it into the text, with its braces.',
        ),
      )
    else if (foreign.length > 0)
      findings.push(
        errorAt(source, [...at, 'to'], 'TEXT_PLACEHOLDER', `The Dutch text has no ${foreign.join(', ')}.`, 'Leave it out of the text.'),
      )
    else used.push(text)
    seen.add(name)
  }
  return { texts: used, findings }
}

const placeholdersIn = (text: string): string[] => text.match(PLACEHOLDERS) ?? []

/** Looks up the translation of a text of the rules; undefined when there is none. */
export function translator(texts: readonly TranslatedRule[]): (nl: string, en: string) => string | undefined {
  const exact = new Map(texts.flatMap(({ nl, en, to }) => (en === undefined ? [] : [[JSON.stringify([nl, en]), to] as const])))
  const plain = new Map(texts.flatMap(({ nl, en, to }) => (en === undefined ? [[nl, to] as const] : [])))
  return (nl, en) => (exact.size > 0 ? exact.get(JSON.stringify([nl, en])) : undefined) ?? plain.get(nl)
}
