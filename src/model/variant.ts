import type { Compiled } from '../feel/expr.ts'
import type { Text } from './schema/common.ts'
import type { Duty } from './schema/licence.ts'
import type { FactType, Subject } from './schema/question.ts'

/** A resolved chain of layers with every expression compiled: plain JSON, all the engine needs. Order of arrays is order of asking. */
export interface Variant {
  /** `voorbeeld`, `amsterdam/centrum`. */
  readonly id: string
  readonly name: string
  readonly ruleSet: { readonly id: string; readonly version: string /** sha-256 of the compiled content */; readonly hash: string }
  readonly layers: readonly string[]
  readonly languages: readonly ('nl' | 'en')[]
  readonly title: Text
  readonly maxSteps: number
  readonly topics: readonly { id: string; label: Text; sensitive: boolean }[]
  readonly seasons: readonly (Marked & { id: string; from: string; until: string })[]
  readonly questions: readonly VQuestion[]
  readonly collections: readonly VCollection[]
  readonly roles: readonly VRole[]
  readonly aliases: readonly VAlias[]
  readonly groups: readonly { id: string; label: Text; kind: string; parts: readonly string[] }[]
  readonly steps: readonly (Marked & {
    id: string
    number: string | null
    title: Text
    hint: Text | null
    ask: readonly string[]
    when: Compiled | null
  })[]
  readonly stops: readonly (Marked & {
    id: string
    after: string
    when: Compiled
    text: Text
    goTo: Text
    advice: readonly string[]
  })[]
  readonly licences: readonly VLicence[]
  readonly extras: readonly VExtra[]
  readonly forms: readonly VForm[]
  readonly fees: readonly VFee[]
  readonly hours: readonly VHours[]
  readonly checks: readonly VCheck[]
  readonly documents: readonly VDocument[]
  readonly advice: readonly VAdvice[]
  readonly parameters: readonly VParameter[]
  readonly channels: readonly VChannel[]
  readonly statuses: readonly { id: string; status: 'official' | 'adopted' | 'preparation'; on: string | null; reference: string | null }[]
  readonly branding: {
    readonly colours: Readonly<Record<string, string>>
    readonly fontStack: readonly string[]
    readonly mark: string | null
    readonly districtLine: string | null
  }
  readonly contact: Readonly<Record<string, string>> | null
  /** Where the contact was read. */
  readonly contactMarks: Marked | null
  /** Postcodes of the town and, when it is one, of the district: who lists none is not there. */
  readonly postcodes: readonly { readonly name: string; readonly listed: readonly string[] }[]
  /** Named areas that refine a layer of this variant, and the one it is. */
  readonly areas: readonly VArea[]
  readonly bibob: {
    catalogue: string
    verified2024: boolean /** the form whose boxes the profile selects, and the parameter that holds the profile */
    form: string
    parameter: string
    profiles: readonly { id: string; label: Text; boxes: 'none' | 'marked' | 'all' }[]
    /** The answer by which an applicant asks for another profile, to prepare. */
    prepare: { question: string; profile: string } | null
    fillsIn: readonly { when: Compiled | null; list: string | null; text: Text }[]
    officialForm: { text: Text; address: string; source: string | null } | null
    /** R9: checksum of the national list as loaded, and who worded which box otherwise. */
    checksum: string
    reworded: readonly { nr: string; national: Text; by: string }[]
  } | null
}

/** Where a named area lies. */
export interface VArea {
  readonly id: string
  readonly name: string
  readonly streets: readonly string[]
  readonly postcodes: readonly string[]
  readonly question: string | null
}

/** Which layer wrote it last, and where. */
export interface Origin {
  readonly layer: string
  readonly file: string
  readonly line: number
}
export interface Marked {
  readonly source: string | null
  readonly unverified: boolean
  readonly origin: Origin
}
export interface Dated extends Marked {
  readonly from: string | null
  readonly until: string | null
  readonly decidedBy: 'filingDate' | 'startDate' | 'today'
}

