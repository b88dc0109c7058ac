import type { SeenField } from './in-page.ts'
import type { Say } from './page-reader.ts'
import { squash } from './printed/packet-text.ts'
import type { Chance } from './random.ts'

/** What somebody who opens a business knows without looking it up. */
export interface Person {
  /** Postcodes of the town where the business comes. */
  readonly postcodes: readonly string[]
  readonly city: string
  /** ISO date. */
  readonly today: string
}

const SYLLABLES = ['ber', 'dal', 'hof', 'kwa', 'lin', 'mee', 'nor', 'pol', 'rui', 'sta', 'tij', 'vel', 'wou', 'zan', 'gou', 'ker'] as const
const WEEK = [
  ['maandag', 'monday'],
  ['dinsdag', 'tuesday'],
  ['woensdag', 'wednesday'],
  ['donderdag', 'thursday'],
  ['vrijdag', 'friday'],
  ['zaterdag', 'saturday'],
  ['zondag', 'sunday'],
] as const

/** A name that stands nowhere else: what is found in the packet was typed here. */
const name = (chance: Chance): string => {
  const word = `${chance.pick(SYLLABLES)}${chance.pick(SYLLABLES)}${chance.pick(SYLLABLES)}`
  return word.charAt(0).toUpperCase() + word.slice(1)
}
const sentence = (chance: Chance): string => `${name(chance)} en ${name(chance).toLowerCase()} aan de ${name(chance).toLowerCase()}zijde`

/** A day so many days from another. ISO. */
export function dayFrom(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** Nine digits that pass the test on a citizen service number: nine, eight … two times the digits, less the last, is a multiple of eleven. */
export function serviceNumber(chance: Chance): string {
  for (;;) {
    const eight = `${chance.whole(1, 9)}${chance.digits(7)}`
    const sum = [...eight].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0)
    if (sum % 11 < 10) return `${eight}${sum % 11}`
  }
}

/** A Dutch account number whose check digits are right (ISO 13616). */
export function accountNumber(chance: Chance): string {
  const account = `${chance.pick(['INGB', 'RABO', 'ABNA'])}0${chance.digits(9)}`
  const asNumber = [...`${account}NL00`].map((each) => Number.parseInt(each, 36)).join('')
  const check = 98n - (BigInt(asNumber) % 97n)
  return `NL${String(check).padStart(2, '0')}${account}`
}

/** A Dutch VAT identification number whose check digits are right: as an account number, over the whole (Belastingdienst, since 2020). */
export function vatNumber(chance: Chance): string {
  const body = `${chance.digits(9)}B`
  for (let check = 2; check < 99; check += 1) {
    const text = `NL${body}${String(check).padStart(2, '0')}`
    const asNumber = [...text].map((each) => Number.parseInt(each, 36)).join('')
    if (BigInt(asNumber) % 97n === 1n) return text
  }
  return vatNumber(chance)
}

/** Something valid to say on a question, from its label, hint, unit, options and, when it was refused, the message. */
export function answerTo(field: SeenField, person: Person, chance: Chance): Say {
  switch (field.control) {
    case 'radio':
    case 'select':
      return chance.pick(field.options).text
    case 'ticks': {
      const alone = field.options.filter(({ text }) => /^(geen|nee|niemand|niets|none|no|nobody|nothing)\b/i.test(text))
      const others = field.options.filter((option) => !alone.includes(option))
      if (alone.length > 0 && (others.length === 0 || chance.often(0.2))) return [chance.pick(alone).text]
      return chance.some(others).map(({ text }) => text)
    }
    case 'tick':
      return true
    case 'date':
      return dateFor(field, person, chance)
    case 'period': {
      const from = dayFrom(person.today, chance.whole(20, 60))
      return { from, until: dayFrom(from, chance.whole(5, 90)) }
    }
    case 'time': {
      const late = /sluit|dicht|tot|eind|clos|until/i.test(field.label)
      const hour = late ? chance.whole(17, 23) : chance.whole(7, 11)
      const time = `${String(hour).padStart(2, '0')}:${chance.pick(['00', '30'])}`
      return field.nextDay === null ? time : { time, nextDay: false }
    }
    case 'textarea':
      return sentence(chance)
    default:
      return textFor(field, person, chance)
  }
}

