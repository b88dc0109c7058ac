import { expect, test } from 'vitest'
import { checkExample } from '../../src/authoring/check-example.ts'
import { BASE } from '../../src/model/layers/base.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import type { Variant } from '../../src/model/variant.ts'
import { chapters, exampleOf, filesOf, type Row, townOf } from './varies.ts'

const all = chapters().flatMap(({ rows }) => rows)
const own = all.filter(({ town, areas, of }) => town !== undefined || areas !== undefined || of !== undefined)
const { ruleSet, findings } = loadRuleSet(filesOf(own))
const made = new Map<string, Variant | null>()

function variantOf(id: string): Variant | null {
  if (!ruleSet) throw new Error('the rule set does not load')
  const known = made.get(id)
  if (known !== undefined) return known
  const { variant, findings } = resolveVariant(ruleSet, id)
  expect(findings.filter(({ severity }) => severity === 'error').map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([])
  made.set(id, variant)
  return variant
}

const failures = (row: Row, variant: string): string[] =>
  checkExample(`${row.id}.yaml`, exampleOf(row, variant), variantOf)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => `${path}: ${message}`)

test('the towns of all rows load without a mistake', () => {
  expect(findings.filter(({ severity }) => severity === 'error').map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([])
})

test.each(own.map((row) => [row.id, row] as const))('%s comes out as it says, and not without its overlay', (_, row) => {
  expect(failures(row, townOf(row))).toEqual([])
  // what a test shows otherwise is judged there
  if (row.test === undefined) expect(failures(row, BASE)).not.toEqual([])
})
