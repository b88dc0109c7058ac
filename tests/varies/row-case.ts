import { parse } from 'yaml'
import { openCase } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { distinctFindings, type Finding, formatFinding } from '../../src/model/findings/finding.ts'
import type { Lang } from '../../src/model/lang.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import { AnswerFile } from '../../src/model/schema/answer-file.ts'
import type { Variant } from '../../src/model/variant.ts'
import { chapters, exampleOf, filesOf, type Row, townOf } from './varies.ts'

export function rowOf(id: string): Row {
  const row = chapters()
    .flatMap((chapter) => chapter.rows)
    .find((each) => each.id === id)
  if (!row) throw new Error(`no row ${id}`)
  return row
}

/** The rules with the town of a row, as they load and resolve. `town`: what it writes instead. */
export function rulesOf(row: Row, town = row.town ?? ''): { readonly variant: Variant | null; readonly findings: readonly Finding[] } {
  const { ruleSet, findings } = loadRuleSet(filesOf([{ ...row, town }]))
  const { variant, findings: found } = ruleSet ? resolveVariant(ruleSet, townOf(row)) : { variant: null, findings: [] }
  return { variant, findings: distinctFindings([...findings, ...found]) }
}

/** The town of a row, which has no mistakes; read once. */
export function variantOfRow(row: Row): Variant {
  const known = variants.get(row.id)
  if (known) return known
  const { variant, findings } = rulesOf(row)
  if (!variant) throw new Error(findings.map(formatFinding).join('\n'))
  variants.set(row.id, variant)
  return variant
}
const variants = new Map<string, Variant>()

/** The answers of a row. */
export function answersOf(row: Row): AnswerFile {
  const { title: _, today: __, expect: ___, ...file } = parse(exampleOf(row, townOf(row)))
  return AnswerFile.parse(file)
}

/** The business of a row under the rules of its town. */
export function caseOfRow(row: Row, { lang = 'nl' }: { readonly lang?: Lang } = {}): Case {
  const variant = variantOfRow(row)
  const { answers } = readAnswers(answersOf(row), variant, 'x.yaml', () => ({ line: 1, column: 1 }))
  return openCase(variant, answers, { today: row.today ?? '2026-03-02' }, lang)
}
