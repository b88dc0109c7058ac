import type { z } from 'zod'
import type { Compiled } from '../feel/expr.ts'
import type { Catalogue } from './catalogue.ts'
import type { EvidenceKind } from './evidence.ts'
import type { Mark } from './house-style/mark.ts'
import type { Target } from './official/mapping.ts'
import type { Origin, ResolvedItem } from './resolve/resolved.ts'
import type { dated, sourced, Text } from './schema/common.ts'
import type { Block, Box, Section } from './schema/form.ts'
import type { StreetPart } from './schema/town.ts'

// `schema/` documents what a property means. This file only has what `ResolvedItem` does not derive.

/** An item of a list of the catalogue, as written in a file. */
type Item<List extends keyof Catalogue> = Catalogue[List] extends readonly (infer Each)[] ? Each : never
type Bibob = NonNullable<Catalogue['head']['bibob']>

/** Source, whether anybody checked it there, and where it is written. */
export type Marked = ResolvedItem<Fields<typeof sourced>>
/** A value that a council or parliament decided: its validity period, and which of three dates selects it. */
export type Dated = ResolvedItem<Fields<typeof dated>, Decided>
type Fields<Shape extends z.core.$ZodShape> = z.infer<z.ZodObject<Shape>>

interface Decided {
  readonly decidedBy: NonNullable<Fields<typeof dated>['decidedBy']>
}

/** A resolved chain of layers with every expression compiled: plain JSON, all that the engine needs. Arrays are in the order of asking. */
export interface Variant {
  /** `voorbeeld`, `amsterdam/centrum`. */
  readonly id: string
  readonly name: string
  readonly ruleSet: { readonly id: string; readonly version: string /** sha-256 of the compiled content */; readonly hash: string }
  readonly layers: readonly string[]
  readonly languages: readonly Catalogue['head']['languages'][number][]
  readonly title: Text
  readonly maxSteps: number
  readonly topics: readonly ResolvedItem<Item<'topics'>>[]
  readonly respondents: readonly ResolvedItem<Item<'respondents'>>[]
  readonly seasons: readonly ResolvedItem<Item<'seasons'>>[]
  readonly calendar: Calendar
  readonly names: Catalogue['head']['names']
  readonly questions: readonly ResolvedQuestion[]
  readonly collections: readonly ResolvedCollection[]
  readonly roles: readonly ResolvedRole[]
  readonly aliases: readonly ResolvedAlias[]
  readonly groups: readonly ResolvedGroup[]
  readonly glossary: readonly ResolvedItem<Item<'glossary'>>[]
  readonly steps: readonly ResolvedItem<Item<'steps'>>[]
  readonly stops: readonly ResolvedItem<Item<'stops'>, { readonly advice: readonly string[] }>[]
  readonly licences: readonly ResolvedLicence[]
  readonly extras: readonly ResolvedExtra[]
  readonly delays: readonly ResolvedDelay[]
  readonly forms: readonly ResolvedForm[]
  readonly fees: readonly ResolvedFee[]
  readonly hours: readonly ResolvedHours[]
  readonly checks: readonly ResolvedCheck[]
  readonly documents: readonly ResolvedDocument[]
  readonly advice: readonly ResolvedAdvice[]
  readonly parameters: readonly ResolvedParameter[]
  readonly channels: readonly ResolvedChannel[]
  readonly statuses: readonly ResolvedItem<Item<'statuses'>>[]
  readonly branding: ResolvedItem<
    NonNullable<Catalogue['branding']>,
    {
      readonly colours: Readonly<Record<string, string>>
      readonly fontStack: readonly string[]
      readonly mark: Mark | null
      readonly ofTown: boolean
      readonly privacy: readonly Text[]
      readonly accessibility: readonly Text[]
    },
    'source' | 'unverified'
  >
  readonly contact: Readonly<Record<string, string>> | null
  /** Where the contact was read. */
  readonly contactMarks: Marked | null
  /** Postcodes of the town and, for a district, of that too; only those that list any. */
  readonly postcodes: readonly { readonly name: string; readonly listed: readonly string[] }[]
  /** Places of the town, and the postcodes of which every address lies in one. */
  readonly localities: readonly { readonly name: string; readonly postcodes: readonly string[] }[]
  /** Named areas that refine a layer of this variant, and the area that it is itself. */
  readonly areas: readonly ResolvedArea[]
  readonly bibob: ResolvedItem<Bibob, ResolvedBibob, 'bsn'> | null
  /** Days on which a question, option, box, rule or text starts or ends, in order: `variantOn` returns the rules in between. */
  readonly changesOn: readonly string[]
  /** Of every text with wordings for some applications, their conditions. Absent when there are none, as in most towns. */
  readonly textCases?: readonly TextCases[]
}

/** The wordings of one text for some applications, in order. */
export interface TextCases {
  /** Where they are written: path inside the file. */
  readonly at: string
  /** `text`: the condition as the text itself has it, by which its wording is found. */
  readonly lines: readonly { readonly text: string; readonly when: Compiled }[]
}

/** Where a named area lies. */
export interface ResolvedArea {
  readonly id: string
  readonly name: string
  readonly streets: readonly (string | StreetPart)[]
  readonly postcodes: readonly string[]
  readonly question: string | null
}

export type { Origin }

/** The part of the Bibob settings that the engine needs, beyond what the file says. */
interface ResolvedBibob {
  readonly fillsIn: readonly { readonly when: Compiled | null; readonly list: string | null; readonly text: Text }[]
  readonly officialForm: { readonly text: Text; readonly address: string; readonly source: string | null } | null
  /** R9: checksum of the national list as loaded, and which layer reworded which box. */
  readonly checksum: string
  readonly reworded: readonly { readonly nr: string; readonly national: Text; readonly by: string }[]
}

