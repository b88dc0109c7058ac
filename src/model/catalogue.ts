import type { z } from 'zod'
import type { Alias, Collection, GlossaryTerm, Group, Role } from './schema/collections.ts'
import type { ElementsFile } from './schema/element.ts'
import type { FormFile } from './schema/form.ts'
import type { AdviceItem, Check, Delay, DocumentItem, Extra, Licence } from './schema/licence.ts'
import type { Question } from './schema/question.ts'
import type {
  Branding,
  Channel,
  Fee,
  FormStatus,
  HoursWindow,
  MunicipalityFile,
  Parameter,
  Respondent,
  RuleSetFile,
} from './schema/town.ts'
import type { Step, Stop } from './schema/tree.ts'

type RuleSetHead = z.infer<typeof RuleSetFile>

/** A rule set after some layers: plain lists of items. Immutable; an item that no layer changed keeps its identity. */
export interface Catalogue {
  /** rules/base/ruleset.yaml: id, version, title, languages, maxSteps, bibob. */
  readonly head: RuleSetHead
  readonly topics: RuleSetHead['topics']
  readonly respondents: readonly z.infer<typeof Respondent>[]
  readonly seasons: NonNullable<RuleSetHead['seasons']>
  readonly parameters: readonly z.infer<typeof Parameter>[]
  readonly channels: readonly z.infer<typeof Channel>[]
  readonly statuses: readonly z.infer<typeof FormStatus>[]
  readonly questions: readonly Question[]
  readonly collections: readonly z.infer<typeof Collection>[]
  readonly roles: readonly z.infer<typeof Role>[]
  readonly aliases: readonly z.infer<typeof Alias>[]
  readonly groups: readonly z.infer<typeof Group>[]
  readonly glossary: readonly z.infer<typeof GlossaryTerm>[]
  readonly steps: readonly z.infer<typeof Step>[]
  readonly stops: readonly z.infer<typeof Stop>[]
  readonly licences: readonly z.infer<typeof Licence>[]
  readonly extras: readonly z.infer<typeof Extra>[]
  readonly delays: readonly z.infer<typeof Delay>[]
  readonly forms: readonly z.infer<typeof FormFile>[]
  /** What the law requires in an application, one list per regulation. */
  readonly elements: readonly z.infer<typeof ElementsFile>[]
  readonly fees: readonly z.infer<typeof Fee>[]
  readonly hours: readonly z.infer<typeof HoursWindow>[]
  readonly checks: readonly z.infer<typeof Check>[]
  readonly documents: readonly z.infer<typeof DocumentItem>[]
  readonly advice: readonly z.infer<typeof AdviceItem>[]
  readonly branding: z.infer<typeof Branding> | null
  readonly contact: NonNullable<z.infer<typeof MunicipalityFile>['contact']> | null
}

/** The parts of a catalogue that are lists of items. */
export type ListName = Exclude<keyof Catalogue, 'head' | 'branding' | 'contact'>
