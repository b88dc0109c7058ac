// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { StepPage } from '../../src/ui/pages/StepPage.tsx'
import { TopicPage } from '../../src/ui/pages/TopicPage.tsx'
import { exampleOf } from '../journeys/example.ts'
import { showPage } from './page.tsx'

const topic = (id: string) => ({ kind: 'topic' as const, draft: 'abc123', topic: id, at: null, back: false })
const panels = (): HTMLElement[] => {
  const found = [...document.querySelectorAll<HTMLDetailsElement>('details.why')]
  for (const panel of found) {
    panel.open = true
    fireEvent(panel, new Event('toggle'))
  }
  return found
}

describe('why a question is asked', () => {
  test.each([
    { lang: 'nl' as const, box: /^Aanvraag alcoholwetvergunning: AL-\d+ \S.*Grond: Alcoholwet art\. \d/ },
    { lang: 'en' as const, box: /^Application for an alcohol licence: AL-\d+ \S.*Ground: Alcoholwet art\. \d/ },
  ])('names form, number and label of each box and its ground ($lang)', ({ lang, box }) => {
    showPage(<TopicPage place={topic('alcohol')} />, exampleOf('cafe-terrace-machines'), lang)
    const lines = panels().flatMap((panel) => within(panel).queryAllByRole('listitem'))
    expect(lines.map((line) => line.textContent ?? '').some((text) => box.test(text))).toBe(true)
  })

  test.each(['application', 'business', 'premises', 'alcohol', 'kitchen', 'fireSafety'])(
    'shows no code of ours and no English (%s)',
    (id) => {
      showPage(<TopicPage place={topic(id)} />, exampleOf('cafe-terrace-machines'))
      for (const panel of panels()) {
        expect(panel.textContent).not.toMatch(/\[[A-Z]|\bidem\b|not seen|\b(?:the|and|which|practice)\b/)
      }
    },
  )

  test('says what an answer decides that stands in no box', () => {
    showPage(<StepPage place={{ kind: 'step', draft: 'abc123', step: 'guests', back: false }} />, exampleOf('cafe-terrace-machines'))
    const [panel] = panels()
    expect(panel?.textContent).toMatch(/of u dit nodig heeft: |Dit antwoord komt in/)
    expect(screen.queryByText(/bepaalt welke vragen en formulieren/)).toBeNull()
  })
})
