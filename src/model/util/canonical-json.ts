/** Canonical JSON of a variant, the same for the same content: keys sorted, and without positions in files.
 * @param known memoised text of items, which are immutable and shared by many towns */
export const canonicalJson = (value: unknown, known: WeakMap<object, string> = new WeakMap()): string => written(value, known)

function written(value: unknown, known: WeakMap<object, string>): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map((item) => written(item, known)).join()}]`
  const before = isItem(value) ? known.get(value) : undefined
  if (before !== undefined) return before
  // a compiled expression carries its file and line, an item its origin
  const skip = 'expr' in value ? ['file', 'line', 'origin', 'source'] : ['origin']
  const sorted = Object.entries(value)
    .filter(([key, item]) => item !== undefined && !skip.includes(key))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  // JavaScript puts integer keys first, in ascending order
  const ordered = sorted.some(([key]) => NUMBER.test(key)) ? Object.entries(Object.fromEntries(sorted)) : sorted
  const text = `{${ordered.map(([key, item]) => `${JSON.stringify(key)}:${written(item, known)}`).join()}}`
  if (isItem(value)) known.set(value, text)
  return text
}

const NUMBER = /^\d+$/
const isItem = (value: object): boolean => 'id' in value || 'nr' in value
