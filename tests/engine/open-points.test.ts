import { describe, expect, test } from 'vitest'
import { openProject } from '../../src/cli/project.ts'
import { openPoints } from '../../src/engine/why/open-points.ts'
import { listVariants, resolveVariant } from '../../src/model/resolve.ts'

const NOTED = ['UNVERIFIED', 'UNKNOWN_VALUE', 'STALE']
/** Which boxes are asked on what ground, and what is only suggested: no value that an applicant can ask the town about. It is told to the clerk alone. */
const ofTheClerk = ({ file, path }: { readonly file: string; readonly path: string }): boolean =>
  file.startsWith('rules/base/elements/') || /^(asks\[|localities\.|bibob\.bsn\.)/.test(path)
const { ruleSet } = openProject(process.cwd(), undefined)
if (!ruleSet) throw new Error('the rules do not load')
const ids = listVariants(ruleSet).map(({ id }) => id)

describe.each([
  { date: '2026-03-01', towns: ids },
  // a year later more is stale, and of each layer one shows how
  { date: '2027-06-01', towns: ['base', 'amsterdam/centrum/jordaan', 'rotterdam'] },
])('on $date', ({ date, towns }) => {
  test.each(towns)('the open points of %s are what check notes, none left out', (id) => {
    const { variant, findings } = resolveVariant(ruleSet, id, { date })
    if (!variant) throw new Error('has errors')
    const noted = findings.filter((finding) => NOTED.includes(finding.code) && !ofTheClerk(finding))
    const count = (values: readonly string[]) =>
      Object.fromEntries(NOTED.map((state) => [state, values.filter((one) => one === state).length]))
    const points = openPoints(variant, date, 'nl')
    const states = { unverified: 'UNVERIFIED', unknown: 'UNKNOWN_VALUE', stale: 'STALE' } as const
    expect(count(points.map(({ state }) => states[state]))).toEqual(count(noted.map(({ code }) => code)))
    // and each stands in the file that the note names
    const files = (list: readonly { file: string }[]) => [...new Set(list.map(({ file }) => file))].toSorted()
    expect(files(points.map(({ origin }) => origin))).toEqual(files(noted))
  })
})

test('an open point says its value, source and layer', () => {
  const { variant } = resolveVariant(ruleSet, 'amsterdam', { date: '2026-03-01' })
  if (!variant) throw new Error('has errors')
  const points = openPoints(variant, '2026-03-01', 'nl')
  expect(points).toContainEqual(
    expect.objectContaining({
      part: 'fees',
      state: 'unverified',
      what: 'Alcoholvergunning',
      value: '€ 1.882,10',
      source: expect.stringContaining('Legesverordening Amsterdam 2026'),
      origin: expect.objectContaining({ layer: 'amsterdam' }),
    }),
  )
  expect(points.some(({ part, state, value }) => part === 'fees' && state === 'unknown' && value === null)).toBe(true)
  expect(openPoints(variant, '2027-06-01', 'nl').some(({ part, state }) => part === 'fees' && state === 'stale')).toBe(true)
})
