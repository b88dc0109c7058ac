import Big from 'big.js'
import type { Expr } from '../expr.ts'
import type { Bindings, Reader } from '../reader.ts'
import { evaluate } from './evaluate.ts'

const RANK = { '+': 1, '-': 1, '*': 2, '/': 2 } as const
const SIGN = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const

/** A formula with the answers filled in, as people read it: `404,80 + 41,70 × 2`. Unknown values show as "?".
 * @param decimalMark separator before the decimals */
export function fillIn(expr: Expr, reader: Reader, bindings: Bindings, decimalMark: string): string {
  return show(expr, 0)

  function show(expr: Expr, rank: number): string {
    switch (expr.op) {
      case '+':
      case '-':
      case '*':
      case '/': {
        const own = RANK[expr.op]
        // the right side of − and ÷ keeps its brackets at equal precedence
        const text = `${show(expr.left, own)} ${SIGN[expr.op]} ${show(expr.right, expr.op === '-' || expr.op === '/' ? own + 0.5 : own)}`
        return own < rank ? `(${text})` : text
      }
      case 'if': {
        const test = evaluate(expr.test, reader, bindings)
        return typeof test === 'boolean' || test === null ? show(test === true ? expr.yes : expr.no, rank) : '?'
      }
      case 'call':
        if (expr.fn === 'min' || expr.fn === 'max') return `${expr.fn}(${listed(expr.args).join('; ')})`
        return value(expr)
      case 'num':
        return number(expr.value)
      default:
        return value(expr)
    }
  }

  function listed(args: readonly Expr[]): string[] {
    const [list] = args
    return list?.op === 'list' ? list.items.map((item) => show(item, 0)) : args.map((arg) => value(arg))
  }

  function value(expr: Expr): string {
    const found = evaluate(expr, reader, bindings)
    return found instanceof Big ? number(found.toString()) : typeof found === 'string' ? found : '?'
  }

  function number(text: string): string {
    const [whole = '', fraction] = text.split('.')
    if (fraction === undefined) return whole
    return `${whole}${decimalMark}${fraction.padEnd(2, '0')}`
  }
}
