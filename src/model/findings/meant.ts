import { ClockTime, IsoDate, TownId } from '../schema/common.ts'
import { nearest } from './nearest.ts'

/** What a Dutch clerk writes for a word of the files. */
const DUTCH_FOR_WORDS: ReadonlyMap<string, string> = new Map([
  ['ma', 'mon'],
  ['di', 'tue'],
  ['wo', 'wed'],
  ['do', 'thu'],
  ['vr', 'fri'],
  ['za', 'sat'],
  ['zo', 'sun'],
  ['maandag', 'mon'],
  ['dinsdag', 'tue'],
  ['woensdag', 'wed'],
  ['donderdag', 'thu'],
  ['vrijdag', 'fri'],
  ['zaterdag', 'sat'],
  ['zondag', 'sun'],
  ['zomer', 'summer'],
  ['winter', 'winter'],
  ['alle', 'all'],
  ['altijd', 'all'],
  ['binnen', 'inside'],
  ['terras', 'terrace'],
  ['oneven', 'odd'],
  ['even', 'even'],
  ['toevoegen', 'add'],
  ['wijzig', 'change'],
  ['wijzigen', 'change'],
  ['verwijder', 'remove'],
  ['verwijderen', 'remove'],
  ['verplaats', 'reorder'],
  ['verplaatsen', 'reorder'],
  ['nodig', 'needed'],
  ['niet nodig', 'notNeeded'],
  ['melding', 'notification'],
  ['tekst', 'text'],
  ['getal', 'number'],
  ['keuze', 'choice'],
  ['datum', 'date'],
  ['bedrag', 'amount'],
  ['ja/nee', 'yesNo'],
  ['janee', 'yesNo'],
  ['balie', 'counter'],
  ['loket', 'counter'],
  ['formulier', 'webform'],
  ['webformulier', 'webform'],
  ['online', 'webform'],
  ['mail', 'email'],
  ['e-mail', 'email'],
  ['brief', 'post'],
  ['onbekend', 'unknown'],
  ['vastgesteld', 'adopted'],
  ['officieel', 'official'],
  ['voorbereiding', 'preparation'],
  ['eenmalig', 'once'],
  ['jaarlijks', 'yearly'],
  ['geen', 'none'],
])
/** And for a key of them; more than one where it depends on the place. */
const DUTCH_FOR_KEYS: ReadonlyMap<string, readonly string[]> = new Map([
  ['tarieven', ['fees']],
  ['leges', ['fees']],
  ['bedragen', ['amounts', 'fees']],
  ['bedrag', ['amount']],
  ['tijden', ['hours']],
  ['openingstijden', ['hours']],
  ['sluitingstijden', ['hours']],
  ['waarde', ['value']],
  ['waarden', ['values', 'parameters']],
  ['wijzigingen', ['changes']],
  ['inleveren', ['channels']],
  ['kanalen', ['channels']],
  ['woorden', ['words']],
  ['verhoging', ['raise']],
  ['procent', ['percent']],
  ['percentage', ['percent']],
  ['afronden', ['roundTo', 'round']],
  ['huisstijl', ['branding']],
  ['kleuren', ['colours']],
  ['kleur', ['colours']],
  ['colors', ['colours']],
  ['primair', ['primary']],
  ['tekst', ['text']],
  ['logo', ['mark']],
  ['beeldmerk', ['mark']],
  ['lettertype', ['fontStack']],
  ['naam', ['name']],
  ['telefoon', ['phone']],
  ['tel', ['phone']],
  ['adres', ['address', 'visit']],
  ['bezoekadres', ['visit']],
  ['postadres', ['post']],
  ['mail', ['email']],
  ['website', ['web']],
  ['afdeling', ['department']],
  ['opmerking', ['note']],
  ['bron', ['source']],
  ['nagekeken', ['unverified']],
  ['van', ['from']],
  ['vanaf', ['from']],
  ['tot', ['until']],
  ['tm', ['until']],
  ['to', ['item', 'until']],
  ['item', ['to']],
  ['soort', ['kind', 'type']],
  ['plek', ['place']],
  ['plaats', ['place']],
  ['nachten', ['nights']],
  ['dagen', ['nights']],
  ['days', ['nights']],
  ['seizoen', ['season']],
  ['opent', ['open']],
  ['sluit', ['close']],
  ['dicht', ['close']],
  ['straten', ['streets']],
  ['straat', ['street']],
  ['kant', ['side']],
  ['gebieden', ['areas']],
  ['waarom', ['why']],
  ['reden', ['why']],
  ['titel', ['title']],
  ['antwoorden', ['answers']],
  ['verwacht', ['expect']],
  ['vergunningen', ['licences']],
  ['vragen', ['questions']],
  ['opties', ['options']],
])
const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const

