import { describe, expect, test } from 'vitest'
import { findIdleWords } from '../../../src/authoring/prove/can-be/find-idle-words.ts'
import { assessCase } from '../../../src/engine/assess.ts'
import { edit } from '../../../src/engine/case.ts'
import type { Case } from '../../../src/engine/context.ts'
import { packetContent } from '../../../src/engine/packet/packet-content.ts'
import { told } from '../../../src/model/findings/told.ts'
import { writePacket } from '../../../src/pdf/write.ts'
import { FONTS, textsOf } from '../../pdf/packets.ts'
import { caseOfRow, rowOf, rulesOf } from '../row-case.ts'

// a town in which texts of every kind read otherwise for a small business

const row = rowOf('textInCase')
const cafe = (persons: number | undefined, lang: 'nl' | 'en' = 'nl'): Case =>
  edit(caseOfRow(row, { lang }), [{ kind: 'answer', fact: 'premises.maxPersons', value: persons }])

/** The texts of the town as this application has them. */
function said({ variant, lang }: Case) {
  const find = <T extends { readonly id: string }>(items: readonly T[], id: string): T | undefined => items.find((item) => item.id === id)
  return {
    licence: find(variant.licences, 'alcohol')?.name[lang],
    section: find(find(variant.forms, 'alcohol')?.sections ?? [], 'kind')?.title[lang],
    meaning: find(variant.glossary, 'monument')?.meaning[lang],
    topic: find(variant.topics, 'people')?.label[lang],
    footer: variant.branding.footer?.[lang],
    note: find(variant.channels, 'alcohol')?.note?.[lang],
    role: find(variant.roles, 'manager')?.label[lang],
    hint: find(variant.roles, 'manager')?.hint?.[lang],
  }
}
const LARGE = {
  licence: 'Alcoholvergunning',
  section: 'Grote aanvraag',
  meaning: 'Een oud gebouw.',
  topic: 'Mensen',
  footer: 'Voor grote zaken',
  note: 'Kom langs.',
  role: 'Leidinggevende',
  hint: 'Geeft leiding.',
}
const SMALL = {
  licence: 'Kleine alcoholvergunning',
  section: 'Kleine aanvraag',
  meaning: 'Een klein oud gebouw.',
  topic: 'Uw mensen',
  footer: 'Voor kleine zaken',
  note: 'Bel eerst.',
}

test('a small business reads its own words, a large one and who has not said yet those of the text itself', () => {
  expect(said(cafe(25))).toEqual({ ...LARGE, ...SMALL })
  expect(said(cafe(80))).toEqual(LARGE)
  expect(said(cafe(undefined))).toEqual(LARGE)
  expect(said(cafe(25, 'en'))).toMatchObject({ licence: 'Small alcohol licence', section: 'Small application', role: 'Manager' })
})

test('a role has the word of the licence that is needed, and a text changes on its day', () => {
  const without = edit(cafe(25), [{ kind: 'answer', fact: 'activity.alcohol', value: 'none' }])
  expect(said(without).role).toBe('Beheerder')
  const later = edit(cafe(25), [{ kind: 'answer', fact: 'application.filingDate', value: '2027-01-01' }])
  expect(said(later)).toEqual({ ...LARGE, ...SMALL, hint: 'Geeft leiding volgens de nieuwe wet.' })
})

test('the words ask nothing', () => {
  const plain = assessCase(cafe(undefined)).questions
  expect(assessCase(edit(cafe(25), [{ kind: 'answer', fact: 'premises.maxPersons', value: undefined }])).questions).toEqual(plain)
})

test('the packet says the same', async () => {
  const { bytes } = await writePacket(packetContent(cafe(25), 'H1-TEST-0001', ''), FONTS)
  const text = (await textsOf(bytes)).join(' ')
  for (const words of ['Kleine alcoholvergunning', 'Kleine aanvraag', 'Voor kleine zaken', 'Bel eerst.']) expect(text).toContain(words)
  for (const words of ['Grote aanvraag', 'Voor grote zaken', 'Kom langs.']) expect(text).not.toContain(words)
})

describe('what is wrong with the wordings of a text is told at its line, once and in Dutch', () => {
  const changed = (cases: string): string => `changes:
  - op: change
    at: licences/alcohol
    to:
      name:
        nl: Vergunning
        en: Licence
        cases:
${cases}    why: a
`
  const line = (when: string, nl = 'Anders', en = 'Otherwise'): string => `          - { when: '${when}', nl: ${nl}, en: ${en} }\n`
  test.each([
    ['it never holds', line('premises.maxPersons < 5 and premises.maxPersons > 10'), 'WORDS_NEVER_READ', 'This condition never holds', 14],
    [
      'an earlier line',
      line('premises.maxPersons < 50') + line('premises.maxPersons < 20'),
      'WORDS_NEVER_READ',
      'an earlier line holds',
      15,
    ],
    ['a fact that is not there', line('premises.persons < 50'), 'FEEL_UNKNOWN_NAME', 'premises.persons', 14],
    ['a fact of a row', line('person.birthDate != null'), 'FEEL_UNKNOWN_NAME', 'person', 14],
    ['a language is missing', '          - { when: premises.maxPersons < 20, nl: Anders }\n', 'MISSING_TRANSLATION', 'English', 14],
    ['no condition', '          - { nl: Anders, en: Otherwise }\n', 'BAD_SHAPE', 'when', 14],
    ['Dutch behind en', line('premises.maxPersons < 20', 'Niet voor grote zaken', 'Niet voor grote zaken'), 'WORKSHOP_TEXT', 'Dutch', 14],
  ])('%s', (_, cases, code, message, at) => {
    const { variant, findings } = rulesOf(row, changed(cases))
    const all = [...findings, ...(variant ? findIdleWords(variant, '2026-03-01') : [])].filter(
      ({ file, severity }) => file.includes('text-in-case') && severity !== 'note',
    )
    expect(all.map((finding) => [finding.code, finding.line])).toEqual([[code, at]])
    expect(all[0]?.message).toContain(message)
    const dutch = all[0] && told(all[0], 'nl')
    expect(dutch?.message).not.toContain(all[0]?.message.split('\n')[0])
  })

  test('another word of the town is put into the wordings too', () => {
    const { variant } = rulesOf(
      row,
      `words:\n  - { from: { nl: zaak }, to: { nl: onderneming }, source: x }\n${changed(line('premises.maxPersons < 20', 'De zaak'))}`,
    )
    expect(variant?.licences.find(({ id }) => id === 'alcohol')?.name.cases?.[0]?.nl).toBe('De onderneming')
  })
})
