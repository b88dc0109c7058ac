import Big from 'big.js'
import type { Expr } from '../expr.ts'
import { FUNCTIONS } from '../functions.ts'
import { divide, within } from '../number.ts'
import type { Bindings, Reader } from '../reader.ts'
import {
  type AtLeast,
  combine,
  isAtLeast,
  isCertain,
  isList,
  isRow,
  isUnknown,
  type ListValue,
  openOf,
  together,
  type Unknown,
  type Value,
} from '../value.ts'
import { equal } from './equal.ts'

const BUSINESS: Value = { kind: 'row', subject: 'business', id: 'business' }

/** Memoised: decimals are immutable, and a rule reads its own with every answer. */
function decimal(text: string): Big {
  const known = decimals.get(text)
  if (known) return known
  const made = new Big(text)
  decimals.set(text, made)
  return made
}
const decimals = new Map<string, Big>()

/** Value of a compiled expression: total, never throws. Unknown operands follow docs/adr/0002. No closure stands in it: for one that holds its arguments
 * every call would make room, whichever branch it takes. */
export function evaluate(expr: Expr, reader: Reader, bindings: Bindings): Value {
  switch (expr.op) {
    case 'lit':
      return expr.value
    case 'num':
      return decimal(expr.value)
    case 'fact':
      return reader.fact(expr.id, null)
    case 'get':
      return member(expr.id, evaluate(expr.of, reader, bindings), reader)
    case 'var':
      return Object.hasOwn(bindings, expr.name) ? (bindings[expr.name] ?? null) : expr.name === 'business' ? BUSINESS : null
    case 'rows':
      return rows(expr.collection, expr.of ? evaluate(expr.of, reader, bindings) : undefined, reader)
    case 'alias':
      return reader.alias(expr.id)
    case 'parameter':
      return reader.parameter(expr.id)
    case 'and':
      return connective(expr.args, false, reader, bindings)
    case 'or':
      return connective(expr.args, true, reader, bindings)
    case 'not': {
      const value = evaluate(expr.arg, reader, bindings)
      return typeof value === 'boolean' ? !value : isUnknown(value) ? value : null
    }
    case 'negate': {
      const value = evaluate(expr.arg, reader, bindings)
      return value instanceof Big ? value.neg() : openOf(value)
    }
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(expr.op, evaluate(expr.left, reader, bindings), evaluate(expr.right, reader, bindings))
    case '+':
    case '-':
    case '*':
    case '/':
      return calculate(expr.op, evaluate(expr.left, reader, bindings), evaluate(expr.right, reader, bindings))
    case 'concat': {
      const [left, right] = [evaluate(expr.left, reader, bindings), evaluate(expr.right, reader, bindings)]
      if (isUnknown(left) && isUnknown(right)) return together(left, right)
      if (isUnknown(left) || isUnknown(right)) return combine(left, right)
      return typeof left === 'string' && typeof right === 'string' ? left + right : null
    }
    case 'if':
      return choose(expr, reader, bindings)
    case 'list':
      return { kind: 'list', items: each(expr.items, reader, bindings), unknown: null }
    case 'some':
    case 'every':
      return quantify(expr.op, evaluate(expr.in, reader, bindings), forEach(expr.name, expr.test, reader, bindings))
    case 'filter':
      return filter(evaluate(expr.in, reader, bindings), forEach(expr.name, expr.test, reader, bindings))
    case 'map': {
      const list = evaluate(expr.in, reader, bindings)
      if (list === null || !isList(list)) return isUnknown(list) ? list : null
      return { ...list, items: list.items.map(forEach(expr.name, expr.body, reader, bindings)) }
    }
    case 'at': {
      const list = evaluate(expr.in, reader, bindings)
      if (list === null || !isList(list)) return isUnknown(list) ? list : null
      return list.unknown ?? list.items[expr.index - 1] ?? null
    }
    case 'call':
      return call(expr.fn, each(expr.args, reader, bindings), reader)
    default:
      return expr satisfies never
  }
}

const each = (exprs: readonly Expr[], reader: Reader, bindings: Bindings): Value[] => exprs.map((expr) => evaluate(expr, reader, bindings))

/** What an expression is for each item of a list. One object holds the name for all of them: nothing keeps it beyond its item. */
function forEach(name: string, expr: Expr, reader: Reader, bindings: Bindings): (item: Value) => Value {
  const inner: Record<string, Value> = { ...bindings }
  return (item) => {
    inner[name] = item
    return evaluate(expr, reader, inner)
  }
}

function member(id: string, of: Value, reader: Reader): Value {
  if (of === null) return null
  if (isRow(of)) return reader.fact(id, of)
  return openOf(of)
}

function rows(collection: string, of: Value | undefined, reader: Reader): Value {
  if (of === undefined) return reader.rows(collection, null)
  if (of !== null && isRow(of)) return reader.rows(collection, of)
  return openOf(of)
}

/** Kleene: one `decisive` operand decides, whatever the others are. */
function connective(args: readonly Expr[], decisive: boolean, reader: Reader, bindings: Bindings): Value {
  let open: Unknown | null = null
  let isNull = false
  for (const arg of args) {
    const value = evaluate(arg, reader, bindings)
    if (value === decisive) return decisive
    if (isUnknown(value)) open = open ? combine(open, value) : value
    else if (typeof value !== 'boolean') isNull = true
  }
  return open ?? (isNull ? null : !decisive)
}

