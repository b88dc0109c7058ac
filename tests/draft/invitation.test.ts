import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Draft } from '../../src/draft/draft.ts'
import { closedPages, type Invitation, readShared } from '../../src/draft/files/invitation.ts'
import { inviteFor } from '../../src/draft/files/invite.ts'
import { readSaveFile } from '../../src/draft/files/save-file.ts'
import { openSession } from '../../src/draft/session.ts'
import { inMemory } from '../../src/draft/storage/storage.ts'
import { openCase } from '../../src/engine/case.ts'
import { packetSet } from '../../src/engine/packet/packet-set.ts'
import { ownPart, peopleConcerned } from '../../src/engine/packet/personal-part.ts'
import type { Answers } from '../../src/model/answers/answers.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { readYaml } from '../../src/model/files/read-yaml.ts'
import { ExampleFile } from '../../src/model/schema/form.ts'
import { fromBase64, toBase64 } from '../../src/model/util/bytes/base64.ts'
import { shippedVariant } from '../engine/shipped.ts'

const variant = shippedVariant('voorbeeld')
const REFERENCE = 'H1-AAAA-BBBB'

function exampleOf(name: string, change: (file: ReturnType<typeof ExampleFile.parse>) => void = () => undefined) {
  const path = `rules/base/examples/${name}.yaml`
  const example = ExampleFile.parse(readYaml(path, readFileSync(path, 'utf8')).source.value)
  change(example)
  const { title: _title, today, expect: _expect, ...file } = example
  const { answers, findings } = readAnswers(file, variant, path, () => ({ line: 1, column: 1 }))
  expect(findings).toEqual([])
  return { file, answers, application: openCase(variant, answers, { today }, 'nl') }
}

const reopened = (invitation: Invitation) => {
  const { answers, findings } = readAnswers(invitation.file, variant, 'invitation', () => ({ line: 1, column: 1 }))
  expect(findings).toEqual([])
  return { answers, application: openCase(variant, answers, { today: '2026-03-02' }, 'nl') }
}

/** A private lender beside the people of the example. */
const withLender = (file: ReturnType<typeof ExampleFile.parse>): void => {
  const { people = [], loans = [] } = file.collections
  people.push({ id: 'p9', 'person.lastName': 'Vandenbrakel', 'person.firstNames': 'Wim', 'person.bsn': '123456782', roles: ['lender'] })
  loans.push({ id: 'l9', 'loan.lender': '@p9', 'loan.principal': 7654300, 'loan.financesBusiness': true })
  file.collections = { ...file.collections, people, loans }
}

const secrets = (answers: Answers, person: string): string[] =>
  [...answers.values].flatMap(([key, value]) => {
    const [fact = '', row = ''] = key.split('@')
    const own = row === person || answers.rows.get(row)?.parent === person
    if (!own) return []
    if (/\.bsn$|person\.(lastName|firstNames|birthDate|phone|email)$/.test(fact)) return [String(value)]
    return typeof value === 'number' && value >= 10_000 ? [String(value)] : []
  })

describe.each(['cafe-terrace-machines', 'hotel-bv-holding'])('an invitation in %s', (name) => {
  const { answers, application } = exampleOf(name, withLender)
  const people = [...answers.rows.values()].filter(({ subject }) => subject === 'person').map(({ id }) => id)

  test.each(['p1', 'p9'])('for %s holds nothing of anybody else, and nothing sensitive', (person) => {
    expect(peopleConcerned(application)).toContain(person)
    const text = JSON.stringify(inviteFor(application, REFERENCE, person))
    const own = new Set(secrets(answers, person))
    for (const other of people.filter((id) => id !== person))
      for (const word of secrets(answers, other)) if (!own.has(word)) expect(text).not.toContain(`"${word}"`)
    const sensitive = [...answers.values].filter(
      ([key]) => application.index.questions.get(key.split('@')[0] ?? '')?.sensitive && !key.startsWith('loan.lender'),
    )
    expect(sensitive.length).toBeGreaterThan(10)
    for (const [key] of sensitive) expect(text).not.toContain(`"${key.split('@')[0]}"`)
    expect(text).not.toContain('7654300')
  })

  test('asks the other the questions of their own part, and no more', () => {
    const invitation = inviteFor(application, REFERENCE, 'p1')
    const there = reopened(invitation)
    const [here, part] = [ownPart(application, 'p1'), ownPart(there.application, 'p1')]
    const boxes = (forms: typeof part.forms): Set<string> =>
      new Set(
        forms.flatMap((form) =>
          form.sections.flatMap((section) => section.instances.flatMap((each) => each.boxes.map(({ nr }) => `${section.id} ${nr}`))),
        ),
      )
    // loans of the business itself stay with the business: the same boxes otherwise
    expect([...boxes(part.forms)].filter((box) => !boxes(here.forms).has(box))).toEqual([])
    expect([...boxes(here.forms)].filter((box) => !boxes(part.forms).has(box))).toEqual([])
    expect(part.open.length).toBeGreaterThan(0)
    expect([...part.keys].every((key) => key.includes('@'))).toBe(true)
    expect(peopleConcerned(there.application)).toEqual(['p1'])
  })
})

