/** Something wrong in an expression; offsets count characters of its source. */
export interface FeelProblem {
  readonly code: 'FEEL_SYNTAX' | 'FEEL_UNKNOWN_NAME' | 'FEEL_UNKNOWN_OPTION' | 'FEEL_TYPE' | 'FEEL_UNSUPPORTED' | 'FEEL_TOO_LARGE'
  readonly from: number
  readonly to: number
  readonly message: string
  readonly mend: string
}
