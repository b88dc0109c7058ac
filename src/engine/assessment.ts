import type { Mark } from '../model/house-style/mark.ts'
import type { Lang } from '../model/lang.ts'
import type { AssessJson } from '../model/schema/assess-json.ts'
import type { ResolvedForm, ResolvedTerm } from '../model/variant.ts'

/** What the engine says about a set of answers: the JSON of `assess --json`, whose schema says what each part means. */
export type Assessment = AssessJson
export type LicenceResult = Assessment['licences'][number]
export type VerdictWord = LicenceResult['verdict']
export type Counts = Assessment['counts']
export type FeeLine = Assessment['fees']['lines'][number]
export type HoursResult = Assessment['hours'][number]
export type EventHours = Assessment['eventHours'][number]
export type AreaResult = Assessment['areas'][number]
export type DocumentResult = Assessment['documents'][number]

/** Counts over boxes; `boxes` is the sum of the six states. */
export type BoxCounts = Pick<
  Counts,
  'boxes' | 'filled' | 'notApplicable' | 'signature' | 'empty' | 'authority' | 'missing' | 'savedBySharing' | 'savedByFormula'
>

/** The six states of a box. */
export type BoxState = 'filled' | 'notApplicable' | 'signature' | 'empty' | 'authority' | 'missing'

export interface BoxCoverage {
  /** `AL-001`, `AL-022@p1` in a repeated section, `2C.2@as1` for a nested row. */
  key: string
  nr: string
  official: string | null
  /** What the town's systems call it, and the metadata they want with it. */
  exportKey: string | null
  meta: Readonly<Record<string, string>> | null
  label: string
  /** Its English texts, printed small beneath the Dutch ones; only on request. */
  english?: BoxInEnglish
  type: string
  state: BoxState
  /** Printed answer; null when there is none. A table prints `rows` instead. */
  text: string | null
  /** Language of what is printed in the words of the form, whose options are always Dutch; null: that of the case, or of the applicant. */
  textLang: Lang | null
  /** Options on the form, and which of them are ticked. */
  options: { text: string; ticked: boolean }[] | null
  /** What was answered, independent of the words of the form; only where a PDF of the town, with its own words, is filled in. */
  given?: readonly GivenInBox[]
  rows: { header: string[]; cells: string[][] } | null
  /** For a party box: the parts of its block with the text of each; null text is still open. */
  parts: { nr: string; label: string; text: string | null }[] | null
  /** The nested row this box is printed for, and its title. */
  item: { row: string; title: string } | null
  /** Printed once per nested row; also while there are none. */
  nested: boolean
  /** The question or chapter heading that starts at this box. */
  heading: string | null
  /** Why it is not applicable, or what is still needed. */
  reason: string | null
  /** Questions whose answers are printed here, `id` or `id@row`; while missing or empty: the open ones. */
  questions: readonly string[]
  /** Optional parts that nobody has looked at yet, such as the country of an address. */
  blank: readonly string[]
  computed: boolean
  capacity: number | null
  basis: string | null
  source: string | null
  unverified: boolean
}

/** What one question, or a formula, contributes to a box. */
export interface GivenInBox {
  /** Empty for a formula. */
  question: string
  text: string
  /** Ids of options, `true` and `false`, ISO dates. */
  values: readonly string[]
  /** All possible answers, as the box prints them. */
  options: readonly { id: string; text: string }[]
}

export interface BoxInEnglish {
  label: string
  heading: string | null
  /** Headers of the columns of a table. */
  header: readonly string[]
  /** Labels of the parts of a party. */
  parts: readonly string[]
}

export interface FormCoverage {
  id: string
  title: string
  /** In English, on request: its title, and what is signed. */
  english?: Pick<FormCoverage, 'title' | 'declaration' | 'falseStatements'>
  law: string
  addressee: string
  declaration: string
  falseStatements: string
  /** Its case type in the town's system. */
  caseType: string | null
  confidential: boolean
  incomplete: string | null
  /** The PDF used instead of our layout. */
  official: ResolvedForm['official']
  licences: readonly string[]
  status: 'official' | 'adopted' | 'preparation'
  statusReference: string | null
  /** Handed in by copying the answers into the Omgevingsloket: nothing is signed on our paper. */
  copyOut: boolean
  /** Numbers of the boxes that no law asks, neighbours collapsed into ranges; empty: none. */
  beyondStatute: string
  sections: readonly SectionCoverage[]
}
export interface SectionCoverage {
  id: string
  title: string
  english?: string
  annex: boolean
  /** Questions and lists that decide whether more rows follow. */
  open: readonly string[]
  /** One per row of `per`; a plain section has one with row null. */
  instances: readonly { row: string | null; title: string | null; boxes: readonly BoxCoverage[] }[]
}

/** Bibob in this town, for the page and the packet. */
export interface BibobInfo {
  /** `documents`, `light` or `full`; null: not known. */
  profile: string | null
  /** The applicant asked for more than the town's profile, to prepare. */
  prepared: boolean
  /** The question with which the applicant can ask for that. */
  offers: string | null
  /** Whether questions are asked here at all. */
  asks: boolean
  catalogue: string
  verified2024: boolean
  checksum: string
  reworded: { nr: string; national: string; by: string }[]
  fillsIn: { text: string; names: string[] } | null
  documents: { name: string; mustShow: string[] }[]
  officialForm: { text: string; address: string } | null
}

