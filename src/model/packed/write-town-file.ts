import type { Variant } from '../variant.ts'
import { type BasePack, packVariant } from './pack.ts'
import type { TownFile, TownPlace } from './town-file.ts'

/** Says for which base a difference was made: rules, words and the shape that the program gives them. */
export const baseDigest = ({ packed, en }: Pick<BasePack, 'packed' | 'en'>, sha256: (text: string) => string): string =>
  sha256(JSON.stringify([packed, en])).slice(0, 32)

/** @param base digest of `pack` */
export const townFile = (
  towns: readonly { readonly place: TownPlace; readonly variant: Variant }[],
  pack: BasePack,
  base: string,
  only: boolean,
): TownFile => ({
  schema: 1,
  base,
  only,
  towns: towns.map(({ place, variant }) => {
    const { packed, en } = packVariant(variant, pack)
    return { place, packed, words: en }
  }),
})

/** `town.json` of a site that has no towns but those it was built with. */
export const NO_TOWNS: TownFile = { schema: 1, base: '', only: false, towns: [] }
