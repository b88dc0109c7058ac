import { z } from 'zod'

/** FEEL source. YAML may read `true` or `12.50` as a boolean or number; both are valid FEEL as well. */
export const Feel = z.union([z.string().min(1), z.boolean(), z.number()]).meta({ description: 'FEEL expression' })
export type Feel = z.infer<typeof Feel>

const bothLanguages = { nl: z.string().min(1), en: z.string().min(1) }

/** A text in both languages of the product; Dutch at level B1, English complete. Never used as an identifier. */
export const Text = z.strictObject({
  ...bothLanguages,
  /** Wordings that apply from a day of the application on, for instance when a law is renamed. The last one that has begun applies. */
  since: z
    .array(z.strictObject({ from: z.iso.date('expected a date as 2026-01-31'), ...bothLanguages }))
    .min(1)
    .optional(),
  /** Wordings for some applications: the first whose condition, about the case, holds. It goes before `since`. */
  cases: z
    .array(z.strictObject({ when: Feel, ...bothLanguages }))
    .min(1)
    .optional(),
})
export type Text = z.infer<typeof Text>

/** A text of a list in which the first whose condition holds is said. The last may go without one. */
export const TextInCase = z.strictObject({ when: Feel.optional(), ...bothLanguages, since: Text.shape.since })
export type TextInCase = z.infer<typeof TextInCase>

/** FEEL keywords, which may not be a segment of an id: lezer-feel would parse them as syntax. */
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

/** A property of Object.prototype: looking up an answer by such a name would find a function. */
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

/** URL of a page. */
export const WebAddress = z.string().regex(/^https?:\/\/[^\s/]+\.\S+$/, 'expected a web address such as https://www.gemeente.nl')

/** Alternative wordings: the first line whose condition holds. Texts that it omits are those of the item itself, and so are all texts while a condition is
 * unknown.
 * @param texts the texts of the item that may be reworded */
export const wordingOf = <Texts extends z.ZodRawShape>(texts: Texts) =>
  z
    .array(
      z
        .strictObject({ when: Feel, ...texts })
        .refine((line) => Object.keys(line).length > 1, `expected other words beside when: ${Object.keys(texts).join(', ')}`),
    )
    .min(1)
    .optional()

/** Maximum nesting depth of an expression. */
const MOST_CASES = 100

/** A list of values, each under its own condition: those whose condition holds are in it, in this order. A value may itself be a list. */
const Each = z.strictObject({
  each: z
    .array(z.strictObject({ when: Feel.optional(), value: Feel }))
    .min(1)
    .max(MOST_CASES),
})

/** A table of cases: the first that holds gives the value. The last may omit `when` and is the default; without a default it is null. */
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

/** Where a value comes from, and whether anybody has checked it there. */
export const sourced = {
  source: z.string().min(1).optional(),
  unverified: z.boolean().optional(),
}

/** A value that a council or parliament decided: its validity period, and which of the three dates selects it. */
export const dated = {
  ...sourced,
  from: IsoDate.optional(),
  until: IsoDate.optional(),
  decidedBy: z.enum(['filingDate', 'startDate', 'today']).optional(),
}

/** The days of application on which it applies: from, up to and including until. */
export const span = { from: IsoDate.optional(), until: IsoDate.optional() }

/** Whether a town may change it (may), must give its own value (must), or cannot, as it is set by law (never). */
export const Local = z.enum(['may', 'must', 'never'])

export const SCHEMA_VERSION = z.literal(1)

/** Icons beside a name, drawn by the style sheet (ui/style/draft/icons.css); purely decorative. */
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
