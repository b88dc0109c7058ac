import { describe, expect, test } from 'vitest'
import { questionsOf } from '../../src/engine/asked/questions.ts'
import type { BoxCoverage, PacketContent } from '../../src/engine/assessment.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { countBoxes } from '../../src/engine/forms/tally.ts'
import { packetContent } from '../../src/engine/packet/packet-content.ts'
import { BOTTOM, LEFT, RIGHT } from '../../src/pdf/document.ts'
import { layOut } from '../../src/pdf/lay-out.ts'
import { everything } from './everything.ts'

describe('every box of the seven forms', () => {
  test('is filled, or stands ready to be signed, in a case with everything answered', () => {
    const { filledBy } = everything()
    expect(filledBy.size).toBeGreaterThan(860)
    expect([...filledBy].filter(([, names]) => names.length === 0).map(([key]) => key)).toEqual([])
  })

  test('needs few made-up businesses, and in each of them nothing is missing or open', () => {
    const { cases } = everything()
    expect(cases.length).toBeLessThanOrEqual(8)
    for (const { name, application, won } of cases) {
      const { boxes, filled, notApplicable, signature, empty, authority, missing } = countBoxes(coverage(application))
      expect.soft(filled + notApplicable + signature + empty + authority + missing, name).toBe(boxes)
      expect.soft(missing, name).toBe(0)
      expect.soft(questionsOf(application).open, name).toEqual([])
      expect.soft(won.length, name).toBeGreaterThan(0)
    }
  })

  test('is printed: the packet of each of those businesses is laid out, no page is empty, no text leaves the page', () => {
    for (const { name, application } of everything().cases) {
      const content = packetContent(application, 'H1-TEST-0001', '')
      const { pages } = layOut(content, 'abc', (text, _weight, size) => [...text].length * size * 0.5)
      const texts = pages.map(({ placements }) => placements.flatMap((each) => (each.kind === 'text' && each.node ? [each] : [])))
      const empty = texts.flatMap((page, index) => (page.length === 0 ? [index + 1] : []))
      expect.soft(empty, `${name}: empty pages`).toEqual([])
      const outside = texts.flat().filter(({ x, y }) => x < LEFT - 1 || x > RIGHT || y < BOTTOM - 14)
      expect.soft(outside, `${name}: off the page`).toEqual([])
      const printed = new Set(texts.flat().map(({ text }) => text))
      const unprinted = filledIn(content).filter((box) => !printed.has(box.official ?? box.nr))
      expect
        .soft(
          unprinted.map(({ nr }) => nr),
          `${name}: boxes without their number on paper`,
        )
        .toEqual([])
    }
  })
})

const filledIn = ({ forms }: PacketContent): BoxCoverage[] =>
  forms.flatMap(({ sections }) =>
    sections.flatMap(({ instances }) => instances.flatMap(({ boxes }) => boxes.filter(({ state }) => state === 'filled'))),
  )