export interface VQuestion extends Marked {
  readonly id: string
  readonly subject: Subject
  readonly type: FactType
  readonly unit: string | null
  readonly options: readonly { id: string; label: Text; countsAs: string | null; undecided: boolean }[] | null
  readonly label: Text
  readonly hint: Text | null
  readonly why: Text | null
  readonly topic: string
  readonly sensitive: 'bsn' | 'criminal' | 'financial' | null
  readonly when: Compiled | null
  readonly derived: Compiled | null
  readonly refinedBy: Compiled | null
  readonly settledBy: Compiled | null
  readonly default: Compiled | null
  readonly prefill: Compiled | null
  readonly likePrevious: boolean
  readonly optional: boolean
  /** Numbers in the unit, euro for an amount; ISO days for dates and periods. */
  readonly min: number | string | null
  readonly max: number | string | null
  readonly notBefore: Compiled | null
  readonly notAfter: Compiled | null
  readonly abroad: Compiled | null
}
export interface VCollection {
  readonly id: string
  readonly subject: Subject
  readonly label: Text
  readonly one: Text
  readonly per: 'party' | null
  readonly gate: string | null
  readonly title: Compiled | null
}
export interface VRole {
  readonly id: string
  readonly label: Text
  readonly parties: 'person' | 'company' | 'any'
  /** Of another party than the business: never, may be, or always. */
  readonly targets: boolean | 'only'
  /** Whether it is offered in the business. */
  readonly when: Compiled | null
  readonly hint: Text | null
}
export interface VAlias {
  readonly id: string
  readonly label: Text
  readonly subject: 'person' | 'company' | 'party'
  readonly cases: readonly {
    when: Compiled | null
    roles: readonly string[]
    /** Roles that lead on through a company. */
    through: readonly string[]
  }[]
  readonly where: Compiled | null
  /** Of whomever they have the role. */
  readonly anywhere: boolean
  readonly one: boolean
}
export interface VRule extends Marked {
  readonly id: string
  readonly when: Compiled
  readonly verdict: 'needed' | 'notNeeded' | 'ask' | 'notAllowed'
  readonly duty: Duty | null
  readonly via: string | null
  readonly because: Text
}
export interface VTerm extends Marked {
  readonly kind: 'decision' | 'notice' | 'deadline'
  readonly when: Compiled | null
  readonly weeks: Compiled | null
  readonly days: Compiled | null
  readonly extensionWeeks: Compiled | null
  readonly basis: Text
}
export interface VLicence extends Marked {
  readonly id: string
  readonly name: Text
  readonly law: Text
  readonly authority: Text
  readonly duty: Duty
  readonly form: string | null
  readonly prescribedForm: boolean
  readonly rules: readonly VRule[]
  readonly terms: readonly VTerm[]
}
export interface VExtra extends Marked {
  readonly id: string
  readonly name: Text
  readonly rules: readonly VRule[]
}
/** Why something is not applicable. */
export interface VOtherwise {
  /** Said when `when` of the box is false. */
  readonly whenFalse: Text | null
  /** Said when there are no rows, or without `when` when there is nothing to print. */
  readonly none: Text | null
  /** Said when its own condition holds; the first. */
  readonly cases: readonly { readonly when: Compiled; readonly text: Text }[]
}
export interface VBox extends Marked {
  readonly nr: string
  readonly official: string | null
  readonly label: Text
  readonly type: string
  readonly options: readonly string[] | null
  readonly when: Compiled | null
  readonly otherwise: VOtherwise | null
  readonly questions: readonly string[] | null
  readonly join: string
  readonly value: Compiled | null
  readonly document: string | null
  readonly each: Compiled | null
  readonly party: {
    readonly of: Compiled | null
    readonly blocks: readonly string[]
    readonly without: readonly string[]
    readonly applicant: boolean
  } | null
  readonly heading: Text | null
  readonly rows: string | null
  readonly where: Compiled | null
  readonly columns: readonly { label: Text; value: Compiled; print: Readonly<Record<string, string>> | null }[] | null
  readonly print: Readonly<Record<string, string>> | null
  readonly optional: boolean
  readonly forAuthority: boolean
  readonly capacity: number | null
  readonly bibob: 'F' | 'F*' | 'L' | null
  readonly basis: Text | null
  readonly evidence: string | null
}
export interface VBlock {
  readonly id: string
  readonly when: Compiled
  readonly boxes: readonly VBox[]
}
export interface VSection {
  readonly id: string
  readonly title: Text
  readonly per: string | null
  readonly where: Compiled | null
  /** Licence or extra this chapter is about. */
  readonly act: string | null
  readonly annex: boolean
  readonly when: Compiled | null
  readonly otherwise: VOtherwise | null
  readonly boxes: readonly VBox[]
}
export interface VForm extends Marked {
  readonly id: string
  readonly title: Text
  readonly law: Text
  readonly addressee: Text
  readonly declaration: Text
  readonly falseStatements: Text
  readonly confidential: boolean
  readonly incomplete: Text | null
  readonly blocks: readonly VBlock[]
  readonly sections: readonly VSection[]
}
export interface VFee {
  readonly id: string
  readonly licence: string
  readonly label: Text
  readonly kind: 'once' | 'yearly' | 'elsewhere' | 'ifRefused'
  readonly when: Compiled | null
  readonly amounts: readonly (Dated & { amount: Compiled | null })[]
  readonly round: 'halfUp' | 'down' | 'up'
  /** What the law allows at most. */
  readonly ceiling: (Marked & { readonly amount: Compiled; readonly message: Text }) | null
  readonly note: Text | null
  readonly origin: Origin
}
export interface VHours extends Dated {
  readonly id: string
  readonly place: 'inside' | 'terrace'
  readonly nights: readonly string[]
  readonly season: 'all' | 'summer' | 'winter'
  readonly when: Compiled | null
  /** Name of the event on whose nights it holds; null: the ordinary week. */
  readonly event: Text | null
  readonly yearly: { readonly from: string; readonly until: string } | null
  readonly open: string | null
  readonly close: string | null
}
export interface VCheck extends Marked {
  readonly id: string
  readonly severity: 'block' | 'warn' | 'info'
  readonly licences: readonly string[]
  readonly per: string | null
  readonly when: Compiled
  readonly message: Text
  readonly advice: Text | null
  readonly step: string | null
}
export interface VDocument extends Marked {
  readonly id: string
  readonly name: Text
  readonly licences: readonly string[]
  readonly per: string | null
  readonly when: Compiled | null
  readonly ifAny: Compiled | null
  readonly mustShow: readonly Text[]
  readonly accepted: readonly string[]
  readonly maxAgeDays: Compiled | null
  readonly signedBy: Text | null
  readonly whereToGet: Text | null
  readonly leadDays: number | null
}
export interface VAdvice extends Marked {
  readonly id: string
  readonly group: string
  readonly title: Text
  readonly text: Text
  readonly when: Compiled | null
  readonly due: { anchor: 'startDate' | 'filingDate'; days: number } | { fixed: string } | null
  readonly link: string | null
  readonly core: number | null
}
export interface VParameter {
  readonly id: string
  readonly type: string
  readonly options: readonly string[] | null
  readonly label: Text
  readonly unit: string | null
  readonly values: readonly (Dated & { value: string | number | boolean | null })[]
  /** The base expects a value of the town itself, and has none. */
  readonly owed: boolean
  readonly origin: Origin
}
export interface VChannel extends Dated {
  readonly id: string
  readonly kind: string
  readonly address: string | null
  readonly login: string | null
  readonly department: string | null
  readonly maxFileMegabytes: number | null
  readonly fileKinds: readonly string[]
  readonly separateEnvelope: boolean
  readonly note: Text | null
}
