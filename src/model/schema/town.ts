import { z } from 'zod'
import { ClockTime, dated, Feel, Formula, Id, IsoDate, Local, SCHEMA_VERSION, ShortId, sourced, Text, TownId } from './common.ts'
import { FactNames } from './fact-names.ts'

export const ParameterValue = z.strictObject({
  ...dated,
  /** null: not known, ask the town. Money in euro with a dot. */
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
})
const Night = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])

/** A switch or figure that towns set; read in FEEL by its id, always `town.…`. */
export const Parameter = z.strictObject({
  id: Id.refine((id) => id.startsWith('town.'), 'the id of a parameter begins with town.'),
  type: z.enum(['yesNo', 'choice', 'number', 'integer', 'amount', 'text', 'date', 'time']),
  /** What a town may choose, in the words in which a packet tells it. */
  options: z.array(z.strictObject({ id: ShortId, label: Text })).optional(),
  label: Text,
  unit: z.string().optional(),
  /** It is the usual closing time of these nights: the hours of the town say the same. */
  nights: z.array(Night).optional(),
  values: z.array(ParameterValue),
  local: Local.optional(),
})

export const FeeAmount = z.strictObject({
  ...dated,
  /** FEEL in euro, `1882.10` or a formula; null: not known. */
  amount: z.union([Formula, z.null()]),
})
export const Fee = z.strictObject({
  id: Id,
  /** The licence or extra it is levied for. */
  licence: ShortId,
  label: Text,
  /** `ifRefused`: what is owed when the answer is no; never in a total. */
  kind: z.enum(['once', 'yearly', 'elsewhere', 'ifRefused']),
  /** Levied when this holds and the licence is needed. */
  when: Feel.optional(),
  /** Of a licence that is usually a permit: it is levied for a mere notification too. */
  notified: z.boolean().optional(),
  amounts: z.array(FeeAmount),
  round: z.enum(['halfUp', 'down', 'up']).optional(),
  /** What the law allows at most, in euro. `{ceiling}` in the message stands for it. */
  ceiling: z.strictObject({ amount: Formula, message: Text, ...sourced }).optional(),
  note: Text.optional(),
  local: Local.optional(),
})
/** rules/base/fees.yaml */
export const FeesFile = z.strictObject({ schema: SCHEMA_VERSION, fees: z.array(Fee) })

/** A day of every year: `03-31`. */
const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'expected a month and day as 03-31')

/** First window that fits place, season, night and `when` on the start date tells what the town allows. close null: no limit.
 * With `event` it holds on some nights only: those of `from` to `until`, or of every year; it then takes the place of the ordinary hours of those
 * nights and is no measure for the week that is asked for. */
export const HoursWindow = z.strictObject({
  id: Id,
  place: z.enum(['inside', 'terrace']),
  nights: z.array(Night).min(1),
  season: z.enum(['all', 'summer', 'winter']).default('all'),
  when: Feel.optional(),
  event: Text.optional(),
  yearly: z.strictObject({ from: MonthDay, until: MonthDay }).optional(),
  open: z.union([ClockTime, z.null()]),
  close: z.union([ClockTime, z.null()]),
  ...dated,
})

export const Channel = z.strictObject({
  /** The licence. */
  id: ShortId,
  kind: z.enum(['webform', 'omgevingsloket', 'counter', 'post', 'email', 'unknown']),
  address: z.string().optional(),
  login: z.enum(['none', 'digid', 'eherkenning', 'digidOrEherkenning']).optional(),
  department: z.string().optional(),
  maxFileMegabytes: z.number().optional(),
  fileKinds: z.array(z.string()).optional(),
  separateEnvelope: z.boolean().optional(),
  note: Text.optional(),
  ...dated,
})

export const FormStatus = z.strictObject({
  /** The form. */
  id: ShortId,
  status: z.enum(['official', 'adopted', 'preparation']),
  on: z.iso.date().optional(),
  reference: z.string().optional(),
})

const Colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'expected a colour as #004699')
export const Branding = z.strictObject({
  colours: z.strictObject({ primary: Colour, text: Colour, accent: Colour, error: Colour }).partial().optional(),
  fontStack: z.array(z.string()).optional(),
  /** SVG beside the file; a neutral mark of our own, never the town's logo. */
  mark: z.string().optional(),
  districtLine: z.string().optional(),
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
    to: z.record(z.string(), z.unknown()),
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

/** Entries that name an item below and give what differs: the short way to write the change (or, with all fields, the addition). */
const Named = z.looseObject({ id: z.string() })

const layerFields = {
  schema: SCHEMA_VERSION,
  id: TownId,
  name: z.string().min(1),
  /** No real place: made up to show or to try. Never in the public list of towns. */
  example: z.boolean().optional(),
  version: z.string().optional(),
  /** `base`, or the layer it refines: `amsterdam`, `amsterdam/centrum`. */
  extends: z.string().min(1),
  contact: z
    .strictObject({ name: z.string(), phone: z.string(), post: z.string(), visit: z.string(), web: z.url(), ...sourced })
    .partial()
    .optional(),
  branding: Branding.optional(),
  /** Four digits, or a range of them: from these the site proposes this town or district. Proposes only; they decide nothing. */
  postcodes: z.array(z.string().regex(/^\d{4}(-\d{4})?$/, 'expected four digits as 1011, or a range as 1011-1018')).optional(),
  statuses: z.array(FormStatus).optional(),
  parameters: z.array(Named).optional(),
  fees: z.array(Named).optional(),
  hours: z.array(Named).optional(),
  channels: z.array(Named).optional(),
  /** Boxes of the catalogue that this town asks as well: those that neither the law asks nor two municipalities do. */
  asks: z.union([z.literal('all'), z.array(z.strictObject({ box: BoxOfForm, ...sourced }))]).optional(),
  changes: z.array(Change).optional(),
}
/** rules/municipalities/<m>/municipality.yaml */
export const MunicipalityFile = z.strictObject(layerFields)
/** rules/municipalities/<m>/districts/<d>.yaml */
export const DistrictFile = z.strictObject(layerFields)
/** rules/municipalities/<m>/areas.yaml: streets or postcodes that refine a town or district. */
export const AreasFile = z.strictObject({
  schema: SCHEMA_VERSION,
  areas: z.array(
    z.strictObject({
      ...layerFields,
      schema: SCHEMA_VERSION.optional(),
      /** An address in one of these streets lies in the area. */
      streets: z.array(z.string()).optional(),
      /** So does one with such a postcode (`1015`, `1015 AB`, `1015-1016`); with a question these are only where the area may be. */
      postcodes: z.array(z.string().regex(/^\d{4}(-\d{4}| ?[A-Z]{2})?$/, 'expected a postcode as 1015, 1015 AB or 1015-1016')).optional(),
      /** A yes-no question of the layer below: asked, and decides, where neither street nor postcode does. */
      question: Id.optional(),
    }),
  ),
})

/** rules/base/ruleset.yaml */
/** A day off that comes back every year: on a date, or so many days after Easter Sunday. */
const Holiday = z.union([
  z.strictObject({
    label: Text,
    on: MonthDay,
    /** Where it is kept when the date is a Sunday. */
    insteadOfSunday: MonthDay.optional(),
  }),
  z.strictObject({ label: Text, afterEaster: z.number().int() }),
])

/** Days on which a term set by law does not end: `holidays` by the act, `equated` by royal decree, some years ahead. */
const Calendar = z.strictObject({
  label: Text,
  holidays: z.array(Holiday),
  equated: z.array(z.strictObject({ days: z.array(IsoDate), until: IsoDate, ...sourced })),
  ...sourced,
})

export const RuleSetFile = z.strictObject({
  schema: SCHEMA_VERSION,
  id: ShortId,
  version: z.string().regex(/^\d{4}\.\d+\.\d+$/, 'expected a version as 2026.1.0'),
  title: Text,
  languages: z.array(z.enum(['nl', 'en'])).min(1),
  /** `check` refuses a tree with a longer path. */
  maxSteps: z.number().int().positive(),
  topics: z.array(z.strictObject({ id: ShortId, label: Text, sensitive: z.boolean().optional() })),
  seasons: z.array(z.strictObject({ id: z.enum(['summer', 'winter']), from: MonthDay, until: MonthDay, ...sourced })).optional(),
  calendar: Calendar.optional(),
  /** Facts that the program knows by name. */
  names: FactNames.prefault({}),
  parameters: z.array(Parameter),
  channels: z.array(Channel).optional(),
  statuses: z.array(FormStatus).optional(),
  bibob: z
    .strictObject({
      catalogue: z.string(),
      verified2024: z.boolean(),
      /** The form whose boxes a profile selects, and the parameter that holds the profile. */
      form: ShortId,
      parameter: Id,
      /** Which boxes each profile selects: all, or those marked L or F. */
      profiles: z.array(
        z.strictObject({ id: z.enum(['documents', 'light', 'full']), label: Text, boxes: z.enum(['none', 'marked', 'all']) }),
      ),
      /** An applicant may ask for another profile than the town's, to prepare: the question that says so, and the profile it gives. */
      prepare: z.strictObject({ question: Id, profile: z.enum(['light', 'full']) }).optional(),
      /** Of whom the citizen service number may be asked, and why. */
      bsn: z
        .strictObject({
          fact: Id,
          grounds: z.array(
            z.strictObject({
              /** Lists of people, roles, and questions that point at a party. */
              lists: z.array(ShortId).optional(),
              roles: z.array(ShortId).optional(),
              questions: z.array(Id).optional(),
              basis: z.string().min(1),
              ...sourced,
            }),
          ),
        })
        .optional(),
      /** Who fills in a form of their own; the first that holds. */
      fillsIn: z.array(z.strictObject({ when: Feel, list: ShortId.optional(), text: Text })).optional(),
      /** Where the official form is. */
      officialForm: z.strictObject({ text: Text, address: z.url(), ...sourced }).optional(),
    })
    .optional(),
})
