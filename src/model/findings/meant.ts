import { daysLater } from '../../feel/count-days.ts'
import { ClockTime, IsoDate, TownId } from '../schema/common.ts'
import { nearest } from './nearest.ts'

/** Dutch words that a clerk writes for words of the files. */
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
  ['nietnodig', 'notNeeded'],
  ['alles', 'all'],
])
/** Dutch words for keys; several where it depends on the place. */
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

/** The word of a list that was meant by a Dutch or full form (`zaterdag`, `saturday`); null when uncertain. */
export function meantWord(text: string, words: readonly string[]): string | null {
  const lower = text.trim().toLowerCase()
  const dutch = DUTCH_FOR_WORDS.get(lower)
  if (dutch !== undefined && words.includes(dutch)) return dutch
  return /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*day$/.test(lower) && words.includes(lower.slice(0, 3)) ? lower.slice(0, 3) : null
}

/** The key that was meant, in Dutch or misspelt. */
export const meantKey = (key: string, known: readonly string[]): string | null =>
  DUTCH_FOR_KEYS.get(key.toLowerCase())?.find((each) => known.includes(each)) ?? nearest(key, known)

/** Expands `vr t/m zo` and `fri-sun` to all words of the range, wrapping round the end of the list. null: not a range. */
export function meantRange(text: string, words: readonly string[]): readonly string[] | null {
  const [, first = '', last = ''] = /^(\p{L}+)\s*(?:-|–|t\/m|tot en met)\s*(\p{L}+)$/iu.exec(text.trim()) ?? []
  const at = [first, last].map((each) => words.indexOf(words.includes(each) ? each : (meantWord(each, words) ?? '')))
  const [from = -1, until = -1] = at
  if (from < 0 || until < 0) return null
  return until >= from ? words.slice(from, until + 1) : [...words.slice(from), ...words.slice(0, until + 1)]
}

