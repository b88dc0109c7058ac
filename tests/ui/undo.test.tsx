// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import type { Place } from '../../src/machine/place.ts'
import { ListPage } from '../../src/ui/pages/questions/ListPage.tsx'
import { RowPage } from '../../src/ui/pages/questions/RowPage.tsx'
import { StepPage } from '../../src/ui/pages/questions/StepPage.tsx'
import { TopicPage } from '../../src/ui/pages/questions/TopicPage.tsx'
import { UndoBar } from '../../src/ui/parts/frame/UndoBar.tsx'
import { exampleOf } from '../journeys/example.ts'
import { EMPTY, showPage } from './page.tsx'

const step = (id: string, back = false) => ({ kind: 'step' as const, draft: 'abc123', step: id, back })
const cafe = exampleOf('cafe-terrace-machines')
const doIt = { name: 'Ja, verander het' }
const keep = { name: 'Nee, laat het zoals het was' }
const no = (): HTMLInputElement => screen.getByRole('radio', { name: 'geen automaten of spelen' })
const panel = (): HTMLElement => screen.getByRole('group', { name: 'Deze verandering heeft gevolgen' })

describe('before an answer is changed that more depends on', () => {
  test('the page says what goes, what comes, what it costs and when one can open, and nothing is done yet', () => {
    const { session } = showPage(<StepPage place={step('machines')} />, cafe)
    const before = session.file()
    fireEvent.click(no())
    const said = panel().textContent ?? ''
    expect(said).toMatch(/U maakt van “.+” nu “geen automaten of spelen”\. Er is nog niets veranderd\./)
    expect(said).toMatch(/Dit vervalt.*[Aa]anwezigheidsvergunning.*: vergunning nodig/)
    expect(said).toMatch(/\d+ eerdere antwoorden tellen niet meer mee/)
    expect(said).toMatch(/\d+ bijlagen?/)
    expect(said).toMatch(/Kosten(nu|blijft) [^,]*€\u00a0[\d.,]+/)
    expect(said).toMatch(/Open op zijn vroegst(nu|blijft) /)
    expect(session.file()).toEqual(before)
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(
      'Deze verandering heeft gevolgen. Kies onder de vraag of u het doet.',
    )
  })

  test('what was taken away before comes, in the same words', () => {
    const { session } = showPage(<StepPage place={step('machines')} />, cafe)
    const machines = screen.getAllByRole<HTMLInputElement>('radio').find(({ checked }) => checked) as HTMLElement
    act(() => session.apply([{ kind: 'answer', fact: 'gaming.wanted', value: 'none' }]))
    fireEvent.click(machines)
    expect(panel().textContent).toMatch(/Dit komt erbij.*[Aa]anwezigheidsvergunning.*: vergunning nodig/)
  })

  test('"do it" does it, and "keep" leaves the field as it was; the focus comes back to the answer', async () => {
    const { session } = showPage(<StepPage place={step('machines')} />, cafe)
    const before = session.file()
    const was = screen.getAllByRole<HTMLInputElement>('radio').find(({ checked }) => checked) as HTMLInputElement
    fireEvent.click(no())
    fireEvent.click(screen.getByRole('button', keep))
    await waitFor(() => expect(document.activeElement).toBe(was))
    expect([was.checked, no().checked, screen.queryByRole('button', doIt)]).toEqual([true, false, null])
    expect(session.file()).toEqual(before)
    fireEvent.click(no())
    fireEvent.click(screen.getByRole('button', doIt))
    await waitFor(() => expect(document.activeElement).toBe(no()))
    expect(no().checked).toBe(true)
    expect(session.file().answers).not.toEqual(before.answers)
  })

  test('the keys are enough: on to the buttons, and Escape keeps what it was', async () => {
    const { session } = showPage(<StepPage place={step('machines')} />, cafe)
    const before = session.file()
    const user = userEvent.setup()
    act(() => no().focus())
    await user.keyboard(' ')
    for (let n = 0; n < 9 && document.activeElement !== screen.getByRole('button', doIt); n++) await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('button', doIt))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('button', doIt)).toBeNull())
    expect(session.file()).toEqual(before)
  })

  test('"continue" comes by it first, and goes on once it is done', async () => {
    const { session, visited } = showPage(<StepPage place={step('machines', true)} />, cafe)
    const before = session.file()
    const user = userEvent.setup()
    await user.click(no())
    await user.click(screen.getByRole('button', { name: 'Verder' }))
    await waitFor(() => expect(document.activeElement).toBe(panel()))
    expect([session.file(), visited]).toEqual([before, []])
    await user.click(screen.getByRole('button', doIt))
    await waitFor(() => expect(visited).toEqual(['#/nl/abc123/review']))
    expect(session.file().answers).not.toEqual(before.answers)
  })

  test('who leaves without a choice leaves it as it was', () => {
    const { session, unmount } = showPage(<StepPage place={step('machines')} />, cafe)
    const before = session.file()
    fireEvent.click(no())
    expect(session.file()).toEqual(before)
    unmount()
    expect(session.file()).toEqual(before)
  })

  test('a role that is ticked off is asked about when answers count for it', async () => {
    const { session } = showPage(<RowPage place={{ kind: 'row', draft: 'abc123', row: 'p1', at: null, back: false }} />, cafe)
    const manager = screen.getByRole<HTMLInputElement>('checkbox', { name: /geeft leiding|leidinggevende/i })
    const before = session.file()
    fireEvent.click(manager)
    expect(panel().textContent).toMatch(
      /U haalt “.*leiding.*” weg bij .*Kadıköy.*\. Er is nog niets veranderd\..*\d+ eerdere antwoorden tellen/i,
    )
    expect([manager.checked, session.file()]).toEqual([false, before])
    fireEvent.click(screen.getByRole('button', keep))
    expect(document.activeElement).toBe(manager)
    expect([manager.checked, screen.queryByRole('button', doIt), session.file()]).toEqual([true, null, before])
    fireEvent.click(manager)
    fireEvent.click(screen.getByRole('button', doIt))
    expect([manager.checked, document.activeElement]).toEqual([false, manager])
    expect(session.file()).not.toEqual(before)
  })

  test('a role that was ticked on this page is taken away without a word', () => {
    showPage(<RowPage place={{ kind: 'row', draft: 'abc123', row: 'p1', at: null, back: false }} />, cafe)
    const other = screen
      .getAllByRole<HTMLInputElement>('checkbox')
      .find(({ checked, id }) => !checked && id.startsWith('role-')) as HTMLElement
    fireEvent.click(other)
    fireEvent.click(other)
    expect(screen.queryByRole('button', doIt)).toBe(null)
  })

  test('a row is taken out at once when its own answers go, and asked about when more hangs on it', () => {
    const page = (list: string) => <ListPage place={{ kind: 'list', draft: 'abc123', list }} />
    const rooms = showPage(page('rooms'), cafe)
    const cards = () => screen.getAllByRole('button', { name: /^Verwijderen: / })
    const count = cards().length
    fireEvent.click(cards().at(-1) as HTMLElement)
    expect(cards()).toHaveLength(count - 1)
    // without the room where guests sit nothing is served
    fireEvent.click(cards()[0] as HTMLElement)
    expect(panel().textContent).toMatch(/Dit vervalt.*Alcoholvergunning: vergunning nodig/)
    expect(cards()).toHaveLength(count - 1)
    rooms.unmount()
    const { session } = showPage(page('people'), cafe)
    const before = session.file()
    const remove = cards()[0] as HTMLElement
    fireEvent.click(remove)
    expect(panel().textContent).toMatch(/U verwijdert “.*Kadıköy.*”\. Er is nog niets veranderd\./)
    expect(document.activeElement).toBe(panel())
    fireEvent.click(screen.getByRole('button', keep))
    expect([document.activeElement, session.file()]).toEqual([remove, before])
    fireEvent.click(remove)
    fireEvent.click(screen.getByRole('button', doIt))
    expect(session.file().collections.people).toHaveLength((before.collections.people ?? []).length - 1)
  })

  test('a change that touches nothing else is done at once, and so is an answer that was not there', () => {
    const { session } = showPage(
      <TopicPage place={{ kind: 'topic', draft: 'abc123', topic: 'business', at: 'business.phone', back: false }} />,
      cafe,
    )
    const phone = screen.getByRole<HTMLInputElement>('textbox', { name: /[Tt]elefoon/ })
    fireEvent.change(phone, { target: { value: '020 555 01 23' } })
    fireEvent.blur(phone)
    expect(screen.queryByRole('button', doIt)).toBeNull()
    expect(session.file().answers['business.phone']).toBe('020 555 01 23')
  })
})

