import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Draft } from '../../src/draft/draft.ts'
import type { SessionPorts } from '../../src/draft/kept-draft.ts'
import { roleRowsOf, withRoleRows } from '../../src/draft/other-rules/role-rows.ts'
import { openSession, type Session } from '../../src/draft/session.ts'
import { type DraftStorage, inMemory } from '../../src/draft/storage/storage.ts'
import type { Edit } from '../../src/model/answers/edit.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { writeAnswers } from '../../src/model/answers/write-answers.ts'
import type { AnswerJson } from '../../src/model/schema/answer-file.ts'
import { shippedVariant } from '../engine/shipped.ts'

const variant = shippedVariant('voorbeeld')
const TODAY = '2026-11-24'
const draft: Draft = {
  schema: 1,
  id: 'abc123',
  created: '2026-11-24T09:00:00Z',
  changed: '2026-11-24T09:00:00Z',
  ruleSet: variant.ruleSet,
  file: { schema: 1, variant: 'voorbeeld', answers: {}, collections: {}, complete: [], leftEmpty: [], attachments: [] },
  parked: [],
  aside: {},
  typed: {},
  copied: {},
  files: {},
  about: { name: '', town: 'Voorbeeld', open: null, asked: null },
  reference: 'H1-AAAA-BBBB',
  place: null,
}
/** A clock that somebody turns, so that a test says when something is written. */
function clock() {
  let now = Date.parse('2026-11-24T10:00:00Z')
  const waiting = new Set<{ at: number; run: () => void }>()
  return {
    now: () => new Date(now).toISOString(),
    later: (run: () => void, milliseconds: number) => {
      const each = { at: now + milliseconds, run }
      waiting.add(each)
      return () => waiting.delete(each)
    },
    async pass(milliseconds: number) {
      now += milliseconds
      for (const each of [...waiting].sort((a, b) => a.at - b.at)) {
        if (each.at > now || !waiting.delete(each)) continue
        each.run()
        await new Promise<void>((done) => setImmediate(done))
      }
    },
  }
}
/** Storage of one browser, and tabs of it that hear each other, or (`deaf`) do not. */
async function browser(deaf = false) {
  const time = clock()
  const storage = inMemory()
  await storage.put(draft)
  const tab = async (): Promise<Session> => {
    const page: DraftStorage = { ...storage.another(), keeps: true, ...(deaf && { tell: () => undefined }) }
    const stored = await page.read(draft.id)
    if (!stored) throw new Error('no draft')
    const ports: SessionPorts = { storage: page, now: time.now, later: time.later }
    return openSession(stored, variant, TODAY, 'nl', ports)
  }
  return { time, storage, tab }
}
const answer = (fact: string, value: AnswerJson | undefined, row: string | null = null): Edit => ({ kind: 'answer', fact, row, value })
const fileOf = (session: Session) => writeAnswers(session.view().application.answers, variant.id)
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort()
            .map(([key, each]) => [key, sorted(each)]),
        )
      : value

