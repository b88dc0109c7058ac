import { describe, expect, test, vi } from 'vitest'
import type { z } from 'zod'
import { safeParse } from 'zod/v4/core'
import { Draft } from '../../src/draft/draft.ts'
import { Invitation, ReturnFile, readShared } from '../../src/draft/files/invitation.ts'
import { readSaveFile } from '../../src/draft/files/save-file.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { FILE_KINDS } from '../../src/model/files/file-kinds.ts'
import { parseFile } from '../../src/model/files/parse-file.ts'
import { readYaml } from '../../src/model/files/read-yaml.ts'
import { isOptionalAt, keysAt, wordsAt } from '../../src/model/files/schema-at.ts'
import type { Finding } from '../../src/model/findings/finding.ts'
import { MOST_FINDINGS } from '../../src/model/findings/more-findings.ts'
import { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { mistakesIn } from './fixtures/findings.ts'
import { files } from './fixtures/rule-set.ts'
import { EVIL } from './mutations.ts'
import { shippedExample } from './spoilable.ts'

// a guard against hanging, not a measure: on an idle machine each takes less than a second
vi.setConfig({ testTimeout: 120_000 })

type Schema = z.core.$ZodType
const checked = (text: string, schema: Schema = AnswerFile): Finding[] => {
  const { source, findings } = readYaml('f.yaml', text)
  return source.value === undefined ? findings : [...findings, ...parseFile(source, schema).findings]
}
const many = (count: number, line: (at: number) => string): string => Array.from({ length: count }, (_, at) => line(at)).join('\n')
const HEAD = 'schema: 1\nvariant: x\n'

describe('very many mistakes in a file: the first hundred, and how many more there are', () => {
  test.each<[string, string, Schema]>([
    ['unknown keys in an answer file', HEAD + many(20_000, (at) => `key${at}: 1`), AnswerFile],
    ['unknown keys in a rule file', `schema: 1\nquestions: []\n${many(20_000, (at) => `key${at}: 1`)}`, FILE_KINDS.questions],
    ['answers of no kind', `${HEAD}answers:\n${many(20_000, (at) => `  a${at}: {}`)}`, AnswerFile],
    [
      'rows with a role that is none',
      `${HEAD}collections:\n  people:\n${many(10_000, (at) => `  - { id: p${at}, roles: [5] }`)}`,
      AnswerFile,
    ],
    ['questions with a wrong key', `schema: 1\nquestions:\n${many(5_000, (at) => `- { id: a.b${at}, lable: x }`)}`, FILE_KINDS.questions],
    ['keys that stand twice', many(20_000, () => 'a: 1'), FILE_KINDS.checks],
    ['keys that are forbidden', many(20_000, () => '__proto__: 1'), FILE_KINDS.checks],
  ])('%s', (_what, text, schema) => {
    const findings = checked(text, schema)
    const more = findings.filter(({ code }) => code === 'MORE_FINDINGS')
    expect(more.length).toBeGreaterThan(0)
    expect(findings.length).toBeLessThanOrEqual(2 * MOST_FINDINGS + 2)
    expect(more[0]?.message).toMatch(/\d{4,} more mistakes/)
    for (const { line } of findings) expect(line).toBeLessThanOrEqual(text.split('\n').length)
  })

  test('of few mistakes every one, without a word about more', () => {
    const findings = checked(HEAD + many(MOST_FINDINGS, (at) => `key${at}: 1`))
    expect(findings.map(({ line }) => line)).toEqual(Array.from({ length: MOST_FINDINGS }, (_, at) => at + 3))
  })

  test('each of twenty thousand unknown answers is told to the page that keeps them; what was meant only of the first', () => {
    const { variant } = shippedExample()
    const answers = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`business.tradeNaem${at}`, 'x']))
    const { findings } = readAnswers(AnswerFile.parse({ schema: 1, variant: 'x', answers }), variant, 'f', () => ({ line: 1, column: 1 }))
    expect(findings).toHaveLength(20_000)
    expect(findings[0]?.mend).toContain('Did you mean')
    expect(findings[MOST_FINDINGS]?.mend).not.toContain('Did you mean')
  })

  test('ten thousand times the same role of one person', () => {
    const { variant } = shippedExample()
    const roles = Array.from({ length: 10_000 }, () => 'manager')
    const { answers } = readAnswers(
      AnswerFile.parse({ schema: 1, variant: 'x', collections: { people: [{ id: 'p1', roles }] } }),
      variant,
      'f',
      () => ({ line: 1, column: 1 }),
    )
    expect(answers.lists.get('p1/roles')).toHaveLength(10_000)
  })

  test('twenty thousand mistakes in the expressions of a rule set', () => {
    const all = files()
    const wrong = Array.from({ length: 300 }, (_, at) => `"x${at}"`).join(', ')
    for (const [file, text] of all)
      all.set(
        file,
        text.replace(/when: .*/g, () => `when: 'plan.kind in (${wrong})'`),
      )
    expect(mistakesIn(all).length).toBeLessThan(all.size * (MOST_FINDINGS + 1))
  })
})

