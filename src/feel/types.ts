import type { Type } from './type.ts'

/** Whether a value of one type may be used where the other is expected, or be compared with it. null fits everywhere. */
export function compatible(a: Type, b: Type): boolean {
  if (a.kind === 'null' || b.kind === 'null') return true
  if (a.kind === 'list' && b.kind === 'list') return compatible(a.of, b.of)
  return a.kind === b.kind
}

/** The type that holds both; null when there is none. Options are merged. */
export function join(a: Type, b: Type): Type | null {
  if (a.kind === 'null') return b
  if (b.kind === 'null') return a
  if (a.kind === 'list' && b.kind === 'list') {
    const of = join(a.of, b.of)
    return of && { kind: 'list', of }
  }
  if (a.kind !== b.kind) return null
  if (a.kind === 'string' && b.kind === 'string')
    return a.options && b.options ? { kind: 'string', options: [...new Set([...a.options, ...b.options])] } : { kind: 'string' }
  if (a.kind === 'row' && b.kind === 'row') return a.subject === b.subject ? a : { kind: 'row', subject: 'party' }
  return a
}

/** A literal compared with a choice that has no such option. A literal is a text whose only option is itself. */
export function unknownOption(a: Type, b: Type): { option: string; options: readonly string[] } | null {
  if (a.kind !== 'string' || b.kind !== 'string' || !a.options || !b.options) return null
  const [many, one] = a.options.length >= b.options.length ? [a.options, b.options] : [b.options, a.options]
  if (many.length === 1) return null
  const option = one.find((id) => !many.includes(id))
  return option === undefined || one.some((id) => many.includes(id)) ? null : { option, options: many }
}

export function describe(type: Type): string {
  switch (type.kind) {
    case 'row':
      return `row (${type.subject})`
    case 'list':
      return `list of ${describe(type.of)}s`
    case 'string':
      return 'text'
    case 'boolean':
      return 'condition'
    default:
      return type.kind
  }
}
