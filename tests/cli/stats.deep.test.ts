import { expect, test } from 'vitest'
import { StatsJson } from '../../src/model/schema/stats-json.ts'
import { horeca1, ROOT } from './terminal.ts'

test('stats says for every town, district and area how many lines, and that nothing repeats what is below', async () => {
  const { out, code } = await horeca1(ROOT, 'stats', '--json')
  expect(code).toBe(0)
  const { overlays, towns } = StatsJson.parse(JSON.parse(out))
  expect(overlays.length).toBeGreaterThanOrEqual(18)
  expect(towns.map(({ statutory }) => statutory.missing)).toEqual(towns.map(() => []))
  expect(towns.length).toBe(overlays.length + 1)
  for (const overlay of overlays) expect(overlay).toMatchObject({ repeated: 0, share: 0, lines: expect.any(Number) })
  expect(overlays.map(({ layer }) => layer)).toContain('amsterdam/nieuw-west')
})
