import type { Compiled, Expr } from '../../src/feel/expr.ts'
import { references } from '../../src/feel/references.ts'
import { addAll } from '../../src/model/util/add-all.ts'
import type { ResolvedBox, ResolvedForm, ResolvedSection, Variant } from '../../src/model/variant.ts'

/** For each fact the boxes (`form:nr`) that it fills or that a condition with it opens, also through other facts, lists and verdicts. */
export function touchedBoxes(variant: Variant): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const reads = readerOf(variant)
  const touch = (key: string, roots: readonly string[]): void => {
    const seen = new Set<string>()
    const queue = [...roots]
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      if (seen.has(node)) continue
      seen.add(node)
      addAll(queue, reads(node))
      if (node.startsWith('fact ')) {
        const fact = node.slice('fact '.length)
        found.set(fact, (found.get(fact) ?? new Set()).add(key))
      }
    }
  }
  for (const form of variant.forms) {
    const licences = variant.licences.filter((licence) => licence.form === form.id).map(({ id }) => `verdict ${id}`)
    for (const section of form.sections)
      for (const box of section.boxes) {
        const roots = [...licences, ...ofSection(section), ...ofBox(box)]
        touch(`${form.id}:${box.nr}`, roots)
        for (const part of partsOf(form, box)) touch(`${form.id}:${part.nr}`, [...roots, ...ofBox(part)])
      }
  }
  return found
}

const partsOf = (form: ResolvedForm, { party }: ResolvedBox): readonly ResolvedBox[] =>
  party ? form.blocks.filter(({ id }) => party.blocks.includes(id)).flatMap(({ boxes }) => boxes) : []

const ofSection = ({ boxes: _, per, act, ...section }: ResolvedSection): string[] => [
  ...nodesIn(section),
  ...(per ? [`alias ${per}`, `list ${per}`] : []),
  ...(act ? [`verdict ${act}`] : []),
]

const ofBox = (box: ResolvedBox): string[] => [
  ...nodesIn(box),
  ...(box.questions ?? []).map((id) => `fact ${id}`),
  ...(box.rows ? [`alias ${box.rows}`, `list ${box.rows}`] : []),
]

/** What each node reads, looked up once. */
function readerOf(variant: Variant): (node: string) => readonly string[] {
  const made = new Map<string, readonly string[]>()
  const facts = new Map(variant.questions.map((question) => [question.id, question]))
  const read = (node: string): readonly string[] => {
    const [kind = '', id = ''] = node.split(' ')
    switch (kind) {
      case 'fact': {
        // the business answers what is asked of a company
        const twin = id.startsWith('company.') ? [`fact business.${id.slice('company.'.length)}`] : []
        return [...nodesIn(facts.get(id)), ...twin]
      }
      case 'alias':
        return [...nodesIn(variant.aliases.find((alias) => alias.id === id)), 'fact role.kind', 'fact role.target']
      case 'list':
        return variant.collections.filter((list) => list.id === id && list.gate).map(({ gate }) => `fact ${gate}`)
      default:
        return nodesIn([...variant.licences, ...variant.extras].find((item) => item.id === id)?.rules)
    }
  }
  return (node) => {
    const known = made.get(node) ?? read(node)
    made.set(node, known)
    return known
  }
}

function nodesIn(value: unknown): string[] {
  return expressionsIn(value).flatMap((expr) => {
    const { facts, aliases, collections, verdicts } = references(expr)
    return [
      ...facts.map((id) => `fact ${id}`),
      ...aliases.map((id) => `alias ${id}`),
      ...collections.map((id) => `list ${id}`),
      ...verdicts.map((id) => `verdict ${id}`),
    ]
  })
}

function expressionsIn(value: unknown): Expr[] {
  if (typeof value !== 'object' || value === null) return []
  if (isCompiled(value)) return [value.expr]
  return Object.values(value).flatMap(expressionsIn)
}

const isCompiled = (value: object): value is Compiled => 'expr' in value && 'source' in value
