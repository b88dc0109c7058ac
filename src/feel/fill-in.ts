import Big from 'big.js'
import { evaluate } from './evaluate.ts'
import type { Expr } from './expr.ts'
import type { Bindings, Reader } from './reader.ts'

const RANK = { '+': 1, '-': 1, '*': 2, '/': 2 } as const
const SIGN = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const

/** A formula with the answers filled in, as people read it: `404,80 + 41,70 × 2`. What is not known yet shows as "?". */
export function fillIn(expr: Expr, reader: Reader, bindings: Bindings, lang: 'nl' | 'en'): string {
  return show(expr, 0)

  function show(one: Expr, rank: number): string {
    switch (one.op) {
      case '+':
      case '-':
      case '*':
      case '/': {
        const own = RANK[one.op]
        // the right side of − and ÷ keeps its brackets at equal rank
        const text = `${show(one.left, own)} ${SIGN[one.op]} ${show(one.right, one.op === '-' || one.op === '/' ? own + 0.5 : own)}`
        return own < rank ? `(${text})` : text
      }
      case 'if': {
        const test = evaluate(one.test, reader, bindings)
        return typeof test === 'boolean' || test === null ? show(test === true ? one.yes : one.no, rank) : '?'
      }
      case 'call':
        if (one.fn === 'min' || one.fn === 'max') return `${one.fn}(${listed(one.args).join('; ')})`
        return value(one)
      case 'num':
        return number(one.value)
      default:
        return value(one)
    }
  }

  function listed(args: readonly Expr[]): string[] {
    const [list] = args
    return list?.op === 'list' ? list.items.map((item) => show(item, 0)) : args.map((arg) => value(arg))
  }

  function value(one: Expr): string {
    const found = evaluate(one, reader, bindings)
    return found instanceof Big ? number(found.toString()) : typeof found === 'string' ? found : '?'
  }

  function number(text: string): string {
    const [whole = '', fraction] = text.split('.')
    if (fraction === undefined) return whole
    return `${whole}${lang === 'nl' ? ',' : '.'}${fraction.padEnd(2, '0')}`
  }
}
