import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openCase } from '../../src/engine/case.ts'
import { formatCents } from '../../src/engine/forms/format.ts'
import { packetSet } from '../../src/engine/packet/packet-set.ts'
import type { SetPart } from '../../src/engine/packet/set-part.ts'
import type { Answers } from '../../src/model/answers/answers.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { readYaml } from '../../src/model/files/read-yaml.ts'
import { ExampleFile } from '../../src/model/schema/form.ts'
import { readPacket } from '../../src/pdf/read.ts'
import { TEXTS } from '../../src/pdf/texts.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { everythingIn } from './everything.ts'
import { bytesOf, textsOf } from './packets.ts'

interface Made {
  readonly answers: Answers
  readonly parts: readonly SetPart[]
  readonly files: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly all: string }>
}

async function make(example: string): Promise<Made> {
  const {
    title: _title,
    today,
    expect: _expect,
    ...file
  } = ExampleFile.parse(readYaml(example, readFileSync(example, 'utf8')).source.value)
  // a private lender to the business, who is nobody else in it
  const { people = [], loans = [] } = file.collections
  people.push({ id: 'p9', 'person.lastName': 'Vandenbrakel', 'person.firstNames': 'Wim', 'person.bsn': '123456782', roles: ['lender'] })
  loans.push({ id: 'l9', 'loan.lender': '@p9', 'loan.principal': 7654300, 'loan.financesBusiness': true })
  file.collections = { ...file.collections, people, loans }
  const variant = shippedVariant(file.variant)
  const { answers, findings } = readAnswers(file, variant, example, () => ({ line: 1, column: 1 }))
  expect(findings).toEqual([])
  const parts = packetSet(openCase(variant, answers, { today }, 'nl'), 'H1-TEST-0001')
  const files = new Map<string, { bytes: Uint8Array; all: string }>()
  for (const part of parts) {
    const bytes = await bytesOf(part.content)
    files.set(part.suffix, { bytes, all: await everythingIn(bytes) })
  }
  return { answers, parts, files }
}

/** What belongs to one person: number, names, and every amount in their lists (as cents, and as printed). */
function secretsOf(answers: Answers, person: string): { bsn: string[]; names: string[]; amounts: string[] } {
  const own = new Set([person])
  for (let size = 0; size < own.size; ) {
    size = own.size
    for (const [id, row] of answers.rows) if (row.parent !== null && own.has(row.parent)) own.add(id)
  }
  const bsn: string[] = []
  const names: string[] = []
  const amounts: string[] = []
  for (const [key, value] of answers.values) {
    const [fact = '', row] = key.split('@')
    if (row === undefined || !own.has(row)) continue
    if (fact.endsWith('.bsn')) bsn.push(String(value))
    if (fact === 'person.lastName') names.push(String(value))
    if (typeof value === 'number' && value >= 10_000 && /^(asset|debt|income|loan|lender|financing)\./.test(fact))
      amounts.push(String(value), formatCents(value, 'nl').replace(/^€\s/, ''))
  }
  return { bsn, names, amounts }
}
const holds = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\p{L}\\d])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'u').test(text)

