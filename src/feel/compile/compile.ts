import type { SyntaxNode } from '@lezer/common'
import { minutes } from '../clock.ts'
import { isDay } from '../day.ts'
import type { Expr } from '../expr.ts'
import { type FeelFunction, FUNCTIONS, OWN_FUNCTIONS, type Param } from '../functions.ts'
import type { Names, Scope, Type } from '../type.ts'
import { compatible, describe, join, unknownOption } from '../types.ts'
import type { Typed } from './members.ts'
import { childrenOf, parseFeel } from './parse.ts'
import type { FeelProblem } from './problem.ts'
import { follow, isProblem, type Locals, meant, resolveName } from './resolve-name.ts'
import { MOST_LAYERS, MOST_WALKS, tooLarge } from './size.ts'
import { findFeelSlip, findOtherSign } from './slips.ts'

export type CompiledFeel =
  | { readonly ok: true; readonly expr: Expr; readonly type: Type }
  | { readonly ok: false; readonly problems: readonly FeelProblem[] }

/** Parses, type-checks and compiles an expression. Reports all its problems, or the first of very many. `expected` null accepts any type. */
export function compileFeel(source: string, names: Names, scope: Scope, expected: Type | null): CompiledFeel {
  const large = tooLarge(source)
  if (large) return { ok: false, problems: [large] }
  const { root, errorAt } = parseFeel(source)
  const doubled = /[^<>!=]==/.exec(source)
  if (doubled)
    return {
      ok: false,
      problems: [
        {
          code: 'FEEL_SYNTAX',
          from: doubled.index + 1,
          to: doubled.index + 3,
          message: 'FEEL compares with one =.',
          mend: 'Write = instead of ==.',
        },
      ],
    }
  const sign = findOtherSign(source)
  if (sign) return { ok: false, problems: [sign] }
  if (errorAt !== null) {
    const slip = findFeelSlip(source, errorAt)
    return {
      ok: false,
      problems: [
        slip ?? {
          code: 'FEEL_SYNTAX',
          from: errorAt,
          to: Math.min(source.length, errorAt + 1),
          message: 'This is not FEEL from here on.',
          mend: 'Look for a missing quote, bracket or word such as then, return or satisfies just before this place.',
        },
      ],
    }
  }
  const compiler = new Compiler(source, names, scope)
  const { expr, type } = compiler.compile(root, { variables: new Map(), item: null })
  if (expected && compiler.problems.length === 0 && !compatible(type, expected)) {
    compiler.problem(
      'FEEL_TYPE',
      root,
      `This gives a ${describe(type)}; a ${describe(expected)} is needed here.`,
      expected.kind === 'boolean'
        ? 'Compare it with something, such as … = "option".'
        : `Write an expression that gives a ${describe(expected)}.`,
    )
  }
  return compiler.problems.length > 0 ? { ok: false, problems: compiler.told() } : { ok: true, expr, type }
}

/** Nobody mends more at once, and each takes a line of its own. */
const MOST_PROBLEMS = 20

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

const NULL: Typed = { expr: { op: 'lit', value: null }, type: { kind: 'null' } }
const BOOLEAN: Type = { kind: 'boolean' }
const NUMBER: Type = { kind: 'number' }
const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const
type Comparison = (typeof COMPARISONS)[number]
const isComparison = (op: string): op is Comparison => COMPARISONS.some((each) => each === op)

class Compiler {
  readonly problems: FeelProblem[] = []
  private layers = 0
  private walks = 0
  private deep = false

  constructor(
    private readonly source: string,
    private readonly names: Names,
    private readonly scope: Scope,
  ) {}

  problem(code: FeelProblem['code'], node: SyntaxNode, message: string, mend: string): Typed {
    this.problems.push({ code, from: node.from, to: node.to, message, mend })
    return NULL
  }

  /** The problems; when there are too many to mend at once, the first ones and how many more there are. */
  told(): FeelProblem[] {
    const more = this.problems.length - MOST_PROBLEMS
    const told = this.problems.slice(0, MOST_PROBLEMS)
    const last = told.at(-1)
    return last && more > 0 ? told.with(-1, { ...last, message: `${last.message} And ${more} more in this expression.` }) : told
  }

