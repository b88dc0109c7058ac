import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { AnswerFile } from '../../src/model/schema/answer-file.ts'
import type { Variant } from '../../src/model/variant.ts'
import { shippedVariant } from '../engine/shipped.ts'

/** A shipped example with people, roles, rows and attachments, and its town. */
export function shippedExample(): { readonly variant: Variant; readonly file: AnswerFile } {
  const {
    title: _title,
    today: _today,
    expect: _expect,
    ...answers
  } = parse(readFileSync('rules/base/examples/bibob-bv-holding.yaml', 'utf8'))
  const file = AnswerFile.parse(answers)
  return { variant: shippedVariant(file.variant), file }
}