describe('a finding repeats no more of a file than anybody reads', () => {
  test.each<[string, string]>([
    ['one endless word', 'x'.repeat(20_000)],
    ['an endless name with dots', 'plan.x'.repeat(4_000)],
    ['words without end', 'x y '.repeat(5_000)],
  ])('whichever value is %s', (_what, endless) => {
    const all = files()
    for (const [file, text] of all) {
      const lines = text.split('\n')
      for (const [at, line] of lines.entries()) {
        const [, key] = line.match(/^(\s*[-\w. ]+: )[^|>\s{[]/) ?? []
        if (key === undefined || at % 3 !== endless.length % 3) continue
        const spoilt = lines.with(at, `${key}${endless}`).join('\n')
        for (const { code, message, mend, path } of mistakesIn(new Map(all).set(file, spoilt)))
          expect(Math.max(message.length, mend.length, path.length), `${file}:${at + 1} ${code}`).toBeLessThan(2_000)
      }
    }
  })
})

describe('text that makes the YAML library recurse, or count without end, is refused at its place', () => {
  test.each(['? ', '- ? ', '? - ', '- ', ': ', '[', '{a: ', '[? ', '{? ', 'a: [', '? [', '[[? a: '])('%s again and again', (piece) => {
    for (const count of [99, 300, 20_000, Math.floor(900_000 / piece.length)]) {
      const text = `${piece.repeat(count)}x`
      for (const lead of ['', 'a:\n  ', '# x\n- ']) {
        const { findings } = readYaml('f.yaml', lead + text)
        expect(findings.length).toBeLessThanOrEqual(MOST_FINDINGS + 1)
        if (count > 99) expect(findings[0]?.code).toBe('BAD_YAML')
        for (const { message } of findings) expect(message).not.toContain('call stack')
      }
    }
  })

  test.each(['a: ', '!a ', '&a ', '*a ', '"a": ', '[a: ? a: ', '%YAML 1.2\n', ':\n', ', ', '"', '--- x\n'])(
    '%s again and again',
    (piece) => {
      const { findings } = readYaml('f.yaml', piece.repeat(Math.floor(100_000 / piece.length)))
      expect(findings.length).toBeGreaterThan(0)
      expect(findings.length).toBeLessThanOrEqual(MOST_FINDINGS + 1)
    },
  )
})

describe('saved files', () => {
  const nested = (count: number): string =>
    `{"schema":1,"variant":"x","collections":${'{"people":[{"id":"p","collections":'.repeat(count)}{}${'}]}'.repeat(count)}}`

  test.each([20, 2_000, 50_000])('lists in lists, %i deep: said, with the place', (count) => {
    const read = readSaveFile(nested(count))
    expect(read).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/collections\.people\.0\.collections.*nested more than 50 deep/),
    })
    expect(readShared(nested(count))).toBeNull()
  })

  test('as deep as answers go', () => expect(readSaveFile(nested(3))).toMatchObject({ ok: true }))

  test.each(['__proto__', 'constructor', 'prototype'])('the key %s, wherever it stands', (key) => {
    for (const text of [
      `{"schema":1,"variant":"x","answers":{"${key}":1}}`,
      `{"schema":1,"variant":"x","${key}":{}}`,
      `{"schema":1,"variant":"x","collections":{"people":[{"id":"p","${key}":1}]}}`,
    ])
      expect(readSaveFile(text)).toMatchObject({ ok: false, problem: expect.stringContaining(`the key ${key} is not allowed`) })
  })

  test.each<[string, object]>([
    ['what is no base64', { pdf: '%%%' }],
    ['a negative number of pages', { pages: -5 }],
    ['half a page', { pages: 0.5 }],
  ])('a returned part with %s is none', (_what, wrong) => {
    const back = { kind: 'horeca1.return', schema: 1, reference: 'H1-AAAA-BBBB', person: 'p1', complete: true, pages: 3, pdf: 'AAAA' }
    expect(readShared(JSON.stringify(back))).toMatchObject({ kind: 'horeca1.return' })
    expect(readShared(JSON.stringify({ ...back, ...wrong }))).toEqual({ kind: 'broken' })
  })

  test('an invitation for somebody who is not in it is none', () => {
    const invitation = (id: string) => ({
      kind: 'horeca1.invitation',
      schema: 1,
      reference: 'H1-AAAA-BBBB',
      person: 'p1',
      name: 'Jan',
      business: 'X',
      file: { schema: 1, variant: 'x', collections: { people: [{ id }] } },
    })
    expect(readShared(JSON.stringify(invitation('p1')))).toMatchObject({ person: 'p1' })
    expect(readShared(JSON.stringify(invitation('p2')))).toEqual({ kind: 'broken' })
  })
})

