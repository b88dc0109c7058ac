// @vitest-environment jsdom
import { act, fireEvent, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { samePacket, sendKey } from '../../src/draft/same-packet.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { sendSheets } from '../../src/engine/packet/send-sheets.ts'
import { PacketPage } from '../../src/ui/pages/packet/PacketPage.tsx'
import { SEND_STEPS } from '../../src/ui/text/later/packet/send-steps.ts'
import { exampleOf } from '../journeys/example.ts'
import { showPage } from './page.tsx'

const cafe = exampleOf('cafe-terrace-machines')
const shown = () => {
  const page = showPage(<PacketPage place={{ kind: 'packet', draft: 'abc123' }} />, cafe)
  const { application } = page.session.view()
  const folds = [...document.querySelectorAll<HTMLDetailsElement>('details.send')]
  return { ...page, folds, sheets: sendSheets(application, coverage(application)) }
}

test('each licence has its steps in order, each with a tick and what to do; the first licence is open', () => {
  const { folds, sheets } = shown()
  expect(folds).toHaveLength(sheets.length)
  expect(folds.map(({ open }) => open)).toEqual(sheets.map((_, index) => index === 0))
  folds.forEach((fold, index) => {
    const steps = (sheets[index]?.steps ?? []).filter(({ kind }) => kind !== 'finish')
    const ticks = [...fold.querySelectorAll('input[type=checkbox]')]
    expect(ticks.map((tick) => tick.closest('label')?.textContent)).toEqual(steps.map(({ kind }) => SEND_STEPS.nl.titles[kind]))
    for (const tick of ticks) {
      const how = document.getElementById(tick.getAttribute('aria-describedby') ?? '')
      expect(how?.textContent?.trim()).not.toBe('')
    }
    expect(fold.querySelector('summary')?.textContent).toContain(`0 van ${steps.length} stappen gedaan`)
    expect(within(fold).getByText('Wat er daarna gebeurt')).toBeDefined()
  })
})

test('a tick is kept, counted and taken back; the packet that was made stays the packet', async () => {
  const { folds, sheets, session } = shown()
  const [sheet] = sheets
  const [fold] = folds
  if (!sheet || !fold) throw new Error('nothing to hand in')
  const before = session.view()
  const ticks = [...fold.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
  for (const tick of ticks) fireEvent.click(tick)
  await act(() => session.flush())
  const kept = session.view().draft.copied[sendKey(sheet.licence)]?.done
  expect(kept).toEqual(sheet.steps.flatMap(({ kind }) => (kind === 'finish' ? [] : [kind])))
  expect(fold.querySelector('summary')?.textContent).toContain('alles gedaan')
  // nothing is folded away under the finger that ticks
  expect(fold.open).toBe(true)
  expect(samePacket(before, session.view())).toBe(true)
  fireEvent.click(ticks[0] as HTMLInputElement)
  expect(fold.querySelector('summary')?.textContent).toContain(`${ticks.length - 1} van ${ticks.length} stappen gedaan`)
  // what is copied travels in the packet, and makes it another one
  act(() => session.noteCopied(sheet.licence, 'a box', true))
  expect(samePacket(before, session.view())).toBe(false)
})