export type ResolvedQuestion = ResolvedItem<
  Item<'questions'>,
  {
    /** Options that are not available on the day of the application. */
    readonly lapsed: readonly { readonly id: string; readonly label: Text }[]
  },
  'differsFrom' | 'local' | 'note'
>
export type ResolvedCollection = ResolvedItem<Item<'collections'>>
export type ResolvedRole = ResolvedItem<Item<'roles'>>
export type ResolvedGroup = ResolvedItem<Item<'groups'>>

export type ResolvedAlias = ResolvedItem<Item<'aliases'>, { readonly cases: readonly ResolvedAliasCase[] }>
type ResolvedAliasCase = ResolvedItem<Item<'aliases'>['cases'][number], { readonly through: readonly string[] }>

export type ResolvedRule = ResolvedItem<Item<'licences'>['rules'][number]>
export type ResolvedTerm = ResolvedItem<
  NonNullable<Item<'licences'>['terms']>[number],
  {
    /** The first that holds; one without a condition always does. */
    readonly silence: readonly { readonly when: Compiled | null; readonly text: Text }[]
  }
>
export type ResolvedLicence = ResolvedItem<
  Item<'licences'>,
  {
    readonly rules: readonly ResolvedRule[]
    readonly terms: readonly ResolvedTerm[]
    readonly forms: readonly ResolvedItem<NonNullable<Item<'licences'>['forms']>[number]>[]
    readonly validity: readonly ResolvedItem<NonNullable<Item<'licences'>['validity']>[number]>[]
    readonly after: readonly string[]
  },
  'owns' | 'local'
>
export type ResolvedExtra = ResolvedItem<Item<'extras'>, unknown, 'law'>
export type ResolvedDelay = ResolvedItem<Item<'delays'>>

/** Days on which a statutory term does not end. */
export interface Calendar {
  readonly label: Text
  /** Where the holidays were read, and each decree. */
  readonly marks: readonly Marked[]
  readonly holidays: readonly NonNullable<Catalogue['head']['calendar']>['holidays'][number][]
  /** Days that a decree equates with a holiday, ISO, and the last day covered by the decrees. */
  readonly equated: readonly string[]
  readonly equatedUntil: string | null
}

/** Why something is not applicable. */
export interface ResolvedOtherwise {
  /** Printed when `when` of the box is false. */
  readonly whenFalse: Text | null
  /** Printed when there are no rows, or without `when` when there is nothing to print. */
  readonly none: Text | null
  /** The first whose condition holds is printed. */
  readonly cases: readonly { readonly when: Compiled; readonly text: Text }[]
}

type Party = NonNullable<z.infer<typeof Box>['party']>
export type ResolvedBox = ResolvedItem<
  z.infer<typeof Box>,
  {
    readonly otherwise: ResolvedOtherwise | null
    readonly join: string
    readonly party: ResolvedItem<Party, { readonly without: readonly string[] }> | null
    /** The evidence in words, for rule authors: no page shows it, and the browser does not get it. */
    readonly evidence: string | null
    /** The strongest reason; null when no evidence is given. */
    readonly evidenceKind: EvidenceKind | null
  }
>
export type ResolvedBlock = ResolvedItem<z.infer<typeof Block>, { readonly boxes: readonly ResolvedBox[] }>
export type ResolvedSection = ResolvedItem<
  z.infer<typeof Section>,
  { readonly otherwise: ResolvedOtherwise | null; readonly boxes: readonly ResolvedBox[] }
>
export type ResolvedForm = ResolvedItem<
  Item<'forms'>,
  {
    readonly blocks: readonly ResolvedBlock[]
    readonly sections: readonly ResolvedSection[]
    readonly official: ResolvedOfficial | null
  },
  'schema' | 'replaces' | 'without' | 'shares'
>

/** A fillable PDF that replaces our layout of a form. */
export interface ResolvedOfficial {
  /** Path from the root of the project. */
  readonly file: string
  /** SHA-256 of the file, in hex, by which it is fetched. */
  readonly digest: string
  /** Box → its targets, one for each time that it is printed. */
  readonly fields: Readonly<Record<string, readonly Target[]>>
}

export type ResolvedFee = ResolvedItem<
  Item<'fees'>,
  {
    readonly amounts: readonly ResolvedItem<Item<'fees'>['amounts'][number], Decided & { readonly amount: Compiled | null }>[]
    readonly round: NonNullable<Item<'fees'>['round']>
    readonly origin: Origin
  },
  'local' | 'foundIn'
>
export type ResolvedHours = ResolvedItem<
  Item<'hours'>,
  Decided & {
    /** Nights of every year: by their date, or by the number of days from Easter to the first. */
    readonly yearly: { readonly from: string; readonly until: string } | { readonly afterEaster: number; readonly count: number } | null
  }
>
export type ResolvedCheck = ResolvedItem<Item<'checks'>, unknown, 'mendable'>
export type ResolvedDocument = ResolvedItem<Item<'documents'>, { readonly accepted: readonly string[] }>
export type ResolvedAdvice = ResolvedItem<Item<'advice'>>

type ParameterValue = Item<'parameters'>['values'][number]
export type ResolvedParameter = ResolvedItem<
  Item<'parameters'>,
  {
    readonly values: readonly ResolvedItem<ParameterValue, Decided & { readonly value: ParameterValue['value'] }>[]
    /** Whether the base requires a value from the town itself, and none is given. */
    readonly owed: boolean
    readonly origin: Origin
  },
  'nights' | 'local' | 'foundIn'
>
export type ResolvedChannel = ResolvedItem<Item<'channels'>, Decided & { readonly fileKinds: readonly string[] }>
