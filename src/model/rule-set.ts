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

/** A municipality, district or named area as its file gives it. */
export interface Layer {
  /** `amsterdam`, `amsterdam/centrum`, `amsterdam/centrum/wallen`. */
  readonly id: string
  readonly name: string
  readonly extends: string
  readonly source: Source
  /** Where its fields begin in the file: the top, or `areas[2]`. */
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

/** All files of a project, read and checked one by one; `resolveVariant` puts the layers of one town together. */
export interface RuleSet {
  readonly base: Catalogue
  /** What each version of the base changed, the newest first. */
  readonly changelog: z.infer<typeof ChangelogFile>['versions']
  readonly layers: ReadonlyMap<string, Layer>
  readonly provenance: Provenance
  /** The mark of each layer that has one of its own. */
  readonly marks: ReadonlyMap<string, Mark>
  /** Every PDF among the files, by its path. */
  readonly pdfs: ReadonlyMap<string, PdfForm>
  /** Layers in whose files something is wrong; `base` stands for the rules and forms of the base. A variant that rests on one is not given out. */
  readonly broken: ReadonlySet<string>
  /** Ids of items left out because their own file has a mistake in them: pointing at them is not a second mistake. */
  readonly lost: ReadonlySet<string>
  /** Languages that are added by files, beyond Dutch and English. */
  readonly languages: readonly LanguageFiles[]
  /** Paths of the example files. */
  readonly examples: readonly string[]
}

/** Findings of an item: `report` places them at the item or one of its properties. */
export type Report = (
  code: Finding['code'],
  severity: Finding['severity'],
  item: object,
  property: string | number | undefined,
  message: string,
  mend: string,
) => void
