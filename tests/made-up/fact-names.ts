import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { FactNames } from '../../src/model/schema/fact-names.ts'

/** What the shipped rule set calls the facts that the program knows. */
const { names } = parse(readFileSync(join(import.meta.dirname, '../../rules/base/ruleset.yaml'), 'utf8')) as { names: FactNames }

/** The same, of the facts that a small rule set has. */
export function namesOf(questions: readonly { readonly id?: unknown }[]): FactNames {
  const there = new Set(questions.map(({ id }) => id))
  const known = (group: object): object => Object.fromEntries(Object.entries(group).map(([name, id]) => [name, there.has(id) ? id : '']))
  return Object.fromEntries(Object.entries(names).map(([name, group]) => [name, known(group)])) as FactNames
}

/** Where the first page writes what it asks of an address. */
export const ADDRESS = { postcode: names.premises.postcode, street: names.premises.street }