type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='

function compare(op: Comparison, left: Value, right: Value): Value {
  if (op === '=' || op === '!=') {
    const same = equal(left, right)
    return typeof same === 'boolean' ? same === (op === '=') : same
  }
  if (isAtLeast(left) && right instanceof Big) return bounded(op, left, right)
  if (isAtLeast(right) && left instanceof Big) return bounded(MIRROR[op], right, left)
  if (isUnknown(left) || isUnknown(right) || isAtLeast(left) || isAtLeast(right)) return combine(left, right)
  const order = ordering(left, right)
  if (order === null) return null
  return op === '<' ? order < 0 : op === '<=' ? order <= 0 : op === '>' ? order > 0 : order >= 0
}

type Order = Exclude<Comparison, '=' | '!='>
const MIRROR: Readonly<Record<Order, Order>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

/** Compares a number of at least `bound` with a known one: decided where the bound decides. */
function bounded(op: Order, { bound, unknown: open }: AtLeast, other: Big): Value {
  switch (op) {
    case '>':
      return bound.gt(other) || open
    case '>=':
      return bound.gte(other) || open
    case '<':
      return bound.gte(other) ? false : open
    case '<=':
      return bound.gt(other) ? false : open
    default:
      return op satisfies never
  }
}

function ordering(a: Value, b: Value): number | null {
  if (a instanceof Big && b instanceof Big) return a.cmp(b)
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return null
}

function calculate(op: '+' | '-' | '*' | '/', left: Value, right: Value): Value {
  if (left instanceof Big && right instanceof Big) return arithmetic(op, left, right)
  // a lower bound survives adding, subtracting a known number, and multiplying by a number that is not negative
  if (isAtLeast(left) && right instanceof Big && (op === '+' || op === '-' || (op === '*' && right.gte(0))))
    return moved(left, arithmetic(op, left.bound, right))
  if (isAtLeast(right) && left instanceof Big && (op === '+' || (op === '*' && left.gte(0))))
    return moved(right, arithmetic(op, left, right.bound))
  if (isUnknown(left) || isUnknown(right) || isAtLeast(left) || isAtLeast(right)) return combine(left, right)
  return null
}

function arithmetic(op: '+' | '-' | '*' | '/', left: Big, right: Big): Big | null {
  switch (op) {
    case '+':
      return within(left.plus(right))
    case '-':
      return within(left.minus(right))
    case '*':
      return within(left.times(right))
    case '/':
      return divide(left, right)
    default:
      return op satisfies never
  }
}

const moved = (bounded: AtLeast, bound: Big | null): Value => (bound ? { ...bounded, bound } : bounded.unknown)

function choose(expr: Extract<Expr, { op: 'if' }>, reader: Reader, bindings: Bindings): Value {
  const test = evaluate(expr.test, reader, bindings)
  if (!isUnknown(test)) return evaluate(test === true ? expr.yes : expr.no, reader, bindings)
  const [yes, no] = [evaluate(expr.yes, reader, bindings), evaluate(expr.no, reader, bindings)]
  if (isCertain(yes) && isCertain(no) && equal(yes, no) === true) return yes
  return test.missing.length > 0 ? test : combine(test, combine(yes, no))
}

function quantify(op: 'some' | 'every', list: Value, test: (item: Value) => Value): Value {
  if (list === null || !isList(list)) return isUnknown(list) ? list : null
  let open: Unknown | null = null
  for (const item of list.items) {
    const holds = test(item)
    if (op === 'some' && holds === true) return true
    if (isUnknown(holds)) open = open ? combine(open, holds) : holds
    else if (op === 'every' && holds !== true) return false
  }
  const growing = list.unknown
  if (open || growing) return open && growing ? combine(open, growing) : (open ?? growing)
  return op === 'every'
}

function filter(list: Value, test: (item: Value) => Value): ListValue | Unknown | null {
  if (list === null || !isList(list)) return isUnknown(list) ? list : null
  const items: Value[] = []
  let open: Unknown | null = null
  for (const item of list.items) {
    const holds = test(item)
    if (holds === true) items.push(item)
    else if (isUnknown(holds)) open = open ? combine(open, holds) : holds
  }
  return { kind: 'list', items, unknown: open && list.unknown ? combine(open, list.unknown) : (open ?? list.unknown) }
}

function call(fn: string, args: readonly Value[], reader: Reader): Value {
  if (fn === 'today') return reader.today()
  const [first] = args
  if (fn === 'verdict') return typeof first === 'string' ? reader.verdict(first) : null
  if (fn === 'duty') return typeof first === 'string' ? reader.duty(first) : null
  if (fn === 'attached') return typeof first === 'string' ? reader.attached(first) : null
  if (fn === 'documents') return typeof first === 'string' ? reader.documents(first) : null
  if (fn === 'fee') return typeof first === 'string' ? reader.fee(first) : null
  const known = FUNCTIONS.get(fn)
  if (!known) return null
  if (!known.lenient) {
    const open = args.filter((arg) => isUnknown(arg) || isAtLeast(arg))
    if (open.length > 0) return open.reduce<Value>((a, b) => combine(a, b), null)
  }
  return known.run(args)
}
