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
  /** What programs of the town call it, and what they want along. */
  exportKey: string | null
  meta: Readonly<Record<string, string>> | null
  label: string
  /** Its names in English, printed small beneath the Dutch ones; only where somebody asked for them. */
  english?: BoxInEnglish
  type: string
  state: BoxState
  /** Printed answer; null when there is none. A table prints `rows` instead. */
  text: string | null
  /** Language of what is printed in the words of the paper, whose options are Dutch everywhere; null: that of the case, or of the applicant. */
  textLang: Lang | null
  /** Options of the paper, and which of them are ticked. */
  options: { text: string; ticked: boolean }[] | null
  /** What was answered apart from the words of the paper; only where a PDF of the town is filled in, which has words of its own. */
  given?: readonly GivenInBox[]
  rows: { header: string[]; cells: string[][] } | null
  /** Of a party box: the parts of its block, each with what stands in it; null text is still open. */
  parts: { nr: string; label: string; text: string | null }[] | null
  /** The nested row this box is printed for, and how that row is called. */
  item: { row: string; title: string } | null
  /** Printed once for each nested row; also while there is none. */
  nested: boolean
  /** The question or chapter that begins with this box. */
  heading: string | null
  /** Why it is not applicable, or what is still needed. */
  reason: string | null
  /** Questions whose answers stand here, `id` or `id@row`; while missing or empty: those that are open. */
  questions: readonly string[]
  /** Parts that may stay empty and that nobody has looked at, such as the country of an address. */
  blank: readonly string[]
  computed: boolean
  capacity: number | null
  basis: string | null
  source: string | null
  unverified: boolean
}

/** What one question, or a formula, gives in a box. */
export interface GivenInBox {
  /** Empty: a formula. */
  question: string
  text: string
  /** Ids of options, `true` and `false`, ISO dates. */
  values: readonly string[]
  /** All that could be answered, as the box prints it. */
  options: readonly { id: string; text: string }[]
}

export interface BoxInEnglish {
  label: string
  heading: string | null
  /** Of the columns of a table. */
  header: readonly string[]
  /** Of the parts of a party. */
  parts: readonly string[]
}

export interface FormCoverage {
  id: string
  title: string
  /** In English, where somebody asked for it: what it is, and what is signed. */
  english?: Pick<FormCoverage, 'title' | 'declaration' | 'falseStatements'>
  law: string
  addressee: string
  declaration: string
  falseStatements: string
  /** How it is called in the system of the town. */
  caseType: string | null
  confidential: boolean
  incomplete: string | null
  /** The PDF that stands in for our layout. */
  official: ResolvedForm['official']
  licences: readonly string[]
  status: 'official' | 'adopted' | 'preparation'
  statusReference: string | null
  /** Handed in by copying the answers into the Omgevingsloket: nothing is signed on our paper. */
  copyOut: boolean
  /** Numbers of the boxes that no law asks, neighbours drawn together; empty: none. */
  beyondStatute: string
  sections: readonly SectionCoverage[]
}
export interface SectionCoverage {
  id: string
  title: string
  english?: string
  annex: boolean
  /** Questions and lists that decide whether more rows come. */
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
  /** The question by which the applicant may ask for that. */
  offers: string | null
  /** Are questions asked here at all? */
  asks: boolean
  catalogue: string
  verified2024: boolean
  checksum: string
  reworded: { nr: string; national: string; by: string }[]
  fillsIn: { text: string; names: string[] } | null
  documents: { name: string; mustShow: string[] }[]
  officialForm: { text: string; address: string } | null
}

