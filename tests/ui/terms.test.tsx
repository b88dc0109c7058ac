// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { TopicPage } from '../../src/ui/pages/questions/TopicPage.tsx'
import { termsIn, termsOf } from '../../src/ui/parts/form/notes/terms-in.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { exampleOf } from '../journeys/example.ts'
import { showPage } from './page.tsx'

const variant = shippedVariant('voorbeeld')
const idsIn = (text: string, lang: 'nl' | 'en' = 'nl'): string[] => termsIn(variant.glossary, text, lang).map(({ id }) => id)

test.each([
  ['De stille vennoot tekent niet.', ['silentPartner']],
  ['Een vennoot en een stille vennoot.', ['partner', 'silentPartner']],
  ['BIBOB, en het Kadaster', ['bibob', 'landRegistry']],
  ['Medevennoot', []],
  ['Hoeveel dB(A)?', ['decibel']],
  ['Niets bijzonders', []],
])('"%s" holds the words %j', (text, expected) => {
  expect(idsIn(text)).toEqual(expected)
})

test('every word that is explained is used by a question, in both languages', () => {
  for (const lang of ['nl', 'en'] as const) {
    const used = new Set(variant.questions.flatMap((question) => termsOf(variant, question, lang).map(({ id }) => id)))
    const said = [
      ...variant.roles.flatMap(({ label, hint }) => [label[lang], hint?.[lang] ?? '']),
      ...variant.groups.map(({ label }) => label[lang]),
    ]
    for (const id of idsIn(said.join(' \n '), lang)) used.add(id)
    expect(variant.glossary.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([])
  }
})

test('an explanation explains with other words than the one it is about', () => {
  for (const { id, term, meaning } of variant.glossary) {
    expect([id, termsIn(variant.glossary, meaning.nl, 'nl').map((each) => each.id)]).toEqual([id, expect.not.arrayContaining([id])])
    expect(meaning.nl.toLowerCase()).not.toContain(`een ${term.nl.toLowerCase()} is`)
  }
})

test('a question shows its hard words on tap, each with what it means', () => {
  const cafe = exampleOf('cafe-terrace-machines')
  showPage(<TopicPage place={{ kind: 'topic', draft: 'abc123', topic: 'environment', at: 'water.greaseTrap', back: false }} />, cafe)
  const tap = screen.getAllByText('Uitleg: vetafscheider')[0] as HTMLElement
  const details = tap.closest('details') as HTMLDetailsElement
  expect(details.open).toBe(false)
  fireEvent.click(tap)
  expect(details.textContent).toContain('haalt, zodat het riool niet verstopt raakt')
})
