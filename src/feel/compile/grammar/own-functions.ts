import type { SyntaxNode } from '@lezer/common'
import { minutes } from '../../clock.ts'
import type { Type } from '../../type.ts'
import { BOOLEAN, type Compilation, expectType, NUMBER } from '../compilation.ts'
import type { Typed } from '../members.ts'
import { type Locals, meant } from '../resolve-name.ts'

/** One call: its name, and the nodes of name and arguments. */
export interface Invocation {
  readonly name: string
  readonly node: SyntaxNode
  readonly nameNode: SyntaxNode
  readonly argNodes: readonly SyntaxNode[]
}

const oneOf = (...options: string[]): Type => ({ kind: 'string', options })
const VERDICT = oneOf('needed', 'notNeeded', 'ask', 'notAllowed')
const DUTY = oneOf('permit', 'notification', 'information', 'elsewhere', 'none')
const CHANNEL = oneOf('webform', 'omgevingsloket', 'counter', 'post', 'email', 'unknown')
const LOGIN = oneOf('none', 'digid', 'eherkenning', 'digidOrEherkenning')

/** A function that FEEL does not have or defines differently; null when it is none of those. */
export function compileOwnFunction(on: Compilation, invocation: Invocation, locals: Locals): Typed | null {
  const { names } = on
  switch (invocation.name) {
    case 'not':
      return negation(on, invocation, locals)
    case 'today':
      return today(on, invocation)
    case 'clock':
      return clock(on, invocation)
    case 'verdict':
      return ofNamed(on, invocation, names.verdicts, VERDICT)
    case 'duty':
      return ofNamed(on, invocation, names.licences, DUTY)
    case 'documents':
      return ofNamed(on, invocation, names.verdicts, { kind: 'list', of: { kind: 'string' } })
    case 'attached':
      return ofNamed(on, invocation, names.documents, BOOLEAN)
    case 'channel':
      return ofChannel(on, invocation, CHANNEL, ({ kind }) => kind)
    case 'login':
      return ofChannel(on, invocation, LOGIN, ({ login }) => login)
    case 'fee':
      return fee(on, invocation)
    default:
      return null
  }
}

/** Reports that a function takes another number of values. */
export const arity = (on: Compilation, node: SyntaxNode, name: string, count: string): Typed =>
  on.problem('FEEL_TYPE', node, `${name} takes ${count} values.`, 'Give it as many as it takes; see docs/feel.md.')

function negation(on: Compilation, { name, node, argNodes }: Invocation, locals: Locals): Typed {
  const [condition] = argNodes
  if (argNodes.length !== 1 || !condition) return arity(on, node, name, '1')
  return { expr: { op: 'not', arg: expectType(on, condition, BOOLEAN, locals, 'not turns a condition around') }, type: BOOLEAN }
}

const today = (on: Compilation, { name, node, argNodes }: Invocation): Typed =>
  argNodes.length === 0 ? { expr: { op: 'call', fn: 'today', args: [] }, type: { kind: 'date' } } : arity(on, node, name, '0')

/** What one thing of the rule set is or holds, named by a text: `verdict("alcohol")`. */
function ofNamed(on: Compilation, { name: fn, node, argNodes }: Invocation, known: readonly string[], type: Type): Typed {
  const [child] = argNodes
  if (!child || argNodes.length !== 1 || child.name !== 'StringLiteral')
    return on.problem('FEEL_TYPE', node, `${fn} takes one name between quotes.`, `Write ${fn}("${known[0] ?? 'name'}").`)
  const name = on.text(child).slice(1, -1)
  if (!known.includes(name))
    return on.problem('FEEL_UNKNOWN_NAME', child, `There is no ${NAMED[fn] ?? 'licence'} "${name}".`, meant(name, known))
  return { expr: { op: 'call', fn, args: [{ op: 'lit', value: name }] }, type }
}
/** What a function takes the name of, when that is not a licence. */
const NAMED: Readonly<Record<string, string>> = { attached: 'document', fee: 'fee' }

interface Channel {
  readonly kind: string
  readonly login: string
}

/** A town sets it once for all cases, so that it becomes a literal. */
function ofChannel(on: Compilation, invocation: Invocation, type: Type, read: (channel: Channel) => string): Typed {
  const { channels } = on.names
  const made = ofNamed(on, invocation, [...channels.keys()], type)
  const [licence] = made.expr.op === 'call' ? made.expr.args : []
  const found = licence?.op === 'lit' ? channels.get(String(licence.value)) : undefined
  return found ? { expr: { op: 'lit', value: read(found) }, type: made.type } : made
}

function fee(on: Compilation, invocation: Invocation): Typed {
  const { fees } = on.names
  if (fees.length > 0) return ofNamed(on, invocation, fees, NUMBER)
  return on.problem(
    'FEEL_UNKNOWN_NAME',
    invocation.nameNode,
    'fee reads another fee, and can only be used in the amount of a fee.',
    'Let the amount of a fee read it, or write the condition with verdict("…").',
  )
}

function clock(on: Compilation, { node, argNodes }: Invocation): Typed {
  const match = argNodes.length === 1 && argNodes[0] ? /^"((?:[01]\d|2[0-3]):[0-5]\d(?:\+1)?)"$/.exec(on.text(argNodes[0])) : null
  if (!match)
    return on.problem(
      'FEEL_TYPE',
      node,
      'clock takes a time between quotes.',
      'Write clock("22:00"), or clock("01:00+1") for after midnight.',
    )
  return { expr: { op: 'num', value: String(minutes(match[1] ?? '')) }, type: { kind: 'time' } }
}
