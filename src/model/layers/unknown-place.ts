import { didYouMean } from '../findings/nearest.ts'
import { PLACES } from '../places.ts'

/** What people write where a list has another name, in either language. */
const MEANT_PLACES: ReadonlyMap<string, string> = new Map([
  ['attachments', 'documents'],
  ['bijlagen', 'documents'],
  ['bijlage', 'documents'],
  ['vragen', 'questions'],
  ['formulieren', 'forms'],
  ['vergunningen', 'licences'],
  ['permits', 'licences'],
  ['bedragen', 'fees'],
  ['tarieven', 'fees'],
  ['leges', 'fees'],
  ['tijden', 'hours'],
  ['openingstijden', 'hours'],
  ['waarden', 'parameters'],
  ['values', 'parameters'],
  ['inleveren', 'channels'],
  ['advies', 'advice'],
  ['controles', 'checks'],
  ['woordenlijst', 'glossary'],
])

/** How to mend a change whose place begins with no list: by its Dutch or older name, with slashes, else the nearest name. */
export function mendOfPlace(unknown: string): string {
  const words = Object.keys(PLACES)
  const slashes = unknown.replaceAll('\\', '/')
  if (slashes !== unknown && words.some((word) => slashes.startsWith(`${word}/`))) return `Write ${slashes}.`
  const meant = MEANT_PLACES.get(unknown.toLowerCase())
  if (meant) return `Did you mean ${meant}?`
  const [first = '', ...rest] = unknown.split('.')
  if (rest.length > 0 && words.includes(first)) return `Write ${first}/${rest.join('.')}.`
  return didYouMean(unknown, words, `It begins with one of: ${words.join(', ')}.`)
}
