import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { variesDoc } from '../../scripts/docs/varies-doc.ts'
import { chapters, isThere } from './varies.ts'

const all = chapters().flatMap(({ rows }) => rows)

test('every row has one name, and a town, an example or a test that shows it', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  for (const row of all) {
    const shown = [row.shipped, row.test].filter((path) => path !== undefined)
    expect(shown.length > 0 || row.expect !== undefined || row.lacks !== undefined, row.id).toBe(true)
    expect(row.of === undefined || all.some(({ id }) => id === row.of), row.id).toBe(true)
    for (const path of shown) expect(isThere(path), `${row.id}: ${path}`).toBe(true)
  }
})

test('docs/wat-verschilt.md is what these rows say', () => {
  expect(readFileSync('docs/wat-verschilt.md', 'utf8')).toBe(variesDoc(chapters()))
})
