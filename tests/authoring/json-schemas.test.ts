import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { jsonSchemas } from '../../scripts/docs/json-schemas.ts'
import { feelDoc } from '../../scripts/docs/write-feel-doc.ts'
import { issuesDoc } from '../../scripts/docs/write-issues-doc.ts'
import { ledgerOfBase } from '../../scripts/docs/write-ledger-doc.ts'
import { townValuesOf } from '../../scripts/docs/write-town-values-doc.ts'
import { assessCase } from '../../src/engine/assess.ts'
import { FILE_KINDS } from '../../src/model/files/file-kinds.ts'
import { FINDING_CODES } from '../../src/model/findings/finding.ts'
import { AssessJson } from '../../src/model/schema/assess-json.ts'
import { shippedExamples } from './shipped-examples.ts'

const folder = new URL('../../schemas/', import.meta.url)

test.each([...jsonSchemas()])('%s is what the models say today (npx tsx scripts/docs/json-schemas.ts)', (name, text) => {
  expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text)
})

test('there is a schema for every kind of file and for every contract, and no other', () => {
  expect(readdirSync(folder).toSorted()).toEqual(
    [...Object.keys(FILE_KINDS), 'answers', 'assess', 'diff', 'stats', 'upgrade'].map((name) => `${name}.schema.json`).toSorted(),
  )
})

test('a key nobody knows is refused by the schema too', () => {
  const schema = JSON.parse(jsonSchemas().get('tree.schema.json') ?? '{}')
  expect(schema.additionalProperties).toBe(false)
  expect(schema.properties.steps.items.additionalProperties).toBe(false)
})

test('what the engine gives of every example is what the contract of assess says, to the last key', () => {
  for (const { file, application } of shippedExamples()) {
    const read = AssessJson.safeParse(JSON.parse(JSON.stringify(assessCase(application))))
    expect(read.error?.issues ?? [], file).toEqual([])
  }
})

test('docs/issues.md explains every code (npx tsx scripts/docs/write-issues-doc.ts)', () => {
  const doc = readFileSync(new URL('../../docs/issues.md', import.meta.url), 'utf8')
  expect(doc).toBe(issuesDoc())
  for (const code of Object.keys(FINDING_CODES)) expect(doc).toContain(`## ${code}\n`)
})

test('docs/ledger.md is what the base asks and why (npx tsx scripts/docs/write-ledger-doc.ts)', () => {
  expect(readFileSync(new URL('../../docs/ledger.md', import.meta.url), 'utf8')).toBe(ledgerOfBase(process.cwd()))
})

test('docs/feel.md is what the language offers (npx tsx scripts/docs/write-feel-doc.ts)', () => {
  expect(readFileSync(new URL('../../docs/feel.md', import.meta.url), 'utf8')).toBe(feelDoc())
})

test('docs/waarden-gemeente.md lists what a town fills in (npx tsx scripts/docs/write-town-values-doc.ts)', () => {
  expect(readFileSync(new URL('../../docs/waarden-gemeente.md', import.meta.url), 'utf8')).toBe(townValuesOf(process.cwd()))
})