describe('what was done last', () => {
  const place: Place & { draft: string } = step('machines')
  const bar = () => within(screen.getByRole('region', { name: 'Uw laatste antwoord' }))

  test('is named in one bar, also the first answer of a field, and undone with one press, wherever one is', () => {
    const { session } = showPage(<UndoBar place={place} />, { ...EMPTY })
    expect(screen.queryByRole('region', { name: 'Uw laatste antwoord' })).toBeNull()
    const before = session.file()
    act(() => session.apply([{ kind: 'answer', fact: 'activity.alcohol', value: 'onSite' }]))
    act(() => session.apply([{ kind: 'answer', fact: 'application.kind', value: 'new' }]))
    const last = bar().getByRole('button', { name: 'Ongedaan maken' })
    expect(document.getElementById(last.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/\? nieuwe zaak$/)
    fireEvent.click(last)
    expect(session.file().answers).toEqual({ 'activity.alcohol': 'onSite' })
    expect(bar().getByRole('status').textContent).toMatch(/^Ongedaan gemaakt: .*\? nieuwe zaak$/)
    fireEvent.click(bar().getByRole('button', { name: 'Ongedaan maken' }))
    expect(session.file()).toEqual(before)
    expect(bar().queryByRole('button', { name: 'Ongedaan maken' })).toBeNull()
    fireEvent.click(bar().getByRole('button', { name: 'Toch doen' }))
    fireEvent.click(bar().getByRole('button', { name: 'Toch doen' }))
    expect(session.file().answers).toEqual({ 'activity.alcohol': 'onSite', 'application.kind': 'new' })
  })

  test('says what it was before', () => {
    const { session } = showPage(<UndoBar place={place} />, cafe)
    act(() => session.apply([{ kind: 'answer', fact: 'business.tradeName', value: 'Café Nieuw' }]))
    expect(bar().getByText(`Handelsnaam: Café Nieuw (was ${cafe.answers['business.tradeName']})`, { exact: false })).toBeDefined()
  })

  test('the keys stay in the bar when a button in it is gone', () => {
    const { session } = showPage(<UndoBar place={place} />, { ...EMPTY })
    act(() => session.apply([{ kind: 'answer', fact: 'activity.alcohol', value: 'onSite' }]))
    const button = bar().getByRole('button', { name: 'Ongedaan maken' })
    act(() => button.focus())
    fireEvent.click(button)
    expect(document.activeElement).toBe(bar().getByRole('button', { name: 'Toch doen' }))
  })
})