/** The word of a list that somebody meant who wrote it in Dutch or in full (`zaterdag`, `saturday`); null: none for certain. */
export function meantWord(text: string, words: readonly string[]): string | null {
  const lower = text.trim().toLowerCase()
  const dutch = DUTCH_FOR_WORDS.get(lower)
  if (dutch !== undefined && words.includes(dutch)) return dutch
  return /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*day$/.test(lower) && words.includes(lower.slice(0, 3)) ? lower.slice(0, 3) : null
}

/** The key that somebody meant: in Dutch, or misspelt. */
export const meantKey = (key: string, known: readonly string[]): string | null =>
  DUTCH_FOR_KEYS.get(key.toLowerCase())?.find((each) => known.includes(each)) ?? nearest(key, known)

/** `vr t/m zo` and `fri-sun`: the words from the one to the other, round the end of the list. null: no range. */
export function meantRange(text: string, words: readonly string[]): readonly string[] | null {
  const [, first = '', last = ''] = /^(\p{L}+)\s*(?:-|–|t\/m|tot en met)\s*(\p{L}+)$/iu.exec(text.trim()) ?? []
  const at = [first, last].map((each) => words.indexOf(words.includes(each) ? each : (meantWord(each, words) ?? '')))
  const [from = -1, until = -1] = at
  if (from < 0 || until < 0) return null
  return until >= from ? words.slice(from, until + 1) : [...words.slice(from), ...words.slice(0, until + 1)]
}

