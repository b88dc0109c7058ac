import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readFiles } from '../../src/cli/rule-files.ts'
import type { Draft } from '../../src/draft/draft.ts'
import { wholeFile } from '../../src/draft/files/whole-file.ts'
import { openSession, type Session } from '../../src/draft/session.ts'
import { type DraftStorage, inMemory } from '../../src/draft/storage/storage.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { newReference } from '../../src/model/packet-file/reference.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import type { Variant } from '../../src/model/variant.ts'

// A draft lives longer than a rule set: begun under one, opened under the next.

const FILES = readFiles(process.cwd())
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

function rules(version: string, change: (path: string, text: string) => string = (_, text) => text): Variant {
  const files = new Map([...FILES].map(([path, text]) => [path, change(path, text)]))
  files.set('rules/base/ruleset.yaml', (files.get('rules/base/ruleset.yaml') ?? '').replace(/^version: .*$/m, `version: ${version}`))
  const { ruleSet, findings } = loadRuleSet(files)
  const { variant } = ruleSet ? resolveVariant(ruleSet, 'voorbeeld', { date: '2026-11-24', hash }) : { variant: null }
  if (!variant) throw new Error(findings.map(({ message }) => message).join('\n'))
  return variant
}
/** Before: one question more, and two that were worded otherwise. */
const before = rules('2025.9.0', (path, text) =>
  path.endsWith('questions/business.yaml')
    ? text.replace('label: { nl: Telefoon van de onderneming', 'label: { nl: Telefoon overdag').replace(
        '  - id: business.phone\n',
        `  - id: business.mascot
    subject: case
    type: choice
    label: { nl: "Heeft uw zaak een mascotte?", en: "Has your business a mascot?" }
    options:
      - { id: bear, label: { nl: "een beer", en: "a bear" } }
      - { id: none, label: { nl: "nee", en: "no" } }
    topic: business

  - id: business.phone
`,
      )
    : text,
)
const after = rules('2026.1.0')

const ports = (storage: DraftStorage) => ({
  storage,
  now: () => '2026-11-24T10:00:00Z',
  later: (run: () => void) => {
    run()
    return () => {}
  },
})
const EMPTY: Draft = {
  schema: 1,
  id: 'abc123',
  created: '2026-11-24T09:00:00Z',
  changed: '2026-11-24T09:00:00Z',
  ruleSet: before.ruleSet,
  file: { schema: 1, variant: 'voorbeeld', answers: {}, collections: {}, complete: [], leftEmpty: [], attachments: [] },
  parked: [],
  aside: {},
  typed: {},
  copied: {},
  files: {},
  about: { name: '', town: 'Voorbeeld', open: null, asked: null },
  reference: newReference((bytes) => bytes.fill(7)),
  place: null,
}

async function begunBefore(): Promise<DraftStorage> {
  const storage = { ...inMemory(), keeps: true }
  await storage.put(EMPTY)
  const session = openSession(EMPTY, before, '2026-11-24', 'nl', ports(storage))
  session.apply([
    { kind: 'answer', fact: 'application.kind', value: 'new' },
    { kind: 'answer', fact: 'business.phone', value: '010 555 01 20' },
    { kind: 'answer', fact: 'business.mascot', value: 'bear' },
  ])
  await session.flush()
  session.close()
  return storage
}
const reopen = async (storage: DraftStorage, under: Variant, given = ports(storage)): Promise<Session> => {
  const stored = await storage.read(EMPTY.id)
  if (!stored) throw new Error('the draft is gone')
  return openSession(stored, under, '2026-11-24', 'nl', given)
}

test('newer rules: what is kept, what is worded otherwise and what has no place any more', async () => {
  const storage = await begunBefore()
  const session = await reopen(storage, after)
  const { receipt } = session.view().draft
  expect(receipt).toMatchObject({
    from: '2025.9.0',
    to: '2026.1.0',
    kept: 2,
    recheck: [{ key: 'business.phone', was: { label: 'Telefoon overdag' } }],
    parked: [{ what: 'answers.business.mascot', label: 'Heeft uw zaak een mascotte?', value: 'bear', said: 'een beer' }],
  })
  expect(session.view().application.answers.values.get('business.phone')).toBe('010 555 01 20')
})

test('it stays until it was seen, also when the page is closed first, and the parked answer stays after that', async () => {
  const storage = await begunBefore()
  const first = await reopen(storage, after)
  await first.catchUp()
  first.close()
  const second = await reopen(storage, after)
  expect(second.view().draft.receipt?.recheck).toHaveLength(1)
  second.close()
  // noted, and not in the draft yet: the page is gone right after the press
  const hurried = await reopen(storage, after, { ...ports(storage), later: () => () => {} })
  hurried.seenReceipt()
  expect(hurried.view().draft.receipt).toBeUndefined()
  hurried.leave()
  hurried.close()
  expect((await storage.read(EMPTY.id))?.draft.receipt).toBeDefined()
  const next = await reopen(storage, after)
  expect(next.view().draft.receipt).toBeUndefined()
  await next.flush()
  next.close()
  const third = await reopen(storage, after)
  expect(third.view().draft.receipt).toBeUndefined()
  expect(third.view().draft.parked).toEqual([{ what: 'answers.business.mascot', value: 'bear' }])
  expect(wholeFile(third.view().draft).draft).toMatchObject({ parked: [{ what: 'answers.business.mascot' }] })
})

