/** Compiled expressions: plain JSON, so that the applicant's browser needs no FEEL parser. Produced by compile.ts, run by evaluate.ts. */
export type Expr =
  | { op: 'lit'; value: boolean | string | null }
  /** Exact decimal, as text. */
  | { op: 'num'; value: string }
  /** Fact of the case. */
  | { op: 'fact'; id: string }
  /** Fact of a row: `of` yields a row (null and unknown pass through). */
  | { op: 'get'; id: string; of: Expr }
  /** A bound name: `row` (current row), `role` (current role row), `item` (filter), or the name of a quantifier. */
  | { op: 'var'; name: string }
  /** Rows of a collection of the case, or of the party `of`. */
  | { op: 'rows'; collection: string; of?: Expr }
  | { op: 'alias'; id: string }
  | { op: 'parameter'; id: string }
  | { op: 'and' | 'or'; args: Expr[] }
  | { op: 'not' | 'negate'; arg: Expr }
  | { op: '=' | '!=' | '<' | '<=' | '>' | '>='; left: Expr; right: Expr }
  | { op: '+' | '-' | '*' | '/'; left: Expr; right: Expr }
  | { op: 'concat'; left: Expr; right: Expr }
  | { op: 'if'; test: Expr; yes: Expr; no: Expr }
  | { op: 'list'; items: Expr[] }
  | { op: 'some' | 'every'; name: string; in: Expr; test: Expr }
  | { op: 'filter'; name: string; in: Expr; test: Expr }
  | { op: 'map'; name: string; in: Expr; body: Expr }
  /** list[n], counted from 1 as FEEL does. */
  | { op: 'at'; in: Expr; index: number }
  | { op: 'call'; fn: string; args: Expr[] }

/** A compiled expression with where it came from. */
export interface Compiled {
  readonly expr: Expr
  /** FEEL text as written. */
  readonly source: string
  /** Path of the rule file, and 1-based line; empty and 0 once packed. */
  readonly file: string
  readonly line: number
}
