import * as z from 'zod/mini'
import type { Packed } from './packed.ts'

/** A town, district or named area in the list on the first page. */
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
  /** Facts of the parts of the address that the first page asks for. */
  address: z.strictObject({ postcode: z.string(), street: z.string() }),
})
export type TownPlace = z.infer<typeof TownPlace>

/** Towns that a site loads from a file beside its page, `town.json`: the same data that the build includes for the towns it knows. Written by `horeca1 town`;
 * see `docs/adr/0034-a-town-beside-the-page.md`. */
export const TownFile = z.strictObject({
  schema: z.literal(1),
  /** Digest of the base that the towns are diffs against; a file without towns needs none. */
  base: z.string(),
  /** Whether the site offers only these towns. */
  only: z.boolean(),
  towns: z.readonly(
    z.array(
      z.strictObject({
        place: TownPlace,
        // the digest of the base vouches for the rest: a file that was edited by hand fails when its town is opened
        packed: z.custom<Packed>(
          (value) => typeof value === 'object' && value !== null && 'root' in value && 'shapes' in value && 'nl' in value,
        ),
        words: z.readonly(z.array(z.string())),
        /** By the tag of an added language: translations of the texts in the packed diff, in their order; 0: none. A site without that language ignores
         * them. */
        languages: z.optional(z.record(z.string(), z.readonly(z.array(z.union([z.string(), z.literal(0)]))))),
        /** The same for texts that apply for a time or in a case, which the rules hold in both languages: each by its Dutch and English text. */
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
  /** `otherBase`: made for another build of the site. */
  | { readonly ok: false; readonly problem: 'damaged' | 'otherBase' }

/** Parses `town.json`.
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
