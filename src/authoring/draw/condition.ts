import type { Compiled, Expr } from '../../feel/expr.ts'
import { wordsIn } from '../../model/lang.ts'
import type { Variant } from '../../model/variant.ts'

export type DrawLang = 'nl' | 'en'

/** Exported for the list of texts. */
export const CONDITIONS = {
  name: 'conditions',
  nl: {
    and: ' en ',
    or: ' of ',
    not: 'niet',
    is: 'is',
    isNot: 'is niet',
    holds: 'met',
    yes: 'ja',
    no: 'nee',
    notThere: 'niet van toepassing',
  },
  en: { and: ' and ', or: ' or ', not: 'not', is: 'is', isNot: 'is not', holds: 'with', yes: 'yes', no: 'no', notThere: 'not applicable' },
} as const

/** A condition in words, with the labels of questions and options; falls back to the FEEL text where words would not be exact. */
export function sayCondition(variant: Variant, condition: Compiled, lang: DrawLang): string {
  return new Sayer(variant, lang).say(condition.expr) ?? condition.source
}

class Sayer {
  private readonly words: (typeof CONDITIONS)[DrawLang]

  constructor(
    private readonly variant: Variant,
    private readonly lang: DrawLang,
  ) {
    this.words = wordsIn(CONDITIONS, lang)
  }

  say(expr: Expr): string | null {
    const { words } = this
    switch (expr.op) {
      case 'lit':
        return expr.value === true ? words.yes : expr.value === false ? words.no : null
      case 'and':
      case 'or': {
        const parts = this.gathered(expr.args, expr.op)
        return parts.includes(null) ? null : parts.join(words[expr.op])
      }
      case 'not': {
        const part = this.say(expr.arg)
        return part && `${words.not} (${part})`
      }
      case 'fact': {
        const label = this.label(expr)
        return label && `${label}: ${words.yes}`
      }
      case 'call': {
        const [list, item] = expr.args
        if (expr.fn !== 'list contains' || !list || !item) return null
        return this.pair(list, item, words.holds)
      }
      case '=':
      case '!=':
        return this.pair(expr.left, expr.right, expr.op === '=' ? words.is : words.isNot)
      case '<':
      case '<=':
      case '>':
      case '>=':
        return this.pair(expr.left, expr.right, { '<': '<', '<=': '≤', '>': '>', '>=': '≥' }[expr.op])
      default:
        return null
    }
  }

  /** Merges alternatives about one question into one phrase: is a, b or c; is not a, b or c. */
  private gathered(args: readonly Expr[], joined: 'and' | 'or'): (string | null)[] {
    const verb = joined === 'or' ? '=' : '!='
    const groups = new Map<string, string[]>()
    const parts: (string | null)[] = []
    const places = new Map<string, number>()
    for (const arg of args) {
      const label = arg.op === verb ? this.label(arg.left) : null
      const value = arg.op === verb && label ? this.value(arg.left, arg.right) : null
      if (!label || !value) parts.push(this.inside(arg, joined))
      else {
        if (!places.has(label)) places.set(label, parts.push('') - 1)
        groups.set(label, [...(groups.get(label) ?? []), value])
      }
    }
    for (const [label, values] of groups) {
      const listed = [values.slice(0, -1).join(', '), values.at(-1)].filter(Boolean).join(this.words.or)
      parts[places.get(label) ?? 0] = `${label} ${verb === '=' ? this.words.is : this.words.isNot} ${listed}`
    }
    return parts
  }

  private inside(arg: Expr, joined: 'and' | 'or'): string | null {
    const part = this.say(arg)
    return part && (arg.op === 'and' || arg.op === 'or') && arg.op !== joined ? `(${part})` : part
  }

  private pair(left: Expr, right: Expr, verb: string): string | null {
    const label = this.label(left)
    const value = this.value(left, right)
    return label && value && `${label} ${verb} ${value}`
  }

  private label(expr: Expr): string | null {
    const item =
      expr.op === 'fact'
        ? this.variant.questions.find((question) => question.id === expr.id)
        : expr.op === 'parameter'
          ? this.variant.parameters.find((parameter) => parameter.id === expr.id)
          : undefined
    return item ? `“${item.label[this.lang].replace(/\?$/, '')}”` : null
  }

  private value(of: Expr, expr: Expr): string | null {
    if (expr.op === 'num') return expr.value
    if (expr.op === 'parameter' || expr.op === 'fact') return this.label(expr)
    if (expr.op === 'call' && expr.fn === 'clock' && expr.args[0]?.op === 'lit') return String(expr.args[0].value)
    if (expr.op !== 'lit') return null
    if (typeof expr.value === 'boolean') return expr.value ? this.words.yes : this.words.no
    if (expr.value === null) return this.words.notThere
    const options =
      of.op === 'fact'
        ? this.variant.questions.find((question) => question.id === of.id)?.options
        : of.op === 'parameter'
          ? this.variant.parameters.find((parameter) => parameter.id === of.id)?.options
          : undefined
    const option = options?.find((each) => each.id === expr.value)
    return option ? `“${option.label[this.lang]}”` : expr.value
  }
}