describe.each([
  { how: 'that hear each other', deaf: false },
  { how: 'of which one was asleep', deaf: true },
])('two tabs $how', ({ deaf }) => {
  test('an answer in each: both are kept, in the storage and in both tabs', async () => {
    const { time, storage, tab } = await browser(deaf)
    const [a, b] = [await tab(), await tab()]
    a.apply([answer('application.kind', 'new')])
    b.apply([answer('activity.alcohol', 'onSite')])
    await time.pass(1000)
    await a.catchUp()
    await b.catchUp()
    const [stored] = (await storage.list()).drafts
    const both = { 'application.kind': 'new', 'activity.alcohol': 'onSite' }
    expect(sorted(stored?.file.answers)).toEqual(sorted(both))
    for (const each of [a, b]) expect(sorted(fileOf(each).answers)).toEqual(sorted(both))
  })

  test('another answer to the same question: the later press holds everywhere, and the tab that loses its answer says so', async () => {
    const { time, storage, tab } = await browser(deaf)
    const [a, b] = [await tab(), await tab()]
    a.apply([answer('activity.alcohol', 'onSite')])
    await time.pass(1000)
    await b.catchUp()
    b.apply([answer('activity.alcohol', 'none')])
    await time.pass(1000)
    await a.catchUp()
    for (const each of [a, b]) expect(each.view().application.answers.values.get('activity.alcohol')).toBe('none')
    expect((await storage.list()).drafts[0]?.file.answers).toEqual({ 'activity.alcohol': 'none' })
    expect(a.view().elsewhere.replaced).toEqual([{ key: 'activity.alcohol', before: 'onSite', now: 'none' }])
    expect(b.view().elsewhere.replaced).toEqual([])
    a.seen()
    expect(a.view().elsewhere.replaced).toEqual([])
  })

  test('a file for the same document in each, at once: both are kept, under names of their own', async () => {
    const { time, storage, tab } = await browser(deaf)
    const [a, b] = [await tab(), await tab()]
    const file = { name: 'plan.pdf', type: 'application/pdf', size: 1 }
    await Promise.all([a.addFile('floorPlan', file, new Uint8Array([1])), b.addFile('floorPlan', file, new Uint8Array([2]))])
    await b.addFile('floorPlan', file, new Uint8Array([3]))
    await time.pass(1000)
    await a.catchUp()
    await b.catchUp()
    const files = Object.entries((await storage.list()).drafts[0]?.files ?? {})
    const bytes = await Promise.all(files.map(async ([key]) => [...((await storage.getFile(draft.id, key)) ?? [])]))
    expect(bytes.toSorted()).toEqual([[1], [2], [3]])
    expect(new Set(files.map(([, { name }]) => name)).size).toBe(3)
    for (const each of [a, b]) expect(each.view().draft.files).toEqual(Object.fromEntries(files))
  })

  test('removed in one tab: the other one says so, writes nothing, and has its answers still', async () => {
    const { time, storage, tab } = await browser(deaf)
    const [a, b] = [await tab(), await tab()]
    b.apply([answer('application.kind', 'new')])
    await time.pass(1000)
    a.close()
    await storage.remove(draft.id)
    storage.tell({ kind: 'removed', draft: draft.id })
    b.apply([answer('activity.alcohol', 'onSite')])
    await time.pass(1000)
    await b.flush()
    expect(b.view().elsewhere.state).toBe('removed')
    expect(b.view().application.answers.values.size).toBe(2)
    expect(await storage.list()).toEqual({ drafts: [], unreadable: [] })
    expect(await storage.read(draft.id)).toBeNull()
  })

  test('any presses in any tab, written at any moment: nothing is lost and all tabs end the same', async () => {
    const KEYS = ['business.tradeName', 'premises.name', 'business.statutoryName']
    const step = fc.record({
      tab: fc.nat(2),
      what: fc.oneof(
        fc.record({
          kind: fc.constant('answer' as const),
          key: fc.constantFrom(...KEYS),
          value: fc.option(fc.stringMatching(/^[a-z]{1,3}$/)),
        }),
        fc.record({ kind: fc.constant('row' as const), id: fc.constantFrom('r1', 'r2', 'r3'), on: fc.boolean() }),
        fc.record({ kind: fc.constant('file' as const), id: fc.constantFrom('x', 'y') }),
        fc.record({ kind: fc.constant('wait' as const), time: fc.constantFrom(10, 50, 500) }),
        fc.constant({ kind: 'reopen' as const }),
      ),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { time, storage, tab } = await browser(deaf)
        const tabs = [await tab(), await tab(), await tab()]
        const wanted = new Map<string, AnswerJson>()
        const rows = new Set<string>()
        const files = new Set<string>()
        for (const { tab: index, what } of steps) {
          await time.pass(5)
          const session = tabs[index] as Session
          // who was asleep looks first what happened: nobody presses in a tab that is not in front
          if (deaf) await session.catchUp()
          if (what.kind === 'answer') {
            session.apply([answer(what.key, what.value ?? undefined)])
            if (what.value === null) wanted.delete(what.key)
            else wanted.set(what.key, what.value)
          } else if (what.kind === 'row') {
            session.apply([
              what.on
                ? { kind: 'addRow', collection: 'rooms', id: what.id, subject: 'room' }
                : { kind: 'removeRow', collection: 'rooms', id: what.id },
            ])
            if (what.on) rows.add(what.id)
            else rows.delete(what.id)
          } else if (what.kind === 'file') {
            session.noteCopied('alcohol', what.id, true)
            files.add(what.id)
          } else if (what.kind === 'wait') await time.pass(what.time)
          else {
            session.leave()
            session.close()
            tabs[index] = await tab()
          }
          // what one tab does is on the device before somebody can be in another one
          if (deaf) session.leave()
        }
        await time.pass(1000)
        for (const each of tabs) await each.catchUp()
        for (const each of tabs) {
          const {
            application: { answers },
            draft: now,
          } = each.view()
          expect(Object.fromEntries(KEYS.map((key) => [key, answers.values.get(key)]))).toEqual(
            Object.fromEntries(KEYS.map((key) => [key, wanted.get(key)])),
          )
          expect(new Set(answers.lists.get('rooms') ?? [])).toEqual(rows)
          expect(new Set(now.copied.alcohol?.done ?? [])).toEqual(files)
        }
        const [stored] = (await storage.list()).drafts
        expect(Object.keys(stored?.file.answers ?? {}).sort()).toEqual([...wanted.keys()].sort())
        expect(stored?.file.collections.rooms?.map(({ id }) => id).sort() ?? []).toEqual([...rows].sort())
      }),
      { numRuns: 40 },
    )
  })
})

