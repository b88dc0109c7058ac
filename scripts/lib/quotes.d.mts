export interface QuotedPlace {
  /** From 1. */
  readonly line: number
  readonly now: string
  readonly should: string
}
export declare function quotedOneWay(text: string): { readonly text: string; readonly places: readonly QuotedPlace[] }
