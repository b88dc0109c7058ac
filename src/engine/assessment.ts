/** What the engine says about a set of answers. The JSON of `assess --json` (design §7) is made of this. */
export type Lang = 'nl' | 'en'

export interface Assessment {
  variant: string
  lang: Lang
  dates: { today: string; filing: string; start: string | null }
  ruleSet: { id: string; version: string; hash: string }
  stop: { id: string; text: string } | null
  licences: LicenceResult[]
  extras: { id: string; verdict: VerdictWord; because: string[] }[]
  questions: { asked: string[]; open: string[] }
  counts: Counts
  fees: { lines: FeeLine[]; totalCents: number | null; knownCents: number; yearlyCents: number; unknown: string[] }
  hours: HoursResult[]
  terms: { licence: string; from: string; until: string; basis: string }[]
  earliestOpening: string | null
  checks: {
    id: string
    severity: 'block' | 'warn' | 'info'
    licences: string[]
    row: string | null
    message: string
    advice: string | null
    unverified: boolean
  }[]
  documents: DocumentResult[]
  advice: {
    id: string
    group: string
    title: string
    text: string
    due: string | null
    link: string | null
    source: string | null
    unverified: boolean
    core: number | null
  }[]
}

export type VerdictWord = 'needed' | 'notNeeded' | 'open' | 'ask' | 'notAllowed'

export interface LicenceResult {
  id: string
  verdict: VerdictWord
  duty: 'permit' | 'notification' | 'information' | 'elsewhere' | 'none'
  via: string | null
  channel: string
  unverified: boolean
  because: string[]
  ask: string[]
}

export interface Counts {
  boxes: number
  filled: number
  notApplicable: number
  signature: number
  empty: number
  authority: number
  missing: number
  /** Inputs the applicant gave or still has to give. */
  asked: number
  /** Filled boxes beyond the first of each answer. */
  savedBySharing: number
  savedByFormula: number
  /** Questions of the catalogue that this case never meets. */
  skipped: number
}

export interface FeeLine {
  id: string
  licence: string
  label: string
  kind: 'once' | 'yearly' | 'elsewhere'
  cents: number | null
  formula: string
  source: string | null
  unverified: boolean
  stale: boolean
}

export interface HoursResult {
  place: string
  night: string
  season: string
  asked: { open: string; close: string }
  allowed: { open: string | null; close: string | null } | null
  verdict: 'ok' | 'tooLate' | 'tooEarly' | 'unknown'
  unverified: boolean
}

export interface DocumentResult {
  id: string
  licences: string[]
  row: string | null
  name: string
  mustShow: string[]
  maxAgeDays: number | null
  leadDays: number | null
  whereToGet: string | null
  state: 'attached' | 'later' | 'missing'
  unverified: boolean
}

/** The six states of a box. */
export type BoxState = 'filled' | 'notApplicable' | 'signature' | 'empty' | 'authority' | 'missing'

export interface BoxCoverage {
  /** `AL-001`, or `AL-022@p1` in a repeated section. */
  key: string
  nr: string
  official: string | null
  label: string
  type: string
  state: BoxState
  /** Printed answer; null when there is none. A table prints `rows` instead. */
  text: string | null
  /** Options of the paper, and which of them are ticked. */
  options: { text: string; ticked: boolean }[] | null
  rows: { header: string[]; cells: string[][] } | null
  /** Why it is not applicable, or what is still needed. */
  reason: string | null
  /** Questions whose answers stand here, `id` or `id@row`; while missing: those that are open. */
  questions: readonly string[]
  computed: boolean
  capacity: number | null
  basis: string | null
  source: string | null
  unverified: boolean
}

export interface FormCoverage {
  id: string
  title: string
  law: string
  addressee: string
  declaration: string
  falseStatements: string
  confidential: boolean
  incomplete: string | null
  licences: readonly string[]
  status: 'official' | 'adopted' | 'preparation'
  statusReference: string | null
  sections: readonly SectionCoverage[]
}
export interface SectionCoverage {
  id: string
  title: string
  annex: boolean
  /** Questions and lists that decide whether more rows come. */
  open: readonly string[]
  /** One per row of `per`; a plain section has one with row null. */
  instances: readonly { row: string | null; title: string | null; boxes: readonly BoxCoverage[] }[]
}

/** All that the packet prints: made by the engine, laid out by src/pdf. */
export interface PacketContent {
  lang: Lang
  variantName: string
  districtLine: string | null
  /** SVG path data is not drawn yet: the first letter of the town stands in the square. */
  colours: Readonly<Record<string, string>>
  title: string
  kenmerk: string
  applicant: string
  businessName: string
  premises: string
  assessment: Assessment
  licenceNames: Readonly<Record<string, string>>
  authorities: Readonly<Record<string, string>>
  channels: {
    licence: string
    kind: string
    address: string | null
    login: string | null
    department: string | null
    separateEnvelope: boolean
    note: string | null
    source: string | null
  }[]
  forms: FormCoverage[]
  /** Who signs: one signing page each. */
  signers: { row: string; name: string; forms: string[] }[]
  unverified: { what: string; value: string; source: string | null }[]
  /** The answer file, embedded. */
  answersJson: string
}
