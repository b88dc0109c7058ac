import { describe, expect, test } from 'vitest'
import { shippedVariant } from '../engine/shipped.ts'
import { contentOf } from './packets.ts'
import { badCuts, badPages, pagesOf, skippedLevels } from './page-laws.ts'

describe('the pages of a packet', () => {
  test.each([
    { example: 'rules/base/examples/cafe-terrace-machines.yaml', most: 36 },
    { example: 'rules/base/examples/manager-leaves.yaml', most: 6 },
    { example: 'rules/base/examples/outcome-small-room.yaml', most: 35 },
    { example: 'rules/municipalities/amsterdam/examples/cafe-terrace-machines.yaml', most: 25 },
  ])(
    'of $example are used, none ends with what belongs to the next, no word is cut but between syllables, and there are at most $most',
    async ({ example, most }) => {
      const packet = await pagesOf(contentOf(example))
      expect(badPages(packet)).toEqual([])
      expect(badCuts(packet)).toEqual([])
      expect(skippedLevels(packet)).toEqual([])
      expect(packet.pages.length).toBeLessThanOrEqual(most)
    },
  )

  test.each(['amsterdam', 'groningen', 'nijmegen', 'rotterdam', 'utrecht'])(
    'of a manager who leaves two licences in %s are six at most: what ends on a page that is hardly used stands closer instead',
    async (town) => {
      const both = (answers: Record<string, unknown>) => Object.assign(answers, { 'managerChange.licences': ['alcohol', 'exploitation'] })
      const packet = await pagesOf(
        contentOf('rules/municipalities/breda/examples/manager-leaves.yaml', 'nl', both, () => shippedVariant(town)),
      )
      expect(badPages(packet)).toEqual([])
      expect(packet.bookmarks.filter(({ title, level }) => level === 1 && title.startsWith('Aanvraag'))).toHaveLength(2)
      expect(packet.pages.length).toBeLessThanOrEqual(6)
    },
  )

  test('of a café account for a thousand boxes on one page', async () => {
    const { pages, bookmarks } = await pagesOf(contentOf('rules/base/examples/cafe-terrace-machines.yaml'))
    const at = bookmarks.findIndex(({ title }) => title === 'Verantwoording van alle vakken')
    const [account, next] = bookmarks.slice(at)
    if (at < 0 || !account || !next) throw new Error('no account')
    expect(next.page - account.page).toBeLessThanOrEqual(1)
    expect(pages.length).toBeGreaterThan(next.page)
  })
})