  compile(node: SyntaxNode, locals: Locals): Typed {
    this.layers += 1
    const made = this.layers > MOST_LAYERS ? this.tooDeep(node) : this.made(node, locals)
    this.layers -= 1
    return made
  }

  private tooDeep(node: SyntaxNode): Typed {
    if (this.deep) return NULL
    this.deep = true
    return this.problem(
      'FEEL_TOO_LARGE',
      node,
      `This expression is more than ${MOST_LAYERS} layers deep here.`,
      'Give a part of it a name: a question with derived: … holds a part, and is used by its id.',
    )
  }

  private made(node: SyntaxNode, locals: Locals): Typed {
    switch (node.name) {
      case 'Expression':
      case 'ParenthesizedExpression':
      case 'PositiveUnaryTest':
      case 'IterationContext':
        return this.only(node, locals)
      case 'BooleanLiteral':
        return { expr: { op: 'lit', value: this.text(node) === 'true' }, type: BOOLEAN }
      case 'null':
      case 'NullLiteral':
        return NULL
      case 'NumericLiteral':
        return { expr: { op: 'num', value: this.text(node).replaceAll(' ', '') }, type: NUMBER }
      case 'StringLiteral':
        return this.string(node)
      case 'DateTimeLiteral':
        return this.date(node)
      case 'List':
        return this.list(node, locals)
      case 'VariableName':
      case 'PathExpression':
        return this.path(node, locals)
      case 'Conjunction':
      case 'Disjunction':
        return this.connective(node, locals)
      case 'Comparison':
        return this.comparison(node, locals)
      case 'ArithmeticExpression':
        return this.arithmetic(node, locals)
      case 'IfExpression':
        return this.choice(node, locals)
      case 'QuantifiedExpression':
      case 'ForExpression':
        return this.iteration(node, locals)
      case 'FilterExpression':
        return this.filter(node, locals)
      case 'FunctionInvocation':
        return this.call(node, locals)
      default:
        return this.problem(
          'FEEL_UNSUPPORTED',
          node,
          `We do not offer this part of FEEL (${node.name}).`,
          'See docs/feel.md for what conditions and formulas may use, and what to write instead.',
        )
    }
  }