test('rules that were renewed twice: the first receipt goes on in the second', async () => {
  const storage = await begunBefore()
  const first = await reopen(storage, after)
  await first.catchUp()
  first.close()
  const later = rules('2027.1.0', (path, text) =>
    path.endsWith('questions/application.yaml')
      ? text.replace('label: { nl: "Waarvoor is uw aanvraag?"', 'label: { nl: "Wat vraagt u aan?"')
      : text,
  )
  const { receipt } = (await reopen(storage, later)).view().draft
  expect(receipt).toMatchObject({ from: '2025.9.0', to: '2027.1.0' })
  expect(receipt?.recheck.map(({ key }) => key).toSorted()).toEqual(['application.kind', 'business.phone'])
  expect(receipt?.parked).toHaveLength(1)
})

const PHONE = { kind: 'answer', fact: 'business.phone', value: '010 555 01 20' } as const
const MASCOT = { kind: 'answer', fact: 'business.mascot', value: 'bear' } as const
const TOLD = {
  from: '2025.9.0',
  to: '2026.1.0',
  recheck: [{ key: 'business.phone', was: { label: 'Telefoon overdag' } }],
  parked: [{ what: 'business.mascot', label: 'Heeft uw zaak een mascotte?', value: 'bear', said: 'een beer' }],
}

test('a list without a place, with rows in it, is kept and named, and the draft can be read after it', async () => {
  const rows = [{ id: 'e1', 'event.name': 'Kermis' }]
  const storage = { ...inMemory(), keeps: true }
  await storage.put({ ...EMPTY, file: { ...EMPTY.file, collections: { fairs: rows } } })
  const session = await reopen(storage, after)
  expect(session.view().draft.receipt?.parked).toMatchObject([{ what: 'collections.fairs', value: rows }])
  await session.flush()
  expect((await storage.list()).unreadable).toEqual([])
  expect((await reopen(storage, after)).view().draft.parked).toEqual([{ what: 'collections.fairs', value: rows }])
})

test('an answer that was only noted when the page was closed is told as it was asked', async () => {
  const storage = { ...inMemory(), keeps: true }
  await storage.put(EMPTY)
  const hurried = openSession(EMPTY, before, '2026-11-24', 'nl', { ...ports(storage), later: () => () => {} })
  hurried.apply([PHONE, MASCOT])
  hurried.leave()
  hurried.close()
  const stored = await storage.read(EMPTY.id)
  expect([stored?.draft.asked, stored?.notes.length]).toEqual([undefined, 1])
  const session = await reopen(storage, after)
  expect(session.view().draft.receipt).toMatchObject({ ...TOLD, kept: 1 })
})

test('what another tab answers under older rules is told as it was asked there', async () => {
  const storage = inMemory()
  await storage.put(EMPTY)
  const page = () => ports({ ...storage.another(), keeps: true })
  const old = openSession(EMPTY, before, '2026-11-24', 'nl', page())
  const now = openSession(EMPTY, after, '2026-11-24', 'nl', page())
  old.apply([PHONE, MASCOT])
  expect(now.view().application.answers.values.get('business.phone')).toBe('010 555 01 20')
  expect(now.view().draft.receipt).toMatchObject({ recheck: TOLD.recheck, parked: TOLD.parked })
  // the next one is told beside them
  old.apply([{ ...MASCOT, value: 'none' }])
  expect(now.view().draft.receipt?.parked.map(({ said }) => said)).toEqual(['een beer', 'nee'])
})

test('the same rules, or others that say the same: nothing to tell', async () => {
  const storage = await begunBefore()
  expect((await reopen(storage, before)).view().draft.receipt).toBeUndefined()
  const patched: Variant = { ...before, ruleSet: { ...before.ruleSet, hash: 'another' } }
  expect((await reopen(storage, patched)).view().draft.receipt).toBeUndefined()
})

test('a receipt of a file, which names no rules, does not hide that the rules were renewed after it', async () => {
  const file = { ...EMPTY.file, answers: { 'application.kind': 'new', 'nowhere.asked': 'kept' } }
  const storage = { ...inMemory(), keeps: true }
  await storage.put({ ...EMPTY, ruleSet: { id: '', version: '', hash: '' }, file })
  const first = await reopen(storage, before)
  expect(first.view().draft.receipt).toMatchObject({ from: '', parked: [{ what: 'answers.nowhere.asked', said: 'kept' }] })
  await first.catchUp()
  first.close()
  expect((await reopen(storage, after)).view().draft.receipt).toMatchObject({
    from: '2025.9.0',
    to: '2026.1.0',
    parked: [{ said: 'kept' }],
  })
})
