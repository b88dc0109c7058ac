// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import type { Session } from '../../src/draft/session.ts'
import type { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { allowedPlace } from '../../src/ui/draft-room.ts'
import { ReviewPage } from '../../src/ui/pages/packet/ReviewPage.tsx'
import { ListPage } from '../../src/ui/pages/questions/ListPage.tsx'
import { RowPage } from '../../src/ui/pages/questions/RowPage.tsx'
import { StepPage } from '../../src/ui/pages/questions/StepPage.tsx'
import { TopicPage } from '../../src/ui/pages/questions/TopicPage.tsx'
import { UndoBar } from '../../src/ui/parts/frame/UndoBar.tsx'
import { exampleOf } from '../journeys/example.ts'
import { EMPTY, showPage } from './page.tsx'

const step = (id: string) => ({ kind: 'step' as const, draft: 'abc123', step: id, back: false })
const begun = { ...EMPTY, answers: { 'application.kind': 'new', 'application.startDate': '2027-06-01', 'premises.kind': 'building' } }

describe('a question of the tree', () => {
  test('is the heading of its page and the name of its options', () => {
    showPage(<StepPage place={step('guests')} />, begun)
    expect(screen.getByRole('heading', { level: 1, name: 'Wat doen uw gasten vooral bij u?' })).toBeDefined()
    expect(within(screen.getByRole('group', { name: 'Wat doen uw gasten vooral?' })).getAllByRole('radio').length).toBeGreaterThan(4)
  })

  test('says how many earlier answers no longer count by it, until it is changed back', async () => {
    showPage(<StepPage place={step('machines')} />, exampleOf('cafe-terrace-machines'))
    const said = () => screen.queryByText(/eerdere antwoorden niet meer mee/)?.textContent ?? ''
    await new Promise((done) => setTimeout(done, 0))
    expect(said()).toBe('')
    const [machines] = screen.getAllByRole('radio').filter((each) => (each as HTMLInputElement).checked)
    fireEvent.click(screen.getByRole('radio', { name: 'geen automaten of spelen' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Ja, verander het' }))
    await waitFor(() =>
      expect(said()).toMatch(/^Door wat u hier veranderde, tellen \d+ eerdere antwoorden niet meer mee\. Ze zijn bewaard/),
    )
    fireEvent.click(machines as HTMLElement)
    fireEvent.click(await screen.findByRole('button', { name: 'Ja, verander het' }))
    await waitFor(() => expect(said()).toBe(''))
  })

  test('has a way back to the one before it', () => {
    showPage(<StepPage place={step('guests')} />, begun)
    const back = screen.getByRole('link', { name: 'Terug' }).getAttribute('href')
    expect(back).toBe('#/nl/abc123/step/place')
  })

  test('left open, it says what is missing, in focus, with a link to the field', async () => {
    const { visited } = showPage(<StepPage place={step('guests')} />, begun)
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Verder' }))
    const alert = await screen.findByRole('alert')
    expect(document.activeElement).toBe(alert)
    const radio = screen.getAllByRole('radio')[0] as HTMLInputElement
    expect(radio.getAttribute('aria-invalid')).toBe('true')
    const said = (radio.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent)
    expect(said.join(' ')).toContain('Kies een antwoord')
    expect(within(alert).getByRole('heading').textContent).toBe('Er ontbreekt nog iets')
    await user.click(within(alert).getByRole('link'))
    expect(document.activeElement).toBe(radio)
    expect(visited).toEqual([])
  })

  test('answered, it is in the draft at once and leads to the next step', async () => {
    const { session, visited } = showPage(<StepPage place={step('guests')} />, begun)
    expect(allowedPlace(session, step('guests'))).toEqual(step('guests'))
    const user = userEvent.setup()
    await user.click(screen.getAllByRole('radio')[0] as HTMLElement)
    expect(session.view().application.answers.values.get('activity.main')).toBe('drinking')
    await user.click(screen.getByRole('button', { name: 'Verder' }))
    expect(visited).toEqual(['#/nl/abc123/step/alcohol'])
  })

  test('answered with "not known yet", it says that the box stays open, until there is an answer', async () => {
    showPage(<StepPage place={step('legalForm')} />, exampleOf('cafe-terrace-machines'))
    const user = userEvent.setup()
    expect(screen.queryByText(/blijft dit vak open/)).toBeNull()
    await user.click(screen.getByRole('radio', { name: 'nog niet bekend' }))
    expect(await screen.findByText(/blijft dit vak open/)).toBeDefined()
    await user.click(screen.getByRole('radio', { name: 'bv' }))
    await waitFor(() => expect(screen.queryByText(/blijft dit vak open/)).toBeNull())
  })

  test('shows its warning under the answer, before anybody goes on', async () => {
    showPage(<StepPage place={{ kind: 'sharpen', draft: 'abc123', step: 'zoning' }} />, begun)
    await userEvent.setup().click(screen.getAllByRole('radio', { name: 'nee' })[0] as HTMLElement)
    const group = screen.getByRole('group', { name: /volgens het omgevingsplan/ })
    expect(within(group).getByRole('status').textContent).toMatch(/.{20}/)
  })
})

describe('a page of a topic', () => {
  const business = { kind: 'topic' as const, draft: 'abc123', topic: 'business', at: null, back: false }
  const cafe = {
    ...begun,
    answers: {
      ...begun.answers,
      'activity.alcohol': 'onSite',
      'activity.main': 'drinking',
      'business.aim': 'commercial',
      'business.legalForm': 'soleTrader',
    },
  }

  test('keeps what is typed when the field is left, and takes a wrong number only when it is mended', async () => {
    const { session } = showPage(<TopicPage place={business} />, cafe)
    const user = userEvent.setup()
    const kvk = screen.getByRole('textbox', { name: /kvk/i })
    await user.type(kvk, '1234')
    await user.click(screen.getByRole('button', { name: 'Verder' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Een KVK-nummer heeft 8 cijfers')
    expect(session.view().application.answers.values.has('business.kvkNumber')).toBe(false)
    await user.clear(kvk)
    await user.type(kvk, '9012 3457')
    await user.tab()
    await expect.poll(() => session.view().application.answers.values.get('business.kvkNumber')).toBe('90123457')
  })

  test('keeps half an answer as it was typed, says what is wrong with it, and does not go on with the older one', async () => {
    const { session, unmount } = showPage(<TopicPage place={business} />, {
      ...cafe,
      answers: { ...cafe.answers, 'business.kvkNumber': '90123457' },
    })
    const user = userEvent.setup()
    const kvk = screen.getByRole('textbox', { name: /kvk/i }) as HTMLInputElement
    await expect.poll(() => kvk.value).toBe('90123457')
    await user.clear(kvk)
    await user.type(kvk, '9012')
    // before the field is left
    expect(session.view().draft.typed).toEqual({ 'business.kvkNumber': '9012' })
    await user.tab()
    await expect.poll(() => kvk.getAttribute('aria-invalid')).toBe('true')
    expect(session.view().application.answers.values.has('business.kvkNumber')).toBe(false)
    expect(session.view().draft.typed).toEqual({ 'business.kvkNumber': '9012' })
    unmount()
    const { session: again } = showPage(<TopicPage place={business} />, session.view().draft.file, 'nl', {}, session.view().draft.typed)
    const field = screen.getByRole('textbox', { name: /kvk/i }) as HTMLInputElement
    await expect.poll(() => field.value).toBe('9012')
    expect(await screen.findByText(/Een KVK-nummer heeft 8 cijfers/)).toBeDefined()
    await user.clear(field)
    await user.type(field, '90123457')
    await user.tab()
    await expect.poll(() => again.view().application.answers.values.get('business.kvkNumber')).toBe('90123457')
    expect(again.view().draft.typed).toEqual({})
    expect(screen.queryByText(/Een KVK-nummer heeft 8 cijfers/)).toBeNull()
  })

  test('a field that is left shows what was understood, and follows what another tab says; one that is typed in stays', async () => {
    const { session } = showPage(<TopicPage place={business} />, cafe)
    const user = userEvent.setup()
    const kvk = screen.getByRole('textbox', { name: /kvk/i }) as HTMLInputElement
    await user.type(kvk, '9012 3457')
    expect(kvk.value).toBe('9012 3457')
    await user.tab()
    await expect.poll(() => kvk.value).toBe('90123457')
    const say = (value: string): void => session.apply([{ kind: 'answer', fact: 'business.kvkNumber', value }])
    await act(async () => say('69599068'))
    await expect.poll(() => kvk.value).toBe('69599068')
    await user.clear(kvk)
    await user.type(kvk, '1')
    await act(async () => say('90123457'))
    expect(kvk.value).toBe('1')
  })

  test('somebody who comes for one field has it in focus', async () => {
    showPage(<TopicPage place={{ ...business, at: 'business.kvkNumber', back: true }} />, cafe)
    await expect.poll(() => document.activeElement?.getAttribute('name')).toBe('business/kvkNumber')
  })

  test('can be left for later', async () => {
    const { visited } = showPage(<TopicPage place={business} />, cafe)
    await userEvent.setup().click(screen.getByRole('button', { name: 'Later invullen' }))
    expect(visited[0]).toMatch(/^#\/nl\/abc123\/(topic\/business\/|tasks)/)
  })
})

describe('people are entered once', () => {
  const list = { kind: 'list' as const, draft: 'abc123', list: 'people' }
  const withPeople = {
    ...begun,
    answers: { ...begun.answers, 'activity.alcohol': 'onSite', 'business.legalForm': 'soleTrader' },
    collections: { people: [{ id: 'p1', 'person.firstNames': 'Özgür', 'person.lastName': 'Kadıköy', roles: ['owner'] }] },
  }

  test('a card shows the name, the roles and what is missing, and a removed one can be taken back', async () => {
    const { session } = showPage(
      <>
        <ListPage place={list} />
        <UndoBar place={list} />
      </>,
      {
        ...withPeople,
        collections: { people: [...withPeople.collections.people, { id: 'p2' }, { id: 'p3' }] },
      },
    )
    const user = userEvent.setup()
    const [card] = screen.getAllByRole('listitem')
    expect(card?.textContent).toMatch(/Özgür Kadıköy.*Eigenaar/)
    await user.click(screen.getByRole('button', { name: 'Verwijderen: Özgür Kadıköy' }))
    expect(session.view().application.answers.lists.get('people')).toEqual(['p2', 'p3'])
    await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }))
    expect(session.view().application.answers.lists.get('people')).toEqual(['p1', 'p2', 'p3'])
    expect(session.view().application.memo.get('listInput|people')).toMatchObject({ ids: ['p1', 'p2', 'p3'] })
  })

  test('somebody of whom nobody said what they do is not called complete, and the last look names them: they stand on no form', async () => {
    const cafe = exampleOf('cafe-terrace-machines')
    const people = [...(cafe.collections.people ?? []), { id: 'p99', 'person.firstNames': 'Özgür', 'person.lastName': 'Kaya' }]
    const file = { ...cafe, collections: { ...cafe.collections, people } }
    const list = showPage(<ListPage place={{ kind: 'list', draft: 'abc123', list: 'people' }} />, file)
    const states = [...document.querySelectorAll('.cards .task__state')].map(({ textContent }) => textContent)
    expect(new Set(states.slice(0, -1))).toEqual(new Set(['compleet']))
    expect(states.at(-1)).toMatch(/^Staat op geen enkel formulier/)
    list.unmount()
    const review = showPage(<ReviewPage place={{ kind: 'review', draft: 'abc123' }} />, file)
    const named = () => screen.queryByText(/^Dit staat op geen enkel formulier/)?.parentElement?.textContent ?? ''
    expect(named()).toContain('Özgür Kaya')
    act(() =>
      review.session.apply([
        { kind: 'addRow', collection: 'roles', parent: 'p99', id: 'p99/manager', subject: 'role' },
        { kind: 'answer', fact: 'role.kind', row: 'p99/manager', value: 'manager' },
      ]),
    )
    expect(named()).toBe('')
  })

  test('ticking a role says how many questions come with it, and asks them', async () => {
    const cafe = exampleOf('cafe-terrace-machines')
    const { session } = showPage(<RowPage place={{ kind: 'row', draft: 'abc123', row: 'p1', at: null, back: false }} />, {
      ...cafe,
      collections: { ...cafe.collections, ...withPeople.collections },
    })
    const role = { name: /Leidinggevende op de vergunning\s*hier komen \d+ vragen bij/ }
    const manager = await screen.findByRole('checkbox', role)
    const before = session.view().assessment.questions.open.length
    await userEvent.setup().click(manager)
    expect(session.view().assessment.questions.open.length).toBeGreaterThan(before)
    expect(session.view().draft.file).toBeDefined()
  })

  test('only roles that this business has a use for are offered, each with a line about who has it', () => {
    showPage(<RowPage place={{ kind: 'row', draft: 'abc123', row: 'p1', at: null, back: false }} />, {
      ...withPeople,
      answers: { ...withPeople.answers, 'business.legalForm': 'vof' },
    })
    const names = screen.getAllByRole('checkbox').map((each) => each.getAttribute('id'))
    expect(names).toEqual(expect.arrayContaining(['role-partner', 'role-manager']))
    // somebody has it already: it can be taken away
    expect(names).toContain('role-owner')
    expect(names).not.toContain('role-director')
    expect(names).not.toContain('role-fiscalPartner')
    expect(screen.getByRole('checkbox', { name: /^Vennoot/, description: /samen met een of meer anderen/ })).toBeDefined()
  })

  test('ticking four roles does not pour their questions over the page: the heading says how many pages there are', async () => {
    const vof = exampleOf('bibob-vof')
    showPage(<RowPage place={{ kind: 'row', draft: 'abc123', row: 'p99', at: null, back: false }} />, {
      ...vof,
      collections: { ...vof.collections, people: [...(vof.collections.people ?? []), { id: 'p99' }] },
      complete: vof.complete.filter((list) => list !== 'people'),
    })
    const user = userEvent.setup()
    for (const role of ['partner', 'manager', 'leader', 'contact']) await user.click(document.getElementById(`role-${role}`) as HTMLElement)
    await expect.poll(() => screen.getByRole('heading', { level: 1 }).textContent).toMatch(/\(1\/[4-9]\)$/)
    const fields = new Set([...document.querySelectorAll<HTMLInputElement>('form [name]')].map(({ name }) => name))
    expect(fields.size).toBeLessThan(10)
  })

  test('what is wrong stands above the roles', async () => {
    showPage(<RowPage place={{ kind: 'row', draft: 'abc123', row: 'p1', at: null, back: false }} />, {
      ...withPeople,
      collections: { people: [{ id: 'p1' }] },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Verder' }))
    const alert = await screen.findByRole('alert')
    const roles = screen.getAllByRole('checkbox')[0] as HTMLElement
    expect(alert.compareDocumentPosition(roles) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  })

  test('the list is complete when somebody says so', async () => {
    const { session, visited } = showPage(<ListPage place={list} />, withPeople)
    const user = userEvent.setup()
    await user.click(screen.getByRole('checkbox', { name: 'Dit zijn ze allemaal' }))
    expect(session.view().application.answers.complete.has('people')).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Verder' }))
    expect(visited).toEqual(['#/nl/abc123/tasks'])
  })

  test('with one more the list is not complete any more', async () => {
    const { session, visited } = showPage(<ListPage place={list} />, { ...withPeople, complete: ['people'] })
    expect(session.view().application.answers.complete.has('people')).toBe(true)
    await userEvent.setup().click(screen.getByRole('button', { name: /toevoegen/ }))
    expect(session.view().application.answers.lists.get('people')).toHaveLength(2)
    expect(visited).toEqual(['#/nl/abc123/row/p2'])
    await waitFor(() => expect(session.view().application.answers.complete.has('people')).toBe(false))
  })
})

describe('what an earlier answer offers', () => {
  const cafe = exampleOf('cafe-terrace-machines')
  const [first, second] = cafe.collections.machines ?? []
  const machines = {
    ...cafe,
    // what the plan of the machines shows is not typed
    attachments: [...cafe.attachments.filter(({ document }) => document !== 'machinePlan'), { document: 'machinePlan', none: true }],
    collections: { ...cafe.collections, machines: [{ ...first, 'machine.location': 'naast de bar' }, { id: second?.id ?? 'm2' }] },
  } as AnswerFile
  const page = { kind: 'row' as const, draft: 'abc123', row: second?.id ?? 'm2', at: null, back: false }
  const field = (): HTMLInputElement => screen.getByLabelText('Plek in de zaak')
  const saved = (session: Session): unknown => session.view().application.answers.values.get(`machine.location@${page.row}`)

  test('stands in the field and says so, and is no answer until somebody goes on', async () => {
    const { session, visited } = showPage(<RowPage place={page} />, machines)
    const user = userEvent.setup()
    await expect.poll(() => field().value).toBe('naast de bar')
    const said = (field().getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent)
    expect(said.join(' ')).toContain('Alvast ingevuld uit een eerder antwoord')
    await user.click(field())
    await user.tab()
    await user.type(screen.getByLabelText('Merk en type'), 'Hot 7')
    await user.type(screen.getByRole('textbox', { name: /toelating/ }), 'NL-1')
    expect(saved(session)).toBeUndefined()
    await user.click(screen.getByRole('button', { name: 'Verder' }))
    await expect.poll(() => saved(session)).toBe('naast de bar')
    expect(visited.length).toBe(1)
  })

  test('is not kept when the page is left by another way', async () => {
    const { session, unmount } = showPage(<RowPage place={page} />, machines)
    await expect.poll(() => field().value).toBe('naast de bar')
    unmount()
    expect(saved(session)).toBeUndefined()
  })

  test('gives way to what is typed', async () => {
    const { session } = showPage(<RowPage place={page} />, machines)
    const user = userEvent.setup()
    await expect.poll(() => field().value).toBe('naast de bar')
    await user.clear(field())
    await user.type(field(), 'bij de deur')
    await user.tab()
    await expect.poll(() => saved(session)).toBe('bij de deur')
    expect(screen.queryByText(/Alvast ingevuld/)).toBeNull()
  })
})