/** Every object and map that a schema can hold. */
function objectsIn(schema: Schema, seen = new Set<Schema>()): Schema[] {
  if (seen.has(schema)) return []
  seen.add(schema)
  const { def } = (schema as z.core.$ZodTypes)._zod
  const inside: Schema[] = []
  const parts = def as unknown as Readonly<Record<string, Schema | undefined>>
  for (const part of ['innerType', 'element', 'valueType', 'keyType', 'in', 'out', 'left', 'right', 'catchall'])
    if (parts[part]) inside.push(parts[part])
  if (def.type === 'lazy') inside.push(def.getter())
  if (def.type === 'union') inside.push(...def.options)
  if (def.type === 'object') inside.push(...Object.values(def.shape))
  const own = def.type === 'object' || def.type === 'record' ? [schema] : []
  return [...own, ...inside.flatMap((one) => objectsIn(one, seen))]
}

const SCHEMAS: readonly (readonly [string, Schema])[] = [
  ...Object.entries(FILE_KINDS),
  ['answers', AnswerFile],
  ['draft', Draft],
  ['invitation', Invitation],
  ['returned part', ReturnFile],
]

describe('a key that every object of a program has is a mistake like any other, in every object of every schema', () => {
  test.each(SCHEMAS)('%s', (_kind, schema) => {
    const objects = objectsIn(schema)
    expect(objects.length).toBeGreaterThan(0)
    for (const one of objects) {
      const { def } = (one as z.core.$ZodTypes)._zod
      for (const key of EVIL) {
        const text = `{"${key}": ${JSON.stringify(key)}}`
        const { source, findings } = readYaml('f.json', text)
        const all = [...findings, ...parseFile(source, one).findings]
        const open =
          def.type === 'record' ||
          (def.type === 'object' && def.catchall !== undefined && (def.catchall as z.core.$ZodTypes)._zod.def.type !== 'never')
        // a map with keys of its own may have it as one of them, unless it changes objects
        if (!open || findings.length > 0)
          expect(
            all.some((finding) => finding.path.endsWith(key) && finding.line === 1 && finding.message.includes(key)),
            `${text} ${JSON.stringify(all)}`,
          ).toBe(true)
        const path = [key]
        for (const found of [keysAt(one, path), wordsAt(one, path), keysAt(one, [key, key])]) expect(Array.isArray(found)).toBe(true)
        expect(typeof isOptionalAt(one, path)).toBe('boolean')
        expect(() => safeParse(one, JSON.parse(text))).not.toThrow()
      }
    }
  })

  test('as an answer, a list, a role, a row and a document', () => {
    const { variant } = shippedExample()
    for (const name of EVIL) {
      const text = JSON.stringify({
        schema: 1,
        variant: variant.id,
        complete: [name],
        leftEmpty: [name, `x@${name}`],
        attachments: [{ document: name, later: true }],
        collections: { people: [{ id: 'p1', roles: ['toString', { role: 'valueOf' }], toString: 1 }] },
      }).replace('"complete"', `"answers":{${JSON.stringify(name)}:1},"complete"`)
      const { source, findings } = readYaml('f.json', text)
      const parsed = parseFile(source, AnswerFile)
      const read = parsed.value ? readAnswers(parsed.value, variant, 'f.json', source.at).findings : []
      expect([...findings, ...parsed.findings, ...read].length).toBeGreaterThan(4)
    }
  })

  test('as an id of a question, an option or a list: another word is asked', () => {
    for (const name of ['toString', 'constructor', 'a.valueOf']) {
      const all = files()
      const file = [...all.keys()].find((one) => one.startsWith('rules/base/questions/')) ?? ''
      all.set(file, (all.get(file) ?? '').replace(/id: [a-zA-Z.]+/, `id: ${name}`))
      expect(mistakesIn(all).some((finding) => finding.file === file && finding.message.includes('every object'))).toBe(true)
    }
  })
})
