import type { Compiled } from '../../feel/expr.ts'
import type { Feel, Text } from '../schema/common.ts'

/** The layer that last wrote it, and where. */
export interface Origin {
  readonly layer: string
  readonly file: string
  readonly line: number
}

/** The type of a rule file's value in a variant: FEEL is compiled, optional properties become null (optional flags: false), and what has a source gets its
 * origin. So only the schemas define which properties there are; if `resolve/` does not fill a new one, it does not compile. */
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

/** An item with properties of its own: `Own` overrides the types of some, `LeftOut` omits those that only rule authors need. */
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
