// @vitest-environment jsdom
import { fireEvent } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { StepPage } from '../../src/ui/pages/questions/StepPage.tsx'
import { TopicPage } from '../../src/ui/pages/questions/TopicPage.tsx'
import { exampleOf } from '../journeys/example.ts'
import { EMPTY, showPage } from './page.tsx'

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
    showPage(<TopicPage place={topic('business')} />, exampleOf('cafe-terrace-machines'), lang)
    const lines = panels().flatMap((panel) => [...panel.querySelectorAll('li')])
    expect(lines.map((line) => line.textContent ?? '').filter((text) => box.test(text))).not.toEqual([])
  })

  test.each(['business', 'alcohol', 'fireSafety'])('shows no code of ours and no English (%s)', (id) => {
    showPage(<TopicPage place={topic(id)} />, exampleOf('cafe-terrace-machines'))
    for (const panel of panels()) {
      expect(panel.textContent).not.toMatch(/\[[A-Z]|\bidem\b|not seen|\b(?:the|and|which|practice)\b/)
    }
  })

  test('says what an answer decides that stands in no box', () => {
    showPage(<StepPage place={{ kind: 'step', draft: 'abc123', step: 'guests', back: false }} />, {
      ...EMPTY,
      answers: { 'application.kind': 'new', 'application.startDate': '2027-06-01', 'premises.kind': 'building' },
    })
    const [panel] = panels()
    expect(panel?.textContent).toMatch(/Dit antwoord telt mee voor:.*welke andere vragen u krijgt/)
  })
})
