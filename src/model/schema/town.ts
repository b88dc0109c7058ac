import { z } from 'zod'
import {
  ClockTime,
  dated,
  Feel,
  Formula,
  Icon,
  Id,
  IsoDate,
  Local,
  SCHEMA_VERSION,
  ShortId,
  sourced,
  Text,
  TownId,
  WebAddress,
  wordingOf,
} from './common.ts'
import { FactNames } from './fact-names.ts'

export const ParameterValue = z.strictObject({
  ...dated,
  /** null: unknown, ask the town. Money in euro with a dot. */
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
})
const Night = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])

/** A switch or figure that towns set; read in FEEL by its id, always `town.…`. */
export const Parameter = z.strictObject({
  id: Id.refine((id) => id.startsWith('town.'), 'the id of a parameter begins with town.'),
  type: z.enum(['yesNo', 'choice', 'number', 'integer', 'amount', 'text', 'date', 'time']),
  /** The options a town may choose from, in the words that a packet uses. */
  options: z.array(z.strictObject({ id: ShortId, label: Text })).optional(),
  label: Text,
  unit: z.string().optional(),
  /** It is the usual closing time of these nights: the hours of the town must match. */
  nights: z.array(Night).optional(),
  values: z.array(ParameterValue),
  local: Local.optional(),
  /** Where a town usually finds it. */
  foundIn: Text.optional(),
})

/** Euro to which amounts are rounded: 0.05 for five cents, 1 for whole euros. */
const Rounding = z.number().min(0.01).multipleOf(0.01)

export const FeeAmount = z.strictObject({
  ...dated,
  /** FEEL in euro, `1882.10` or a formula; null: not known. */
  amount: z.union([Formula, z.null()]),
  /** Increases on top of the amount, in order; each is rounded before the next. Derived from `raise:` of a layer. */
  raised: z
    .array(z.strictObject({ percent: z.number(), roundTo: Rounding.optional() }))
    .min(1)
    .optional(),
})
/** Raises every fee of a town at once, from a day on, relative to the amounts of the day before. */
export const Raise = z
  .strictObject({
    percent: z.number().min(-90).max(900),
    from: IsoDate,
    until: IsoDate.optional(),
    roundTo: Rounding.optional(),
    /** Fees that are not raised. */
    except: z.array(Id).min(1).optional(),
    ...sourced,
  })
  .refine(({ from, until }) => until === undefined || until >= from, { error: 'this period ends before it begins', path: ['until'] })
export type Raise = z.infer<typeof Raise>
export const Fee = z.strictObject({
  id: Id,
  /** The licence or extra it is levied for. */
  licence: ShortId,
  label: Text,
  /** `ifRefused`: owed when the licence is refused; never in a total. */
  kind: z.enum(['once', 'yearly', 'elsewhere', 'ifRefused']),
  /** Levied when this holds and the licence is needed. */
  when: Feel.optional(),
  /** For a licence that is usually a permit: levied for a mere notification as well. */
  notified: z.boolean().optional(),
  amounts: z.array(FeeAmount),
  round: z.enum(['halfUp', 'down', 'up']).optional(),
  /** Rounding unit in euro; a cent by default. */
  roundTo: Rounding.optional(),
  /** When it has to be paid, in words. */
  due: Text.optional(),
  /** The maximum that the law allows, in euro. `{ceiling}` in the message is replaced by it. */
  ceiling: z.strictObject({ amount: Formula, message: Text, ...sourced }).optional(),
  note: Text.optional(),
  /** Alternative wordings: the first that holds. */
  wording: wordingOf({ label: Text.optional(), note: Text.optional(), due: Text.optional() }),
  local: Local.optional(),
  /** Where a town usually finds it. */
  foundIn: Text.optional(),
})
/** rules/base/fees.yaml */
export const FeesFile = z.strictObject({ schema: SCHEMA_VERSION, fees: z.array(Fee) })

/** A day of every year: `03-31`. */
const MonthDay = z
  .string()
  .regex(
    /^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|[12]\d))$/,
    'expected a month and day as 03-31',
  )

/** What the town allows is the first window that matches place, season, night and `when` on the start date. close null: no limit. With `event` it applies to
 * some nights only, those of `from` to `until`, or every year; it then replaces the ordinary hours of those nights, and the requested week is not checked
 * against it. */
