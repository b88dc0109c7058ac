import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { takeAway } from '../../src/draft/take-away.ts'
import { inverseOf } from '../../src/draft/undo.ts'
import type { Answers } from '../../src/model/answers/answers.ts'
import { edited } from '../../src/model/answers/edit.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { answersText, writeAnswers } from '../../src/model/answers/write-answers.ts'
import { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { shippedVariant } from '../engine/shipped.ts'

const FOLDER = 'rules/base/examples'
const at = () => ({ line: 1, column: 1 })
const plain = ({ values, rows, lists, complete, leftEmpty, attachments }: Answers) => ({
  values: new Map(values),
  rows: new Map(rows),
  lists: new Map([...lists].filter(([, ids]) => ids.length > 0)),
  complete: new Set(complete),
  leftEmpty: new Set(leftEmpty),
  attachments: new Map(attachments),
})

test.each(readdirSync(FOLDER))('%s: reading, writing and reading again gives the same answers', (name) => {
  const { title: _title, today: _today, expect: _expect, ...raw } = parse(readFileSync(`${FOLDER}/${name}`, 'utf8'))
  const variant = shippedVariant(raw.variant)
  const first = readAnswers(AnswerFile.parse(raw), variant, name, at)
  expect(first.findings).toEqual([])
  const names = new Map([...first.answers.attachments].filter(([, state]) => state === 'attached').map(([key]) => [key, ['x.pdf']]))
  const written = AnswerFile.parse(writeAnswers(first.answers, variant.id, names))
  const second = readAnswers(written, variant, name, at)
  expect(second.findings).toEqual([])
  expect(plain(second.answers)).toEqual(plain(first.answers))
  expect(answersText(written)).toBe(answersText(AnswerFile.parse(JSON.parse(answersText(written)))))
})

test.each(['everything-bv-holding.yaml', 'everything-vof.yaml', 'cafe-terrace-machines.yaml'])(
  '%s: whichever row is taken away, what is written is read again without a word',
  (name) => {
    const { title: _title, today: _today, expect: _expect, ...raw } = parse(readFileSync(`${FOLDER}/${name}`, 'utf8'))
    const variant = shippedVariant(raw.variant)
    const { answers } = readAnswers(AnswerFile.parse(raw), variant, name, at)
    // left empty and to be attached: of every row, as somebody may have said before taking it away
    const optional = variant.questions.filter((question) => question.optional)
    const keys = [...answers.rows.values()].flatMap(({ id, subject }) =>
      optional.filter((question) => question.subject === subject).map((question) => `${question.id}@${id}`),
    )
    const full: Answers = {
      ...answers,
      leftEmpty: new Set([...answers.leftEmpty, ...keys.filter((key) => !answers.values.has(key))]),
      attachments: new Map([
        ...answers.attachments,
        ...[...answers.rows.keys()].filter((id) => !id.includes('/')).map((id) => [`idCopy@${id}`, 'later'] as const),
      ]),
    }
    let taken = 0
    for (const { id, collection, parent, subject } of answers.rows.values()) {
      if (subject === 'role') continue
      const edits = takeAway(full, variant, { collection, parent, id })
      const less = edited(full, edits)
      const { findings } = readAnswers(AnswerFile.parse(writeAnswers(less, variant.id)), variant, name, at)
      expect(
        findings.filter(({ code }) => code === 'ANSWER_UNKNOWN_ROW'),
        `${id} taken away`,
      ).toEqual([])
      expect(writeAnswers(edited(less, inverseOf(edits, full, less)), variant.id), `${id} taken back`).toEqual(
        writeAnswers(full, variant.id),
      )
      taken += 1
    }
    expect(taken).toBeGreaterThan(5)
  },
)

test('which file was added first is told by nothing: opened elsewhere, the same answers are written the same', () => {
  const variant = shippedVariant('voorbeeld')
  const names = new Map([
    ['lease', ['huur.pdf', 'bijlage.pdf']],
    ['financingProof', ['geld.pdf']],
  ])
  const { answers } = readAnswers(AnswerFile.parse({ schema: 1, variant: variant.id, answers: {} }), variant, 'none', at)
  const added = (...documents: string[]): string =>
    answersText(
      writeAnswers({ ...answers, attachments: new Map(documents.map((document) => [document, 'attached'] as const)) }, variant.id, names),
    )
  expect(added('lease', 'financingProof')).toBe(added('financingProof', 'lease'))
  expect(JSON.parse(added('lease', 'financingProof')).attachments).toEqual([
    { id: 'a1', document: 'financingProof', file: 'geld.pdf' },
    { id: 'a2', document: 'lease', file: 'huur.pdf' },
    { id: 'a3', document: 'lease', file: 'bijlage.pdf' },
  ])
})
