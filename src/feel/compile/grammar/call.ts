import type { SyntaxNode } from '@lezer/common'
import { type FeelFunction, FUNCTIONS, OWN_FUNCTIONS, type Param } from '../../functions.ts'
import type { Type } from '../../type.ts'
import { compatible, describe, join } from '../../types.ts'
import { type Compilation, hasUnknownOption, NULL, notInList } from '../compilation.ts'
import type { Typed } from '../members.ts'
import { childrenOf } from '../parse.ts'
import { type Locals, meant } from '../resolve-name.ts'
import { arity, compileOwnFunction, type Invocation } from './own-functions.ts'

/** What Dutch spreadsheets call the functions of FEEL. */
const DUTCH_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['afronden', 'round half up'],
  ['som', 'sum'],
  ['aantal', 'count'],
  ['gemiddelde', 'mean'],
  ['minimum', 'min'],
  ['maximum', 'max'],
  ['als', 'if'],
])

/** `name(a, b)`. */
export function compileCall(on: Compilation, node: SyntaxNode, locals: Locals): Typed {
  const [nameNode, ...rest] = childrenOf(node)
  if (!nameNode) return NULL
  const name = on.text(nameNode).replace(/\s+/g, ' ')
  const argNodes = rest.flatMap((child) => (child.name === 'PositionalParameters' ? childrenOf(child) : [child]))
  if (rest.some((child) => child.name === 'NamedParameters'))
    return on.problem('FEEL_UNSUPPORTED', node, 'Named parameters are not offered.', 'Give the parameters in their order.')
  const invocation = { name, node, nameNode, argNodes }
  const own = compileOwnFunction(on, invocation, locals)
  if (own) return own
  const known = FUNCTIONS.get(name)
  return known ? compileKnown(on, invocation, known, locals) : unknownFunction(on, invocation)
}

const unknownFunction = (on: Compilation, { name, nameNode }: Invocation): Typed =>
  on.problem(
    'FEEL_UNKNOWN_NAME',
    nameNode,
    `There is no function "${name}".`,
    DUTCH_FUNCTIONS.has(name)
      ? `Write ${DUTCH_FUNCTIONS.get(name)}(…).`
      : meant(name, [...FUNCTIONS.keys(), ...OWN_FUNCTIONS.map((own) => own.name)]),
  )

function compileKnown(on: Compilation, invocation: Invocation, known: FeelFunction, locals: Locals): Typed {
  const { name, node, argNodes } = invocation
  const given = argNodes.map((child) => on.compile(child, locals))
  const args = known.spread ? asOneList(given) : given
  if (!args) return mixed(on, node, name, given)
  const least = known.least ?? known.params.length
  if (args.length < least || (args.length > known.params.length && !known.repeats)) return arity(on, node, name, countOf(known))
  if (!takesAll(on, invocation, known.params, args)) return NULL
  const fn = name === 'string' && args[0]?.type.kind === 'time' ? 'clock text' : name
  const type = typeof known.result === 'function' ? known.result(args.map((arg) => arg.type)) : known.result
  return type ? { expr: { op: 'call', fn, args: args.map((arg) => arg.expr) }, type } : mixed(on, node, name, args)
}

/** Several values as the one list that the function takes; null: they are not of one type. */
function asOneList(args: Typed[]): Typed[] | null {
  if (args.length === 0 || (args.length === 1 && args[0]?.type.kind === 'list')) return args
  const of = args.reduce<Type | null>((all, arg) => all && join(all, arg.type), { kind: 'null' })
  return of && [{ expr: { op: 'list', items: args.map((arg) => arg.expr) }, type: { kind: 'list', of } }]
}

/** Whether each argument is what the function takes there; reports those that are not. */
function takesAll(on: Compilation, { name, node, argNodes }: Invocation, params: readonly Param[], args: readonly Typed[]): boolean {
  const before = on.problems.length
  args.forEach((arg, index) => {
    const param = params[Math.min(index, params.length - 1)]
    if (param && !fits(arg.type, param))
      on.problem(
        'FEEL_TYPE',
        argNodes[index] ?? node,
        `${name} takes a ${typeof param === 'string' ? param : describe(param)} here; this is a ${describe(arg.type)}.`,
        'Give it what it takes; see docs/feel.md.',
      )
  })
  if (name === 'list contains') checkElement(on, node, args)
  return on.problems.length === before
}

/** Reports `list contains(list, "option")` with an option that the list cannot hold. */
function checkElement(on: Compilation, node: SyntaxNode, [list, element]: readonly Typed[]): void {
  if (list?.type.kind !== 'list' || !element) return
  if (!hasUnknownOption(on, node, list.type.of, element.type) && !compatible(list.type.of, element.type))
    notInList(on, node, element.type, list.type.of)
}

function mixed(on: Compilation, node: SyntaxNode, name: string, args: readonly Typed[]): Typed {
  const kinds = [...new Set(args.map((arg) => `a ${describe(arg.type)}`))].join(' and ')
  return on.problem('FEEL_TYPE', node, `${name} cannot put ${kinds} together.`, 'Give it values of one type.')
}

function countOf({ params, least, repeats }: FeelFunction): string {
  if (repeats) return `at least ${least ?? params.length}`
  return least === undefined || least === params.length ? String(params.length) : `${least} to ${params.length}`
}

const ORDERED: ReadonlySet<Type['kind']> = new Set(['number', 'string', 'date', 'time', 'null'])

function fits(type: Type, param: Param): boolean {
  if (typeof param !== 'string') return compatible(type, param)
  if (type.kind === 'null') return true
  switch (param) {
    case 'any':
      return true
    case 'value':
      return type.kind !== 'list' && type.kind !== 'row'
    case 'list':
      return type.kind === 'list'
    case 'list of texts':
      return type.kind === 'list' && (type.of.kind === 'string' || type.of.kind === 'null')
    case 'list that can be ordered':
      return type.kind === 'list' && ORDERED.has(type.of.kind)
    default:
      return param satisfies never
  }
}