export const HoursWindow = z.strictObject({
  id: Id,
  /** An option of the question about the place: inside, terrace, or one that the town adds. */
  place: ShortId,
  nights: z.array(Night).min(1),
  season: z.enum(['all', 'summer', 'winter']).default('all'),
  when: Feel.optional(),
  event: Text.optional(),
  yearly: z
    .union([
      z.strictObject({ from: MonthDay, until: MonthDay }),
      /** First night, in days after Easter Sunday (negative: before), and the number of nights. */
      z.strictObject({ afterEaster: z.number().int().min(-80).max(80), count: z.number().int().min(1).max(60).optional() }),
    ])
    .optional(),
  open: z.union([ClockTime, z.null()]),
  close: z.union([ClockTime, z.null()]),
  /** Last admission: from then on nobody may enter, while guests may stay until closing time. */
  admission: ClockTime.optional(),
  /** From then on nothing may be served. */
  lastServing: ClockTime.optional(),
  ...dated,
})

export const Channel = z.strictObject({
  /** The licence. */
  id: ShortId,
  kind: z.enum(['webform', 'omgevingsloket', 'counter', 'post', 'email', 'unknown']),
  address: z.string().optional(),
  login: z.enum(['none', 'digid', 'eherkenning', 'digidOrEherkenning']).optional(),
  /** The required eHerkenning level, such as EH2+ or EH3. */
  loginLevel: z.enum(['EH2', 'EH2+', 'EH3', 'EH4']).optional(),
  /** Applying on behalf of somebody else requires a mandate there. */
  mandate: z.boolean().optional(),
  department: z.string().optional(),
  maxFileMegabytes: z.number().positive().optional(),
  /** All files of one application together, and how many there may be. */
  maxTotalMegabytes: z.number().positive().optional(),
  maxFiles: z.number().int().positive().optional(),
  fileKinds: z.array(z.string()).optional(),
  separateEnvelope: z.boolean().optional(),
  note: Text.optional(),
  ...dated,
})

export const FormStatus = z.strictObject({
  /** The form. */
  id: ShortId,
  status: z.enum(['official', 'adopted', 'preparation']),
  on: IsoDate.optional(),
  reference: z.string().optional(),
})

const Colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'expected a colour as #004699')
export const Branding = z.strictObject({
  colours: z.strictObject({ primary: Colour, text: Colour, accent: Colour, error: Colour }).partial().optional(),
  /** Font stack: typefaces that the device may have installed; none is downloaded. */
  fontStack: z.array(z.string().regex(/^[A-Za-z][\w -]*$/, 'expected the name of a typeface, such as Open Sans')).optional(),
  /** SVG or PNG in the folder of the town; only its shapes or pixels are kept. */
  mark: z.string().optional(),
  districtLine: z.string().optional(),
  /** The municipality itself offers the site: the footer says so, instead of saying that the site is not theirs. */
  ofTown: z.boolean().optional(),
  /** Footer of its pages. */
  footer: Text.optional(),
  /** What the municipality adds on its pages about privacy and accessibility; where to report problems is its `contact`. */
  privacy: z.array(Text).min(1).optional(),
  accessibility: z.array(Text).min(1).optional(),
  ...sourced,
})

/** A named change: where (`licences/terrace/rules/separate`, `forms/alcohol/sections/g/boxes/AL-066`) and what. */
export const Change = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('add'),
    at: z.string().min(1),
    item: z.record(z.string(), z.unknown()),
    /** Id it comes after; null: first. Without it: last. */ after: z.union([z.string(), z.null()]).optional(),
    why: z.string().min(1),
    source: z.string().optional(),
  }),
  z.strictObject({
    op: z.literal('change'),
    at: z.string().min(1),
    to: z.record(z.string(), z.unknown()).refine((to) => Object.keys(to).length > 0, 'expected what becomes other, such as { label: … }'),
    why: z.string().min(1),
    source: z.string().optional(),
  }),
  z.strictObject({ op: z.literal('remove'), at: z.string().min(1), why: z.string().min(1), source: z.string().optional() }),
  z.strictObject({
    op: z.literal('reorder'),
    at: z.string().min(1),
    after: z.union([z.string(), z.null()]),
    why: z.string().min(1),
    source: z.string().optional(),
  }),
])
export type Change = z.infer<typeof Change>

/** `exploitation/EX-079`: a box of a form of the base. */
const BoxOfForm = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*\/[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/, 'expected a form and a box, such as exploitation/EX-079')

