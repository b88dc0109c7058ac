import * as z from 'zod/mini'
import type { Packed } from './packed.ts'

/** A town, district or named area in the list of the first page. */
export const TownPlace = z.strictObject({
  id: z.string(),
  name: z.string(),
  extends: z.string(),
  example: z.boolean(),
  ofTown: z.boolean(),
  postcodes: z.readonly(z.array(z.string())),
  area: z.nullable(
    z.strictObject({
      streets: z.readonly(
        z.array(
          z.union([
            z.string(),
            z.strictObject({
              street: z.string(),
              from: z.optional(z.number()),
              until: z.optional(z.number()),
              side: z.optional(z.enum(['odd', 'even'])),
            }),
          ]),
        ),
      ),
      postcodes: z.readonly(z.array(z.string())),
      question: z.nullable(z.string()),
    }),
  ),
  /** Facts that hold the parts of the address that the first page asks. */
  address: z.strictObject({ postcode: z.string(), street: z.string() }),
})
export type TownPlace = z.infer<typeof TownPlace>

/** Towns that a site takes from a file beside its page, `town.json`: what the build puts in for the towns it knows itself. Written by `horeca1 town`; see
 * `docs/adr/0034-a-town-beside-the-page.md`. */
export const TownFile = z.strictObject({
  schema: z.literal(1),
  /** Digest of the base that the towns are differences from; a file without towns needs none. */
  base: z.string(),
  /** The site offers these towns and no other. */
  only: z.boolean(),
  towns: z.readonly(
    z.array(
      z.strictObject({
        place: TownPlace,
        // what the digest of the base vouches for: a file that was changed by hand fails when its town is opened
        packed: z.custom<Packed>(
          (value) => typeof value === 'object' && value !== null && 'root' in value && 'shapes' in value && 'nl' in value,
        ),
        words: z.readonly(z.array(z.string())),
        /** By the tag of a language that files add: texts for those of the packed difference, in their order; 0: none. A site that does not speak it leaves them. */
        languages: z.optional(z.record(z.string(), z.readonly(z.array(z.union([z.string(), z.literal(0)]))))),
        /** The same of texts that hold for a time or in a case, which have both languages in the rules: each by its Dutch and English words. */
        bothLanguages: z.optional(
          z.record(z.string(), z.readonly(z.array(z.strictObject({ nl: z.string(), en: z.string(), to: z.string() })))),
        ),
      }),
    ),
  ),
})
export type TownFile = z.infer<typeof TownFile>

/** The text of `town.json`. */
export const townText = (file: TownFile): string => `${JSON.stringify(file)}\n`

export type TownFileRead =
  | { readonly ok: true; readonly file: TownFile }
  /** `otherBase`: made for another publication of the site. */
  | { readonly ok: false; readonly problem: 'damaged' | 'otherBase' }

/** Reads `town.json`.
 * @param base digest of the base of this site */
export function readTownFile(text: string, base: string): TownFileRead {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, problem: 'damaged' }
  }
  const read = TownFile.safeParse(json)
  if (!read.success) return { ok: false, problem: 'damaged' }
  if (read.data.towns.length > 0 && read.data.base !== base) return { ok: false, problem: 'otherBase' }
  return { ok: true, file: read.data }
}
