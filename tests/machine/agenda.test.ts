import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { questionsOf } from '../../src/engine/asked/questions.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { agendaOf, grouped } from '../../src/machine/pages.ts'
import { askedInTree } from '../../src/machine/steps-of-tree.ts'
import { answerKey } from '../../src/model/answers/answers.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { shippedVariant } from '../engine/shipped.ts'

const variant = shippedVariant('voorbeeld')
const caseOf = (file: object) => {
  const { answers, findings } = readAnswers(AnswerFile.parse({ schema: 1, variant: 'voorbeeld', ...file }), variant, '', () => ({
    line: 1,
    column: 1,
  }))
  expect(findings).toEqual([])
  return openCase(variant, answers, { today: '2026-03-02' })
}
/** A manager is added; everything is answered but what kind of manager it is. */
const added = () => {
  const { title: _title, today: _today, expect: _expect, ...file } = parse(readFileSync('rules/base/examples/manager-change.yaml', 'utf8'))
  for (const person of file.collections.people) for (const role of person.roles) if (typeof role === 'object') delete role.managerKind
  return file
}

test('what is asked about a role is asked on the card of its party, under the name of the role, and counts there', () => {
  const application = caseOf(added())
  const { rows } = agendaOf(application)
  expect([...rows.keys()]).toEqual(['p1', 'p2'])
  const kind = rows.get('p2')?.find(({ key }) => key === 'role.managerKind@p2/manager')
  expect(kind?.open).toBe(true)
  const groups = grouped(variant, rows.get('p2') ?? [])
  for (const { group, fields } of groups) {
    const ofRole = fields.some(({ question }) => question.subject === 'role')
    expect([group?.kind === 'role', new Set(fields.map(({ row }) => row)).size]).toEqual([ofRole, 1])
  }
  const answered = edit(application, [{ kind: 'answer', fact: 'role.managerKind', row: 'p2/manager', value: 'floor' }])
  expect(
    agendaOf(answered)
      .rows.get('p2')
      ?.find(({ key }) => key === 'role.managerKind@p2/manager')?.open,
  ).toBe(false)
})

test('a step that is not on the path asks nothing: a change of the terrace has no step for the legal form, and its topic keeps the question', () => {
  const terrace = askedInTree(caseOf({ answers: { 'application.kind': 'terraceChange', 'activity.main': 'drinking' } }))
  expect(terrace.get('activity.main')).toBe('guests')
  expect(terrace.has('business.legalForm')).toBe(false)
  const renewal = askedInTree(
    caseOf({
      answers: {
        'application.kind': 'renewal',
        'renewal.licences': ['exploitation'],
        'activity.alcohol': 'none',
        'business.legalForm': 'bv',
      },
    }),
  )
  expect(renewal.get('business.legalForm')).toBe('legalForm')
})

/** Per address the parts that were answered. */
const addresses = (application: Case): string[][] => {
  const { asked } = questionsOf(application)
  return variant.groups.flatMap(({ kind, parts }) => {
    if (kind !== 'address') return []
    const rows = new Set(asked.filter((key) => parts.includes(key.split('@')[0] ?? '')).map((key) => key.split('@')[1] ?? ''))
    return [...rows].map((row) => parts.map((part) => answerKey(part, row || null)).filter((key) => asked.includes(key)))
  })
}

test.each(['bibob-bv-holding', 'cafe-terrace-machines', 'off-licence', 'rebuilding'])(
  '%s: an address is asked at once, not part by part',
  (name) => {
    const file = parse(readFileSync(`rules/base/examples/${name}.yaml`, 'utf8'))
    const application = caseOf({ answers: file.answers, collections: file.collections, complete: file.complete, leftEmpty: file.leftEmpty })
    const things = addresses(application)
    expect(things.length).toBeGreaterThan(0)
    const left = things.flatMap((keys) => {
      const bare = edit(
        application,
        keys.map((key) => ({ kind: 'answer', fact: key.split('@')[0] ?? '', row: key.split('@')[1] ?? null, value: undefined })),
      )
      const { open } = questionsOf(bare)
      return keys.filter((key) => !open.includes(key))
    })
    expect(left).toEqual([])
  },
)
