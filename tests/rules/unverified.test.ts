import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { judgedOn, openProject } from '../../src/cli/project.ts'
import { variantIds } from '../../src/model/resolve.ts'

/** Where a file says that nobody read a value in its source: `rules/base/fees.yaml:12`. */
function marksIn(file: string): string[] {
  const lines = new LineCounter()
  const marks: string[] = []
  visit(parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines }), {
    Map(_, map) {
      // what has no value is told as unknown
      const isUnknown = map.has('value') && (map.get('value') ?? null) === null
      const mark = map.items.find(
        ({ key, value }) => isScalar(key) && key.value === 'unverified' && isScalar(value) && value.value === true,
      )
      if (!isUnknown && mark && isScalar(mark.key)) marks.push(`${file}:${lines.linePos(mark.key.range?.[0] ?? 0).line}`)
    },
  })
  return marks
}

const files = ['rules', 'forms'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => `${folder}/${file}`),
)

test('whatever nobody read in its source is told to who checks the town', () => {
  const marks = files.flatMap(marksIn)
  expect(marks.length).toBeGreaterThan(500)
  const { ruleSet } = openProject(process.cwd(), undefined)
  if (!ruleSet) throw new Error('the rule set has errors')
  const told = new Set(
    variantIds(ruleSet).flatMap((id) =>
      judgedOn(ruleSet, id, '2026-12-01')
        .findings.filter(({ code }) => code === 'UNVERIFIED')
        .map(({ file, line }) => `${file}:${line}`),
    ),
  )
  expect(marks.filter((mark) => !told.has(mark))).toEqual([])
})
