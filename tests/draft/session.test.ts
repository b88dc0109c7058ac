import Big from 'big.js'
import { describe, expect, test } from 'vitest'
import type { Draft } from '../../src/draft/draft.ts'
import { readSaveFile } from '../../src/draft/files/save-file.ts'
import type { SessionPorts } from '../../src/draft/kept-draft.ts'
import { openSession } from '../../src/draft/session.ts'
import { type DraftStorage, inMemory } from '../../src/draft/storage/storage.ts'
import { assessCase } from '../../src/engine/assess.ts'
import { openCase } from '../../src/engine/case.ts'
import type { Edit } from '../../src/model/answers/edit.ts'
import { newReference } from '../../src/model/packet-file/reference.ts'
import type { AnswerJson } from '../../src/model/schema/answer-file.ts'
import { shippedVariant } from '../engine/shipped.ts'

const variant = shippedVariant('voorbeeld')
const draftOf = (answers: Record<string, unknown> = {}, hash = variant.ruleSet.hash): Draft => ({
  schema: 1,
  id: 'abc123',
  created: '2026-11-24T09:00:00Z',
  changed: '2026-11-24T09:00:00Z',
  ruleSet: { ...variant.ruleSet, hash },
  file: {
    schema: 1,
    variant: 'voorbeeld',
    answers: answers as Record<string, string>,
    collections: {},
    complete: [],
    leftEmpty: [],
    attachments: [],
  },
  parked: [],
  aside: {},
  typed: {},
  copied: {},
  files: {},
  about: { name: '', town: 'Voorbeeld', open: null, asked: null },
  reference: 'H1-AAAA-BBBB',
  place: null,
})
const keeping = (draft = draftOf()): DraftStorage => {
  const storage = { ...inMemory(), keeps: true }
  void storage.put(draft)
  return storage
}
const ports = (storage: DraftStorage): SessionPorts => ({
  storage,
  now: () => '2026-11-24T10:00:00Z',
  later: (run) => {
    run()
    return () => {}
  },
})

describe('a session is the only truth about its answers', () => {
  test('a tick taken away takes along what was filled in behind it, and nothing else, and brings it back', async () => {
    const storage = keeping()
    const session = openSession(draftOf(), variant, '2026-11-24', 'nl', ports(storage))
    const answer = (fact: string, value: AnswerJson, row: string | null = null): Edit => ({ kind: 'answer', fact, row, value })
    session.apply([
      { kind: 'addRow', collection: 'terraces', id: 't1', subject: 'terrace' },
      { kind: 'addRow', collection: 'terraces', id: 't2', subject: 'terrace' },
      answer('application.kind', 'new'),
      answer('activity.terrace', ['publicGround']),
      answer('premises.installations', ['co2Bottles', 'gasBottles']),
      answer('gas.co2Bottles.count', 3),
      answer('gas.bottleCount', 2),
    ])
    for (const row of ['t1', 't2']) session.apply([answer('terrace.features', ['planters'], row), answer('terrace.planters', 4, row)])
    session.apply([answer('premises.installations', ['co2Bottles'])])
    session.apply([answer('terrace.features', ['none'], 't1')])
    const { values } = session.view().application.answers
    expect([values.get('gas.co2Bottles.count'), values.get('gas.bottleCount')]).toEqual([3, undefined])
    expect([values.get('terrace.planters@t1'), values.get('terrace.planters@t2')]).toEqual([undefined, 4])
    expect(session.view().application.memo.get('fact|gas.bottleCount|')).toEqual(new Big(0))
    // also after the page was closed in between
    await session.flush()
    const [stored] = (await storage.list()).drafts
    if (!stored) throw new Error('the draft was not saved')
    const again = openSession(stored, variant, '2026-11-24', 'nl', ports(storage))
    again.apply([answer('premises.installations', ['gasBottles'])])
    again.apply([answer('terrace.features', ['planters'], 't1')])
    const back = again.view().application.answers.values
    expect([back.get('gas.co2Bottles.count'), back.get('gas.bottleCount'), back.get('terrace.planters@t1')]).toEqual([undefined, 2, 4])
    expect(again.view().draft.aside).toEqual({ 'gas.co2Bottles.count': 3 })
  })

  test('an edit shows at once, is saved, and gives what a case from scratch gives', async () => {
    const storage = keeping()
    const session = openSession(draftOf(), variant, '2026-11-24', 'nl', ports(storage))
    let told = 0
    session.subscribe(() => {
      told += 1
    })
    session.apply([
      { kind: 'answer', fact: 'application.kind', value: 'new' },
      { kind: 'answer', fact: 'activity.alcohol', value: 'onSite' },
      { kind: 'addRow', collection: 'people', id: 'p1', subject: 'person' },
      { kind: 'answer', fact: 'person.lastName', row: 'p1', value: 'Kadıköy' },
    ])
    expect(told).toBeGreaterThan(0)
    await session.flush()
    const view = session.view()
    expect(view.saved).toEqual({ kind: 'saved', at: '2026-11-24T10:00:00Z' })
    expect(view.assessment).toEqual(assessCase(openCase(variant, view.application.answers, { today: '2026-11-24' })))
    const [stored] = (await storage.list()).drafts
    expect(stored?.file.answers).toEqual({ 'application.kind': 'new', 'activity.alcohol': 'onSite' })
    expect(stored?.file.collections).toEqual({ people: [{ id: 'p1', 'person.lastName': 'Kadıköy' }] })
  })

  test('what is typed is stored as typed, goes before an older answer, and is one as soon as it can be', async () => {
    const storage = keeping()
    const session = openSession(draftOf({ 'business.kvkNumber': '90123457' }), variant, '2026-11-24', 'nl', ports(storage))
    let told = 0
    session.subscribe(() => {
      told += 1
    })
    const reopened = async (): Promise<ReturnType<typeof openSession>> => {
      await session.flush()
      const [stored] = (await storage.list()).drafts
      if (!stored) throw new Error('the draft was not saved')
      return openSession(stored, variant, '2026-11-24', 'nl', ports(storage))
    }
    session.type('business.kvkNumber', '9012')
    session.type('premises.name', 'Het Anker')
    session.type('person.lastName@p9', 'nobody')
    expect(told).toBe(0)
    const half = (await reopened()).view()
    expect(half.application.answers.values.has('business.kvkNumber')).toBe(false)
    expect(half.application.answers.values.get('premises.name')).toBe('Het Anker')
    expect(half.draft.typed).toEqual({ 'business.kvkNumber': '9012', 'person.lastName@p9': 'nobody' })
    // an answer lets the text go, wherever it came from
    session.apply([{ kind: 'answer', fact: 'business.kvkNumber', value: '90123457' }])
    expect(session.view().draft.typed).not.toHaveProperty(['business.kvkNumber'])
    session.type('person.lastName@p9', null)
    session.type('business.kvkNumber', '')
    const whole = (await reopened()).view()
    expect(whole.application.answers.values.has('business.kvkNumber')).toBe(false)
    expect(whole.draft.typed).toEqual({})
  })

  test('a removed row keeps its answers until it is taken back', () => {
    const session = openSession(draftOf(), variant, '2026-11-24', 'nl', ports(keeping()))
    const people = { collection: 'people', id: 'p1' } as const
    session.apply([
      { kind: 'addRow', ...people, subject: 'person' },
      { kind: 'answer', fact: 'person.lastName', row: 'p1', value: 'X' },
    ])
    session.apply([{ kind: 'removeRow', ...people }])
    expect(session.view().application.answers.lists.get('people')).toEqual([])
    session.apply([{ kind: 'addRow', ...people, subject: 'person' }])
    expect(session.view().application.answers.values.get('person.lastName@p1')).toBe('X')
  })

  test('when the device refuses to store, the page is told and the answers stay', async () => {
    const full = () => Promise.reject(new Error('QuotaExceededError'))
    const failing = { ...keeping(), note: full, settle: full }
    const session = openSession(draftOf(), variant, '2026-11-24', 'nl', ports(failing))
    session.apply([{ kind: 'answer', fact: 'application.kind', value: 'new' }])
    await session.flush()
    expect(session.view().saved).toEqual({ kind: 'failed' })
    expect(session.view().application.answers.values.get('application.kind')).toBe('new')
  })

  test('on a device of somebody else nothing is called saved', () => {
    const session = openSession(draftOf(), variant, '2026-11-24', 'nl', ports(inMemory()))
    expect(session.view().saved).toEqual({ kind: 'notKept' })
  })
})

