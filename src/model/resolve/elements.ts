import type { Expr } from '../../feel/expr.ts'
import type { Catalogue } from '../catalogue.ts'
import { scopeOf } from '../row-scope.ts'
import { compileSlot } from './compiler.ts'
import type { Resolving } from './resolving.ts'
import { shared } from './shared.ts'

type List = Catalogue['elements'][number]
type Element = List['elements'][number]

/** An element of the law with its conditions compiled. */
export interface ResolvedElement {
  /** `alcoholModelA/A3a`: its list and its number there. */
  readonly id: string
  readonly list: List
  readonly element: Element
  /** The conditions under which the law requires it, all of them. */
  readonly given: readonly Expr[]
}

/** The lists of statutory elements of a variant, in their order. They are not part of the variant: filling in a form does not need them. */
export const resolveElements = (context: Resolving): ResolvedElement[] =>
  context.catalogue.elements.flatMap((list) => resolveList(context, list))

const resolveList = shared((context: Resolving, list: List): ResolvedElement[] => {
  const when = compileSlot(context, list, 'when')
  return list.elements.map((element) => {
    const own = compileSlot(context, element, 'when', scopeOf(context.catalogue, element.per) ?? {})
    const [licence, ...others] = list.licences
    const needed = licence !== undefined && others.length === 0 ? [isNeeded(licence)] : []
    return {
      id: `${list.id}/${element.id}`,
      list,
      element,
      given: [...needed, ...[when, own].flatMap((each) => (each ? [each.expr] : []))],
    }
  })
})

const isNeeded = (licence: string): Expr => ({
  op: '=',
  left: { op: 'call', fn: 'verdict', args: [{ op: 'lit', value: licence }] },
  right: { op: 'lit', value: 'needed' },
})
