import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkExample } from '../../src/authoring/check-example.ts'
import { openProject, openVariant } from '../../src/cli/project.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const FILE = 'rules/base/examples/renewal.yaml'
const text = readFileSync(join(ROOT, FILE), 'utf8')
const project = openProject(ROOT, undefined)
const found = (changed: string) => checkExample(FILE, changed, (id, today) => openVariant(project, id, today).variant).findings

test('a complete example that says no more than it is asked is in order', () => {
  expect(found(text)).toEqual([])
})

test('an answer that nothing rests on is named, with its line', () => {
  const changed = text.replace('answers:\n', 'answers:\n  gaming.count: 2\n')
  const line = changed.split('\n').indexOf('  gaming.count: 2') + 1
  expect(found(changed)).toMatchObject([{ code: 'EXAMPLE_SURPLUS', severity: 'warning', file: FILE, line, path: 'gaming.count' }])
})

test('an example that is not complete may say what it likes: it is about something else', () => {
  const changed = text.replace('answers:\n', 'answers:\n  gaming.count: 2\n').replace('  missing: 0\n', '')
  expect(found(changed)).toEqual([])
})