/** Money and figures as people write them, with a dot and without a unit: `12,50`, `€ 1.250,00`, `412,-`, `1 882.10`, `56.50 euro`. null: not a number. */
export function decimal(text: string): string | null {
  const bare = text
    .replace(/^(?:€|eur|euro)\s*/i, '')
    .replace(/\s*(?:€|eur|euro)$/i, '')
    .replace(/\s+per\s+\p{L}+$/iu, '')
    .replace(/,(?:-|–|—){1,2}$/, '')
    .trim()
    .replace(/^(\d{1,3})((?:[ \u00A0'’]\d{3})+)(?=[.,]\d{1,2}$|$)/, (all) => all.replace(/\D/g, ''))
  if (/^\d+(\.\d+)?$/.test(bare)) return bare
  if (/^\d{1,3}(\.\d{3})*,\d+$/.test(bare) || /^\d+,\d+$/.test(bare)) return bare.replaceAll('.', '').replace(',', '.')
  return /^\d{1,3}(\.\d{3}){2,}$/.test(bare) ? bare.replaceAll('.', '') : null
}

/** An amount that a clerk writes in words; null: another text. */
export const amountInWords = (text: string): '0' | 'null' | null =>
  /^(?:gratis|kosteloos|nihil|free)$/i.test(text.trim())
    ? '0'
    : /^(?:p\.?m\.?|n\.?n\.?b\.?|nog niet bekend|volgt|[-–—?]+)$/i.test(text.trim())
      ? 'null'
      : null

const COUNTS = ['nul', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf']

/** A number as people write it: `3,2`, `3.2%`, `10 MB`, `5 jaar`, `vijf jaar`, `5 cent`, and of a house its digits: `1a`. null: not a number. */
export function figure(text: string): string | null {
  const bare = text
    .trim()
    .replace(/\s*(?:%|procent|percent)$/i, '')
    .replace(
      /\s*(?:MB|megabytes?|jaar|jaren|maand(?:en)?|w(?:eek|eken)|dag(?:en)?|stuks?|keer|exempla(?:ar|ren)|personen|m2|m²|bedden)$/i,
      '',
    )
  const [, cents] = /^(\d{1,2})\s*(?:ct|cents?)$/i.exec(bare) ?? []
  if (cents !== undefined) return String(Number(cents) / 100)
  const count = COUNTS.indexOf(bare.toLowerCase().replace('één', 'een'))
  return count >= 0 ? String(count) : (decimal(bare) ?? /^(\d{1,5})\s?[a-z]$/i.exec(bare)?.[1] ?? null)
}

/** True and false as people write them, in either language; null: something else. */
export const yesNoOf = (text: string): boolean | null =>
  /^(?:yes|ja|on|aan|waar|true)$/i.test(text) ? true : /^(?:no|nee|off|uit|onwaar|false)$/i.test(text) ? false : null

/** A day as people write it: `1-1-2027`, `1.1.27`, `1 januari 2027`, `2027/1/1`; a year becomes its first day or, for `until`, its last. */
function isoDay(written: string, key: string): string | null {
  const text = written
    .replace(/[–—‑−]/g, '-')
    .replace(/(?<=\d)[oO](?=\d)/g, '0')
    .replace(/[T ]\d{2}:\d{2}.*$/, '')
    .replace(/^(?:per|vanaf|met ingang van|m\.?i\.?v\.?|tot en met|t\/m|tot|op)\s+/i, '')
  const iso = (year: string, month: string | number, day: string): string =>
    `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  const [, day, month, year] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text) ?? []
  if (day && month && year) return iso(year, month, day)
  const [, ofYear, ofMonth, ofDay] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? []
  if (ofYear && ofMonth && ofDay) return iso(ofYear, ofMonth, ofDay)
  const [, on, name = '', inYear] = /^(\d{1,2}) ([a-z]+)\.? (\d{4})$/i.exec(text) ?? []
  const at = monthOf(name)
  if (on && inYear && at > 0) return iso(inYear, at, on)
  const [, yearOfIt, inIt = ''] = /^(\d{4})-(\d{2})$/.exec(text) ?? []
  if (yearOfIt) return iso(yearOfIt, inIt, key === 'until' ? String(lastDay(Number(yearOfIt), Number(inIt))) : '1')
  // a serial date of a spreadsheet, counted from the end of 1899
  if (/^[34]\d{4}$/.test(text)) return daysLater('1899-12-30', Number(text))
  return /^\d{4}$/.test(text) ? (key === 'until' ? `${text}-12-31` : `${text}-01-01`) : null
}

/** Number of a month by its name, or by the start of it; 0: none. */
const monthOf = (name: string): number =>
  name.length > 2 ? MONTHS.findIndex((each) => each.startsWith(name.toLowerCase()) || (each === 'maart' && /^mrt$/i.test(name))) + 1 : 0
const lastDay = (year: number, month: number): number =>
  [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31

/** A time as people write it: `2:00`, `02.00`, `02u00`, `2 uur`, `2400`, `02:00 +1`. 24:00 and 26:00 are after midnight. */
export function clockTime(text: string): string | null {
  const [, hours = '', minutes = '00', , next = ''] =
    /^(\d{1,2})(?:\s*[.:uh]\s*|(?=\d{2}(?:\s*\+|$)))(\d{2})(:00)?(?:\s*(?:uur|u|h))?(\s*\+\s*1)?$/i.exec(text) ??
    /^(\d{1,2})\s*(?:uur|u|h)()()(\s*\+\s*1)?$/i.exec(text) ??
    []
  const hour = Number(hours)
  if (hours === '' || hour >= 48) return null
  const time = `${String(hour % 24).padStart(2, '0')}:${minutes || '00'}${hour >= 24 || next !== '' ? '+1' : ''}`
  return ClockTime.safeParse(time).success ? time : null
}

/** `#049`, `004699` and `rgb(0, 70, 153)`: normalised to a # with six digits. */
function colour(written: string): string | null {
  const text = written.replace(/[;,.]$/, '').replace(/^(#[0-9A-Fa-f]{6})[0-9A-Fa-f]{2}$/, '$1')
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

/** Nights of every year: on a day, or counted from Easter Sunday. */
type Feast = { readonly from: string; readonly until: string } | { readonly afterEaster: number; readonly count?: number }
const on = (from: string, until = from): Feast => ({ from, until })
const FEASTS: ReadonlyMap<string, Feast> = new Map([
  ['nieuwjaar', on('01-01')],
  ['nieuwjaarsdag', on('01-01')],
  ['koningsdag', on('04-27')],
  ['koningsnacht', on('04-26')],
  ['dodenherdenking', on('05-04')],
  ['bevrijdingsdag', on('05-05')],
  ['sinterklaas', on('12-05')],
  ['pakjesavond', on('12-05')],
  ['kerst', on('12-25', '12-26')],
  ['kerstmis', on('12-25', '12-26')],
  ['kerstavond', on('12-24')],
  ['oudjaar', on('12-31')],
  ['oudejaarsavond', on('12-31')],
  ['carnaval', { afterEaster: -50, count: 4 }],
  ['goedevrijdag', { afterEaster: -2 }],
  ['pasen', { afterEaster: 0, count: 2 }],
  ['paasdag', { afterEaster: 0 }],
  ['eerstepaasdag', { afterEaster: 0 }],
  ['tweedepaasdag', { afterEaster: 1 }],
  ['hemelvaart', { afterEaster: 39 }],
  ['hemelvaartsdag', { afterEaster: 39 }],
  ['pinksteren', { afterEaster: 49, count: 2 }],
  ['eerstepinksterdag', { afterEaster: 49 }],
  ['tweedepinksterdag', { afterEaster: 50 }],
])

/** A feast by its Dutch name; null: no feast that we know. */
export const feast = (text: string): Feast | null =>
  FEASTS.get(
    text
      .toLowerCase()
      .replace(/^1e /, 'eerste')
      .replace(/^2e /, 'tweede')
      .replace(/[\s-]+/g, ''),
  ) ?? null

/** `31-03`, `31 maart` and `2026-03-31` for a day of every year, and a feast by name. `1-9` without noughts is the first of September, as Dutch has it; `01-09`
 * is a day of January already. */
function monthDay(text: string, key: string): string | null {
  const named = feast(text)
  if (named !== null && 'from' in named) return key === 'until' ? named.until : named.from
  const [, on = '', name = ''] = /^(\d{1,2}) ([a-z]+)\.?$/i.exec(text) ?? []
  if (monthOf(name) > 0) return `${String(monthOf(name)).padStart(2, '0')}-${on.padStart(2, '0')}`
  const whole = isoDay(text, 'from')
  if (whole !== null && !/^\d{4}$/.test(text)) return whole.slice(5)
  const [, day = '', month = ''] = /^(\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? []
  const isDutch = Number(day) > 12 || `${day}${month}`.length < 4
  return isDutch && Number(day) > 0 && Number(day) < 32 && Number(month) > 0 && Number(month) < 13
    ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : null
}

/** How a text should have been written to have the expected format, or why that is impossible; null when uncertain.
 * @param expected the message of the schema: "expected a date as 2026-01-31"
 * @param key the key of the value */
export function meantFormat(expected: string, written: string, key: string): { readonly write: string } | 'noSuchDay' | null {
  const text = written.replace(/[“”„‟"]/g, '').trim()
  const found = (write: string | null) => (write === null ? null : { write })
  if (expected.includes('month and day') && /^(?:0[1-9]|1[0-2])-\d{2}$/.test(text)) return 'noSuchDay'
  if (expected.includes('date')) {
    const day = isoDay(text, key) ?? text
    if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return IsoDate.safeParse(day).success ? { write: day } : 'noSuchDay'
  }
  if (expected.includes('time')) return found(clockTime(text))
  if (expected.includes('colour')) return found(colour(text))
  if (expected.includes('four digits')) return found(postcodes(text))
  if (expected.includes('month and day')) return found(monthDay(text, key))
  if (/web address|url/i.test(expected)) {
    const bare = text.replace(/^https?:?\/*/i, '').replace(/\s+/g, '')
    return found(/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(bare) ? `https://${bare}` : null)
  }
  if (expected.includes('e-mail')) {
    const mail = text
      .replace(/\s*\((?:at|apenstaartje)\)\s*/i, '@')
      .replace(/^mailto:/i, '')
      .replace(/[<>\s]/g, '')
    return found(/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(mail) ? mail : null)
  }
  if (expected.includes('typeface')) return found(text.replace(/['’‘]/g, '').trim())
  if (expected.includes('a scale')) return found(/^1\s*[:/]\s*\d{1,5}$/.test(text) ? text.replace(/\s/g, '').replace('/', ':') : null)
  if (expected.includes('a key such as')) return found(text.replace(/\s+/g, '.'))
  if (expected.includes('a form and a box'))
    return found(/^[a-z][A-Za-z0-9]*[.:\\ -][A-Z]+-\d+$/.test(text) ? text.replace(/[.:\\ -]/, '/') : null)
  if (expected.includes('a postcode as')) {
    const [, digits, letters] = /^(\d{4})\s*([a-z]{2})$/i.exec(text) ?? []
    return digits && letters ? found(`${digits} ${letters.toUpperCase()}`) : found(postcodes(text))
  }
  if (expected.includes('lower-case')) {
    const lower = text.toLowerCase().replace(/[^a-z0-9]+/g, '-')
    return found(TownId.safeParse(lower).success ? lower : null)
  }
  const camel = text
    .replace(/[-_\s]+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase())
  // one segment is expected, and a whole id was written: use its last segment
  if (expected.includes('one camelCase') && /\.[a-z][A-Za-z0-9]*$/.test(camel)) return found(camel.slice(camel.lastIndexOf('.') + 1))
  return expected.includes('camelCase') && /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/.test(camel) ? { write: camel } : null
}

/** As it must be written in YAML: digits alone would be a number, and a # starts a comment. */
export const inYaml = (text: string): string => (/^(?:#.*|\d+(?:\.\d+)?)$/.test(text) ? `"${text}"` : text)
