// @vitest-environment jsdom
import { act, cleanup } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Place } from '../../../src/machine/place.ts'
import { DraftPages } from '../../../src/ui/pages/DraftPages.tsx'
import { shippedVariant } from '../../engine/shipped.ts'
import { exampleOf } from '../../journeys/example.ts'
import { showPage } from '../../ui/page.tsx'
import { asWordings, UNREAD } from './other-texts.ts'

const draft = 'abc123'
const cafe = exampleOf('cafe-terrace-machines')
const variant = shippedVariant(cafe.variant)
const person = Object.values(cafe.collections.people ?? [])[0]?.id ?? ''

type OfDraft = Extract<Place, { draft: string }>

/** A page of each kind: those of a question, a topic and a list are made by the same parts whichever it is. */
const PLACES: readonly OfDraft[] = [
  ...(['about', 'outcome', 'tasks', 'attachments', 'review', 'packet', 'tree', 'sources', 'ask', 'search'] as const).map(
    (kind): OfDraft => ({ kind, draft }),
  ),
  { kind: 'step', draft, step: variant.steps[2]?.id ?? '', back: false },
  { kind: 'topic', draft, topic: 'people', at: null, back: false },
  { kind: 'topic', draft, topic: 'terrace', at: null, back: false },
  { kind: 'list', draft, list: 'people' },
  { kind: 'list', draft, list: 'terraces' },
  { kind: 'row', draft, row: person, at: null, back: false },
  { kind: 'copy', draft, licence: 'fireSafety' },
  { kind: 'compare', draft, towns: [] },
]

/** What a page says, with what can be folded out. */
async function shown(place: OfDraft, of: 'day' | 'case' | null, lang: 'nl' | 'en'): Promise<string> {
  showPage(<DraftPages place={place} />, cafe, lang, {}, {}, (town) => (of === null ? town : asWordings(town, of)))
  await act(() => new Promise((done) => setTimeout(done, 0)))
  // React counts its ids on
  const said = document.body.innerHTML.replace(/_r_\w+_/g, '')
  cleanup()
  return said
}

describe.each(['case', 'day'] as const)('a text that reads otherwise for a %s', (of) => {
  test.each(PLACES.map((place) => [JSON.stringify(place), place] as const))('does so on the page %s', async (_, place) => {
    const plain = await shown(place, null, 'nl')
    expect(plain.length).toBeGreaterThan(200)
    const other = await shown(place, of, 'nl')
    expect(other).not.toContain(UNREAD)
    expect(other).toBe(plain)
  })
})
