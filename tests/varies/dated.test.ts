import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { assessCase } from '../../src/engine/assess.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { sendSheets } from '../../src/engine/packet/send-sheets.ts'
import { isProblem } from '../../src/model/answer-kinds/input-problem.ts'
import { readTyped } from '../../src/model/answers/input.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { chapters, exampleOf, filesOf, townOf } from './varies.ts'

const rows = chapters()
  .flatMap((chapter) => chapter.rows)
  .filter(({ id }) =>
    [
      'datedQuestion',
      'boxEnds',
      'copiesAndScale',
      'formByCase',
      'orderOfLicences',
      'loginAsFact',
      'paperSurcharge',
      'ownOption',
      'ownPattern',
      'tickedBetween',
    ].includes(id),
  )
const { ruleSet } = loadRuleSet(filesOf(rows))

/** The café of a row, applied for on a day. */
function caseOf(id: string, today: string, answers: Readonly<Record<string, unknown>> = {}) {
  const row = rows.find((one) => one.id === id)
  if (!row || !ruleSet) throw new Error(`no row ${id}`)
  const { variant } = resolveVariant(ruleSet, townOf(row))
  if (!variant) throw new Error(`the town of ${id} has mistakes`)
  const { title: _, today: __, expect: ___, ...file } = parse(exampleOf({ ...row, answers: { ...row.answers, ...answers } }, variant.id))
  return openCase(variant, readAnswers(AnswerFile.parse(file), variant, 'x.yaml', () => ({ line: 1, column: 1 })).answers, { today })
}
const documents = (application: ReturnType<typeof caseOf>) => assessCase(application).documents
const labelOf = (application: ReturnType<typeof caseOf>): string | undefined =>
  coverage(application)
    .flatMap(({ sections }) => sections.flatMap(({ instances }) => instances.flatMap(({ boxes }) => boxes)))
    .find(({ nr }) => nr === 'OW-1')?.label

test('what ends is there on its last day and not on the next', () => {
  const names = (today: string) => documents(caseOf('boxEnds', today)).map(({ id }) => id)
  expect(names('2026-12-31')).toContain('oldProof')
  expect(names('2027-01-01')).not.toContain('oldProof')
  expect(documents(caseOf('boxEnds', '2026-12-31')).find(({ id }) => id === 'oldProof')).toMatchObject({
    maxAgeDays: 90,
    accepted: ['pdf'],
  })
})

test('the day of the application decides, also when it is filled in later', () => {
  const before = caseOf('datedQuestion', '2026-12-01')
  expect(labelOf(before)).toBeUndefined()
  const filed = (day: string | undefined) => edit(before, [{ kind: 'answer', fact: 'application.filingDate', value: day }])
  expect(labelOf(filed('2027-01-01'))).toBe('Nummer van het plan')
  expect(labelOf(edit(filed('2027-01-01'), [{ kind: 'answer', fact: 'application.filingDate', value: undefined }]))).toBeUndefined()
})

test('scale and copies stand among what an attachment must show', () => {
  const plan = documents(caseOf('copiesAndScale', '2026-03-02')).find(({ id }) => id === 'floorPlan')
  expect(plan?.mustShow).toEqual(expect.arrayContaining(['schaal 1:20 of 1:50', 'op papier 3 exemplaren']))
})

const boxesOf = (application: ReturnType<typeof caseOf>) =>
  coverage(application).flatMap(({ sections }) => sections.flatMap(({ instances }) => instances.flatMap(({ boxes }) => boxes)))

test('which form it is hangs on an answer: title, case type, way in, label and key are those of the case', () => {
  const small = caseOf('formByCase', '2026-03-02')
  const form = coverage(small).find(({ id }) => id === 'smallBusiness')
  expect(form).toMatchObject({ title: 'Melding kleine horeca', caseType: 'HOR-KLEIN' })
  expect(boxesOf(small).find(({ nr }) => nr === 'SB-1')).toMatchObject({
    label: 'Vijfentwintig personen',
    exportKey: 'zaak.personen',
    meta: { stelsel: 'HOR' },
  })
  const sheet = sendSheets(small, coverage(small)).find(({ licence }) => licence === 'exploitation')
  expect(sheet?.channel).toBe('email')
  const large = edit(small, [{ kind: 'answer', fact: 'premises.maxPersons', value: 80 }])
  expect(coverage(large).map(({ id }) => id)).toContain('exploitation')
  expect(coverage(large).map(({ id }) => id)).not.toContain('smallBusiness')
  // while it is not known, neither is filled in and the answer is asked
  const open = edit(small, [{ kind: 'answer', fact: 'premises.maxPersons', value: undefined }])
  expect(assessCase(open).questions.open).toContain('premises.maxPersons')
})

test('what is asked first stands first among the steps', () => {
  const application = caseOf('orderOfLicences', '2026-03-02')
  const sheet = sendSheets(application, coverage(application)).find(({ licence }) => licence === 'bibob')
  expect(sheet?.steps[0]).toMatchObject({ kind: 'after', names: ['Exploitatievergunning'] })
})

test('limits of uploads, the level of eHerkenning and the mandate stand among the steps', () => {
  const application = caseOf('loginAsFact', '2026-03-02')
  const steps = sendSheets(application, coverage(application)).find(({ licence }) => licence === 'alcohol')?.steps ?? []
  expect(steps.find(({ kind }) => kind === 'login')).toMatchObject({ login: 'eherkenning', level: 'EH2+', mandate: true })
  expect(steps.find(({ kind }) => kind === 'upload')).toMatchObject({ maxMegabytes: 10, maxTotalMegabytes: 50, maxFiles: 8 })
})

test('a fee says when it is paid', () => {
  expect(assessCase(caseOf('paperSurcharge', '2026-03-02')).fees.lines.find(({ id }) => id === 'alcohol.paper')?.due).toBe(
    'bij de aanvraag',
  )
})

test.each([
  ['ownPattern', 'own.plan', 'AB-1234', 'ab-12', 'pattern'],
  ['tickedBetween', 'own.kinds', ['eat', 'drink'], ['eat'], 'ticks'],
  ['ownOption', 'premises.maxPersons', '300', '301', 'outside'],
] as const)('%s takes %s and refuses what does not fit', (id, fact, right, wrong, problem) => {
  const question = caseOf(id, '2026-03-02').index.questions.get(fact)
  if (!question) throw new Error(`no question ${fact}`)
  expect(isProblem(readTyped(question, right))).toBe(false)
  expect(readTyped(question, wrong)).toEqual({ problem })
  expect(question.message?.nl).toMatch(/\w/)
})
