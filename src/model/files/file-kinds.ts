import type { z } from 'zod'
import { LanguagePagesFile, LanguageRulesFile } from '../languages/file-schema.ts'
import { ChangelogFile } from '../schema/changelog.ts'
import { CollectionsFile, GlossaryFile } from '../schema/collections.ts'
import { ElementsFile } from '../schema/element.ts'
import { ExampleFile, FormFile } from '../schema/form.ts'
import { AdviceFile, ChecksFile, DocumentsFile, LicencesFile } from '../schema/licence.ts'
import { QuestionsFile } from '../schema/question.ts'
import { AreasFile, DistrictFile, FeesFile, MunicipalityFile, RuleSetFile } from '../schema/town.ts'
import { TreeFile } from '../schema/tree.ts'

/** Every kind of rule file with its schema. */
export const FILE_KINDS = {
  ruleset: RuleSetFile,
  tree: TreeFile,
  licences: LicencesFile,
  questions: QuestionsFile,
  collections: CollectionsFile,
  glossary: GlossaryFile,
  documents: DocumentsFile,
  advice: AdviceFile,
  checks: ChecksFile,
  fees: FeesFile,
  changelog: ChangelogFile,
  form: FormFile,
  elements: ElementsFile,
  municipality: MunicipalityFile,
  district: DistrictFile,
  areas: AreasFile,
  example: ExampleFile,
  languagePages: LanguagePagesFile,
  languageRules: LanguageRulesFile,
} as const satisfies Record<string, z.ZodType>

export type FileKind = keyof typeof FILE_KINDS

/** What the path of a file tells about it. */
export interface FileRole {
  readonly kind: FileKind
  /** `base`, `amsterdam` or `amsterdam/centrum`. */
  readonly layer: string
  /** Id that the file must have: the name of its folder, or its own. */
  readonly id: string | null
}

/** Prefix of the layer of a language file; no town has a slash there. */
export const LANGUAGES = 'languages/'

const SUFFIX = '\\.(?:yaml|yml|json)'
const FOLDER = '([A-Za-z0-9-]+)'
const PLACES: readonly { pattern: RegExp; role: (part: readonly string[]) => FileRole }[] = [
  {
    pattern: new RegExp(`^rules/base/(ruleset|tree|licences|collections|glossary|documents|advice|checks|fees|changelog)${SUFFIX}$`),
    role: ([kind]) => ({ kind: kind as FileKind, layer: 'base', id: null }),
  },
  { pattern: new RegExp(`^rules/base/questions/${FOLDER}${SUFFIX}$`), role: () => ({ kind: 'questions', layer: 'base', id: null }) },
  {
    pattern: new RegExp(`^rules/base/elements/${FOLDER}${SUFFIX}$`),
    role: ([id]) => ({ kind: 'elements', layer: 'base', id: id ?? null }),
  },
  { pattern: new RegExp(`^forms/${FOLDER}${SUFFIX}$`), role: ([id]) => ({ kind: 'form', layer: 'base', id: id ?? null }) },
  {
    pattern: new RegExp(`^rules/municipalities/${FOLDER}/municipality${SUFFIX}$`),
    role: ([town = '']) => ({ kind: 'municipality', layer: town, id: town }),
  },
  {
    pattern: new RegExp(`^rules/municipalities/${FOLDER}/districts/(?!(?:areas|municipality)\\.)${FOLDER}${SUFFIX}$`),
    role: ([town = '', id = '']) => ({ kind: 'district', layer: `${town}/${id}`, id }),
  },
  {
    pattern: new RegExp(`^rules/municipalities/${FOLDER}/areas${SUFFIX}$`),
    role: ([town = '']) => ({ kind: 'areas', layer: town, id: null }),
  },
  {
    pattern: new RegExp(`^rules/municipalities/${FOLDER}/forms/${FOLDER}${SUFFIX}$`),
    role: ([town = '', id = '']) => ({ kind: 'form', layer: town, id }),
  },
  {
    pattern: new RegExp(`^rules/(?:base|municipalities/${FOLDER})/examples/.+${SUFFIX}$`),
    role: ([town]) => ({ kind: 'example', layer: town ?? 'base', id: null }),
  },
  {
    pattern: new RegExp(`^languages/${FOLDER}/(pages|rules)${SUFFIX}$`),
    role: ([tag = '', kind]) => ({ kind: kind === 'pages' ? 'languagePages' : 'languageRules', layer: `${LANGUAGES}${tag}`, id: null }),
  },
]

/** The kind of file expected at this path; null for none. */
export function fileRole(path: string): FileRole | null {
  for (const { pattern, role } of PLACES) {
    const match = pattern.exec(path)
    if (match) return role(match.slice(1))
  }
  return null
}

/** Whether it is a data file, by its name; pictures and the like are not. */
export const isDataFile = (path: string): boolean => /^(rules|forms|languages)\/.*\.(yaml|yml|json)$/.test(path)
