// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { inMemory } from '../../src/draft/storage/storage.ts'
import { assess } from '../../src/engine/assess.ts'
import { daysLater } from '../../src/feel/count-days.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { exampleToday } from '../../src/ui/pages/example-today.ts'
import { StartPage } from '../../src/ui/pages/StartPage.tsx'
import { shippedVariant } from '../engine/shipped.ts'
import { exampleOf } from '../journeys/example.ts'
import { ADDRESS } from '../made-up/fact-names.ts'
import { EMPTY, showPage } from './page.tsx'

const cafe = exampleOf('cafe-terrace-machines')

test('whatever the day, the example opens without anything that holds it back, and with files that come later', () => {
  const variant = shippedVariant(cafe.variant)
  for (const ahead of [0, 45, 200, 365, 500]) {
    const today = daysLater('2026-11-24', ahead) ?? ''
    const file = exampleToday(cafe, variant.names.application.startDate, today)
    const { answers, findings } = readAnswers(file, variant, 'example', () => ({ line: 1, column: 1 }))
    expect(findings).toEqual([])
    const { checks, dates, licences } = assess(variant, answers, { today })
    expect(checks.filter(({ severity }) => severity === 'block')).toEqual([])
    expect(dates.start && dates.start > today).toBe(true)
    expect(licences.filter(({ verdict }) => verdict === 'needed').length).toBeGreaterThan(4)
    expect(file.attachments.filter((entry) => 'file' in entry)).toEqual([])
    expect(file.attachments).toHaveLength(cafe.attachments.length)
  }
})

test('one press makes a draft that is marked, and its card says so', async () => {
  const storage = inMemory()
  const variant = shippedVariant(cafe.variant)
  const town = { id: cafe.variant, name: 'Voorbeeld', extends: 'base', address: ADDRESS, example: true, postcodes: [], area: null }
  const { visited, unmount } = showPage(<StartPage problem={null} />, EMPTY, 'nl', {
    storage,
    towns: [{ ...town, load: () => Promise.resolve({ variant }) }],
    example: () => Promise.resolve(cafe),
  })
  fireEvent.click(screen.getByRole('button', { name: 'Probeer met een voorbeeld' }))
  await waitFor(() => expect(visited).toHaveLength(1))
  expect(visited[0]).toMatch(/\/outcome$/)
  const { drafts } = await storage.list()
  expect(drafts.map(({ example }) => example)).toEqual([true])
  unmount()
  showPage(<StartPage problem={null} />, EMPTY, 'nl', { storage })
  expect(await screen.findByRole('heading', { name: /^Een voorbeeld: / })).toBeDefined()
})

test('where the rules have no example none is offered', () => {
  showPage(<StartPage problem={null} />)
  expect(screen.queryByRole('button', { name: 'Probeer met een voorbeeld' })).toBeNull()
})
