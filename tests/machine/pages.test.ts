import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { openCase } from '../../src/engine/case.ts'
import { questionsOf } from '../../src/engine/questions.ts'
import { readerOn } from '../../src/engine/reader.ts'
import { agendaOf, pageAt, pagesOf } from '../../src/machine/pages.ts'
import { walkTree } from '../../src/machine/walk-tree.ts'
import { readAnswers } from '../../src/model/read-answers.ts'
import { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { shippedVariant } from '../engine/shipped.ts'

const FOLDER = 'rules/base/examples'
const caseOf = (name: string) => {
  const { title: _title, today, expect: _expect, ...raw } = parse(readFileSync(`${FOLDER}/${name}`, 'utf8'))
  const variant = shippedVariant(raw.variant)
  const { answers } = readAnswers(AnswerFile.parse(raw), variant, name, () => ({ line: 1, column: 1 }))
  return openCase(variant, answers, { today })
}

describe.each(readdirSync(FOLDER))('%s', (name) => {
  test('every question that is asked stands on exactly one page, and no page is long', () => {
    const one = caseOf(name)
    const agenda = agendaOf(one)
    const pages = [...agenda.topics.values(), ...agenda.rows.values()].flatMap((fields) => pagesOf(one.variant, fields))
    const shown = pages.flatMap((page) => page.groups.flatMap((group) => group.fields.map((field) => field.key)))
    const { asked, open } = questionsOf(one)
    const wanted = [...new Set([...asked, ...open])].filter((key) => {
      const question = one.index.questions.get(key.split('@')[0] ?? '')
      return question && question.type !== 'file'
    })
    expect([...shown].sort()).toEqual(wanted.sort())
    for (const page of pages) {
      const size = page.groups.reduce((sum, group) => sum + group.fields.length, 0)
      expect([page.anchor, size <= 9 || page.groups.length === 1]).toEqual([page.anchor, true])
    }
  })

  test('an address of a page leads to that page, and an unknown one to the first', () => {
    const one = caseOf(name)
    for (const fields of agendaOf(one).topics.values()) {
      const pages = pagesOf(one.variant, fields)
      pages.forEach((page, index) => {
        expect(pageAt(pages, page.anchor)).toBe(index)
      })
      expect(pageAt(pages, 'no.such')).toBe(0)
    }
  })

  test('the walk through the tree is the path of the engine', () => {
    const one = caseOf(name)
    const { steps } = walkTree(one.variant, readerOn(one))
    const path = one.memo.get('path|') as { steps: { id: string }[] }
    expect(steps).toEqual(path.steps.map(({ id }) => id).filter((id) => steps.includes(id)))
    expect(steps.length).toBeGreaterThan(0)
  })
})
