import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { BoxCoverage } from '../../src/engine/assessment.ts'
import { type Case, openCase } from '../../src/engine/case.ts'
import { coverage } from '../../src/engine/cover.ts'
import { questionsOf } from '../../src/engine/questions.ts'
import { readAnswers } from '../../src/model/read-answers.ts'
import { readYaml } from '../../src/model/read-yaml.ts'
import { ExampleFile } from '../../src/model/schema/form.ts'
import { shippedVariant } from '../engine/shipped.ts'

function caseOf(example: string, variant?: string): Case {
  const path = `rules/base/examples/${example}.yaml`
  const { today, ...file } = ExampleFile.parse(readYaml(path, readFileSync(path, 'utf8')).source.value)
  const town = shippedVariant(variant ?? file.variant)
  const { answers, findings } = readAnswers(file, town, path, () => ({ line: 1, column: 1 }))
  if (findings.length > 0) throw new Error(findings.map(({ message }) => message).join('; '))
  return openCase(town, answers, { today })
}

/** Boxes of the Bibob form that are not "not applicable". */
const met = (one: Case): BoxCoverage[] =>
  (coverage(one).find(({ id }) => id === 'bibob')?.sections ?? [])
    .flatMap(({ instances }) => instances.flatMap(({ boxes }) => boxes))
    .filter(({ state }) => state !== 'notApplicable')

/** Blanks as the domain notes count them: a party by its parts, birth date and place as one, "about whom" as name and date. */
const blanks = (box: BoxCoverage): number =>
  box.parts ? new Set(box.parts.map(({ nr }) => nr.replace(/[ab]$/, ''))).size : /^[345]A\.1$/.test(box.nr) ? 2 : 1

/** Blanks per part of the form; the statutory minimum W is not in the form of 2013 and not in its counts. */
function perPart(one: Case): Record<string, number> {
  const parts: Record<string, number> = { identification: 0, dossiers: 0, specific: 0, signature: 0 }
  for (const box of met(one)) {
    const part = box.nr.startsWith('W') ? null : { 1: 'identification', 6: 'specific', 7: 'signature' }[box.nr[0] ?? ''] ?? 'dossiers'
    if (part) parts[part] = (parts[part] ?? 0) + blanks(box)
  }
  return parts
}

describe('blanks that the form of 2013 really meets', () => {
  test.each([
    { example: 'bibob-sole-trader' },
    { example: 'bibob-vof' },
    { example: 'bibob-bv-holding' },
    { example: 'bibob-bv-light' },
  ])('$example', ({ example }) => {
    const one = caseOf(example)
    console.log(example, perPart(one), met(one).length, questionsOf(one).open)
  })
})
