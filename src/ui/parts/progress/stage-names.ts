/** From knowing what is needed to handing it in. A stage is a place one can go back to, never a lock. */
export const STAGE_NAMES = ['know', 'fill', 'attach', 'handIn'] as const
export type Stage = (typeof STAGE_NAMES)[number]
