import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { findIdleWords } from '../../src/authoring/prove/can-be/find-idle-words.ts'
import { assessCase } from '../../src/engine/assess.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { worded } from '../../src/engine/facts/worded.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { packetContent } from '../../src/engine/packet/packet-content.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import type { Finding } from '../../src/model/findings/finding.ts'
import { tellFinding } from '../../src/model/findings/told.ts'
import type { Lang } from '../../src/model/lang.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { writePacket } from '../../src/pdf/write.ts'
import { FONTS, textsOf } from '../pdf/packets.ts'
import { chapters, exampleOf, filesOf, type Row, townOf } from './varies.ts'

// a town with other words for a small business, in every text that may have them

const row = chapters()
  .flatMap((chapter) => chapter.rows)
  .find(({ id }) => id === 'textByCase') as Row

/** The rules with this town, as they load and resolve. */
function rulesOf(town: string) {
  const { ruleSet, findings } = loadRuleSet(filesOf([{ ...row, town }]))
  const { variant, findings: found } = ruleSet ? resolveVariant(ruleSet, townOf(row)) : { variant: null, findings: [] }
  return { variant, findings: [...findings, ...found] }
}

const { variant } = rulesOf(row.town ?? '')
if (!variant) throw new Error('the town has mistakes')
const town = variant

/** The café, with so many persons; undefined: not answered. */
function cafe(persons: number | undefined, lang: Lang = 'nl'): Case {
  const { title: _, today, expect: __, ...file } = parse(exampleOf(row, town.id))
  const { answers } = readAnswers(AnswerFile.parse(file), town, 'x.yaml', () => ({ line: 1, column: 1 }))
  const application = openCase(town, answers, { today }, lang)
  return edit(application, [{ kind: 'answer', fact: 'premises.maxPersons', value: persons }])
}

/** Every text that has other words for a small business, as the case has it. */
function said(application: Case) {
  const { checks, advice, documents, fees } = assessCase(application)
  const form = coverage(application).find(({ id }) => id === 'alcohol')
  const plan = documents.find(({ id }) => id === 'floorPlan')
  const fee = fees.lines.find(({ id }) => id === 'alcohol.note')
  const check = checks.find(({ id }) => id === 'smallOnly')
  const question = application.index.questions.get('activity.main')
  const option = question && worded(application, question, null).options?.find(({ id }) => id === 'drinking')
  return {
    title: form?.title,
    declaration: form?.declaration,
    document: plan?.name,
    whereToGet: plan?.whereToGet,
    mustShow: plan?.mustShow[0],
    option: option?.label[application.lang],
    message: check?.message,
    advice: check?.advice,
    tip: advice.find(({ id }) => id === 'smallTip')?.title,
    fee: fee?.label,
    note: fee?.note,
    due: fee?.due,
  }
}

test('a small business reads its own words everywhere', () => {
  expect(said(cafe(25))).toEqual({
    title: 'Kleine aanvraag alcohol',
    declaration: 'Kleine zaak: naar waarheid ingevuld.',
    document: 'Schets van de zaak',
    whereToGet: 'Teken hem zelf.',
    mustShow: 'waar de bar staat',
    option: 'een klein café',
    // a text that is put into another has its words too
    message: 'Kleine zaak: een klein café.',
    // what the line does not say reads as it does in the item
    advice: 'Vraag het ons.',
    tip: 'Een tip voor kleine zaken',
    fee: 'Alcohol (kleine zaak)',
    note: 'Voor een kleine zaak.',
    due: 'bij de aanvraag',
  })
  expect(said(cafe(25, 'en'))).toMatchObject({
    title: 'Small application for alcohol',
    fee: 'Alcohol (small business)',
    option: 'a small café',
  })
})

test('another one reads the words of the item itself, and so does who has not said yet', () => {
  const large = said(cafe(80))
  expect(large).toMatchObject({ message: 'Grote zaak.', tip: 'Een tip', fee: 'Alcohol', note: 'Per zaak.', due: 'bij de aanvraag' })
  expect(large.title).toBe(town.forms.find(({ id }) => id === 'alcohol')?.title.nl)
  expect(large.document).toBe(town.documents.find(({ id }) => id === 'floorPlan')?.name.nl)
  expect(said(cafe(undefined))).toEqual(large)
})