describe('a part filled in by the other', () => {
  const { application, file } = exampleOf('cafe-terrace-machines')

  test('comes back as complete with closed pages, which go into the set unread', async () => {
    const pages = new Uint8Array([37, 80, 68, 70, 1, 2, 3])
    const text = JSON.stringify({
      kind: 'horeca1.return',
      schema: 1,
      reference: REFERENCE,
      person: 'p1',
      complete: true,
      pages: 6,
      pdf: toBase64(pages),
    })
    const back = readShared(text)
    if (back?.kind !== 'horeca1.return') throw new Error('not a return file')
    const storage = { ...inMemory(), keeps: true }
    const draft: Draft = {
      schema: 1,
      id: 'abc123',
      created: '2026-03-02T09:00:00Z',
      changed: '2026-03-02T09:00:00Z',
      ruleSet: variant.ruleSet,
      file,
      parked: [],
      aside: {},
      typed: {},
      files: {},
      about: { name: '', town: 'Voorbeeld', open: null, asked: null },
      reference: REFERENCE,
      copied: {},
      place: null,
    }
    await storage.put(draft)
    const session = openSession(draft, variant, '2026-03-02', 'nl', { storage, now: () => '2026-03-03T10:00:00Z', later: () => () => {} })
    const before = session.view().application.answers
    await session.takeBack(back)
    // the answers of the draft are what they were: nothing was read out of the pages
    expect(session.view().application.answers).toEqual(before)
    const stored = (await storage.list()).drafts[0]
    expect(stored?.returned).toEqual({ p1: { complete: true, pages: 6, at: '2026-03-03T10:00:00Z', closed: true } })
    expect(await storage.getFile('abc123', closedPages('p1'))).toEqual(pages)
    // wiping the draft takes the pages, and every answer in it, along
    await storage.remove('abc123')
    expect(await storage.getFile('abc123', closedPages('p1'))).toBeNull()
    expect((await storage.list()).drafts).toEqual([])
  })

  test('a return file holds no answer outside its pages', () => {
    const keys = Object.keys(
      readShared(
        JSON.stringify({ kind: 'horeca1.return', schema: 1, reference: REFERENCE, person: 'p1', complete: true, pages: 0, pdf: null }),
      ) ?? {},
    )
    expect(keys.toSorted()).toEqual(['complete', 'kind', 'pages', 'pdf', 'person', 'reference', 'schema'])
    expect(
      readShared(
        JSON.stringify({
          kind: 'horeca1.return',
          schema: 1,
          reference: REFERENCE,
          person: 'p1',
          complete: true,
          pages: 0,
          pdf: null,
          answers: { a: 1 },
        }),
      ),
    ).toEqual({ kind: 'broken' })
  })

  test('pages survive the way there and back', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251)
    expect(fromBase64(toBase64(bytes))).toEqual(bytes)
  })

  test('an invitation is no answer file, and an answer file no invitation', () => {
    const invitation = JSON.stringify(inviteFor(application, REFERENCE, 'p1'))
    expect(readShared(invitation)?.kind).toBe('horeca1.invitation')
    expect(readSaveFile(invitation).ok).toBe(false)
    expect(readShared(JSON.stringify(file))).toBeNull()
    expect(readShared('no json')).toBeNull()
  })

  test('names of files say nothing about anybody', () => {
    for (const { suffix } of packetSet(application, REFERENCE))
      expect(suffix).toMatch(/^(aanvraag|ondertekening|vertrouwelijk-(bedrijf|p\d+))$/)
  })
})
