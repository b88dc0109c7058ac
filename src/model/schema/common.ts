import { z } from 'zod'

/** A text in both languages of the product; Dutch at level B1, English complete. Never identifies anything. */
export const Text = z.strictObject({
  nl: z.string().min(1),
  en: z.string().min(1),
  /** From a day of the application on it is worded so, such as a law that gets another name. The last that has begun. */
  since: z
    .array(z.strictObject({ from: z.iso.date('expected a date as 2026-01-31'), nl: z.string().min(1), en: z.string().min(1) }))
    .min(1)
    .optional(),
})
export type Text = z.infer<typeof Text>

/** Words of FEEL that may not be a segment of an id: lezer-feel would read them as syntax. */
export const FEEL_KEYWORDS = new Set([
  'and',
  'or',
  'not',
  'if',
  'then',
  'else',
  'for',
  'in',
  'return',
  'some',
  'every',
  'satisfies',
  'between',
  'instance',
  'of',
  'true',
  'false',
  'null',
  'function',
  'external',
  'date',
  'time',
  'duration',
])

/** Names that every object of a program has already: an answer looked up by one would find a function. */
const isOfEveryObject = (name: string): boolean => name in Object.prototype
const OF_EVERY_OBJECT = 'this is a name that every object of a program has; write another word'

const SEGMENT = '[a-z][A-Za-z0-9]*'

/** Dotted camelCase: `business.kvkNumber`. Segments `[a-z][A-Za-z0-9]*`, none a FEEL keyword. */
export const Id = z
  .string()
  .regex(new RegExp(`^${SEGMENT}(\\.${SEGMENT})*$`), 'expected a dotted camelCase id such as shop.floorArea')
  .refine((id) => !id.split('.').some((segment) => FEEL_KEYWORDS.has(segment)), 'a segment of this id is a word of FEEL')
  .refine((id) => !id.split('.').some(isOfEveryObject), OF_EVERY_OBJECT)

/** One camelCase segment: options, layers, sections, steps. */
export const ShortId = z
  .string()
  .regex(new RegExp(`^${SEGMENT}$`), 'expected one camelCase word such as onSite')
  .refine((id) => !isOfEveryObject(id), OF_EVERY_OBJECT)

/** Ids of towns and districts are also folder names, so a hyphen is allowed: `voorbeeld-licht`. */
export const TownId = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected a lower-case id such as nieuw-west')

/** Calendar day, `2026-01-31`; impossible days are refused. */
export const IsoDate = z.iso.date('expected a date as 2026-01-31')

/** Clock time of a night: `HH:MM`, or `HH:MM+1` for after midnight. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(\+1)?$/, 'expected a time as 09:00, or 01:00+1 for after midnight')

/** Address of a page. */
export const WebAddress = z.string().regex(/^https?:\/\/[^\s/]+\.\S+$/, 'expected a web address such as https://www.gemeente.nl')

/** FEEL source. YAML may read `true` or `12.50` as a value; both are FEEL as well. */
export const Feel = z.union([z.string().min(1), z.boolean(), z.number()]).meta({ description: 'FEEL expression' })
export type Feel = z.infer<typeof Feel>

/** Other words in a case, the first line whose condition holds; what a line does not say reads as it does in the item itself, and so does everything while
 * a condition is not known.
 * @param texts which texts of the item may be other words */
export const wordingOf = <Texts extends z.ZodRawShape>(texts: Texts) =>
  z
    .array(
      z
        .strictObject({ when: Feel, ...texts })
        .refine((line) => Object.keys(line).length > 1, `expected other words beside when: ${Object.keys(texts).join(', ')}`),
    )
    .min(1)
    .optional()

/** More layers than this no expression may have. */
const MOST_CASES = 100

/** A list of values, each under its own condition: those that hold stand in it, in this order. A value may itself be a list. */
const Each = z.strictObject({
  each: z
    .array(z.strictObject({ when: Feel.optional(), value: Feel }))
    .min(1)
    .max(MOST_CASES),
})

/** A table of cases: the first that holds gives the value. The last may go without `when`: what holds otherwise; without such a one that is null. */
const Cases = z.strictObject({
  cases: z
    .array(z.strictObject({ when: Feel.optional(), value: z.union([Feel, Each, z.null()]) }))
    .min(1)
    .max(MOST_CASES),
})

/** A formula: FEEL in one expression, or a table whose cells are FEEL. */
export const Formula = z
  .union([Feel, Cases, Each])
  .meta({ id: 'Formula', description: 'FEEL expression, a table of cases, or a list put together from each' })
export type Formula = z.infer<typeof Formula>

/** Where a value comes from, and whether somebody read it there. */
export const sourced = {
  source: z.string().min(1).optional(),
  unverified: z.boolean().optional(),
}

/** A value that a council or parliament decided: from when until when, and which of the three dates looks it up. */
export const dated = {
  ...sourced,
  from: IsoDate.optional(),
  until: IsoDate.optional(),
  decidedBy: z.enum(['filingDate', 'startDate', 'today']).optional(),
}

/** On which days of an application it is there: from, and up to and including until. */
export const span = { from: IsoDate.optional(), until: IsoDate.optional() }

/** May a town change it (may), must it give its own (must), or is it the law's (never)? */
export const Local = z.enum(['may', 'must', 'never'])

export const SCHEMA_VERSION = z.literal(1)

/** Small pictures beside a name, drawn by the style sheet (ui/style/draft/icons.css); nothing is said by them alone. */
export const Icon = z.enum([
  'building',
  'check',
  'clock',
  'coins',
  'dice',
  'fire',
  'form',
  'glass',
  'hourglass',
  'leaf',
  'list',
  'pan',
  'paperclip',
  'parasol',
  'people',
  'person',
  'printer',
  'shield',
  'shop',
])
export type Icon = z.infer<typeof Icon>
