import type { SyntaxNode } from '@lezer/common'
import type { Expr } from '../expr.ts'
import type { Names, Scope, Type } from '../type.ts'
import { compatible, describe } from '../types.ts'
import { BOOLEAN, type Compilation, NULL, NUMBER } from './compilation.ts'
import { compileArithmetic } from './grammar/arithmetic.ts'
import { compileCall } from './grammar/call.ts'
import { compileComparison } from './grammar/comparison.ts'
import { compileChoice, compileConnective } from './grammar/conditions.ts'
import { compileFilter, compileIteration } from './grammar/iteration.ts'
import { compileDate, compileList, compileString } from './grammar/literals.ts'
import { compilePath } from './grammar/path.ts'
import type { Typed } from './members.ts'
import { childrenOf, parseFeel } from './parse.ts'
import type { FeelProblem } from './problem.ts'
import type { Locals } from './resolve-name.ts'
import { MOST_LAYERS, MOST_WALKS, tooLarge } from './size.ts'
import { findDoubledSign, findFeelSlip, findOtherSign } from './slips.ts'

export type CompiledFeel =
  | { readonly ok: true; readonly expr: Expr; readonly type: Type }
  | { readonly ok: false; readonly problems: readonly FeelProblem[] }

/** Parses, type-checks and compiles an expression. Reports all its problems, or the first of very many. `expected` null accepts any type. */
export function compileFeel(source: string, names: Names, scope: Scope, expected: Type | null): CompiledFeel {
  const large = tooLarge(source)
  if (large) return { ok: false, problems: [large] }
  const { root, errorAt } = parseFeel(source)
  const slip = findDoubledSign(source) ?? findOtherSign(source) ?? (errorAt === null ? null : syntaxProblem(source, errorAt))
  if (slip) return { ok: false, problems: [slip] }
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
  return compiler.problems.length > 0 ? { ok: false, problems: firstOf(compiler.problems) } : { ok: true, expr, type }
}

const syntaxProblem = (source: string, errorAt: number): FeelProblem =>
  findFeelSlip(source, errorAt) ?? {
    code: 'FEEL_SYNTAX',
    from: errorAt,
    to: Math.min(source.length, errorAt + 1),
    message: 'This is not FEEL from here on.',
    mend: 'Look for a missing quote, bracket or word such as then, return or satisfies just before this place.',
  }

/** Nobody mends more at once, and each takes a line of its own. */
const MOST_PROBLEMS = 20

/** The problems; when there are too many to mend at once, the first ones and how many more there are. */
function firstOf(problems: readonly FeelProblem[]): FeelProblem[] {
  const more = problems.length - MOST_PROBLEMS
  const told = problems.slice(0, MOST_PROBLEMS)
  const last = told.at(-1)
  return last && more > 0 ? told.with(-1, { ...last, message: `${last.message} And ${more} more in this expression.` }) : told
}

/** Goes through one expression, and keeps what its parts share: the problems, and how deep it is. */
class Compiler implements Compilation {
  readonly problems: FeelProblem[] = []
  private layers = 0
  private walks = 0
  private deep = false

  constructor(
    private readonly source: string,
    readonly names: Names,
    readonly scope: Scope,
  ) {}

  problem(code: FeelProblem['code'], node: SyntaxNode, message: string, mend: string): Typed {
    this.problems.push({ code, from: node.from, to: node.to, message, mend })
    return NULL
  }

  text(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to)
  }

  compile(node: SyntaxNode, locals: Locals): Typed {
    this.layers += 1
    const made = this.layers > MOST_LAYERS ? this.tooDeep(node) : this.made(node, locals)
    this.layers -= 1
    return made
  }

  walking<T>(node: SyntaxNode, inside: () => T): T {
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
        return compileString(this, node)
      case 'DateTimeLiteral':
        return compileDate(this, node)
      case 'List':
        return compileList(this, node, locals)
      case 'VariableName':
      case 'PathExpression':
        return compilePath(this, node, locals)
      case 'Conjunction':
      case 'Disjunction':
        return compileConnective(this, node, locals)
      case 'Comparison':
        return compileComparison(this, node, locals)
      case 'ArithmeticExpression':
        return compileArithmetic(this, node, locals)
      case 'IfExpression':
        return compileChoice(this, node, locals)
      case 'QuantifiedExpression':
      case 'ForExpression':
        return compileIteration(this, node, locals)
      case 'FilterExpression':
        return compileFilter(this, node, locals)
      case 'FunctionInvocation':
        return compileCall(this, node, locals)
      default:
        return this.problem(
          'FEEL_UNSUPPORTED',
          node,
          `We do not offer this part of FEEL (${node.name}).`,
          'See docs/feel.md for what conditions and formulas may use, and what to write instead.',
        )
    }
  }

  private only(node: SyntaxNode, locals: Locals): Typed {
    const children = childrenOf(node)
    const [child] = children
    return child && children.length === 1
      ? this.compile(child, locals)
      : this.problem('FEEL_UNSUPPORTED', node, 'One expression is expected here.', 'Write one expression.')
  }
}
