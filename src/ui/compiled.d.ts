/** What the build compiled from rules/ and forms/; see src/build/rules-plugin.ts. */
declare module 'virtual:horeca1/towns' {
  import type { LanguageChunk } from '../model/languages/language-chunk.ts'
  import type { Finding } from './site.ts'
  import type { PackedTown, RulesFile, WordsFile } from './towns/packed-town.ts'

  /** The towns to choose from: fetched beside the page. */
  export const townList: () => Promise<{ readonly towns: readonly PackedTown[] }>
  /** Digest of the shared rules that towns are diffs against; then those rules and their words. */
  export const base: string
  export const sharedRules: () => Promise<RulesFile>
  export const sharedWords: () => Promise<WordsFile>
  /** Added languages, each given by files. */
  export const languages: readonly { readonly tag: string; readonly name: string; fetch(): Promise<{ readonly chunk: LanguageChunk }> }[]
  /** In development only. */
  export const findings: readonly Finding[]
  /** Answers of a filled example, in the format of an answer file; null: there is none. */
  export const example: (() => Promise<{ readonly example: unknown }>) | null
}
declare module 'virtual:horeca1/tokens.css' {}
declare module '*.css' {}
/** Third-party packages that we ship; see src/build/notices-plugin.ts. */
declare module 'virtual:horeca1/notices' {
  export const notices: readonly {
    readonly packages: readonly { readonly name: string; readonly version: string; readonly licence: string }[]
    readonly text: string
  }[]
}
/** The rule files themselves, by path; see src/build/rule-sources.ts. */
declare module 'virtual:horeca1/sources' {
  interface Source {
    readonly files: readonly (readonly [path: string, text: string])[]
  }
  /** Those that every town builds on. */
  export const base: () => Promise<Source>
  export const towns: readonly {
    readonly id: string
    readonly name: string
    readonly example: boolean
    readonly files: () => Promise<Source>
  }[]
}
