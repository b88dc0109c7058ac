/** What the build compiled from rules/ and forms/; see src/build/rules-plugin.ts. */
declare module 'virtual:horeca1/towns' {
  import type { PackedTown } from './packed-town.ts'
  import type { Finding } from './site.ts'

  export const towns: readonly PackedTown[]
  /** Only while developing. */
  export const findings: readonly Finding[]
  /** Answers of a filled example, in the format of an answer file; null: there is none. */
  export const example: (() => Promise<{ readonly example: unknown }>) | null
}
declare module 'virtual:horeca1/tokens.css' {}
declare module '*.css' {}
/** What others made and we publish; see src/build/notices-plugin.ts. */
declare module 'virtual:horeca1/notices' {
  export const notices: readonly {
    readonly packages: readonly { readonly name: string; readonly version: string; readonly licence: string }[]
    readonly text: string
  }[]
}
