import { BASE } from '../../model/layers/base.ts'
import { TownId } from '../../model/schema/common.ts'

/** `'s-Hertogenbosch` → `s-hertogenbosch`, `Súdwest-Fryslân` → `sudwest-fryslan`: the id of a town, which also names its folder. null when the name has no
 * letter to start with, or is the word reserved for the base. */
export function townIdOf(name: string): string | null {
  const id = name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return TownId.safeParse(id).success && id !== BASE && id.length <= LONGEST ? id : null
}

/** Every file system accepts folder names of up to 255 bytes; nobody needs a quarter of that. */
const LONGEST = 60
