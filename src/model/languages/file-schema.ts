import { z } from 'zod'
import { SCHEMA_VERSION } from '../schema/common.ts'

/** Texts of the pages under one key: a text, a list of texts, a text by case, or a group of them. */
export type PageWords = string | readonly PageWords[] | { readonly [key: string]: PageWords }
const PageWords: z.ZodType<PageWords> = z
  .lazy(() => z.union([z.string().min(1), z.array(PageWords).min(1), z.record(z.string().min(1), PageWords)]))
  .meta({ id: 'PageWords', description: 'A text, a list of texts, a text by case, or a group of them' })

/** Texts of the pages in an added language: `languages/<tag>/pages.yaml`. For the keys: `horeca1 language <tag>`. */
export const LanguagePagesFile = z.strictObject({
  schema: SCHEMA_VERSION,
  texts: z.record(z.string().min(1), PageWords),
})
export type LanguagePagesFile = z.infer<typeof LanguagePagesFile>

/** Texts of the rules in an added language: `languages/<tag>/rules.yaml`. */
export const LanguageRulesFile = z.strictObject({
  schema: SCHEMA_VERSION,
  texts: z.array(
    z.strictObject({
      /** The Dutch text, as in the rules. */
      nl: z.string().min(1),
      /** Its English text, to disambiguate the same Dutch words with two meanings. */
      en: z.string().min(1).optional(),
      to: z.string().min(1),
    }),
  ),
})
export type LanguageRulesFile = z.infer<typeof LanguageRulesFile>
