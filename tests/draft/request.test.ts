import { describe, expect, test } from 'vitest'
import { readShared } from '../../src/draft/files/invitation.ts'
import { canBeAskedInFile, type ReplyFile, requestFor } from '../../src/draft/files/request.ts'
import { takeApart, wholeFile } from '../../src/draft/files/whole-file.ts'
import { cameBack, takeOver } from '../../src/ui/parts/ask/replies.ts'
import { letterOf, listsToAsk, respondentsFor } from '../../src/ui/parts/ask/to-ask.ts'
import { NL } from '../../src/ui/text/nl.ts'
import { sessionWith } from './session-with.ts'

describe('what somebody does not know yet', () => {
  test('stands on the list of who may know it, and is gone once it is answered', () => {
    const { session } = sessionWith()
    session.askOf('premises.maxPersons', 'architect')
    expect(listsToAsk(session.view(), 'nl', NL)).toMatchObject([
      { respondent: { id: 'architect' }, questions: [{ field: { key: 'premises.maxPersons' }, about: '' }] },
    ])
    session.apply([{ kind: 'answer', fact: 'premises.maxPersons', value: 60 }])
    expect(session.view().draft.waiting).toEqual({})
    expect(listsToAsk(session.view(), 'nl', NL)).toEqual([])
  })

  test('goes along in a saved file, and comes back with it', () => {
    const { session } = sessionWith()
    session.askOf('premises.maxPersons', 'architect')
    const { draft } = session.view()
    expect(takeApart(wholeFile(draft)).beside.waiting).toEqual({ 'premises.maxPersons': 'architect' })
  })

  test('a respondent that newer rules no longer have leaves the question on a list', () => {
    const { session } = sessionWith()
    session.askOf('premises.maxPersons', 'nobodyAnyMore')
    expect(listsToAsk(session.view(), 'nl', NL).flatMap(({ questions }) => questions.map(({ field }) => field.key))).toEqual([
      'premises.maxPersons',
    ])
  })

  test('a number of the state and a past are looked up by the applicant alone', () => {
    const { variant } = sessionWith().session.view()
    const sensitive = variant.questions.filter((question) => question.sensitive === 'bsn' || question.sensitive === 'criminal')
    expect(sensitive.length).toBeGreaterThan(5)
    for (const question of sensitive) expect(respondentsFor(variant, question).every(({ self }) => self)).toBe(true)
  })
})

describe('a list for somebody else', () => {
  const asked = ['premises.maxPersons', 'room.height@r1']
  const request = () => {
    const { session } = sessionWith()
    for (const key of asked) session.askOf(key, 'architect')
    const { application, draft } = session.view()
    const made = requestFor(
      application,
      draft,
      'architect',
      asked.map((key) => ({ key, about: key.includes('@') ? 'Gelagkamer' : '' })),
    )
    if (!made) throw new Error('no request')
    return { session, made }
  }

  test('holds the questions and their rows, and not one answer', () => {
    const { session, made } = request()
    expect(made.questions.map(({ key }) => key)).toEqual(asked)
    expect(made.file.answers).toEqual({})
    expect(made.file.collections).toEqual({ rooms: [{ id: 'r1' }] })
    // what the applicant said, but the name by which the other knows the business and the row
    const said = [...session.view().application.answers.values.values()]
      .filter((value): value is string => typeof value === 'string' && /\S \S/.test(value))
      .filter((value) => value !== made.business && value !== 'Gelagkamer')
    const text = JSON.stringify({ ...made, file: { ...made.file, variant: '' } })
    expect(said.length).toBeGreaterThan(15)
    expect(said.filter((value) => text.includes(value))).toEqual([])
  })

  test('is read back as it was made, and refused when it is broken', () => {
    const { made } = request()
    expect(readShared(JSON.stringify(made))).toEqual(made)
    expect(readShared(JSON.stringify({ ...made, questions: [] }))).toEqual({ kind: 'broken' })
    expect(readShared(JSON.stringify({ ...made, reference: '../x' }))).toEqual({ kind: 'broken' })
  })

  test('leaves out what cannot be answered in a file', () => {
    const { session } = sessionWith()
    const { application } = session.view()
    expect(canBeAskedInFile(application, 'premises.maxPersons')).toBe(true)
    const not = application.variant.questions.filter(
      ({ subject, type, sensitive }) => subject === 'role' || type === 'party' || sensitive === 'bsn' || sensitive === 'criminal',
    )
    expect(not.filter(({ id }) => canBeAskedInFile(application, id))).toEqual([])
    expect(requestFor(application, session.view().draft, 'self', [{ key: 'noSuchFact', about: '' }])).toBeNull()
  })

  test('as a mail it fits the address that programs open, and says how many are left out', () => {
    const { session } = sessionWith()
    session.askOf('premises.maxPersons', 'architect')
    const [list] = listsToAsk(session.view(), 'nl', NL)
    const [question] = list?.questions ?? []
    if (!question) throw new Error('no question')
    const many = Array.from({ length: 80 }, () => question)
    const letter = letterOf(many, 'Café', 'nl')
    expect(letter.address.length).toBeLessThan(1950)
    expect(decodeURIComponent(letter.address)).toMatch(/En nog \d+ vragen/)
    expect(letter.body.match(/^\d+\. /gm)).toHaveLength(80)
    expect(letterOf(many.slice(0, 2), 'Café', 'nl').address).not.toContain(encodeURIComponent('En nog'))
  })
})

describe('what comes back', () => {
  const reply = (answers: ReplyFile['answers']) => ({ at: '2026-11-24T10:00:00Z', answers })

  test('counts only once it is taken over, and what stood there is had back', () => {
    const { session } = sessionWith()
    session.apply([{ kind: 'answer', fact: 'premises.buildYear', value: 1900 }])
    session.askOf('premises.maxPersons', 'architect')
    session.keepReply('architect', reply({ 'premises.maxPersons': 140, 'premises.buildYear': 1932 }))
    const values = () => session.view().application.answers.values
    expect([values().get('premises.maxPersons'), values().get('premises.buildYear')]).toEqual([undefined, 1900])
    const { usable, refused } = cameBack(session.view(), reply({ 'premises.maxPersons': 140, 'premises.buildYear': 1932 }))
    expect([usable.map(({ key, now }) => [key, now]), refused]).toEqual([
      [
        ['premises.maxPersons', undefined],
        ['premises.buildYear', 1900],
      ],
      0,
    ])
    session.apply(takeOver(usable))
    session.keepReply('architect', null)
    expect([values().get('premises.maxPersons'), values().get('premises.buildYear')]).toEqual([140, 1932])
    expect([session.view().draft.waiting, session.view().draft.replies]).toEqual([{}, {}])
    session.undo()
    expect([values().get('premises.maxPersons'), values().get('premises.buildYear')]).toEqual([undefined, 1900])
    // it waits for the architect again
    expect(session.view().draft.waiting).toEqual({ 'premises.maxPersons': 'architect' })
  })

  test.each([
    ['a question that is not there', { 'no.such': 1 }],
    ['a row that is not there', { 'room.area@r99': 20 }],
    ['a row of something else', { 'room.area@p1': 20 }],
    ['an answer of another kind', { 'premises.maxPersons': 'veel' }],
    ['what follows from other answers', { 'business.isLegalEntity': true }],
    ['a number of the state', { 'person.bsn@p1': '999001012' }],
  ])('%s is refused', (_what, answers) => {
    const { session } = sessionWith()
    expect(cameBack(session.view(), reply(answers as ReplyFile['answers']))).toEqual({ usable: [], refused: 1 })
  })
})