test('a tab that crashes right after a press has it noted, and whoever opens the draft has the answer', async () => {
  const { time, storage, tab } = await browser()
  const a = await tab()
  a.apply([
    { kind: 'addRow', collection: 'people', id: 'p1', subject: 'person' },
    { kind: 'addRow', collection: 'people', id: 'p2', subject: 'person' },
    { kind: 'addRow', collection: 'companies', id: 'c1', subject: 'company' },
    { kind: 'addRow', collection: 'roles', parent: 'p1', id: 'p1/elsewhere/1', subject: 'role' },
  ])
  await time.pass(1000)
  // the kind and the company of a role whose row is in no answer file yet
  a.apply([answer('role.kind', 'director', 'p1/elsewhere/1'), answer('role.target', '@c1', 'p1/elsewhere/1')])
  await time.pass(1000)
  a.apply([answer('role.from', '2020-01-01', 'p1/elsewhere/1'), answer('person.lastName', 'Vos', 'p2')])
  a.type('person.bsn@p1', '1234')
  await time.pass(50)
  expect((await storage.read(draft.id))?.notes.length).toBe(2)
  const b = await tab()
  expect(b.view().application.answers.values.get('role.from@p1/elsewhere/1')).toBe('2020-01-01')
  expect(b.view().application.answers.values.get('person.lastName@p2')).toBe('Vos')
  expect(b.view().draft.typed).toEqual({ 'person.bsn@p1': '1234' })
  expect(fileOf(b)).toEqual(fileOf(a))
  // an answer takes the half one away
  b.apply([answer('person.bsn', '123456782', 'p1')])
  expect(b.view().draft.typed).toEqual({})
})

