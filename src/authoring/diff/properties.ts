import { canonicalJson } from '../../model/util/canonical-json.ts'
import { propertyOf } from '../../model/util/record.ts'
import { type Comparing, type Difference, type Said, writtenAt } from './side.ts'
import { inWords, isText } from './words.ts'

/** Not differences in themselves: where a value was read, who may change it, and notes among editors. */
const SILENT: readonly string[] = ['source', 'local', 'foundIn', 'note', 'schema']

/** The properties in which two sides of an item differ; texts get a section of their own. `holders` know where the properties were written. */
export function diffProperties(
  comparing: Comparing,
  at: Pick<Difference, 'section' | 'item' | 'name'>,
  a: object,
  b: object,
  skip: readonly string[],
  holders: { readonly a: object; readonly b: object } = { a, b },
): void {
  for (const property of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [left, right] = [propertyOf(a, property), propertyOf(b, property)]
    if (skip.includes(property) || (SILENT.includes(property) && !isText(left ?? right))) continue
    if (left === right || canonicalJson(left ?? null) === canonicalJson(right ?? null)) continue
    const words = wordsOf(comparing, property, left, right)
    const said = (which: 'a' | 'b', holder: object, value: unknown, text: string): Said | null =>
      value === undefined
        ? null
        : {
            text,
            value,
            source: sourceOf(which === 'a' ? a : b),
            unverified: propertyOf(which === 'a' ? a : b, 'unverified') === true,
            stale: false,
            ...writtenAt(comparing[which], holder, property),
          }
    comparing.found.push({
      ...at,
      section: isText(left ?? right) ? 'texts' : at.section,
      kind: 'changed',
      property,
      a: said('a', holders.a, left, words.a),
      b: said('b', holders.b, right, words.b),
    })
  }
}

function sourceOf(item: object): string | null {
  const source = propertyOf(item, 'source')
  return typeof source === 'string' ? source : null
}

/** A text that differs only in the other language is shown in that language. */
function wordsOf({ lang, a, b }: Comparing, property: string, left: unknown, right: unknown): { a: string; b: string } {
  const other = lang === 'nl' ? 'en' : 'nl'
  const same = isText(left) && isText(right) && left[lang] === right[lang]
  const shown = same ? other : lang
  const mark = same ? ` [${other}]` : ''
  return { a: inWords(property, left, a.catalogue, shown) + mark, b: inWords(property, right, b.catalogue, shown) + mark }
}