/** All that the packet prints: made by the engine, laid out by src/pdf. */
export interface PacketContent {
  lang: Lang
  variantName: string
  districtLine: string | null
  /** Of the town; null: the first letter of its name stands for it. */
  mark: Mark | null
  colours: Readonly<Record<string, string>>
  /** What the town says to whoever applies: who answers questions, what it says of privacy, and the foot of its pages. */
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
  /** Who signs: one signing page each. `own`, by form: the parts about this person that they sign; a form that is not in it is signed as a whole. */
  signers: {
    row: string
    name: string
    forms: string[]
    own: Readonly<Record<string, readonly { title: string; boxes: readonly string[] }[]>>
  }[]
  unverified: { what: string; value: string; source: string | null }[]
  bibob: BibobInfo | null
  /** What the applicant must have read before handing in: what holds a licence back first; `change`: the answers and lists it comes from. */
  attention: readonly {
    readonly severity: 'block' | 'clash' | 'warn' | 'info'
    readonly message: string
    readonly advice: string | null
    readonly change: readonly string[]
  }[]
  /** What open boxes wait for, in words, by the keys in `BoxCoverage.questions`. */
  waitsFor: Readonly<Record<string, string>>
  /** The answer file, embedded; empty: none. */
  answersJson: string
  /** The packet as one file, or which file of a set this is; a proof is no application, and holds what `proof` tells. */
  part: 'whole' | 'application' | 'confidential' | 'signing' | 'desk' | 'proof'
  /** Ends of the names of the files of the set. */
  companions: string[]
  /** Forms have English lines beneath their Dutch labels. */
  englishLines?: true
  /** The second half, which is always in Dutch, where this is in another language. */
  town?: PacketContent
  /** The attachments in English, by `id` or `id@row`; only with English lines. */
  documentsInEnglish?: Readonly<Record<string, DocumentResult>>
  /** The answers that signing pages, or a proof, are about when their file holds none itself. */
  signs?: string
  proof?: Proof
}

/** What an outcome rests on. */
export interface Proof {
  /** In the order of asking. */
  readonly answers: readonly {
    readonly topic: string
    readonly lines: readonly { readonly question: string; readonly answer: string }[]
    /** What was said of persons or things: the answers of each row stand in the order of the questions. */
    readonly lists: readonly {
      readonly list: string
      readonly questions: readonly string[]
      readonly rows: readonly { readonly name: string; readonly answers: readonly string[] }[]
    }[]
  }[]
  /** How many answers there are besides, on which nothing of the outcome rests. */
  readonly others: number
  /** Where the rule that decided is written, by the id of the licence; null: nobody says. */
  readonly rules: Readonly<Record<string, string | null>>
  /** What the town or the law has set; `value` null: it is not known. */
  readonly values: readonly {
    readonly what: string
    readonly value: string | null
    readonly source: string | null
    readonly unverified: boolean
  }[]
}

export type Contact = Readonly<Record<string, string>>

/** One thing to do; the words are those of whoever shows it. */
export type SendStep =
  /** Boxes of these forms that are still open. */
  | { readonly kind: 'finish'; readonly open: number }
  /** The form of the authority is filled in and signed, as none of ours is printed. `signers`: by whom, as far as is known. */
  | { readonly kind: 'officialForm'; readonly name: string; readonly signers: readonly string[] }
  /** Nobody knows how this town wants to receive it. */
  | { readonly kind: 'askTown'; readonly contact: Contact | null }
  | { readonly kind: 'sign'; readonly forms: readonly string[] }
  /** `address` null: not known, ask with `contact`. */
  | { readonly kind: 'open' | 'counter' | 'post' | 'email'; readonly address: string | null; readonly contact: Contact | null }
  | { readonly kind: 'login'; readonly login: string; readonly level: string | null; readonly mandate: boolean }
  /** Which activity to look for there: our name of it. */
  | { readonly kind: 'choose'; readonly name: string }
  /** Answers are copied into the form of somebody else. */
  | { readonly kind: 'copy'; readonly forms: readonly string[] }
  | {
      /** Upload: as files. Hand: on paper or as attachments of a message. */
      readonly kind: 'upload' | 'hand'
      readonly forms: readonly string[]
      readonly documents: readonly { readonly key: string; readonly name: string; readonly state: 'attached' | 'later' | 'missing' }[]
      readonly maxMegabytes: number | null
      readonly maxTotalMegabytes: number | null
      readonly maxFiles: number | null
      readonly fileKinds: readonly string[]
    }
  /** Sending is signing. `latest`: the last day, for a notice. */
  | { readonly kind: 'send'; readonly latest: string | null }
  /** What goes apart, closed. */
  | { readonly kind: 'envelope'; readonly forms: readonly string[] }
  | { readonly kind: 'note'; readonly text: string }
  /** Names of licences that are asked first. */
  | { readonly kind: 'after'; readonly names: readonly string[] }
  | { readonly kind: 'receipt' }

/** How one licence is handed in at this town, and what happens then. */
export interface SendSheet {
  readonly licence: string
  readonly name: string
  readonly channel: string
  readonly authority: string
  readonly department: string | null
  readonly unverified: boolean
  readonly source: string | null
  readonly steps: readonly SendStep[]
  /** For how long it is given, in words. */
  readonly validity: string | null
  readonly next: readonly {
    readonly kind: ResolvedTerm['kind']
    readonly until: string
    readonly extended: string | null
    readonly basis: string
    readonly unverified: boolean
  }[]
}
