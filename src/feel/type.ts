/** Static types of FEEL expressions. `options`: the option ids a choice can have; comparing with another text is a finding. */
export type Type =
  | { kind: 'boolean' }
  | { kind: 'number' }
  | { kind: 'string'; options?: readonly string[]; of?: string }
  | { kind: 'date' }
  | { kind: 'time' }
  | { kind: 'period' }
  | { kind: 'row'; subject: string }
  | { kind: 'list'; of: Type }
  | { kind: 'null' }

/** The names that an expression may use. Built by src/model from the catalogue; FEEL itself knows no facts. */
export interface Names {
  /** Every fact: its subject and its type. `multiChoice` is a list of string; `party` is a row of subject party. */
  readonly facts: ReadonlyMap<string, { readonly subject: string; readonly type: Type }>
  /** Lists of rows: `rooms`, `people`, `parties`; with `per: 'party'` also as member of a party (`p.loans`, `p.roles`). */
  readonly collections: ReadonlyMap<string, { readonly subject: string; readonly per?: 'party' | undefined }>
  /** Declared names for parties with a role: `managers` (a list), `applicant` (one: a row or null). */
  readonly aliases: ReadonlyMap<string, { readonly subject: string; readonly one: boolean }>
  /** Town values, `town.…`. */
  readonly parameters: ReadonlyMap<string, Type>
  /** Ids that verdict("…") accepts. */
  readonly verdicts: readonly string[]
  /** Ids that duty("…") accepts. */
  readonly licences: readonly string[]
  /** Ids that attached("…") accepts. */
  readonly documents: readonly string[]
  /** What channel("…") and login("…") return, by licence: how the town takes it in. */
  readonly channels: ReadonlyMap<string, { readonly kind: string; readonly login: string }>
  /** Ids that fee("…") accepts; none outside the amount of a fee. */
  readonly fees: readonly string[]
}

/** Where an expression is evaluated: the subject of the current row, if any (`person`: then person.birthDate reads that row). */
export interface Scope {
  readonly row?: string | undefined
  /** Inside an alias or role section: `role.*` reads the role row that brought the party here. */
  readonly role?: boolean | undefined
}
