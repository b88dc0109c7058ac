import type { z } from 'zod'
import { safeParse } from 'zod/v4/core'
import type { Path } from './source.ts'

type AnySchema = z.core.$ZodType

/** Definition of a schema. zod gives an arbitrary schema a type without a kind; this is the union of all kinds. */
const definitionOf = (schema: AnySchema): z.core.$ZodTypes['_zod']['def'] => (schema as z.core.$ZodTypes)._zod.def

/** The schemas that may apply at a path: several in a union. */
export function schemasAt(schema: AnySchema, path: Path): AnySchema[] {
  let here = unwrap(schema)
  for (const part of path) here = here.flatMap((schema) => below(schema, part)).flatMap(unwrap)
  return here
}

/** Keys allowed in a map at this path; empty when any is. */
export const keysAt = (schema: AnySchema, path: Path): string[] => [
  ...new Set(
    schemasAt(schema, path).flatMap((each) => {
      const def = definitionOf(each)
      return def.type === 'object' ? Object.keys(def.shape) : []
    }),
  ),
]

/** Whether the last key of the path may be omitted. */
export function isOptionalAt(schema: AnySchema, path: Path): boolean {
  const key = path.at(-1)
  if (typeof key !== 'string') return false
  const holders = schemasAt(schema, path.slice(0, -1))
  return (
    holders.length > 0 &&
    holders.every((holder) => {
      const def = definitionOf(holder)
      const property = def.type === 'object' ? ownProperty(def.shape, key) : undefined
      return property === undefined || property._zod.optin === 'optional'
    })
  )
}

/** The values that a literal or enum allows at this path. */
export const valuesAt = (schema: AnySchema, path: Path): z.core.util.Primitive[] => [
  ...new Set(
    schemasAt(schema, path).flatMap((each) => {
      const def = definitionOf(each)
      if (def.type === 'literal') return def.values
      return def.type === 'enum' ? Object.values(def.entries) : []
    }),
  ),
]

/** The same, as text. */
export const wordsAt = (schema: AnySchema, path: Path): string[] => valuesAt(schema, path).map(String)

/** The required format of a text at this path, as the schema describes it: "expected a time as 09:00". */
export const formatsAt = (schema: AnySchema, path: Path): string[] =>
  schemasAt(schema, path).flatMap((each) => {
    const def = definitionOf(each)
    if (def.type !== 'string') return []
    return [{ error: 'format' in def ? def.error : undefined }, ...(def.checks ?? []).map((check) => check._zod.def)].flatMap(
      ({ error }) => {
        const said = error?.({ code: 'invalid_format', input: '', path: [] } as never)
        return typeof said === 'string' ? [said] : []
      },
    )
  })

/** Whether null is allowed at this path. */
export const allowsNull = (schema: AnySchema, path: Path): boolean => {
  const key = path.at(-1)
  return schemasAt(schema, path.slice(0, -1)).some((holder) => {
    const def = definitionOf(holder)
    const property = def.type === 'object' && typeof key === 'string' ? ownProperty(def.shape, key) : undefined
    return property !== undefined && safeParse(property, null).success
  })
}

/** Whether this value is valid at this path. */
export const holdsAt = (schema: AnySchema, path: Path, value: unknown): boolean =>
  schemasAt(schema, path).some((each) => safeParse(each, value).success)

/** Whether this text is valid at this path. */
export const fitsAt = (schema: AnySchema, path: Path, text: string): boolean => holdsAt(schema, path, text)

/** A key in a file may be `toString`: inherited properties are not keys of the schema. */
const ownProperty = (shape: Readonly<Record<string, AnySchema>>, key: string): AnySchema | undefined =>
  Object.hasOwn(shape, key) ? shape[key] : undefined

function below(schema: AnySchema, part: string | number): AnySchema[] {
  const def = definitionOf(schema)
  if (def.type === 'object') {
    const property = ownProperty(def.shape, String(part)) ?? def.catchall
    return property ? [property] : []
  }
  if (def.type === 'array') return [def.element]
  return def.type === 'record' ? [def.valueType] : []
}

function unwrap(schema: AnySchema): AnySchema[] {
  const def = definitionOf(schema)
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return unwrap(def.innerType)
    case 'lazy':
      return unwrap(def.getter())
    case 'union':
      return def.options.flatMap(unwrap)
    default:
      return [schema]
  }
}
