// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { AttachmentsPage } from '../../src/ui/pages/packet/AttachmentsPage.tsx'
import { TasksPage } from '../../src/ui/pages/packet/TasksPage.tsx'
import { exampleOf } from '../journeys/example.ts'
import { showPage } from './page.tsx'

const cafe = { ...exampleOf('cafe-terrace-machines'), attachments: [] }

test('attachments stand by who they are of, what takes weeks first, and say what being in the PDF means', () => {
  showPage(<AttachmentsPage place={{ kind: 'attachments', draft: 'abc123' }} />, cafe)
  const groups = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent ?? '')
  expect(groups[0]).toMatch(/^Begin hier nu mee: dit duurt weken \(0 van \d+ geregeld\)$/)
  expect(groups[1]).toMatch(/^Van de zaak en het bedrijf/)
  expect(groups.length).toBeGreaterThan(2)
  expect(screen.getByText(/open ze met de paperclip/)).toBeDefined()
  expect(document.body.textContent).not.toMatch(/42 dagen/)
})

test('a file can be dropped on its document', async () => {
  const { session } = showPage(<AttachmentsPage place={{ kind: 'attachments', draft: 'abc123' }} />, cafe)
  const [card] = document.querySelectorAll<HTMLElement>('.card')
  const file = new File(['x'], 'plan.pdf', { type: 'application/pdf' })
  fireEvent.drop(card as HTMLElement, { dataTransfer: { files: [file] } })
  await waitFor(() => expect(Object.values(session.view().draft.files).map(({ name }) => name)).toEqual(['plan.pdf']))
})

test('more files than are meant are refused in words, and none of them is left out silently', async () => {
  const { session } = showPage(<AttachmentsPage place={{ kind: 'attachments', draft: 'abc123' }} />, cafe)
  const [card] = document.querySelectorAll<HTMLElement>('.card')
  const files = Array.from({ length: 41 }, (_, index) => new File(['x'], `${index}.pdf`, { type: 'application/pdf' }))
  fireEvent.drop(card as HTMLElement, { dataTransfer: { files } })
  expect(await screen.findByText('U koos te veel bestanden. Kies er hoogstens 40 tegelijk.')).toBeDefined()
  expect(session.view().draft.files).toEqual({})
})

test('one entry of the overview is called Bijlagen', () => {
  showPage(<TasksPage place={{ kind: 'tasks', draft: 'abc123' }} />, cafe)
  const names = screen
    .getAllByRole('heading', { level: 2 })
    .map((heading) => within(heading).queryByRole('link')?.textContent ?? heading.textContent)
  expect(names.filter((name) => name === 'Bijlagen')).toHaveLength(1)
})

describe('what only some people have', () => {
  const amsterdam = exampleOf('cafe-with-terrace', 'amsterdam')
  const fines = () =>
    [...document.querySelectorAll<HTMLElement>('.card')].filter((card) =>
      within(card).queryByRole('heading', { name: /^Kopie van de boetes/ }),
    )

  test('is said to be so, and can be said not to be there', async () => {
    const { session } = showPage(<AttachmentsPage place={{ kind: 'attachments', draft: 'abc123' }} />, { ...amsterdam, attachments: [] })
    const [card] = fines()
    if (!card) throw new Error('fines are not asked')
    expect(within(card).getByText('Dit stuurt u alleen mee als het er is.')).toBeDefined()
    const before = session.view().assessment.counts
    fireEvent.click(within(card).getByRole('checkbox', { name: 'Dit heb ik niet' }))
    const after = session.view().assessment.counts
    expect([after.documents, after.documentsMissing]).toEqual([before.documents - 1, before.documentsMissing - 1])
    await waitFor(() =>
      expect(session.view().draft.file.attachments).toContainEqual({ document: expect.stringMatching(/^fineDecisions@/), none: true }),
    )
    // what everybody must send has no such way out
    for (const other of document.querySelectorAll<HTMLElement>('.card'))
      if (within(other).queryByRole('heading', { name: /^Plattegrond/ }))
        expect(within(other).queryByRole('checkbox', { name: 'Dit heb ik niet' })).toBeNull()
  })

  test('is not asked of who said that there is none', () => {
    const person = amsterdam.collections.people?.find(({ id }) => id === 'p1')
    expect(person?.['person.priorRefusal']).toBe(false)
    showPage(<AttachmentsPage place={{ kind: 'attachments', draft: 'abc123' }} />, { ...amsterdam, attachments: [] })
    const names = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
    expect(names.filter((name) => name?.startsWith('Kopie van de boetes'))).not.toEqual([])
    expect(names.filter((name) => name?.startsWith('Kopie van geweigerde'))).toEqual([])
  })
})

test('a file of another kind than the town wants is refused, and the card says which kind it wants', async () => {
  const { session } = showPage(<AttachmentsPage place={{ kind: 'attachments', draft: 'abc123' }} />, cafe)
  const wanted = session.view().assessment.documents.find(({ accepted }) => accepted.join() === 'pdf')
  const card = [...document.querySelectorAll<HTMLElement>('.card')].find((each) =>
    within(each).queryByRole('heading', { name: wanted?.name ?? '' }),
  )
  if (!card) throw new Error('no document is wanted as pdf alone')
  expect(within(card).getByText('Soort bestand: pdf')).toBeDefined()
  fireEvent.drop(card, { dataTransfer: { files: [new File(['x'], 'plan.txt', { type: 'text/plain' })] } })
  expect(await within(card).findByText(/wil de gemeente een ander soort bestand: pdf/)).toBeDefined()
  expect(session.view().draft.files).toEqual({})
})