test('words ask nothing: what only they read is not asked for them', () => {
  const style = `changes:
  - op: add
    at: questions
    item:
      id: own.style
      subject: case
      type: choice
      topic: premises
      label: { nl: Welke stijl heeft uw zaak?, en: What is the style of your business? }
      options: [{ id: modern, label: { nl: modern, en: modern } }, { id: old, label: { nl: ouderwets, en: old-fashioned } }]
    why: eigen vraag
  - op: change
    at: documents/floorPlan
    to: { wording: [{ when: own.style = "old", name: { nl: Ouderwetse tekening, en: Old-fashioned drawing } }] }
    why: per stijl
`
  const { variant: other } = rulesOf(style)
  if (!other) throw new Error('the town has mistakes')
  const { title: _, today, expect: __, ...file } = parse(exampleOf(row, other.id))
  const { answers } = readAnswers(AnswerFile.parse(file), other, 'x.yaml', () => ({ line: 1, column: 1 }))
  const application = openCase(other, answers, { today })
  expect(assessCase(application).questions.open).not.toContain('own.style')
  const old = edit(application, [{ kind: 'answer', fact: 'own.style', value: 'old' }])
  expect(assessCase(old).documents.find(({ id }) => id === 'floorPlan')?.name).toBe('Ouderwetse tekening')
})

test('the packet says the same, each half in its own language', async () => {
  const content = packetContent(cafe(25), 'H1-TEST-0001', '')
  const { bytes } = await writePacket(content, FONTS)
  const text = (await textsOf(bytes)).join(' ')
  for (const words of [
    'Kleine aanvraag alcohol',
    'Kleine zaak: naar waarheid ingevuld.',
    'Schets van de zaak',
    'waar de bar staat',
    'Kleine zaak: een klein café.',
    'Een tip voor kleine zaken',
    'Voor een kleine zaak.',
  ])
    expect(text).toContain(words)
})

const TIP = (wording: string, more = ''): string => `changes:
  - op: add
    at: advice
    item:
      id: tip
      group: premises
      title: { nl: Een tip, en: A tip }
      text: { nl: Kijk op onze site., en: Look at our site. }
      ${more}
      wording:
${wording}
    why: per soort zaak
`
const line = (when: string, words = 'title: { nl: Anders, en: Otherwise }'): string => `        - { when: '${when}', ${words} }\n`

describe('what is wrong with words for a case is told at its line', () => {
  const found = (town: string): readonly Finding[] => {
    const { variant: made, findings } = rulesOf(town)
    const all = [...findings, ...(made ? findIdleWords(made, '2026-03-01') : [])]
    return all.filter(({ file }) => file.includes('text-by-case'))
  }

  test.each([
    ['it contradicts itself', line('activity.main = "drinking" and activity.main = "meal"'), 'This condition never holds'],
    ['no number is like that', line('premises.maxPersons < 5 and premises.maxPersons > 10'), 'This condition never holds'],
    ['an earlier line holds first', line('premises.maxPersons < 50') + line('premises.maxPersons < 20'), 'an earlier line holds too'],
    [
      'one of them always holds',
      line('activity.main = "drinking"') + line('activity.main != "drinking"'),
      'One of these conditions always',
    ],
  ])('%s', (_, wording, message) => {
    const findings = found(TIP(wording))
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['WORDS_NEVER_READ', 'error']])
    expect(findings[0]?.message).toContain(message)
    // head of the file, then the lines before the wording
    expect(findings[0]?.line).toBe(5 + 9 + 1 + wording.split('\n').length - 1)
    expect(tellFinding(findings[0] as Finding, 'nl')).not.toContain('nobody')
  })

  test('conditions that leave cases over, and those on rows or dates, are not told', () => {
    expect(found(TIP(line('premises.maxPersons < 20') + line('premises.maxPersons < 50')))).toEqual([])
    expect(found(TIP(line('application.startDate < date("2020-01-01")')))).toEqual([])
  })

  test('there is no text for the other cases', () => {
    const check = (rest: string): string =>
      TIP(line('premises.maxPersons < 20', 'advice: { nl: Bel ons., en: Call us. }'), rest)
        .replace('at: advice', 'at: checks')
        .replace('group: premises', 'severity: info\n      licences: []\n      when: activity.main = "drinking"')
        .replace(/ {6}title: .*\n {6}text: .*\n/, '      message: { nl: Let op., en: Mind this. }\n')
    expect(found(check('')).map(({ code, severity }) => [code, severity])).toEqual([['WORDS_WITHOUT_REST', 'warning']])
    expect(found(check('advice: { nl: Kijk op onze site., en: Look at our site. }'))).toEqual([])
  })

  test('a language is missing, no words stand beside the condition, or a text that this item has not', () => {
    const codes = (words: string): string[] => found(TIP(line('premises.maxPersons < 20', words))).map(({ code }) => code)
    expect(codes('title: { nl: Anders }')).toContain('MISSING_TRANSLATION')
    expect(codes('hint: { nl: Anders, en: Otherwise }')).toContain('BAD_SHAPE')
    expect(found(TIP('        - { when: premises.maxPersons < 20 }\n')).map(({ code }) => code)).toContain('BAD_SHAPE')
  })
})