/** Entries that refer to an item of a layer below and give what differs: shorthand for the change (or, with all fields, the addition). */
const Named = z.looseObject({ id: z.string() })

const FourDigits = z.array(
  z
    .string()
    .regex(/^\d{4}(-\d{4})?$/, 'expected four digits as 1011, or a range as 1011-1018')
    .refine((range) => !/^\d{4}-\d{4}$/.test(range) || range.slice(0, 4) <= range.slice(-4), 'this range ends before it begins'),
)

const layerFields = {
  schema: SCHEMA_VERSION,
  id: TownId,
  name: z.string().min(1),
  /** Not a real place: invented as an example or for trying things out. Never in the public list of towns. */
  example: z.boolean().optional(),
  version: z.string().optional(),
  /** `base`, or the layer it refines: `amsterdam`, `amsterdam/centrum`. */
  extends: z.string().min(1),
  contact: z
    .strictObject({
      name: z.string(),
      phone: z.string(),
      email: z.email('expected an e-mail address as horeca@gemeente.nl'),
      post: z.string(),
      visit: z.string(),
      web: WebAddress,
      ...sourced,
    })
    .partial()
    .optional(),
  branding: Branding.optional(),
  /** Four digits, or a range of them, by which the site suggests this town or district. They are only a suggestion and decide nothing. */
  postcodes: FourDigits.optional(),
  /** Places of the municipality, each with the four digits of which every address lies in it: with such a postcode its name is suggested as the place of an address.
   * Digits that stand with two places suggest none. */
  localities: z
    .strictObject({ places: z.array(z.strictObject({ name: z.string().min(2), postcodes: FourDigits })).min(1), ...sourced })
    .optional(),
  // a heading with nothing below it yet is an empty list
  statuses: z.array(FormStatus).nullish(),
  parameters: z.array(Named).nullish(),
  fees: z.array(Named).nullish(),
  /** Raises the fees of this layer and of the layers below it, except those of the base. */
  raise: z.array(Raise).min(1).optional(),
  hours: z.array(Named).nullish(),
  channels: z.array(Named).nullish(),
  /** Words that this town substitutes for those of the base, in every text or in those of some licences only. */
  words: z
    .array(
      z.strictObject({
        from: z.strictObject({ nl: z.string().min(2), en: z.string().min(2) }).partial(),
        to: z.strictObject({ nl: z.string().min(2), en: z.string().min(2) }).partial(),
        licences: z.array(ShortId).min(1).optional(),
        ...sourced,
      }),
    )
    .min(1)
    .optional(),
  /** Boxes of the catalogue that this town opts in to: those that neither the law nor two municipalities ask. */
  asks: z.union([z.literal('all'), z.array(z.strictObject({ box: BoxOfForm, ...sourced }))]).optional(),
  changes: z.array(Change).nullish(),
}
/** Version of the base: year, release within the year, patch. */
export const BaseVersion = z.string().regex(/^\d{4}\.\d+\.\d+$/, 'expected a version as 2026.1.0')

/** rules/municipalities/<m>/municipality.yaml */
export const MunicipalityFile = z.strictObject({
  ...layerFields,
  /** The version of the base against which this file and those of its districts were made or last reviewed: where `upgrade` starts. */
  basedOn: BaseVersion.optional(),
})
/** rules/municipalities/<m>/districts/<d>.yaml */
export const DistrictFile = z.strictObject(layerFields)
/** House numbers of a street: from, until, and which side. */
const StreetPart = z
  .strictObject({
    street: z.string().min(1),
    from: z.number().int().positive().optional(),
    until: z.number().int().positive().optional(),
    side: z.enum(['odd', 'even']).optional(),
  })
  .refine(({ from, until }) => from === undefined || until === undefined || until >= from, {
    error: 'these house numbers end before they begin',
    path: ['until'],
  })
  .refine(({ from, until, side }) => side === undefined || from === undefined || from !== until || (from % 2 === 0) === (side === 'even'), {
    error: 'no house number lies on this side',
    path: ['side'],
  })
export type StreetPart = z.infer<typeof StreetPart>

