// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AttachmentsPage } from '../../src/ui/pages/AttachmentsPage.tsx'
import { TasksPage } from '../../src/ui/pages/TasksPage.tsx'
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

test('one entry of the overview is called Bijlagen', () => {
  showPage(<TasksPage place={{ kind: 'tasks', draft: 'abc123' }} />, cafe)
  const names = screen
    .getAllByRole('heading', { level: 2 })
    .map((heading) => within(heading).queryByRole('link')?.textContent ?? heading.textContent)
  expect(names.filter((name) => name === 'Bijlagen')).toHaveLength(1)
})
