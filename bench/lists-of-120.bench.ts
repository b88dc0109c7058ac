import { readFileSync } from 'node:fs'
import { describe } from 'vitest'
import { questionsOf } from '../src/engine/asked/questions.ts'
import { assessCase } from '../src/engine/assess.ts'
import { afresh, edit, openCase } from '../src/engine/case.ts'
import type { Case } from '../src/engine/context.ts'
import type { Edit } from '../src/model/answers/edit.ts'
import { readAnswers } from '../src/model/answers/read-answers.ts'
import { readYaml } from '../src/model/files/read-yaml.ts'
import type { AnswerFile } from '../src/model/schema/answer-file.ts'
import { ExampleFile } from '../src/model/schema/form.ts'
import { copies, withPartners } from '../tests/engine/copies.ts'
import { shippedVariant } from '../tests/engine/shipped.ts'
import { ONCE, way } from './way.ts'

// One answer in a list of 120 on the whole Bibob form: well under 100 ms, so that a page stays usable.

const ROWS = ONCE ? 4 : 120
const MIDDLE = ROWS / 2

function opened(example: string, change: (file: AnswerFile) => void): Case {
  const path = `rules/base/examples/${example}.yaml`
  const { today, title: _title, expect: _expect, ...file } = ExampleFile.parse(readYaml(path, readFileSync(path, 'utf8')).source.value)
  change(file)
  const variant = shippedVariant(file.variant)
  const { answers, findings } = readAnswers(file, variant, path, () => ({ line: 1, column: 1 }))
  if (findings.length > 0) throw new Error(findings.map(({ message }) => message).join('; '))
  const application = openCase(variant, answers, { today })
  assessCase(application)
  return application
}

const partners = opened('bibob-vof', (file) => withPartners(file, ROWS))
const loans = opened('bibob-sole-trader', (file) => {
  const [first] = file.collections.loans ?? []
  if (!first) throw new Error('the example of the sole trader has lost its loan')
  file.collections.loans = [first, ...copies(first, 'm', ROWS - 1)]
})

/** Another answer each time, and what the page needs of it. */
function typing(start: Case, edits: (count: number) => readonly Edit[], after: (application: Case) => unknown): () => void {
  let application = start
  let count = 0
  return () => {
    application = edit(application, edits(count++))
    after(application)
  }
}

/** The same answers with nothing computed of them: what an edit would cost without the memo. */
const fromScratch = (application: Case): void => void assessCase(afresh(application))
const FEW = { iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 }

describe.each([
  { list: '120 partners', start: partners, row: `q${MIDDLE}`, fact: 'person.lastName', value: (n: number) => `Naam ${n}` },
  { list: '120 assets of partners', start: partners, row: `as21x${MIDDLE}`, fact: 'asset.valueNow', value: (n: number) => 100 + n },
  { list: '120 loans', start: loans, row: `m${MIDDLE}`, fact: 'loan.principal', value: (n: number) => 100 + n },
  {
    list: '120 partners, an answer of the case',
    start: partners,
    row: null,
    fact: 'financing.equity.amount',
    value: (n: number) => 100 + n,
  },
])('an answer with $list', ({ start, row, fact, value }) => {
  const answer = (n: number): Edit[] => [{ kind: 'answer', fact, row, value: value(n) }]
  way('what is asked', typing(start, answer, questionsOf))
  way('the whole assessment', typing(start, answer, assessCase))
  way('the whole assessment from scratch', () => fromScratch(start), FEW)
})

describe.each([
  { list: '120 partners', start: partners, collection: 'people', subject: 'person' as const },
  { list: '120 loans', start: loans, collection: 'loans', subject: 'loan' as const },
])('a row more with $list', ({ start, collection, subject }) => {
  const more = (n: number): Edit[] => [{ kind: 'addRow', collection, id: `z${n}`, subject }]
  way('what is asked', typing(start, more, questionsOf))
  way('the whole assessment', typing(start, more, assessCase))
  // everybody who stood in the list may now have company
  const reopen = (n: number): Edit[] => [{ kind: 'complete', collection, complete: n % 2 === 1 }]
  way('the list is, or is not, complete', typing(start, reopen, assessCase))
  way('the whole assessment from scratch', () => fromScratch(start), FEW)
})
