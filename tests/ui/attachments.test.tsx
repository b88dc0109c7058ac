// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { daysBetween } from '../../src/feel/count-days.ts'
import { AttachmentsPage } from '../../src/ui/pages/packet/AttachmentsPage.tsx'
import { TasksPage } from '../../src/ui/pages/packet/TasksPage.tsx'
import { documentGroups, slowKeys } from '../../src/ui/parts/attachments/groups.ts'
import { fileLimits } from '../../src/ui/parts/send/channel-limits.ts'
import type { Site } from '../../src/ui/site.ts'
import { exampleOf } from '../journeys/example.ts'
import { showPage } from './page.tsx'

const cafe = { ...exampleOf('cafe-terrace-machines'), attachments: [] }

test('attachments stand by who they are of, what takes weeks first, and say where they stand in the PDF', () => {
  showPage(<AttachmentsPage place={{ kind: 'attachments', draft: 'abc123' }} />, cafe)
  const groups = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent ?? '')
  expect(groups[0]).toMatch(/^Begin hier nu mee: dit duurt weken \(0 van \d+ geregeld\)$/)
  expect(groups[1]).toMatch(/^Van de zaak en het bedrijf/)
  expect(groups.length).toBeGreaterThan(2)
  expect(screen.getByText(/staan als bladen achter in de pdf/)).toBeDefined()
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

test('a file that the town does not take in is refused when it is chosen, with what the town does take', async () => {
  const { session } = showPage(<AttachmentsPage place={{ kind: 'attachments', draft: 'abc123' }} />, cafe)
  const strict = [...document.querySelectorAll<HTMLElement>('.card')].find((card) => card.textContent?.includes('(hoogstens 20 MB)'))
  if (!strict) throw new Error('no document goes by a way with a limit')
  const file = new File(['x'], 'plan.pdf', { type: 'application/pdf' })
  Object.defineProperty(file, 'size', { value: 21 * 1024 * 1024 })
  fireEvent.drop(strict, { dataTransfer: { files: [file] } })
  expect(await screen.findByText('Dit bestand is te groot. Kies een bestand van hoogstens 20 MB.')).toBeDefined()
  expect(session.view().draft.files).toEqual({})
})

test('one entry of the overview is called Bijlagen', () => {
  showPage(<TasksPage place={{ kind: 'tasks', draft: 'abc123' }} />, cafe)
  const names = screen
    .getAllByRole('heading', { level: 2 })
    .map((heading) => within(heading).queryByRole('link')?.textContent ?? heading.textContent)
  expect(names.filter((name) => name === 'Bijlagen')).toHaveLength(1)
})

test.each([
  ['nothing is said', [], [], { megabytes: 25, kinds: [] }],
  ['the way says it', [], [{ id: 'terrace', maxFileMegabytes: 5, fileKinds: ['pdf'] }], { megabytes: 5, kinds: ['pdf'] }],
  ['both say it', ['pdf', 'jpg'], [{ id: 'terrace', maxFileMegabytes: null, fileKinds: ['jpg'] }], { megabytes: 25, kinds: ['jpg'] }],
  ['nothing in common', ['jpg'], [{ id: 'terrace', maxFileMegabytes: 40, fileKinds: ['pdf'] }], { megabytes: 25, kinds: ['jpg'] }],
  ['another licence says it', ['pdf'], [{ id: 'alcohol', maxFileMegabytes: 1, fileKinds: ['jpg'] }], { megabytes: 25, kinds: ['pdf'] }],
] as const)('what a file may be when %s', (_title, accepted, channels, expected) => {
  const document = { licences: ['terrace'], accepted } as unknown as Parameters<typeof fileLimits>[1]
  expect(fileLimits({ channels } as unknown as Parameters<typeof fileLimits>[0], document)).toEqual(expected)
})

describe('several files of one document', () => {
  const place = { kind: 'attachments', draft: 'abc123' } as const
  const pdfCard = (session: ReturnType<typeof showPage>['session']): HTMLElement => {
    const lease = session.view().assessment.documents.find(({ id }) => id === 'lease')
    const card = [...document.querySelectorAll<HTMLElement>('.card')].find((each) =>
      within(each).queryByRole('heading', { name: lease?.name ?? '' }),
    )
    if (!card) throw new Error('no lease is asked')
    return card
  }
  const drop = (card: HTMLElement, ...names: string[]): void => {
    const files = names.map((name) => new File([name], name, { type: 'application/pdf' }))
    fireEvent.drop(card, { dataTransfer: { files } })
  }

  test('stand with name, size and pages, each to be taken away on its own', async () => {
    const { session } = showPage(<AttachmentsPage place={place} />, cafe, 'nl', { shownAs: () => Promise.resolve({ pages: 3 }) })
    const card = pdfCard(session)
    drop(card, 'huur.pdf', 'bijlage.pdf')
    await waitFor(() => expect(Object.keys(session.view().draft.files)).toEqual(['lease', 'lease#2']))
    drop(card, 'huur.pdf')
    const list = await within(card).findByRole('list', { name: /^Bestanden bij / })
    await waitFor(() =>
      expect(
        within(list)
          .getAllByRole('listitem')
          .map(({ textContent }) => textContent),
      ).toEqual(['huur.pdf1 kB, 3 bladzijdenWeghalen', 'bijlage.pdf1 kB, 3 bladzijdenWeghalen', 'huur (2).pdf1 kB, 3 bladzijdenWeghalen']),
    )
    // the answers name each of them, and the number of a file that went is not given again
    expect(session.file().attachments.map((each) => 'file' in each && each.file)).toEqual(['huur.pdf', 'bijlage.pdf', 'huur (2).pdf'])
    fireEvent.click(within(card).getByRole('button', { name: 'Weghalen: bijlage.pdf' }))
    await waitFor(() => expect(Object.keys(session.view().draft.files)).toEqual(['lease', 'lease#3']))
    drop(card, 'nieuw.pdf')
    await waitFor(() => expect(Object.keys(session.view().draft.files)).toEqual(['lease', 'lease#3', 'lease#4']))
    const state = () => session.view().application.answers.attachments.get('lease')
    for (const name of ['huur.pdf', 'huur (2).pdf', 'nieuw.pdf']) {
      expect(state()).toBe('attached')
      fireEvent.click(within(card).getByRole('button', { name: `Weghalen: ${name}` }))
      await waitFor(() => expect(within(card).queryByRole('button', { name: `Weghalen: ${name}` })).toBeNull())
    }
    await waitFor(() => expect([state(), session.view().draft.files]).toEqual([undefined, {}]))
  })

  test('one that is refused is named, and what came before it stays', async () => {
    const shownAs = (name: string) => Promise.resolve(name === 'slot.pdf' ? ({ why: 'locked' } as const) : { pages: 1 })
    const { session } = showPage(<AttachmentsPage place={place} />, cafe, 'nl', { shownAs })
    drop(pdfCard(session), 'goed.pdf', 'slot.pdf')
    expect(await screen.findByText('slot.pdf is beveiligd met een wachtwoord. Kies een bestand zonder wachtwoord.')).toBeDefined()
    expect(Object.values(session.view().draft.files).map(({ name }) => name)).toEqual(['goed.pdf'])
  })

  test('become one PDF with one press, in their order', async () => {
    const joined: string[] = []
    const joinFiles: Site['joinFiles'] = (leaves) => {
      joined.push(...leaves.map(({ name }) => name))
      return Promise.resolve({ ok: true, bytes: new Uint8Array([1, 2, 3]), pages: 2 })
    }
    const { session } = showPage(<AttachmentsPage place={place} />, cafe, 'nl', { joinFiles })
    const card = pdfCard(session)
    expect(within(card).queryByRole('button', { name: /^Maak er één pdf van/ })).toBeNull()
    drop(card, 'een.pdf', 'twee.pdf')
    fireEvent.click(await within(card).findByRole('button', { name: /^Maak er één pdf van/ }))
    await waitFor(() => expect(Object.keys(session.view().draft.files)).toEqual(['lease#3']))
    expect(joined).toEqual(['een.pdf', 'twee.pdf'])
  })
})

test('in each group stands first what must be begun first, with the day', () => {
  const { session } = showPage(<AttachmentsPage place={{ kind: 'attachments', draft: 'abc123' }} />, cafe)
  for (const group of documentGroups(session.view(), slowKeys(session.view()))) {
    const begins = group.documents.map(({ begin }) => begin ?? '9999')
    expect(begins).toEqual(begins.toSorted())
    for (const { document, begin } of group.documents)
      expect(begin === null ? null : daysBetween(begin, session.view().assessment.dates.filing)).toBe(document.leadDays)
  }
  expect(screen.getAllByText(/^Begin (hiermee uiterlijk op \d+ \w+ \d{4}|hier vandaag mee)\./).length).toBeGreaterThan(2)
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
  expect(within(card).getByText(/^Soort bestand: pdf \(hoogstens \d+ MB\)$/)).toBeDefined()
  fireEvent.drop(card, { dataTransfer: { files: [new File(['x'], 'plan.txt', { type: 'text/plain' })] } })
  expect(await within(card).findByText(/wil de gemeente een ander soort bestand: pdf/)).toBeDefined()
  expect(session.view().draft.files).toEqual({})
})
