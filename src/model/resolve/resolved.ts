import type { Compiled } from '../../feel/expr.ts'
import type { Feel, Text } from '../schema/common.ts'

/** Which layer wrote it last, and where. */
export interface Origin {
  readonly layer: string
  readonly file: string
  readonly line: number
}

/** What something of a rule file becomes in a variant: FEEL is compiled, what may be left out is null there (a mark that may be left out: false), and
 * what carries a source says where it stands. So the schemas alone say which properties there are; a new one that `resolve/` does not fill is
 * refused by the compiler. */
export type Resolved<Written> = Feel extends Written
  ? Compiled
  : Written extends Text
    ? Written
    : Written extends readonly (infer Each)[]
      ? readonly Resolved<Each>[]
      : Written extends object
        ? string extends keyof Written
          ? Readonly<Written>
          : ResolvedItem<Written>
        : Written

/** An item with properties of its own: `Own` names those that become something else, `LeftOut` those that only who writes rules needs. */
export type ResolvedItem<Written, Own = unknown, LeftOut extends keyof Written = never> = {
  readonly [Name in keyof Written as Exclude<Name, LeftOut | keyof Own>]-?: Slot<Written[Name]>
} & Located<Exclude<keyof Written, LeftOut>> &
  Own

type Located<Name> = 'unverified' extends Name ? { readonly origin: Origin } : unknown

type Slot<Written> = undefined extends Written
  ? Feel extends Written
    ? Compiled | null
    : true extends Written
      ? Resolved<NonNullable<Written>> | false
      : Resolved<NonNullable<Written>> | null
  : null extends Written
    ? Resolved<NonNullable<Written>> | null
    : Resolved<Written>
