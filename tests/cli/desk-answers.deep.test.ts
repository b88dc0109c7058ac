import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatAnswer } from '../../src/engine/answer-kinds/print-answer.ts'
import type { FormCoverage } from '../../src/engine/assessment.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { partyName } from '../../src/engine/forms/format.ts'
import { deskParts } from '../../src/engine/packet/desks/desk-parts.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { readYaml } from '../../src/model/files/read-yaml.ts'
import { ExampleFile } from '../../src/model/schema/form.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { horeca1, ROOT } from './terminal.ts'

interface Split {
  readonly application: Case
  readonly parts: readonly { readonly name: string; readonly answers: Case['answers']; readonly cells: readonly string[] }[]
}

/** The files that `split` writes of the packet of an example: of each part its answers, and the cells of its table. */
async function splitExample(example: string): Promise<Split> {
  const cwd = mkdtempSync(join(tmpdir(), 'horeca1-'))
  const path = join(ROOT, `rules/base/examples/${example}.yaml`)
  const { title: _title, today, expect: _expect, ...file } = ExampleFile.parse(readYaml(path, readFileSync(path, 'utf8')).source.value)
  const variant = shippedVariant(file.variant)
  const read = (of: unknown): Case['answers'] => {
    const { answers, findings } = readAnswers(of as typeof file, variant, example, () => ({ line: 1, column: 1 }))
    expect(findings).toEqual([])
    return answers
  }
  try {
    await horeca1(cwd, 'packet', '--rules', ROOT, '--answers', path, '--out', 'packet.pdf', '--reference', 'H1-TEST-0001')
    expect((await horeca1(cwd, 'split', 'packet.pdf', '--out', 'desks', '--rules', ROOT)).code).toBe(0)
    const names = readdirSync(join(cwd, 'desks')).filter((name) => name.endsWith('.json'))
    const text = (name: string): string => readFileSync(join(cwd, 'desks', name), 'utf8')
    const parts = names.map((name) => ({
      name,
      answers: read(JSON.parse(text(name))),
      cells: cellsOf(text(name.replace(/json$/, 'csv'))),
    }))
    return { application: openCase(variant, read(file), { today }, 'nl'), parts }
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}

/** What stands in the box, of each line: the cell before the key and what else a town notes of it. */
const cellsOf = (table: string): string[] =>
  [...table.matchAll(/"((?:[^"]|"")*)"(?:,"(?:[^"]|"")*"){2}\r\n/g)].map(([, cell = '']) => cell.replaceAll('""', '"').replace(/^'/, ''))

/** All that stands in the boxes of these forms, by box: whatever the box, it is filled. */
const printedBy = (forms: readonly FormCoverage[]): Map<string, string> =>
  new Map(
    forms.flatMap((form) =>
      form.sections.flatMap((section) =>
        section.instances.flatMap(({ row, boxes }) =>
          boxes
            .filter(({ state }) => state === 'filled' || state === 'missing')
            .map((box): [string, string] => [
              `${form.id} ${section.id} ${row} ${box.key} ${box.item?.row}`,
              JSON.stringify([box.text, box.parts, box.rows?.cells]),
            ]),
        ),
      ),
    ),
  )

const stands = (words: string, cells: readonly string[]): boolean => {
  const found = new RegExp(`(?<![\\p{L}\\d])${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'u')
  return words !== '' && cells.some((cell) => found.test(cell))
}

/** Answers of a part that none of its boxes shows: their words stand in no box of its table, and another answer there changes the words of no box that stays, nor which rows it has. */
function unshown({ application, parts }: Split): string[] {
  const desks = deskParts(application, 'H1-TEST-0001')
  return parts.flatMap(({ name, answers, cells }) => {
    const forms = new Set(desks.find(({ suffix }) => name.includes(suffix))?.content.forms.map(({ id }) => id))
    const boxes = (of: Case): Map<string, string> => printedBy(coverage(of).filter(({ id }) => forms.has(id)))
    const before = boxes(application)
    return [...answers.values.keys()]
      .filter((key) => {
        const [fact = '', row = null] = key.split('@')
        const question = application.index.questions.get(fact)
        const answer = application.answers.values.get(key)
        if (!question || answer === undefined) return true
        if (
          stands(
            formatAnswer(question, answer, 'nl', (id) => partyName(application, id)),
            cells,
          )
        )
          return false
        // by which a row came where it stands
        if (question.type === 'choice' && row !== null && [...answers.values.keys()].filter((each) => each.endsWith(`@${row}`)).length > 1)
          return false
        if (question.subject === 'role') return false
        const other = { yesNo: [answer !== true], choice: question.options?.map(({ id }) => id), multiChoice: [[], undefined] }[
          question.type as string
        ]
        return !(other ?? [undefined]).some((value) => {
          const after = boxes(edit(application, [{ kind: 'answer', fact, row, value: value as never }]))
          return [...before].some(([box, text]) => after.has(box) && after.get(box) !== text)
        })
      })
      .map((key) => `${name}: ${key}`)
  })
}

describe.each(['bibob-vof', 'everything-bv-holding', 'cafe-terrace-machines'])('the parts of %s', (example) => {
  test('hold only answers that one of their own boxes shows', async () => {
    const split = await splitExample(example)
    expect(split.parts.length).toBeGreaterThan(1)
    expect(unshown(split)).toEqual([])
  })
})

test('an answer that none of the boxes of a part shows is named', async () => {
  const split = await splitExample('bibob-vof')
  const [first] = split.parts
  const closing = [...split.application.answers.values].find(([key]) => key.startsWith('hours.close@'))
  if (!first || !closing) throw new Error('the example has no hours')
  expect(first.name).toContain('counter')
  const planted = { ...first, answers: { ...first.answers, values: new Map([...first.answers.values, closing]) } }
  expect(unshown({ ...split, parts: [planted] })).toEqual([`${first.name}: ${closing[0]}`])
})
