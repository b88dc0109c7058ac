import { type Finding, inBrief } from '../findings/finding.ts'
import { show } from '../findings/found-value.ts'
import { INVISIBLE, withoutInvisible } from '../findings/look-alikes.ts'
import { MOST_FINDINGS } from '../findings/more-findings.ts'
import { addAll } from '../util/add-all.ts'
import { formatPath, type Path, type Source } from './source.ts'

/** Slips that no schema forbids, at any place: duplicates in a list, and a key without a value where `null` would have a meaning ("no limit", "not known",
 * "take it away"). */
export function slipsOfWriting(source: Source): Finding[] {
  const findings: Finding[] = []
  const look = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) addAll(findings, twiceIn(value, path, source))
    const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
    for (const [key, inner] of entries) {
      const at = [...path, key]
      // a top-level heading with nothing below it is an empty list
      if (inner === null && path.length > 0 && typeof key === 'string' && source.scalarAt(at)?.text === '')
        findings.push(
          inBrief({
            code: 'BAD_SHAPE',
            severity: 'error',
            file: source.file,
            ...source.keyAt(at),
            path: formatPath(at),
            message: `There is nothing after ${key}:.`,
            mend: 'Write what belongs there, or null when that is what you mean.',
          }),
        )
      else if (typeof inner === 'string') addAll(findings, unseenIn(inner, at, source))
      else look(inner, at)
    }
  }
  look(source.value, [])
  return findings.slice(0, MOST_FINDINGS)
}

/** Keys of names that are compared or looked up: a word with a hard space in it is another word. */
const NAMES: ReadonlySet<string | number | undefined> = new Set(['name', 'street', 'streets', 'term', 'from', 'to'])

/** Keys of expressions: what cannot be seen in one is told where it is compiled, as a name that nobody knows. */
const EXPRESSIONS: ReadonlySet<string | number | undefined> = new Set([
  'when',
  'where',
  'amount',
  'derived',
  'prefill',
  'settledBy',
  'refinedBy',
])

/** Characters of a text that nobody sees, which come along with what is copied. A file of a language may need them. */
function unseenIn(text: string, path: Path, source: Source): Finding[] {
  if (source.file.startsWith('languages/') || EXPRESSIONS.has(path.at(-1))) return []
  const isHidden = INVISIBLE.test(text)
  const isName = path.slice(-2).some((part) => NAMES.has(part))
  if (!isHidden && !(isName && HARD_SPACE.test(text))) return []
  return [
    inBrief({
      code: 'BAD_SHAPE',
      severity: 'warning',
      file: source.file,
      ...source.at(path),
      path: formatPath(path),
      message: isHidden ? 'This text contains an invisible character.' : 'This name contains a non-breaking space.',
      mend: `Type it again, as ${withoutInvisible(text).replaceAll(new RegExp(HARD_SPACE, 'g'), ' ')}.`,
    }),
  ]
}
const HARD_SPACE = /[\u00A0\u202F]/

/** With more postcodes than this, ranges are not compared: no town has as many. */
const MOST_COMPARED = 1_000

function twiceIn(items: readonly unknown[], path: Path, source: Source): Finding[] {
  const seen = new Map<string, number>()
  const found: Finding[] = []
  const tell = (at: Path, code: Finding['code'], severity: Finding['severity'], message: string, mend: string): void => {
    found.push(inBrief({ code, severity, file: source.file, ...source.at(at), path: formatPath(at), message, mend }))
  }
  for (const [index, item] of items.entries()) {
    const isPlain = typeof item !== 'object' || item === null
    // postcodes are equal with and without a space
    if (day(item, path) === null && hasName(item)) continue
    const key = isPlain ? `${typeof item}:${String(item).replace(/^(\d{4}) ?([A-Z]{2})$/, '$1$2')}` : JSON.stringify(item)
    const begins = day(item, path)
    if (seen.has(begins ?? key)) {
      if (begins !== null)
        tell(
          [...path, index],
          'BAD_PERIOD',
          'error',
          `Two texts begin on ${begins}: only one of them is read.`,
          'Give one of them another day, or remove it.',
        )
      else
        tell(
          [...path, index],
          'DUPLICATE_ID',
          'warning',
          isPlain ? `${show(item)} occurs twice in this list.` : 'This entry occurs twice in this list.',
          'Remove one of the two.',
        )
    } else if (isPlain && path.at(-1) === 'postcodes' && items.length <= MOST_COMPARED) {
      const wider = items.findIndex((other, at) => at !== index && holds(other, item))
      if (wider >= 0)
        tell([...path, index], 'DUPLICATE_ID', 'warning', `${show(item)} lies in ${show(items[wider])} already.`, 'Remove one of the two.')
    }
    seen.set(begins ?? key, index)
  }
  return found
}

/** The day of a text that changes on a day. */
function day(item: unknown, path: Path): string | null {
  const from: unknown = typeof item === 'object' && item !== null && path.at(-1) === 'since' ? Reflect.get(item, 'from') : null
  return typeof from === 'string' ? from : null
}

/** Whether an item has a name; duplicate names are reported elsewhere. */
const hasName = (item: unknown): boolean => typeof item === 'object' && item !== null && ['id', 'nr', 'op'].some((key) => key in item)

/** Whether a range of postcodes includes a postcode or a narrower range. */
function holds(range: unknown, item: unknown): boolean {
  const [from, until] = typeof range === 'string' ? range.split('-') : []
  const [first = '', last = first] = typeof item === 'string' ? item.slice(0, 9).split('-') : []
  return until !== undefined && from !== undefined && range !== item && first.slice(0, 4) >= from && last.slice(0, 4) <= until
}
