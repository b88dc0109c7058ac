import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { questionsOf } from '../../src/engine/asked/questions.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { references } from '../../src/feel/references.ts'
import { agendaOf, askingOrder, type Field, nextAddress, openPage, pagesOf, pageWithin } from '../../src/machine/pages.ts'
import type { Answers } from '../../src/model/answers/answers.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { shippedVariant } from '../engine/shipped.ts'

const FOLDER = 'rules/base/examples'
const read = (name: string): { readonly application: Case; readonly answers: Answers } => {
  const { title: _title, today, expect: _expect, ...raw } = parse(readFileSync(`${FOLDER}/${name}`, 'utf8'))
  const variant = shippedVariant(raw.variant)
  const { answers } = readAnswers(AnswerFile.parse(raw), variant, name, () => ({ line: 1, column: 1 }))
  return { application: openCase(variant, answers, { today }), answers }
}
const caseOf = (name: string): Case => read(name).application

describe.each(readdirSync(FOLDER))('%s', (name) => {
  test('every question that is asked stands on exactly one page, and no page is long', () => {
    const application = caseOf(name)
    const agenda = agendaOf(application)
    const pages = [...agenda.topics.values(), ...agenda.rows.values()].flatMap((fields) => pagesOf(application.variant, fields))
    const shown = pages.flatMap((page) => page.groups.flatMap((group) => group.fields.map((field) => field.key)))
    const { asked, open, empty } = questionsOf(application)
    const wanted = [...new Set([...asked, ...open, ...empty])].filter((key) => {
      const question = application.index.questions.get(key.split('@')[0] ?? '')
      return question && question.type !== 'file'
    })
    expect([...shown].sort()).toEqual(wanted.sort())
    for (const page of pages) {
      const size = page.groups.reduce((sum, group) => sum + group.fields.length, 0)
      expect([page.anchor, size <= 9 || page.groups.length === 1]).toEqual([page.anchor, true])
    }
  })

  test('a question about a role stands at the same place before and after it is answered', () => {
    const { application, answers } = read(name)
    const orderOf = (now: Case): string[] => [...agendaOf(now).rows.values()].flatMap((fields) => fields.map(({ key }) => key))
    const order = orderOf(application)
    for (const key of answers.values.keys()) {
      const [fact = '', row = ''] = key.split('@')
      if (!row.includes('/') || fact === 'role.kind' || fact === 'role.target') continue
      const before = orderOf(edit(application, [{ kind: 'answer', fact, row, value: undefined }]))
      const both = new Set(before)
      expect([key, before.filter((each) => order.includes(each))]).toEqual([key, order.filter((each) => both.has(each))])
    }
  })

  test('an address of a page leads to that page, and an unknown one to the first', () => {
    const application = caseOf(name)
    for (const fields of agendaOf(application).topics.values()) {
      const pages = pagesOf(application.variant, fields)
      pages.forEach((page, index) => {
        const { number, total, groups, previous } = openPage(application.variant, fields, page.anchor)
        expect([number, total, groups, previous]).toEqual([index, pages.length, page.groups, pages[index - 1]?.anchor ?? null])
      })
      expect(openPage(application.variant, fields, 'no.such').number).toBe(0)
    }
  })
})

describe('while answers bring and take questions', () => {
  const variant = shippedVariant('voorbeeld')
  const longest = variant.topics
    .map(({ id }) => variant.questions.filter(({ topic, subject }) => topic === id && subject === 'case'))
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 4)
  const field = (index: number, open: boolean, questions = longest[0] ?? []): Field => {
    const question = questions[index % questions.length]
    if (!question) throw new Error('no question')
    return { key: question.id, question, row: null, open, needed: open }
  }
  /** Some questions of a topic, in the order of asking, some of them answered. */
  const asked = (questions: (typeof longest)[number]) =>
    fc
      .array(fc.tuple(fc.nat(questions.length - 1), fc.boolean()), { maxLength: 40 })
      .map((some) => [...new Map(some.map(([index, open]) => [index, open])).entries()].sort(([a], [b]) => a - b))
      .map((some) => some.map(([index, open]) => field(index, open, questions)))
  const keys = (groups: readonly { fields: readonly Field[] }[]): string[] => groups.flatMap(({ fields }) => fields.map(({ key }) => key))

  test('continue never leads over a page with something open, nothing that stands on the page goes, and the next page begins where this one ends', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...longest).chain((questions) => fc.tuple(asked(questions), asked(questions), fc.nat(40))),
        ([before, after, at]) => {
          const opened = openPage(variant, before, before[at % Math.max(before.length, 1)]?.key ?? null)
          const now = pageWithin(variant, after, opened.edges)
          const all = keys(pagesOf(variant, after).flatMap(({ groups }) => groups))
          const here = keys(now.groups)
          for (const key of opened.edges.shown) if (all.includes(key)) expect(here).toContain(key)
          // one run of the order of asking
          const from = all.indexOf(here[0] ?? '')
          expect(here).toEqual(here.length === 0 ? [] : all.slice(from, from + here.length))
          const rest = here.length === 0 ? [] : all.slice(from + here.length)
          const open = rest.filter((key) => after.some((one) => one.key === key && one.open))
          if (now.next === null) expect(rest).toEqual([])
          else {
            const next = openPage(variant, after, now.next)
            expect(keys(next.groups)[0]).toBe(now.next)
            const over = rest.slice(0, rest.indexOf(now.next))
            expect(open.filter((key) => over.includes(key))).toEqual([])
            if (open.length > 0) expect(keys(next.groups).some((key) => open.includes(key))).toBe(true)
            expect(next.number).toBeGreaterThan(now.number)
          }
          expect(now.number).toBeLessThan(now.total)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('pressing continue comes to whatever an answer of the page, or the press itself, has brought, wherever it belongs', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...longest).chain((questions) => fc.tuple(asked(questions), asked(questions), fc.nat(40))),
        ([before, after, at]) => {
          const openBefore = new Set(before.filter(({ open }) => open).map(({ key }) => key))
          const opened = openPage(variant, before, before[at % Math.max(before.length, 1)]?.key ?? null)
          const brought = after
            .filter(({ open, key }) => open && !openBefore.has(key) && !opened.edges.shown.has(key))
            .map(({ key }) => key)
          const seen = new Set<string>()
          let next = nextAddress(variant, after, opened.edges, openBefore)
          for (let presses = 0; next !== null; presses += 1) {
            if (presses > 40) throw new Error('continue goes round')
            const page = openPage(variant, after, next)
            for (const key of keys(page.groups)) seen.add(key)
            next = nextAddress(variant, after, page.edges, new Set(after.filter(({ open }) => open).map(({ key }) => key)))
          }
          expect(brought.filter((key) => !seen.has(key))).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a question that is new before the page, after an answer on the page before, is not passed over', () => {
    const fields = Array.from({ length: 25 }, (_, index) => field(index, true))
    const first = openPage(variant, fields.slice(1), null)
    expect(keys(pageWithin(variant, fields, first.edges).groups)).toContain(fields[0]?.key)
  })

  test('what follows from an answer stands after its question', () => {
    const order = askingOrder(variant)
    for (const question of variant.questions)
      for (const id of references(question.when?.expr ?? { op: 'lit', value: true }).facts) {
        const before = variant.questions.find((one) => one.id === id)
        if (before?.topic === question.topic && before.subject === question.subject)
          expect([id, question.id, (order.get(id) ?? 0) < (order.get(question.id) ?? 0)]).toEqual([id, question.id, true])
      }
  })
})
