import { propertyOf } from '../../model/util/record.ts'
/** Looks up `collections.people[0].person.age` in a file whose keys contain dots themselves: tries the longest key first. */
export function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value
  if (typeof value !== 'object' || value === null) return undefined
  const index = /^\[(\d+)\]\.?/.exec(path)
  if (index && Array.isArray(value)) return valueAt(value[Number(index[1])], path.slice(index[0].length))
  const keys = Object.keys(value)
    .filter((key) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`))
    .sort((a, b) => b.length - a.length)
  const key = keys[0]
  if (key === undefined) return undefined
  return valueAt(propertyOf(value, key), path.slice(key.length).replace(/^\./, ''))
}