  private text(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to)
  }

  private only(node: SyntaxNode, locals: Locals): Typed {
    const children = childrenOf(node)
    const [child] = children
    return child && children.length === 1
      ? this.compile(child, locals)
      : this.problem('FEEL_UNSUPPORTED', node, 'One expression is expected here.', 'Write one expression.')
  }

  private string(node: SyntaxNode): Typed {
    try {
      const value: unknown = JSON.parse(this.text(node).replaceAll('\n', '\\n'))
      if (typeof value === 'string') return { expr: { op: 'lit', value }, type: { kind: 'string', options: [value] } }
    } catch {
      // falls through to the finding
    }
    return this.problem('FEEL_SYNTAX', node, 'This text has an escape that does not exist.', 'Use \\", \\\\ or \\n.')
  }

  private date(node: SyntaxNode): Typed {
    const match = /^date\("(\d{4}-\d{2}-\d{2})"\)$/.exec(this.text(node).replace(/\s+/g, ''))
    const iso = match?.[1]
    if (!iso)
      return this.problem(
        'FEEL_UNSUPPORTED',
        node,
        'Only a day can be written out.',
        'Write date("2026-05-01"); times are clock("01:00+1").',
      )
    if (!isDay(iso)) return this.problem('FEEL_TYPE', node, `The day ${iso} does not exist.`, 'Write a day that exists.')
    return { expr: { op: 'lit', value: iso }, type: { kind: 'date' } }
  }

  private list(node: SyntaxNode, locals: Locals): Typed {
    const items = childrenOf(node).map((child) => this.compile(child, locals))
    let of: Type = { kind: 'null' }
    items.forEach((item, index) => {
      const joined = join(of, item.type)
      if (joined) of = joined
      else
        this.problem(
          'FEEL_TYPE',
          childrenOf(node)[index] ?? node,
          `A list of ${describe(of)}s cannot hold a ${describe(item.type)}.`,
          'Give all elements the same type.',
        )
    })
    return { expr: { op: 'list', items: items.map((item) => item.expr) }, type: { kind: 'list', of } }
  }

  private path(node: SyntaxNode, locals: Locals): Typed {
    const segments: string[] = []
    let start: SyntaxNode | null = node
    for (; start?.name === 'PathExpression'; start = start.firstChild) {
      const last = childrenOf(start).at(-1)
      if (last) segments.unshift(this.text(last))
    }
    if (!start) return NULL
    if (start.name !== 'VariableName') {
      const of = this.compile(start, locals)
      const resolved = follow(this.names, of, segments, 0)
      return isProblem(resolved)
        ? of.type.kind === 'null'
          ? NULL
          : this.problem('FEEL_UNKNOWN_NAME', node, resolved.message, resolved.mend)
        : resolved
    }
    const resolved = resolveName(this.names, this.scope, locals, [this.text(start), ...segments])
    return isProblem(resolved) ? this.problem('FEEL_UNKNOWN_NAME', node, resolved.message, resolved.mend) : resolved
  }

  private connective(node: SyntaxNode, locals: Locals): Typed {
    const op = node.name === 'Conjunction' ? 'and' : 'or'
    const args = operandsOf(node)
      .filter((child) => child.name !== op)
      .map((child) => this.expect(child, BOOLEAN, locals, `Both sides of ${op} are conditions`))
    const flat = args.flatMap((arg) => (arg.op === op ? arg.args : [arg]))
    return { expr: { op, args: flat }, type: BOOLEAN }
  }

  private expect(node: SyntaxNode, type: Type, locals: Locals, why: string): Expr {
    const typed = this.compile(node, locals)
    if (!compatible(typed.type, type))
      this.problem(
        'FEEL_TYPE',
        node,
        `${why}; this is a ${describe(typed.type)}.`,
        type.kind === 'boolean' ? 'Compare it with something.' : `Write a ${describe(type)} here.`,
      )
    return typed.expr
  }

  private comparison(node: SyntaxNode, locals: Locals): Typed {
    const [leftNode, opNode, ...rest] = childrenOf(node)
    if (!leftNode || !opNode) return NULL
    const left = this.compile(leftNode, locals)
    const op = this.text(opNode)
    if (opNode.name === 'between') {
      const [low, high] = rest.filter((child) => child.name !== 'and')
      if (!low || !high) return NULL
      const from = this.compare('>=', node, left, this.compile(low, locals))
      const to = this.compare('<=', node, left, this.compile(high, locals))
      return { expr: { op: 'and', args: [from, to] }, type: BOOLEAN }
    }
    if (opNode.name === 'in') {
      const tests = rest
        .flatMap((child) => (child.name === 'PositiveUnaryTests' ? childrenOf(child) : [child]))
        .map((child) => this.membership(left, child, locals))
      return { expr: tests.length === 1 && tests[0] ? tests[0] : { op: 'or', args: tests }, type: BOOLEAN }
    }
    const [rightNode] = rest
    if (!rightNode || !isComparison(op))
      return this.problem('FEEL_UNSUPPORTED', node, `There is no comparison "${op}" here.`, 'Use =, !=, <, <=, >, >=, between or in.')
    return { expr: this.compare(op, node, left, this.compile(rightNode, locals)), type: BOOLEAN }
  }

  private compare(op: Comparison, node: SyntaxNode, left: Typed, right: Typed): Expr {
    if (this.hasUnknownOption(node, left.type, right.type)) return { op, left: left.expr, right: right.expr }
    if (left.type.kind === 'list' && right.type.kind !== 'list' && right.type.kind !== 'null')
      this.problem('FEEL_TYPE', node, 'A list is compared with one value.', 'Write list contains(list, value).')
    else if (!compatible(left.type, right.type))
      this.problem(
        'FEEL_TYPE',
        node,
        `A ${describe(left.type)} is compared with a ${describe(right.type)}.`,
        'Compare values of the same type.',
      )
    else if (op !== '=' && op !== '!=' && ['boolean', 'row', 'list'].includes(left.type.kind))
      this.problem('FEEL_TYPE', node, `A ${describe(left.type)} has no order.`, 'Use = or !=.')
    return { op, left: left.expr, right: right.expr }
  }

  /** Whether one side is a text that is not an option of the other; if so, that is reported. */
  private hasUnknownOption(node: SyntaxNode, one: Type, other: Type): boolean {
    const unknown = unknownOption(one, other)
    if (unknown)
      this.problem(
        'FEEL_UNKNOWN_OPTION',
        node,
        `There is no option "${unknown.option}" here.`,
        `${meant(unknown.option, unknown.options)} Options: ${unknown.options.join(', ')}.`,
      )
    return unknown !== null
  }

  /** One test after `in`: a value, a list, a range, or a comparison such as > 5. */
  private membership(left: Typed, node: SyntaxNode, locals: Locals): Expr {
    const inner = node.name === 'PositiveUnaryTest' ? (childrenOf(node)[0] ?? node) : node
    if (inner.name === 'SimplePositiveUnaryTest') {
      const [first, second] = childrenOf(inner)
      if (first?.name === 'Interval') return this.range(left, first, locals)
      const op = first ? this.text(first) : ''
      if (second && isComparison(op)) return this.compare(op, node, left, this.compile(second, locals))
    }
    // the grammar reads what follows a range or list as part of the test; accepting that silently would change the meaning
    if (inner.name === 'Conjunction' || inner.name === 'Disjunction')
      return this.problem(
        'FEEL_SYNTAX',
        inner,
        'What follows in … is read as part of the test.',
        'Put brackets around the part with in: (x in [1..10]) or y.',
      ).expr
    if (inner.name === 'Interval') return this.range(left, inner, locals)
    if (inner.name === 'List') {
      const args = childrenOf(inner).map((child) => this.compare('=', child, left, this.compile(child, locals)))
      return args.length === 1 && args[0] ? args[0] : { op: 'or', args }
    }
    const right = this.compile(inner, locals)
    if (right.type.kind !== 'list') return this.compare('=', inner, left, right)
    if (!compatible(right.type.of, left.type))
      this.problem(
        'FEEL_TYPE',
        inner,
        `A ${describe(left.type)} is sought in a list of ${describe(right.type.of)}s.`,
        'Seek a value of the same type.',
      )
    return { op: 'call', fn: 'list contains', args: [right.expr, left.expr] }
  }

  private range(left: Typed, node: SyntaxNode, locals: Locals): Expr {
    const [low, high] = childrenOf(node)
    if (!low || !high) return { op: 'lit', value: null }
    const text = this.text(node)
    const from = this.compare(text.startsWith('[') ? '>=' : '>', node, left, this.compile(low, locals))
    const to = this.compare(text.endsWith(']') ? '<=' : '<', node, left, this.compile(high, locals))
    return { op: 'and', args: [from, to] }
  }

  private arithmetic(node: SyntaxNode, locals: Locals): Typed {
    const children = childrenOf(node)
    const [first, second, third] = children
    if (first?.name === 'ArithOp' && second)
      return { expr: { op: 'negate', arg: this.expect(second, NUMBER, locals, 'Only a number can be negative') }, type: NUMBER }
    if (!first || !second || !third) return NULL
    const op = this.text(second)
    if (op !== '+' && op !== '-' && op !== '*' && op !== '/')
      return this.problem('FEEL_UNSUPPORTED', node, `There is no operator "${op}" here.`, 'Use +, -, * or /.')
    const [left, right] = [this.compile(first, locals), this.compile(third, locals)]
    const texts = [left, right].filter(({ type }) => type.kind === 'string' || type.kind === 'null')
    // null + null is null: nothing tells whether texts or numbers were meant
    if (op === '+' && left.type.kind === 'null' && right.type.kind === 'null')
      return { expr: { op, left: left.expr, right: right.expr }, type: left.type }
    if (op === '+' && texts.length === 2) return { expr: { op: 'concat', left: left.expr, right: right.expr }, type: { kind: 'string' } }
    for (const [typed, child] of [
      [left, first],
      [right, third],
    ] as const) {
      if (!compatible(typed.type, NUMBER))
        this.problem(
          'FEEL_TYPE',
          child,
          `${op} counts with numbers; this is a ${describe(typed.type)}.`,
          op === '+' ? 'Add two numbers, or two texts with string(…).' : 'Use numbers.',
        )
    }
    return { expr: { op, left: left.expr, right: right.expr }, type: NUMBER }
  }

  private choice(node: SyntaxNode, locals: Locals): Typed {
    const [test, yes, no] = childrenOf(node).filter((child) => !['if', 'then', 'else'].includes(child.name))
    if (!test || !yes || !no) return NULL
    const condition = this.expect(test, BOOLEAN, locals, 'After if stands a condition')
    const [then, other] = [this.compile(yes, locals), this.compile(no, locals)]
    const type = join(then.type, other.type)
    if (!type)
      this.problem('FEEL_TYPE', node, `then gives a ${describe(then.type)}, else a ${describe(other.type)}.`, 'Give both the same type.')
    return { expr: { op: 'if', test: condition, yes: then.expr, no: other.expr }, type: type ?? { kind: 'null' } }
  }

  private iteration(node: SyntaxNode, locals: Locals): Typed {
    const children = childrenOf(node)
    const word = children[0]?.name
    const sources = children
      .filter((child) => child.name === 'InExpressions' || child.name === 'InExpression')
      .flatMap((child) => (child.name === 'InExpressions' ? childrenOf(child) : [child]))
    const body = children.at(-1)
    const [source] = sources
    if (!source || !body || sources.length !== 1)
      return this.problem('FEEL_UNSUPPORTED', node, 'One list is walked at a time.', `Nest a second ${word ?? 'some'} inside the first.`)
    const [nameNode, , listNode] = childrenOf(source)
    if (!nameNode || !listNode) return NULL
    const name = this.text(nameNode)
    const list = this.compile(listNode, locals)
    const item = this.elementOf(list.type, listNode)
    const inner: Locals = { variables: new Map([...locals.variables, [name, item]]), item: locals.item }
    if (word === 'for') {
      const result = this.walking(node, () => this.compile(body, inner))
      return { expr: { op: 'map', name, in: list.expr, body: result.expr }, type: { kind: 'list', of: result.type } }
    }
    const test = this.walking(node, () => this.expect(body, BOOLEAN, inner, 'After satisfies stands a condition'))
    return { expr: { op: word === 'every' ? 'every' : 'some', name, in: list.expr, test }, type: BOOLEAN }
  }

  /** Compiles what is done for each element of a list. */
  private walking<T>(node: SyntaxNode, inside: () => T): T {
    this.walks += 1
    if (this.walks === MOST_WALKS + 1)
      this.problem(
        'FEEL_TOO_LARGE',
        node,
        `More than ${MOST_WALKS} lists are walked inside each other here.`,
        'Give the inner part a name: a question about the row with derived: … holds it.',
      )
    const made = inside()
    this.walks -= 1
    return made
  }

  private elementOf(type: Type, node: SyntaxNode): Type {
    if (type.kind === 'list') return type.of
    if (type.kind !== 'null')
      this.problem('FEEL_TYPE', node, `A list is needed here; this is a ${describe(type)}.`, 'Name a list, such as managers or rooms.')
    return { kind: 'null' }
  }

  private filter(node: SyntaxNode, locals: Locals): Typed {
    const [listNode, testNode] = childrenOf(node)
    if (!listNode || !testNode) return NULL
    const list = this.compile(listNode, locals)
    const item = this.elementOf(list.type, listNode)
    if (testNode.name === 'NumericLiteral' && /^[1-9]\d*$/.test(this.text(testNode)))
      return { expr: { op: 'at', in: list.expr, index: Number(this.text(testNode)) }, type: item }
    const inner: Locals = { variables: new Map([...locals.variables, ['item', item]]), item }
    const test = this.walking(node, () => this.expect(testNode, BOOLEAN, inner, 'Between [ and ] stands a condition or a position from 1'))
    return { expr: { op: 'filter', name: 'item', in: list.expr, test }, type: list.type }
  }

  private call(node: SyntaxNode, locals: Locals): Typed {
    const [nameNode, ...rest] = childrenOf(node)
    if (!nameNode) return NULL
    const name = this.text(nameNode).replace(/\s+/g, ' ')
    const argNodes = rest.flatMap((child) => (child.name === 'PositionalParameters' ? childrenOf(child) : [child]))
    if (rest.some((child) => child.name === 'NamedParameters'))
      return this.problem('FEEL_UNSUPPORTED', node, 'Named parameters are not offered.', 'Give the parameters in their order.')
    const own = this.ownFunction(name, node, nameNode, argNodes, locals)
    if (own) return own
    const known = FUNCTIONS.get(name)
    if (!known)
      return this.problem(
        'FEEL_UNKNOWN_NAME',
        nameNode,
        `There is no function "${name}".`,
        DUTCH_FUNCTIONS.has(name)
          ? `Write ${DUTCH_FUNCTIONS.get(name)}(…).`
          : meant(name, [...FUNCTIONS.keys(), ...OWN_FUNCTIONS.map((own) => own.name)]),
      )
    let args = argNodes.map((child) => this.compile(child, locals))
    if (known.spread && args.length > 0 && (args.length > 1 || args[0]?.type.kind !== 'list')) {
      const of = args.reduce<Type | null>((all, arg) => all && join(all, arg.type), { kind: 'null' })
      if (!of) return this.mixed(node, name, args)
      args = [{ expr: { op: 'list', items: args.map((arg) => arg.expr) }, type: { kind: 'list', of } }]
    }
    const { params } = known
    const least = known.least ?? params.length
    if (args.length < least || (args.length > params.length && !known.repeats)) return this.arity(node, name, countOf(known))
    const before = this.problems.length
    args.forEach((arg, index) => {
      const param = params[Math.min(index, params.length - 1)]
      if (param && !fits(arg.type, param))
        this.problem(
          'FEEL_TYPE',
          argNodes[index] ?? node,
          `${name} takes a ${typeof param === 'string' ? param : describe(param)} here; this is a ${describe(arg.type)}.`,
          'Give it what it takes; see docs/feel.md.',
        )
    })
    this.checkElement(node, name, args)
    if (this.problems.length > before) return NULL
    const fn = name === 'string' && args[0]?.type.kind === 'time' ? 'clock text' : name
    const type = typeof known.result === 'function' ? known.result(args.map((arg) => arg.type)) : known.result
    return type ? { expr: { op: 'call', fn, args: args.map((arg) => arg.expr) }, type } : this.mixed(node, name, args)
  }

  /** A function that FEEL does not have or defines differently; null when it is none of those. */
  private ownFunction(name: string, node: SyntaxNode, nameNode: SyntaxNode, argNodes: readonly SyntaxNode[], locals: Locals): Typed | null {
    if (name === 'not')
      return argNodes.length === 1 && argNodes[0]
        ? { expr: { op: 'not', arg: this.expect(argNodes[0], BOOLEAN, locals, 'not turns a condition around') }, type: BOOLEAN }
        : this.arity(node, name, '1')
    if (name === 'today')
      return argNodes.length === 0 ? { expr: { op: 'call', fn: 'today', args: [] }, type: { kind: 'date' } } : this.arity(node, name, '0')
    if (name === 'verdict')
      return this.named(node, argNodes, name, this.names.verdicts, {
        kind: 'string',
        options: ['needed', 'notNeeded', 'ask', 'notAllowed'],
      })
    if (name === 'duty')
      return this.named(node, argNodes, name, this.names.licences, {
        kind: 'string',
        options: ['permit', 'notification', 'information', 'elsewhere', 'none'],
      })
    if (name === 'documents') return this.named(node, argNodes, name, this.names.verdicts, { kind: 'list', of: { kind: 'string' } })
    if (name === 'attached') return this.named(node, argNodes, name, this.names.documents, BOOLEAN)
    if (name === 'channel' || name === 'login') {
      const options = name === 'channel' ? CHANNELS : LOGINS
      const made = this.named(node, argNodes, name, [...this.names.channels.keys()], { kind: 'string', options })
      const [licence] = made.expr.op === 'call' ? made.expr.args : []
      const found = licence?.op === 'lit' ? this.names.channels.get(String(licence.value)) : undefined
      // a town sets it once for all cases, so that it is a literal
      return found ? { expr: { op: 'lit', value: name === 'channel' ? found.kind : found.login }, type: made.type } : made
    }
    if (name === 'fee') {
      if (this.names.fees.length === 0)
        return this.problem(
          'FEEL_UNKNOWN_NAME',
          nameNode,
          'fee reads another fee, and stands in the amount of a fee only.',
          'Let the amount of a fee read it, or write the condition with verdict("…").',
        )
      return this.named(node, argNodes, name, this.names.fees, { kind: 'number' })
    }
    return name === 'clock' ? this.clock(node, argNodes) : null
  }

  private mixed(node: SyntaxNode, name: string, args: readonly Typed[]): Typed {
    const kinds = [...new Set(args.map((arg) => `a ${describe(arg.type)}`))].join(' and ')
    return this.problem('FEEL_TYPE', node, `${name} cannot put ${kinds} together.`, 'Give it values of one type.')
  }

  /** Reports `list contains(list, "option")` with an option that the list cannot hold. */
  private checkElement(node: SyntaxNode, name: string, args: readonly Typed[]): void {
    const [list, element] = args
    if (name !== 'list contains' || list?.type.kind !== 'list' || !element) return
    if (!this.hasUnknownOption(node, list.type.of, element.type) && !compatible(list.type.of, element.type))
      this.problem(
        'FEEL_TYPE',
        node,
        `A ${describe(element.type)} is sought in a list of ${describe(list.type.of)}s.`,
        'Seek a value of the same type.',
      )
  }

  private named(node: SyntaxNode, argNodes: readonly SyntaxNode[], fn: string, known: readonly string[], type: Type): Typed {
    const [child] = argNodes
    if (!child || argNodes.length !== 1 || child.name !== 'StringLiteral')
      return this.problem('FEEL_TYPE', node, `${fn} takes one name between quotes.`, `Write ${fn}("${known[0] ?? 'name'}").`)
    const name = this.text(child).slice(1, -1)
    if (!known.includes(name))
      return this.problem(
        'FEEL_UNKNOWN_NAME',
        child,
        `There is no ${fn === 'attached' ? 'document' : fn === 'fee' ? 'fee' : 'licence'} "${name}".`,
        meant(name, known),
      )
    return { expr: { op: 'call', fn, args: [{ op: 'lit', value: name }] }, type }
  }

  private clock(node: SyntaxNode, argNodes: readonly SyntaxNode[]): Typed {
    const match = argNodes.length === 1 && argNodes[0] ? /^"((?:[01]\d|2[0-3]):[0-5]\d(?:\+1)?)"$/.exec(this.text(argNodes[0])) : null
    if (!match)
      return this.problem(
        'FEEL_TYPE',
        node,
        'clock takes a time between quotes.',
        'Write clock("22:00"), or clock("01:00+1") for after midnight.',
      )
    return { expr: { op: 'num', value: String(minutes(match[1] ?? '')) }, type: { kind: 'time' } }
  }

  private arity(node: SyntaxNode, name: string, count: string): Typed {
    return this.problem('FEEL_TYPE', node, `${name} takes ${count} values.`, 'Give it as many as it takes; see docs/feel.md.')
  }
}

function countOf({ params, least, repeats }: FeelFunction): string {
  if (repeats) return `at least ${least ?? params.length}`
  return least === undefined || least === params.length ? String(params.length) : `${least} to ${params.length}`
}

const CHANNELS = ['webform', 'omgevingsloket', 'counter', 'post', 'email', 'unknown']
const LOGINS = ['none', 'digid', 'eherkenning', 'digidOrEherkenning']

/** Operands of `a and b and c`, which the parser nests to the left: as deep as there are operators. */
function operandsOf(node: SyntaxNode): SyntaxNode[] {
  const operands: SyntaxNode[] = []
  let rest: SyntaxNode | undefined = node
  while (rest?.name === node.name) {
    const [first, ...others] = childrenOf(rest)
    for (const other of others.reverse()) operands.push(other)
    rest = first
  }
  if (rest) operands.push(rest)
  return operands.reverse()
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
