import type { TownFileRead } from '../../model/packed/town-file.ts'
import type { TownEntry } from '../site.ts'
import { type RulesFile, townsOfFile, type WordsFile } from './packed-town.ts'

/** The contents of `town.json` beside the page. */
export interface TownsBeside {
  readonly towns: readonly TownEntry[]
  /** The site offers these towns and no others. */
  readonly only: boolean
  readonly problem: Extract<TownFileRead, { ok: false }>['problem'] | null
}

const NONE: TownsBeside = { towns: [], only: false, problem: null }

/** Reads the towns that were put beside the page. Without such a file, or offline, the site has the towns it was built with.
 * @param base digest of the base rules of this site; `shared` fetches them */
export async function townsBeside(
  base: string,
  shared: { readonly rules: () => Promise<RulesFile>; readonly words: () => Promise<WordsFile> },
): Promise<TownsBeside> {
  const answer = await fetch('town.json').catch(() => null)
  if (!answer?.ok) return NONE
  const text = await answer.text()
  // the empty file that the build writes: no need to load the reader
  if (text.length < 80 && text.includes('"towns":[]')) return NONE
  const { readTownFile } = await import('../../model/packed/town-file.ts')
  const read = readTownFile(text, base)
  return read.ok ? { towns: townsOfFile(read.file, shared), only: read.file.only, problem: null } : { ...NONE, problem: read.problem }
}

/** A town beside the page replaces a built-in one with the same id. */
export function withTownsBeside(known: readonly TownEntry[], { towns, only }: TownsBeside): TownEntry[] {
  const beside = new Set(towns.map(({ id }) => id))
  return [...(only ? known.filter(({ example }) => example) : known).filter(({ id }) => !beside.has(id)), ...towns]
}
