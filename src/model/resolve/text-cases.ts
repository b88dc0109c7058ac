import { formatPath } from '../files/source.ts'
import type { Text } from '../schema/common.ts'
import { foundBelow } from '../util/found-below.ts'
import type { TextCases, Variant } from '../variant.ts'
import { BOOLEAN, compileNeeded } from './compiler.ts'
import type { Resolving } from './resolving.ts'

/** The conditions of every text that has wordings for some applications, each text once. They are about the case: a text with words per row has `wording:`. */
export const compileTextCases = (context: Resolving, content: Omit<Variant, 'changesOn' | 'textCases'>): TextCases[] =>
  [...new Set(linesIn(content))].map((lines) => {
    const place = context.ruleSet.provenance.place(lines)
    return {
      at: place ? formatPath(place.path) : '',
      lines: lines.map((line) => ({ text: String(line.when), when: compileNeeded(context, line, 'when', {}, BOOLEAN) })),
    }
  })

type Lines = NonNullable<Text['cases']>

const linesIn = foundBelow<Lines>((value, found) => {
  if ('expr' in value) return false
  if (isText(value) && value.cases) found(value.cases)
  return true
})

const isText = (value: object): value is Text => 'nl' in value && 'en' in value && typeof value.nl === 'string'
