import { describe, expect, test } from 'vitest'
import { readDraft } from '../../src/draft/draft.ts'
import { readShared } from '../../src/draft/files/invitation.ts'
import { readSaveFile } from '../../src/draft/files/save-file.ts'
import { inCurrentNames } from '../../src/draft/older-names.ts'
import { inMemory } from '../../src/draft/storage/storage.ts'

// What this program wrote while the reference of a packet was still called `kenmerk`, as it was written.

const DRAFT = `{"schema":1,"id":"abcdef123456","created":"2026-11-01T10:00:00.000Z","changed":"2026-11-01T10:05:00.000Z",
"ruleSet":{"id":"horeca1","version":"2026.1.0","hash":"x"},"file":{"schema":1,"variant":"voorbeeld","answers":{"application.kind":"new"}},
"about":{"name":"Zaal Oud","town":"Voorbeeld","open":3,"asked":9},"kenmerk":"H1-7KQ4-M9XD","typed":{"business.kvkNumber":"1234"}}`
const INVITATION = `{"kind":"horeca1.invitation","schema":1,"kenmerk":"H1-7KQ4-M9XD","person":"p1","name":"Kim","business":"Zaal Oud",
"file":{"schema":1,"variant":"voorbeeld","collections":{"people":[{"id":"p1","person.lastName":"Bakker"}]}}}`
const RETURN = `{"kind":"horeca1.return","schema":1,"kenmerk":"H1-7KQ4-M9XD","person":"p1","complete":true,"pages":0,"pdf":null}`
const REFERENCE = 'H1-7KQ4-M9XD'

describe('what was written under the old name is read', () => {
  test('a stored draft, in the list and when it is opened', async () => {
    const storage = inMemory()
    await storage.put(JSON.parse(DRAFT))
    const { drafts, unreadable } = await storage.list()
    expect(unreadable).toEqual([])
    expect(drafts).toMatchObject([{ reference: REFERENCE, about: { name: 'Zaal Oud' }, typed: { 'business.kvkNumber': '1234' } }])
    expect((await storage.read('abcdef123456'))?.draft).toEqual(drafts[0])
  })

  test('and is written under the new one from then on', () => {
    const { data } = readDraft(JSON.parse(DRAFT))
    expect(JSON.stringify(data)).toContain(`"reference":"${REFERENCE}"`)
    expect(JSON.stringify(data)).not.toContain('kenmerk')
  })

  test('an invitation and a part that comes back', () => {
    expect(readShared(INVITATION)).toMatchObject({ kind: 'horeca1.invitation', reference: REFERENCE, person: 'p1' })
    expect(readShared(RETURN)).toMatchObject({ kind: 'horeca1.return', reference: REFERENCE, complete: true })
  })

  test('a draft that was saved as a file', () => {
    expect(readSaveFile(DRAFT)).toMatchObject({ ok: true, file: { variant: 'voorbeeld', answers: { 'application.kind': 'new' } } })
  })
})

test.each([[null], ['kenmerk'], [['kenmerk']], [{ reference: 'H1-AAAA-BBBB' }], [{ reference: 'H1-AAAA-BBBB', kenmerk: 'H1-CCCC-DDDD' }]])(
  'what has no old name, or the new one as well, stays as it is: %j',
  (value) => {
    expect(inCurrentNames(value)).toBe(value)
  },
)