/** Something that cannot be right, as the words of the question tell; null when anything may be right. */
export function wrongAnswerTo({ label, hint, inputMode, control }: SeenField, chance: Chance): string | null {
  if (control !== 'text') return null
  if (inputMode === 'email') return chance.pick(['geen', 'a@', 'jan@koffie'])
  if (/burgerservice|\bBSN\b|citizen service/i.test(`${label} ${hint}`)) return chance.pick(['123456789', '12'])
  if (/\bIBAN\b/i.test(`${label} ${hint}`)) return 'NL00INGB0123456789'
  // `12 AB` might be a postcode of another country
  if (/postcode/i.test(label)) return chance.pick(['12', '0000 AA'])
  if (inputMode === 'decimal' || inputMode === 'numeric') return chance.pick(['veel', '-5', '1,2,3'])
  // any other text may be right: what no typeface has is printed as its code point
  return null
}

function dateFor({ label, hint, error }: SeenField, { today }: Person, chance: Chance): string {
  const about = `${label} ${hint}`
  if (/geboorte|birth/i.test(about)) return dayFrom(today, -chance.whole(23 * 365, 60 * 365))
  if (/datum van de aanvraag|date of the application/i.test(label)) return dayFrom(today, chance.whole(0, 5))
  if (
    /wilt u|gaat .* in|wanneer wilt|verwacht|gewenst|tot wanneer|einde|eindig|you want|expect|until/i.test(about) ||
    /later|toekomst|future|na vandaag|after today/i.test(error)
  )
    return dayFrom(today, chance.whole(100, 300))
  return dayFrom(today, -chance.whole(30, 900))
}

function textFor(field: SeenField, person: Person, chance: Chance): string {
  const { label, hint, unit, inputMode, error } = field
  const about = `${label} ${hint}`
  // a message that shows how it is written is followed
  const [, digits] = /heeft (\d+) cijfers|has (\d+) digits/.exec(error) ?? []
  if (inputMode === 'email' || /e-?mail/i.test(label)) return `${name(chance).toLowerCase()}@${name(chance).toLowerCase()}.nl`
  if (inputMode === 'tel' || /telefoon|phone/i.test(label)) return `06 ${chance.whole(10, 99)}${chance.digits(2)} ${chance.digits(4)}`
  if (/burgerservice|\bBSN\b|citizen service/i.test(about) || /burgerservice/i.test(error)) return serviceNumber(chance)
  if (/\bIBAN\b|rekeningnummer|account number/i.test(about)) return accountNumber(chance)
  if (/vestigingsnummer|branch number/i.test(label) || digits === '12') return `0000${chance.digits(8)}`
  if (/\bKVK|kamer van koophandel|handelsregister|chamber of commerce/i.test(label) && inputMode === 'numeric')
    return `${chance.whole(1, 9)}${chance.digits(7)}`
  if (digits) return `${chance.whole(1, 9)}${chance.digits(Number(digits) - 1)}`
  if (/btw|\bVAT\b|omzetbelasting/i.test(label)) return vatNumber(chance)
  if (/loonheffing|payroll/i.test(label)) return `${chance.digits(9)}L0${chance.whole(1, 9)}`
  if (/postcode/i.test(label)) return chance.pick(person.postcodes)
  if (/website|internetadres/i.test(label)) return `www.${name(chance).toLowerCase()}.nl`
  if (inputMode === 'decimal' && unit.includes('€')) return `${chance.whole(20, 900)}${chance.often(0.3) ? `,${chance.whole(10, 99)}` : ''}`
  if (inputMode === 'decimal') return measure(about, unit, chance)
  if (inputMode === 'numeric') return count(about, unit, chance)
  if (/huisnummer|house number/i.test(label)) return String(chance.whole(1, 400))
  if (/toevoeging|addition/i.test(label)) return chance.pick(['A', 'B', 'bis', 'hs'])
  if (/straat|street/i.test(label)) return `${name(chance)}straat`
  if (/^plaats$|woonplaats|^stad|^city$|vestigingsplaats/i.test(label)) return person.city
  if (/voorletters|initials/i.test(label)) return `${chance.pick(['A', 'B', 'D', 'K'])}.`
  return chance.often(0.5) ? `${name(chance)} ${name(chance)}` : name(chance)
}

