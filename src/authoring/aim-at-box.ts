import type { Compiled, Expr } from '../feel/expr.ts'
import { partsOf, references } from '../feel/references.ts'
import type { Variant } from '../model/variant.ts'
import type { Aim } from './generate-businesses.ts'
import { factsRead } from './prove-reads.ts'

/** What decides whether a box is filled: the facts that its conditions and its questions rest on, and the roles that bring its section. */
export function aimAtBox(variant: Variant, formId: string, nr: string): Aim {
  const section = variant.forms.find(({ id }) => id === formId)?.sections.find(({ boxes }) => boxes.some((box) => box.nr === nr))
  const box = section?.boxes.find((one) => one.nr === nr)
  if (!section || !box) throw new Error(`no box ${nr} in ${formId}`)
  const fillers = variant.questions.filter(({ id }) => box.questions?.includes(id))
  const compiled = [
    section.when,
    section.where,
    box.when,
    box.each,
    box.value,
    box.party?.of,
    ...fillers.flatMap((one) => [one.when, one.derived]),
  ]
  const facts = new Set(box.questions)
  const roles = new Set<string>()
  const lists = new Set([section.per, box.rows])
  const look = (one: Compiled | null | undefined): void => {
    if (!one) return
    for (const id of factsRead(variant, one.expr)) facts.add(id)
    for (const id of [...references(one.expr).aliases, ...references(one.expr).collections]) lists.add(id)
    for (const text of textsIn(one.expr)) if (variant.roles.some(({ id }) => id === text)) roles.add(text)
  }
  for (const one of compiled) look(one)
  for (const alias of variant.aliases.filter(({ id }) => lists.has(id))) {
    for (const each of alias.cases) for (const role of each.roles) roles.add(role)
    look(alias.where)
    for (const { when } of alias.cases) look(when)
  }
  for (const { gate } of variant.collections.filter(({ id }) => lists.has(id))) if (gate) facts.add(gate)
  return { facts, roles: [...roles] }
}

const textsIn = (expr: Expr): string[] => [
  ...(expr.op === 'lit' && typeof expr.value === 'string' ? [expr.value] : []),
  ...partsOf(expr).flatMap(textsIn),
]