test('a clock that is set back undoes nothing, and what is answered after it counts', async () => {
  const { time, tab } = await browser()
  const a = await tab()
  a.apply([answer('activity.alcohol', 'onSite')])
  await time.pass(1000)
  await time.pass(-3_600_000)
  const b = await tab()
  b.apply([answer('activity.alcohol', 'none')])
  b.noteCopied('alcohol', 'x', true)
  await time.pass(1000)
  for (const each of [a, b]) {
    expect(each.view().application.answers.values.get('activity.alcohol')).toBe('none')
    expect(each.view().draft.copied.alcohol?.done).toEqual(['x'])
  }
})

test('what was noted and cannot be read is kept with the draft', async () => {
  const { storage, tab } = await browser()
  storage.noteLast(draft.id, [{ draft: draft.id, at: 1, tab: 'x', n: 1, changes: 'answers of tomorrow' } as never])
  const a = await tab()
  await a.catchUp()
  expect((await storage.list()).drafts[0]?.parked).toMatchObject([{ what: 'note', value: { changes: 'answers of tomorrow' } }])
  expect((await storage.read(draft.id))?.notes).toEqual([])
})

test('a removed row that is taken back after another tab forgot it comes back whole', async () => {
  const { time, tab } = await browser()
  const a = await tab()
  const row = { collection: 'people', id: 'p1' } as const
  a.apply([
    { kind: 'addRow', ...row, subject: 'person' },
    answer('person.lastName', 'Vos', 'p1'),
    { kind: 'addRow', collection: 'loans', parent: 'p1', id: 'l1', subject: 'loan' },
    answer('loan.principal', 100, 'l1'),
  ])
  a.apply([{ kind: 'removeRow', ...row }])
  await time.pass(1000)
  const b = await tab()
  expect(b.view().application.answers.values.has('person.lastName@p1')).toBe(false)
  a.apply([{ kind: 'addRow', ...row, subject: 'person' }])
  await time.pass(1000)
  expect(fileOf(b)).toEqual(fileOf(a))
  expect(b.view().application.answers.values.get('loan.principal@l1')).toBe(100)
})

test('a draft that is taken back within the undo goes on in every tab', async () => {
  const { time, storage, tab } = await browser()
  const a = await tab()
  await storage.hide(draft.id, time.now())
  storage.tell({ kind: 'removed', draft: draft.id })
  expect(a.view().elsewhere.state).toBe('removed')
  expect((await storage.list()).drafts).toEqual([])
  a.apply([answer('application.kind', 'new')])
  await storage.restore(draft.id)
  storage.tell({ kind: 'restored', draft: draft.id })
  await time.pass(1000)
  expect(a.view().elsewhere.state).toBe('together')
  a.apply([answer('activity.alcohol', 'onSite')])
  await time.pass(1000)
  expect((await storage.list()).drafts[0]?.file.answers).toMatchObject({ 'application.kind': 'new', 'activity.alcohol': 'onSite' })
})

test('rows of roles keep their names through the file', () => {
  const file = {
    ...draft.file,
    collections: { people: [{ id: 'p1', roles: ['manager', { role: 'shareholder', of: '@c1', share: 20 }] }], companies: [{ id: 'c1' }] },
  }
  const { answers } = readAnswers(file, variant, 'x', () => ({ line: 1, column: 1 }))
  const named = withRoleRows(answers, {
    'p1/roles': [
      { id: 'p1/manager', written: true },
      { id: 'p1/elsewhere/2', written: false },
      { id: 'p1/elsewhere/1', written: true },
    ],
  })
  expect(named.lists.get('p1/roles')).toEqual(['p1/manager', 'p1/elsewhere/2', 'p1/elsewhere/1'])
  expect(named.values.get('role.share@p1/elsewhere/1')).toBe(20)
  expect(writeAnswers(named, 'voorbeeld')).toEqual(writeAnswers(answers, 'voorbeeld'))
  expect(
    withRoleRows(
      readAnswers(writeAnswers(named, 'voorbeeld'), variant, 'x', () => ({ line: 1, column: 1 })).answers,
      roleRowsOf(named, variant.names),
    ),
  ).toEqual(named)
})