describe.each(['hotel-bv-holding', 'cafe-terrace-machines'])('the packet of %s as a set', (name) => {
  let made: Made
  beforeAll(async () => {
    made = await make(`rules/base/examples/${name}.yaml`)
  })
  const people = (): string[] => [...made.answers.rows.values()].filter(({ subject }) => subject === 'person').map(({ id }) => id)
  /** The exploitation form asks how the business is paid for: an amount may stand there that a person has too. */
  const amountsOfTheBusiness = (): Set<string> =>
    new Set(
      [...made.answers.values].flatMap(([key, value]) => {
        const row = key.split('@')[1]
        const ofNobody = row === undefined || made.answers.rows.get(row)?.parent === null
        return ofNobody && typeof value === 'number' ? [String(value), formatCents(value, 'nl').replace(/^€\s/, '')] : []
      }),
    )
  /** Whom somebody names in their own part: a fiscal partner, a private lender, also one who lends to the business (question 2H). */
  const namedBy = (person: string): Set<string> => {
    const own = new Set([
      person,
      ...[...made.answers.rows.values()].filter(({ parent, subject }) => parent === person || subject === 'loan').map(({ id }) => id),
    ])
    return new Set(
      [...made.answers.values].flatMap(([key, value]) =>
        own.has(key.split('@')[1] ?? '') && typeof value === 'string' && value.startsWith('@') ? [value.slice(1)] : [],
      ),
    )
  }

  test('has an application, a part on the business, one per person concerned, and signing pages', () => {
    const kinds = made.parts.map(({ kind }) => kind)
    expect(kinds[0]).toBe('application')
    expect(kinds.filter((kind) => kind === 'business')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'person').length).toBeGreaterThan(0)
    expect(kinds.at(-1)).toBe('signing')
  })

  test('no part of a person holds the number, name or amounts of another', () => {
    const leaks: string[] = []
    for (const part of made.parts.filter(({ kind }) => kind === 'person')) {
      const text = made.files.get(part.suffix)?.all ?? ''
      const own = secretsOf(made.answers, part.row ?? '')
      const named = namedBy(part.row ?? '')
      for (const other of people().filter((id) => id !== part.row)) {
        const { bsn, names, amounts } = secretsOf(made.answers, other)
        for (const word of [...bsn, ...(named.has(other) ? [] : names), ...amounts])
          if (![...own.bsn, ...own.names, ...own.amounts].includes(word) && holds(text, word))
            leaks.push(`${part.suffix}: ${other} ${word}`)
      }
    }
    expect(leaks).toEqual([])
  })

  test('the application and the signing pages hold no answer of a Bibob part', () => {
    const leaks: string[] = []
    for (const suffix of ['aanvraag', 'ondertekening']) {
      const text = made.files.get(suffix)?.all ?? ''
      for (const person of people())
        for (const amount of secretsOf(made.answers, person).amounts)
          if (!amountsOfTheBusiness().has(amount) && holds(text, amount)) leaks.push(`${suffix}: ${person} ${amount}`)
      for (const fact of ['dossier.', 'asset.', 'debt.', 'income.', 'offence.', 'fine.', 'refusal.', 'enforcement.'])
        if (text.includes(`"${fact}`)) leaks.push(`${suffix}: ${fact}`)
    }
    const numbers = made.files.get('ondertekening')?.all ?? ''
    for (const person of people()) for (const bsn of secretsOf(made.answers, person).bsn) if (holds(numbers, bsn)) leaks.push(bsn)
    expect(leaks).toEqual([])
  })

  test('the part on the business holds no amounts of people, and no number of who is not its representative', () => {
    const text = made.files.get('vertrouwelijk-bedrijf')?.all ?? ''
    const leaks = people().flatMap((person) => {
      const { bsn, amounts } = secretsOf(made.answers, person)
      return [...bsn, ...amounts]
        .filter((word) => !amountsOfTheBusiness().has(word) && holds(text, word))
        .map((word) => `${person} ${word}`)
    })
    expect(leaks).toEqual([])
  })

  test('together the parts print every box of the packet once', () => {
    const boxes = made.parts
      .filter(({ kind }) => kind !== 'signing')
      .flatMap(({ content }) =>
        content.forms.flatMap((form) =>
          form.sections.flatMap((section) =>
            section.instances.flatMap(({ row, boxes }) => boxes.map((box) => `${form.id} ${section.id} ${row} ${box.key}`)),
          ),
        ),
      )
    expect(new Set(boxes).size).toBe(boxes.length)
    const total = made.parts[0]?.content.assessment.counts
    expect(boxes.length).toBeGreaterThan(total?.boxes ?? 0)
  })

  test('what travels inside a file can be dropped back, and says only what that file prints', async () => {
    for (const part of made.parts) {
      const read = await readPacket(made.files.get(part.suffix)?.bytes ?? new Uint8Array())
      if (part.kind === 'signing') expect(read.ok).toBe(false)
      else {
        if (!read.ok) throw new Error(`${part.suffix}: ${read.problem}`)
        const file = JSON.parse(read.answersJson)
        const { findings } = readAnswers(file, shippedVariant(file.variant), part.suffix, () => ({ line: 1, column: 1 }))
        expect(findings).toEqual([])
        if (part.kind === 'person')
          expect(JSON.stringify(file.collections.people.find(({ id }: { id: string }) => id === part.row))).toContain('person.lastName')
      }
    }
  })

  test('every signing page says what false statements lead to', async () => {
    const words = TEXTS.nl
    let pages = 0
    for (const part of made.parts) {
      const texts = await textsOf(made.files.get(part.suffix)?.bytes ?? new Uint8Array())
      for (const { name, forms } of part.content.signers) {
        const page = texts.filter((text) => text.includes(`${words.signing}: ${name}`)).join(' ')
        for (const form of part.content.forms.filter(({ id }) => forms.includes(id)))
          expect(page).toContain(form.falseStatements.replace(/\s+/g, ' '))
        pages++
      }
    }
    expect(pages).toBeGreaterThan(1)
  })

  test('titles and names of files hold no number and nothing of a past', () => {
    const secrets = people().flatMap((person) => secretsOf(made.answers, person).bsn)
    for (const { suffix, content } of made.parts)
      for (const secret of secrets) {
        expect(suffix).not.toContain(secret)
        expect(content.title).not.toContain(secret)
      }
    expect(
      made.parts
        .map(({ suffix }) => suffix)
        .filter((suffix) => !/^(aanvraag|ondertekening|vertrouwelijk-(bedrijf|[a-z]+\d+))$/.test(suffix)),
    ).toEqual([])
  })
})
