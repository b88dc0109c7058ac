import { z } from 'zod'
import { ClockTime, dated, Feel, Id, Local, SCHEMA_VERSION, ShortId, sourced, Text, TownId } from './common.ts'

export const ParameterValue = z.strictObject({
  ...dated,
  /** null: not known, ask the town. Money in euro with a dot. */
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
})
/** A switch or figure that towns set; read in FEEL by its id, always `town.…`. */
export const Parameter = z.strictObject({
  id: Id.refine((id) => id.startsWith('town.'), 'the id of a parameter begins with town.'),
  type: z.enum(['yesNo', 'choice', 'number', 'integer', 'amount', 'text', 'date', 'time']),
  options: z.array(ShortId).optional(),
  label: Text,
  unit: z.string().optional(),
  values: z.array(ParameterValue),
  local: Local.optional(),
})

export const FeeAmount = z.strictObject({
  ...dated,
  /** FEEL in euro, `1882.10` or a formula; null: not known. */
  amount: z.union([Feel, z.null()]),
})
export const Fee = z.strictObject({
  id: Id,
  /** The licence or extra it is levied for. */
  licence: ShortId,
  label: Text,
  kind: z.enum(['once', 'yearly', 'elsewhere']),
  /** Levied when this holds and the licence is needed. */
  when: Feel.optional(),
  amounts: z.array(FeeAmount),
  round: z.enum(['halfUp', 'down', 'up']).optional(),
  note: Text.optional(),
  local: Local.optional(),
})
/** rules/base/fees.yaml */
export const FeesFile = z.strictObject({ schema: SCHEMA_VERSION, fees: z.array(Fee) })

/** First window that fits place, season, night and `when` on the start date tells what the town allows. close null: no limit. */
export const HoursWindow = z.strictObject({
  id: Id,
  place: z.enum(['inside', 'terrace']),
  nights: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).min(1),
  season: z.enum(['all', 'summer', 'winter']).default('all'),
  when: Feel.optional(),
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

/** Entries that name an item below and give what differs: the short way to write the change (or, with all fields, the addition). */
const Named = z.looseObject({ id: z.string() })

const layerFields = {
  schema: SCHEMA_VERSION,
  id: TownId,
  name: z.string().min(1),
  version: z.string().optional(),
  /** `base`, or the layer it refines: `amsterdam`, `amsterdam/centrum`. */
  extends: z.string().min(1),
  contact: z
    .strictObject({ name: z.string(), phone: z.string(), post: z.string(), visit: z.string(), web: z.url(), ...sourced })
    .partial()
    .optional(),
  branding: Branding.optional(),
  statuses: z.array(FormStatus).optional(),
  parameters: z.array(Named).optional(),
  fees: z.array(Named).optional(),
  hours: z.array(Named).optional(),
  channels: z.array(Named).optional(),
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
      streets: z.array(z.string()).optional(),
      postcodes: z.array(z.string()).optional(),
      /** Asked where neither street nor postcode decides. */
      question: Id.optional(),
    }),
  ),
})

const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'expected a month and day as 03-31')

/** rules/base/ruleset.yaml */
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
    })
    .optional(),
})