/** Money and figures as people write them, with a dot and without a unit: `12,50`, `€ 1.250,00`, `412,-`, `1 882.10`, `56.50 euro`. null: no number. */
export function decimal(text: string): string | null {
  const bare = text
    .replace(/^(?:€|eur|euro)\s*/i, '')
    .replace(/\s*(?:€|eur|euro)$/i, '')
    .replace(/,(?:-|–|—){1,2}$/, '')
    .trim()
    .replace(/^(\d{1,3})((?:[ \u00A0'’]\d{3})+)(?=[.,]\d{1,2}$|$)/, (all) => all.replace(/\D/g, ''))
  if (/^\d+(\.\d+)?$/.test(bare)) return bare
  if (/^\d{1,3}(\.\d{3})*,\d+$/.test(bare) || /^\d+,\d+$/.test(bare)) return bare.replaceAll('.', '').replace(',', '.')
  return /^\d{1,3}(\.\d{3}){2,}$/.test(bare) ? bare.replaceAll('.', '') : null
}

/** The same of a share: a `%` behind it says nothing more. */
export const percentage = (text: string): string | null => decimal(text.replace(/\s*(?:%|procent|percent)$/i, ''))

/** What people write for true and false, in either language; null: something else. */
export const yesNoOf = (text: string): boolean | null =>
  /^(?:yes|ja|on|aan|waar|true)$/i.test(text) ? true : /^(?:no|nee|off|uit|onwaar|false)$/i.test(text) ? false : null

/** A day as people write it: `1-1-2027`, `1.1.27`, `1 januari 2027`, `2027/1/1`, and of a year its first day or, behind `until`, its last. */
function isoDay(text: string, key: string): string | null {
  const iso = (year: string, month: string | number, day: string): string =>
    `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  const [, day, month, year] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text) ?? []
  if (day && month && year) return iso(year, month, day)
  const [, ofYear, ofMonth, ofDay] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? []
  if (ofYear && ofMonth && ofDay) return iso(ofYear, ofMonth, ofDay)
  const [, on, name, inYear] = /^(\d{1,2}) ([a-z]+) (\d{4})$/i.exec(text) ?? []
  const at = MONTHS.findIndex((each) => name !== undefined && name.length > 2 && each.startsWith(name.toLowerCase()))
  if (on && inYear && at >= 0) return iso(inYear, at + 1, on)
  return /^\d{4}$/.test(text) ? (key === 'until' ? `${text}-12-31` : `${text}-01-01`) : null
}

/** A time as people write it: `2:00`, `02.00`, `02u00`, `2 uur`, `2400`, `02:00 +1`. 24:00 and 26:00 are said of the night after. */
function clockTime(text: string): string | null {
  const [, hours = '', minutes = '00', , next = ''] =
    /^(\d{1,2})(?:\s*[.:uh]\s*|(?=\d{2}(?:\s*\+|$)))(\d{2})(:00)?(?:\s*(?:uur|u|h))?(\s*\+\s*1)?$/i.exec(text) ??
    /^(\d{1,2})\s*(?:uur|u|h)()()(\s*\+\s*1)?$/i.exec(text) ??
    []
  const hour = Number(hours)
  if (hours === '' || hour >= 48) return null
  const time = `${String(hour % 24).padStart(2, '0')}:${minutes || '00'}${hour >= 24 || next !== '' ? '+1' : ''}`
  return ClockTime.safeParse(time).success ? time : null
}

/** `#049`, `004699` and `rgb(0, 70, 153)`: six digits behind a #. */
function colour(text: string): string | null {
  const short = /^#?([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])$/.exec(text)
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit.repeat(2))
      .join('')}`
  if (/^#?[0-9A-Fa-f]{6}$/.test(text)) return `#${text.replace('#', '')}`
  const parts = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/i.exec(text)?.slice(1).map(Number)
  return parts?.every((part) => part < 256)
    ? `#${parts
        .map((part) => part.toString(16).padStart(2, '0'))
        .join('')
        .toUpperCase()}`
    : null
}

/** `9990 t/m 9998`, `9998 AB`: the digits of a postcode, or a range of them. */
function postcodes(text: string): string | null {
  const [, from, until] = /^(\d{4})(?:\s*(?:-|–|—|t\/m|tot en met)\s*(\d{4}))?(?:\s?[A-Z]{2})?$/i.exec(text) ?? []
  return from === undefined ? null : until === undefined ? from : `${from}-${until}`
}

/** `31-03` for a day of every year. Of one that is both, nobody can say which was meant. */
function monthDay(text: string): string | null {
  const [, day = '', month = ''] = /^(\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? []
  return Number(day) > 12 && Number(day) < 32 && Number(month) > 0 && Number(month) < 13
    ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : null
}

/** How a text should have been written to be what its place expects, or why it cannot be; null: not certain.
 * @param expected the words of the schema: "expected a date as 2026-01-31"
 * @param key the key it stands behind */
export function meantFormat(expected: string, written: string, key: string): { readonly write: string } | 'noSuchDay' | null {
  const text = written.replace(/[“”„‟"]/g, '').trim()
  const found = (write: string | null) => (write === null ? null : { write })
  if (expected.includes('date')) {
    const day = isoDay(text, key) ?? text
    if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return IsoDate.safeParse(day).success ? { write: day } : 'noSuchDay'
  }
  if (expected.includes('time')) return found(clockTime(text))
  if (expected.includes('colour')) return found(colour(text))
  if (expected.includes('four digits')) return found(postcodes(text))
  if (expected.includes('month and day')) return found(monthDay(text))
  if (/url/i.test(expected)) return found(/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) ? `https://${text}` : null)
  if (expected.includes('e-mail')) return found(/^\S+\(at\)\S+\.\S+$/i.test(text) ? text.replace(/\(at\)/i, '@') : null)
  if (expected.includes('lower-case')) {
    const lower = text.toLowerCase().replace(/[^a-z0-9]+/g, '-')
    return found(TownId.safeParse(lower).success ? lower : null)
  }
  const camel = text
    .replace(/[-_\s]+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase())
  // one word is wanted, and a whole id was written: its last part is the word
  if (expected.includes('one camelCase') && /\.[a-z][A-Za-z0-9]*$/.test(camel)) return found(camel.slice(camel.lastIndexOf('.') + 1))
  return expected.includes('camelCase') && /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/.test(camel) ? { write: camel } : null
}

/** As it must stand in the file: digits alone would be a number, and a # begins a comment. */
export const inYaml = (text: string): string => (/^(?:#.*|\d+(?:\.\d+)?)$/.test(text) ? `"${text}"` : text)