/** A measure with decimals, of a size that the unit makes sensible. */
function measure(about: string, unit: string, chance: Chance): string {
  if (/cm/.test(unit)) return String(chance.whole(85, 140))
  if (/^m$/.test(unit)) return `${chance.whole(2, 9)},${chance.whole(1, 9)}`
  if (/%/.test(unit)) return String(chance.whole(1, 50))
  if (/dB/.test(unit) || /dB/.test(about)) return String(chance.whole(40, 80))
  if (/m³/.test(unit)) return String(chance.whole(500, 2000))
  return chance.often(0.4) ? `${chance.whole(12, 180)},${chance.whole(1, 9)}` : String(chance.whole(12, 180))
}

function count(about: string, unit: string, chance: Chance): string {
  if (/bouwjaar|welk jaar|in welk jaar|year of|which year|built|jaartal/i.test(about)) return String(chance.whole(1900, 2015))
  if (/cm/.test(unit)) return String(chance.whole(85, 140))
  if (/verdieping|bouwla|storey|floors?\b/i.test(about)) return String(chance.whole(1, 3))
  if (/maand|month/i.test(unit)) return String(chance.whole(1, 11))
  if (/dag|day/i.test(unit)) return String(chance.whole(1, 7))
  return String(chance.whole(2, 60))
}

/** Days as the forms name them. */
export const DAYS = WEEK.map(([day]) => day)

const MONTHS = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december']
const ENGLISH = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** How a day may stand on paper. */
function daysOnPaper(iso: string): string[] {
  const [year = '', month = '', day = ''] = iso.split('-')
  const at = Number(month) - 1
  return [
    `${Number(day)} ${MONTHS[at]} ${year}`,
    `${Number(day)} ${ENGLISH[at]} ${year}`,
    `${day}-${month}-${year}`,
    `${Number(day)}-${Number(month)}-${year}`,
    iso,
  ]
}

/** How what was typed may stand on paper: one of these, in the language of the packet. Null for choices, whose words a form may have
 * otherwise. */
export function onPaper(field: Pick<SeenField, 'control' | 'unit' | 'inputMode' | 'label'>, say: Say): string[] | null {
  if (typeof say === 'boolean' || field.control === 'radio' || field.control === 'ticks' || field.control === 'select') return null
  if (typeof say === 'string') {
    if (field.control === 'date') return daysOnPaper(say).map(squash)
    if (field.control === 'time') return [say, say.replace(':', '.')].map(squash)
    if (field.inputMode === 'decimal' || field.inputMode === 'numeric') return numbersOnPaper(say).map(squash)
    return [say, say.replace(/^(\d{4})\s*([a-z]{2})$/i, '$1 $2')].map(squash)
  }
  if ('time' in say) return [say.time, say.time.replace(':', '.')].map(squash)
  if ('from' in say) return daysOnPaper(say.from).map(squash)
  return null
}

function numbersOnPaper(typed: string): string[] {
  const bare = typed.replace(/\s/g, '')
  if (!/^\d+(,\d+)?$/.test(bare)) return [bare]
  const [whole = '', decimals = ''] = bare.split(',')
  const grouped = (by: string): string => whole.replace(/\B(?=(\d{3})+$)/g, by)
  const written = (thousands: string, point: string): string[] => [
    `${thousands}${decimals ? `${point}${decimals}` : ''}`,
    `${thousands}${point}${decimals.padEnd(2, '0')}`,
  ]
  return [...new Set([bare, ...written(grouped('.'), ','), ...written(grouped(','), '.'), ...written(whole, '.')])]
}

/** The day of the week that a label names, if it names one: in Dutch, as the forms have it. */
export const dayIn = (label: string): string | null =>
  WEEK.find((names) => names.some((name) => label.toLowerCase().includes(name)))?.[0] ?? null