/** Everything the packet prints: made by the engine, laid out by src/pdf. */
export interface PacketContent {
  lang: Lang
  variantName: string
  districtLine: string | null
  /** The town's mark; null: the first letter of its name stands in for it. */
  mark: Mark | null
  colours: Readonly<Record<string, string>>
  /** What the town tells applicants: who answers questions, its privacy statement, and the footer of its pages. */
  office?: {
    readonly contact: Contact | null
    readonly privacy: readonly string[]
    readonly footer: string | null
  }
  title: string
  reference: string
  applicant: string
  businessName: string
  premises: string
  assessment: Assessment
  licenceNames: Readonly<Record<string, string>>
  authorities: Readonly<Record<string, string>>
  /** How each licence is handed in. */
  sheets: readonly SendSheet[]
  forms: FormCoverage[]
  /** Who signs: one signing page each. `own`, by form: the parts about this person that they sign; a form not listed is signed as a whole. */
  signers: {
    row: string
    name: string
    forms: string[]
    own: Readonly<Record<string, readonly { title: string; boxes: readonly string[] }[]>>
  }[]
  unverified: { what: string; value: string; source: string | null }[]
  bibob: BibobInfo | null
  /** What the applicant must have read before handing in, first what holds a licence back; `change`: the answers and lists it comes from. */
  attention: readonly {
    readonly severity: 'block' | 'clash' | 'warn' | 'info'
    readonly message: string
    readonly advice: string | null
    readonly change: readonly string[]
  }[]
  /** What open boxes wait for, in words, keyed as in `BoxCoverage.questions`. */
  waitsFor: Readonly<Record<string, string>>
  /** The answer file to embed; empty: none. */
  answersJson: string
  /** The packet as one file, or which file of a set this is; a proof is not an application, and holds what is in `proof`. */
  part: 'whole' | 'application' | 'confidential' | 'signing' | 'desk' | 'proof'
  /** Suffixes of the file names in the set. */
  companions: string[]
  /** Forms have English lines beneath their Dutch labels. */
  englishLines?: true
  /** The second half, always in Dutch, when this is in another language. */
  town?: PacketContent
  /** The attachments in English, by `id` or `id@row`; only with English lines. */
  documentsInEnglish?: Readonly<Record<string, DocumentResult>>
  /** The answers that signing pages, or a proof, are about when their file embeds none. */
  signs?: string
  proof?: Proof
}

/** What an outcome rests on. */
export interface Proof {
  /** In the order of asking. */
  readonly answers: readonly {
    readonly topic: string
    readonly lines: readonly { readonly question: string; readonly answer: string }[]
    /** What was said about persons or things: the answers of each row are in the order of the questions. */
    readonly lists: readonly {
      readonly list: string
      readonly questions: readonly string[]
      readonly rows: readonly { readonly name: string; readonly answers: readonly string[] }[]
    }[]
  }[]
  /** How many other answers there are, on which nothing in the outcome rests. */
  readonly others: number
  /** Where the deciding rule is written, by licence id; null: no source is stated. */
  readonly rules: Readonly<Record<string, string | null>>
  /** What the town or the law sets; `value` null: unknown. */
  readonly values: readonly {
    readonly what: string
    readonly value: string | null
    readonly source: string | null
    readonly unverified: boolean
  }[]
}

export type Contact = Readonly<Record<string, string>>

/** One thing to do; whoever shows it supplies the words. */
export type SendStep =
  /** Complete the boxes of these forms that are still open. */
  | { readonly kind: 'finish'; readonly open: number }
  /** The authority's own form is filled in and signed, as none of ours is printed. `signers`: by whom, as far as known. */
  | { readonly kind: 'officialForm'; readonly name: string; readonly signers: readonly string[] }
  /** It is not known how this town wants to receive it. */
  | { readonly kind: 'askTown'; readonly contact: Contact | null }
  | { readonly kind: 'sign'; readonly forms: readonly string[] }
  /** `address` null: unknown, ask `contact`. */
  | { readonly kind: 'open' | 'counter' | 'post' | 'email'; readonly address: string | null; readonly contact: Contact | null }
  | { readonly kind: 'login'; readonly login: string; readonly level: string | null; readonly mandate: boolean }
  /** Which activity to look for there, by our name for it. */
  | { readonly kind: 'choose'; readonly name: string }
  /** Answers are copied into somebody else's form. */
  | { readonly kind: 'copy'; readonly forms: readonly string[] }
  | {
      /** Upload: as files. Hand: on paper, or attached to a message. */
      readonly kind: 'upload' | 'hand'
      readonly forms: readonly string[]
      readonly documents: readonly { readonly key: string; readonly name: string; readonly state: 'attached' | 'later' | 'missing' }[]
      readonly maxMegabytes: number | null
      readonly maxTotalMegabytes: number | null
      readonly maxFiles: number | null
      readonly fileKinds: readonly string[]
    }
  /** Sending counts as signing. `latest`: the last day, for a notice. */
  | { readonly kind: 'send'; readonly latest: string | null }
  /** What is handed in separately, in a closed envelope. */
  | { readonly kind: 'envelope'; readonly forms: readonly string[] }
  | { readonly kind: 'note'; readonly text: string }
  /** Names of licences to apply for first. */
  | { readonly kind: 'after'; readonly names: readonly string[] }
  | { readonly kind: 'receipt' }

/** How one licence is handed in at this town, and what happens next. */
export interface SendSheet {
  readonly licence: string
  readonly name: string
  readonly channel: string
  readonly authority: string
  readonly department: string | null
  readonly unverified: boolean
  readonly source: string | null
  readonly steps: readonly SendStep[]
  /** How long it is granted for, in words. */
  readonly validity: string | null
  readonly next: readonly {
    readonly kind: ResolvedTerm['kind']
    readonly until: string
    readonly extended: string | null
    readonly basis: string
    readonly unverified: boolean
  }[]
}