test('under other rules the answers that fit are kept, the rest is parked and named', async () => {
  const old = draftOf({ 'application.kind': 'new', 'gone.question': 'kept', 'activity.alcohol': 'moonshine' }, 'an older hash')
  const storage = keeping(old)
  const session = openSession(old, variant, '2026-11-24', 'nl', ports(storage))
  expect(session.view().draft.receipt).toMatchObject({
    kept: 1,
    parked: [{ what: 'answers.gone.question' }, { what: 'answers.activity.alcohol', value: 'moonshine' }],
  })
  session.apply([{ kind: 'answer', fact: 'activity.alcohol', value: 'onSite' }])
  await session.flush()
  const [stored] = (await storage.list()).drafts
  expect(stored?.ruleSet.hash).toBe(variant.ruleSet.hash)
  expect(stored?.parked).toEqual([
    { what: 'answers.gone.question', value: 'kept' },
    { what: 'answers.activity.alcohol', value: 'moonshine' },
  ])
})

test('a save file that is very deep, or is a draft that was saved as it is', () => {
  expect(readSaveFile(`{"schema":1,"variant":"x","answers":${'['.repeat(100_000)}`)).toMatchObject({ ok: false, why: 'tooDeep' })
  const nested = Array.from({ length: 2000 }).reduce<string>((inner) => `{"a":[{"id":"a","collections":${inner}}]}`, '{}')
  expect(readSaveFile(`{"schema":1,"variant":"x","collections":${nested}}`)).toMatchObject({ ok: false, why: 'tooDeep' })
  expect(readSaveFile(JSON.stringify({ schema: 1, variant: 'x', answers: { a: '[[[['.repeat(50) } }))).toMatchObject({ ok: true })
  expect(readSaveFile(JSON.stringify({ ...draftOf({ 'application.kind': 'new' }), schema: 7 }))).toMatchObject({
    ok: true,
    file: { answers: { 'application.kind': 'new' } },
  })
})

test.each([
  ['', 'JSON'],
  ['[]', 'expected'],
  ['{"schema":1}', 'variant'],
  ['{"schema":1,"variant":"x","answers":{"a":null}}', 'answers.a'],
  ['{"schema":1,"variant":"x","collections":{"people":[{"id":"P 1"}]}}', 'collections.people.0.id'],
  [`"${'x'.repeat(6_000_000)}"`, '5 MB'],
])('a save file that is none is refused with the place: %.30s', (text, says) => {
  const read = readSaveFile(text)
  expect(read.ok ? '' : read.problem).toContain(says)
})

test('a reference is eight letters and digits that cannot be misread', () => {
  const seen = new Set(Array.from({ length: 200 }, () => newReference((bytes) => crypto.getRandomValues(bytes))))
  expect(seen.size).toBe(200)
  for (const reference of seen) expect(reference).toMatch(/^H1-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
})