/** rules/municipalities/<m>/areas.yaml: streets or postcodes that refine a town or district. */
export const AreasFile = z.strictObject({
  schema: SCHEMA_VERSION,
  areas: z.array(
    z.strictObject({
      ...layerFields,
      schema: SCHEMA_VERSION.optional(),
      /** Streets whose addresses are in the area. */
      streets: z.array(z.union([z.string(), StreetPart])).optional(),
      /** Postcodes whose addresses are in the area (`1015`, `1015 AB`, `1015-1016`); with a question they only tell where the area may be. */
      postcodes: z.array(z.string().regex(/^\d{4}(-\d{4}| ?[A-Z]{2})?$/, 'expected a postcode as 1015, 1015 AB or 1015-1016')).optional(),
      /** A yes-no question of the layer below, asked when neither street nor postcode decides. */
      question: Id.optional(),
    }),
  ),
})

/** rules/base/ruleset.yaml */
/** A yearly public holiday: on a date, or a number of days after Easter Sunday. */
const Holiday = z.union([
  z.strictObject({
    label: Text,
    on: MonthDay,
    /** Day on which it is observed when the date is a Sunday. */
    insteadOfSunday: MonthDay.optional(),
  }),
  z.strictObject({ label: Text, afterEaster: z.number().int() }),
])

/** Days on which a statutory term does not end: `holidays` by the act, `equated` by royal decree, some years ahead. */
const Calendar = z.strictObject({
  label: Text,
  holidays: z.array(Holiday),
  equated: z.array(z.strictObject({ days: z.array(IsoDate), until: IsoDate, ...sourced })),
  ...sourced,
})

/** Somebody who may know what the applicant does not: a bookkeeper, the landlord. `self`: what applicants look up themselves. */
export const Respondent = z.strictObject({ id: ShortId, label: Text, self: z.boolean().optional() })

export const RuleSetFile = z.strictObject({
  schema: SCHEMA_VERSION,
  id: ShortId,
  version: BaseVersion,
  title: Text,
  languages: z.array(z.enum(['nl', 'en'])).min(1),
  /** `check` refuses a tree with a longer path. */
  maxSteps: z.number().int().positive(),
  /** `knownBy`: who usually knows what is asked there; a question may override it. */
  topics: z.array(
    z.strictObject({ id: ShortId, label: Text, icon: Icon.optional(), sensitive: z.boolean().optional(), knownBy: ShortId.optional() }),
  ),
  /** Whom to ask what one does not know. */
  respondents: z.array(Respondent).optional(),
  seasons: z.array(z.strictObject({ id: z.enum(['summer', 'winter']), from: MonthDay, until: MonthDay, ...sourced })).optional(),
  calendar: Calendar.optional(),
  /** Facts that the program knows by name. */
  names: FactNames.prefault({}),
  parameters: z.array(Parameter),
  /** Where a town usually finds values whose ids have this prefix, unless the value itself says: `town.terrace` is in its rules for terraces. */
  foundIn: z
    .array(
      z.strictObject({
        begins: z.string().regex(/^town(\.[A-Za-z][A-Za-z0-9]*)+$/, 'expected the beginning of ids, such as town.terrace'),
        text: Text,
      }),
    )
    .optional(),
  channels: z.array(Channel).optional(),
  statuses: z.array(FormStatus).optional(),
  bibob: z
    .strictObject({
      catalogue: z.string(),
      verified2024: z.boolean(),
      /** The form whose boxes are selected by a profile, and the parameter that holds the profile. */
      form: ShortId,
      parameter: Id,
      /** The boxes that each profile selects: all, or those marked L or F. */
      profiles: z.array(
        z.strictObject({ id: z.enum(['documents', 'light', 'full']), label: Text, boxes: z.enum(['none', 'marked', 'all']) }),
      ),
      /** An applicant may request another profile than the town's, to prepare: the question for it, and the profile it selects. */
      prepare: z.strictObject({ question: Id, profile: z.enum(['light', 'full']) }).optional(),
      /** For whom the citizen service number may be asked, and why. */
      bsn: z
        .strictObject({
          fact: Id,
          grounds: z.array(
            z.strictObject({
              /** Lists of people, roles, and questions that refer to a party. */
              lists: z.array(ShortId).optional(),
              roles: z.array(ShortId).optional(),
              questions: z.array(Id).optional(),
              basis: z.string().min(1),
              ...sourced,
            }),
          ),
        })
        .optional(),
      /** Who fills in a separate form; the first that holds. */
      fillsIn: z.array(z.strictObject({ when: Feel, list: ShortId.optional(), text: Text })).optional(),
      /** Where to find the official form. */
      officialForm: z.strictObject({ text: Text, address: z.url(), ...sourced }).optional(),
    })
    .optional(),
})
