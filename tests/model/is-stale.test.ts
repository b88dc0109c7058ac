import { expect, test } from 'vitest'
import { isStale } from '../../src/model/dated/is-stale.ts'

test.each([
  { tariff: 'of this year', from: '2026-01-01', until: null, stale: false },
  { tariff: 'of last year, without an end', from: '2025-01-01', until: null, stale: true },
  { tariff: 'of last year, said to hold longer', from: '2025-01-01', until: '2027-12-31', stale: false },
  { tariff: 'that ended', from: '2024-01-01', until: '2025-12-31', stale: true },
  { tariff: 'without a year', from: null, until: null, stale: false },
  { tariff: 'that begins later', from: '2027-01-01', until: null, stale: false },
])('a tariff $tariff is stale: $stale', ({ from, until, stale }) => {
  expect(isStale({ from, until }, '2026-06-01')).toBe(stale)
})
