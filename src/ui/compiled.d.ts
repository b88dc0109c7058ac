/** What the build compiled from rules/ and forms/; see src/build/rules-plugin.ts. */
declare module 'virtual:horeca1/towns' {
  import type { TownEntry } from './town.ts'

  export const towns: readonly TownEntry[]
  /** Only while developing. */
  export const findings: readonly { readonly severity: 'error' | 'warning' | 'note'; readonly text: string }[]
}
