import type { z } from 'zod'
import type { Catalogue } from './catalogue.ts'
import type { Path, Source } from './files/source.ts'
import type { Finding } from './findings/finding.ts'
import type { Mark } from './house-style/mark.ts'
import type { LanguageFiles } from './languages/language-files.ts'
import type { Provenance } from './layers/provenance.ts'
import type { PdfForm } from './official/pdf-form.ts'
import type { ChangelogFile } from './schema/changelog.ts'
import type { FormFile } from './schema/form.ts'
import type { MunicipalityFile, StreetPart } from './schema/town.ts'

/** A municipality, district or named area as in its file. */
export interface Layer {
  /** `amsterdam`, `amsterdam/centrum`, `amsterdam/centrum/wallen`. */
  readonly id: string
  readonly name: string
  readonly extends: string
  readonly source: Source
  /** Path of its fields in the file: the root, or `areas[2]`. */
  readonly path: Path
  readonly data: z.infer<typeof MunicipalityFile>
  /** Streets and postcodes of a named area. */
  readonly area: {
    readonly streets: readonly (string | StreetPart)[]
    readonly postcodes: readonly string[]
    readonly question: string | null
  } | null
  /** Forms of its own. */
  readonly forms: readonly z.infer<typeof FormFile>[]
}

/** All files of a project, parsed and checked one by one; `resolveVariant` merges the layers of one town. */
export interface RuleSet {
  readonly base: Catalogue
  /** What each version of the base changed, newest first. */
  readonly changelog: z.infer<typeof ChangelogFile>['versions']
  readonly layers: ReadonlyMap<string, Layer>
  readonly provenance: Provenance
  /** The logo of each layer that has its own. */
  readonly marks: ReadonlyMap<string, Mark>
  /** Every PDF among the files, by its path. */
  readonly pdfs: ReadonlyMap<string, PdfForm>
  /** Layers with errors in their files; `base` for the rules and forms of the base. A variant that depends on one is not returned. */
  readonly broken: ReadonlySet<string>
  /** Ids of items dropped because of a mistake in their own file: referring to one is not a second mistake. */
  readonly lost: ReadonlySet<string>
  /** Languages added by files, beyond Dutch and English. */
  readonly languages: readonly LanguageFiles[]
  /** Paths of the example files. */
  readonly examples: readonly string[]
}

/** Reports a finding at an item or one of its properties. */
export type Report = (
  code: Finding['code'],
  severity: Finding['severity'],
  item: object,
  property: string | number | undefined,
  message: string,
  mend: string,
) => void
