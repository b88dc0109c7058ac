import { expect, test } from 'vitest'
import type { z } from 'zod'
import { Official } from '../../../src/model/official/mapping.ts'
import { PLACES } from '../../../src/model/places.ts'
import { ClockTime, Feel, Formula, IsoDate, Text, TextInCase, WebAddress } from '../../../src/model/schema/common.ts'
import { FactNames } from '../../../src/model/schema/fact-names.ts'
import { Evidence } from '../../../src/model/schema/form.ts'
import { MunicipalityFile } from '../../../src/model/schema/town.ts'

/** What is one word for everybody, and why it has no second language, day or case. All other words are a `Text`, which has them all. */
const PLAIN: Readonly<Record<string, string>> = {
  // names and addresses
  name: 'the name of a town',
  version: 'the name of a version',
  districtLine: 'the name of a district',
  'contact.name': 'the name of an office',
  'contact.phone': 'a number',
  'contact.post': 'an address',
  'contact.visit': 'an address',
  address: 'an address',
  department: 'the name of a department',
  reference: 'the number of a decision',
  caseType: 'a key of the system of a town',
  mark: 'the name of a file',
  'meta.*': 'for the system of a town',
  // words of the paper, which the town reads in Dutch
  options: 'printed on paper beside a square',
  'print.*': 'printed on paper beside a square',
  join: 'a sign between two answers',
  official: 'the number on a paper form',
  // words that are looked up, so that each language and spelling is one
  also: 'a spelling of a word in either language',
  unit: 'a symbol, which each language has words for',
  accepted: 'a kind of file',
  fileKinds: 'a kind of file',
  'from.nl': 'a word that is replaced, in one language at a time',
  'from.en': 'a word that is replaced, in one language at a time',
  'to.nl': 'its replacement',
  'to.en': 'its replacement',
  // for who writes the rules
  why: 'for who writes the rules',
  note: 'for who writes the rules',
  number: 'a number in the domain file',
  successorNotRead: 'for who writes the rules',
  at: 'a place in the rules',
  extends: 'a layer',
  id: 'an id',
  after: 'an id',
  owns: 'the beginning of an id',
  'answers.*': 'an answer',
  pattern: 'a pattern, of which message: says what to do',
  value: 'a value, which its parameter has words for',
}

const KNOWN = new Set<unknown>([Text, TextInCase, Feel, Formula, IsoDate, ClockTime, WebAddress, Evidence, Official, FactNames])

/** Paths of the properties that hold words and are no `Text`. */
function plainIn(schema: z.core.$ZodType, path: readonly string[], within: readonly unknown[], found: Set<string>): void {
  if (KNOWN.has(schema) || within.includes(schema)) return
  const { def } = (schema as z.core.$ZodTypes)._zod
  const into = (inner: z.core.$ZodType, key?: string): void =>
    plainIn(inner, key === undefined ? path : [...path, key], [...within, schema], found)
  switch (def.type) {
    case 'string':
      // a pattern says of itself what it is: an id, a day, a colour
      if (!('format' in def) && !def.checks?.some((check) => 'format' in check._zod.def)) found.add(path.join('.'))
      break
    case 'object':
      for (const [key, inner] of Object.entries(def.shape)) if (key !== 'source') into(inner, key)
      break
    case 'array':
      into(def.element)
      break
    case 'record':
      into(def.valueType, '*')
      break
    case 'union':
      for (const option of def.options) into(option)
      break
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
      into(def.innerType)
      break
    default:
  }
}

test('every word that a town writes has two languages, a day and a case, or is one word for everybody', () => {
  const found = new Set<string>()
  for (const [list, { schema }] of Object.entries(PLACES)) plainIn(schema, [list], [], found)
  plainIn(MunicipalityFile, [], [], found)
  expect(found.size).toBeGreaterThan(20)
  const isPlain = (path: string): boolean => Object.keys(PLAIN).some((end) => path === end || path.endsWith(`.${end}`))
  expect([...found].filter((path) => !isPlain(path)).toSorted()).toEqual([])
  // and no reason is left of what is there no more
  expect(Object.keys(PLAIN).filter((end) => ![...found].some((path) => path === end || path.endsWith(`.${end}`)))).toEqual([])
})
