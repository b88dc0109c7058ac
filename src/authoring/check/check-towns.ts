import type { Finding } from '../../model/findings/finding.ts'
import { BASE } from '../../model/layers/base.ts'
import { addAll } from '../../model/util/add-all.ts'
import { neverFilled } from '../prove/find-unfillable.ts'
import { unusedAmong } from '../prove/find-unused.ts'
import type { TreeProof } from '../prove/tree.ts'
import { concernsTown } from './concerns-town.ts'
import type { Looked, Opened, Proved, TownChecker } from './town-checker.ts'

/** The tasks of a checker, wherever they are done. */
export type Checker = { [Task in keyof TownChecker]: (...given: Parameters<TownChecker[Task]>) => Promise<ReturnType<TownChecker[Task]>> }

/** A checker that runs them in this thread. */
export const checkerHere = (checker: TownChecker): Checker => ({
  open: async () => checker.open(),
  examples: async (names, only) => checker.examples(names, only),
  whole: async (filled) => checker.whole(filled),
  look: async (id, filled, alone) => checker.look(id, filled, alone),
  prove: async (id, said) => checker.prove(id, said),
})

/** The result of proving a tree. */
export type ProvedTree = Pick<TreeProof, 'mergedStates' | 'paths' | 'longest'>

export interface CheckedTowns {
  /** Everything wrong or worth knowing, without duplicates; for towns that were asked for by name, findings in their own files come first. */
  readonly findings: readonly Finding[]
  readonly examples: number
  readonly towns: readonly {
    readonly id: string
    readonly unverified: Looked['unverified']
    readonly toVerify: Looked['toVerify']
    /** null: it has errors. */
    readonly sound: Looked['sound']
    /** Its first questions over made-up businesses; null: another town represents it, or it has errors. */
    readonly first: Proved['first']
  }[]
}

/** Checks towns, districts and areas, and merges the findings. Neither these nor their order depend on the number of checkers.
 * @param opened what `open` of a checker returned
 * @param only these variants (one whose file cannot be read is not a variant); undefined: every one, and the base as a whole
 * @param below districts and areas of what was asked for: errors there are reported too; their trees are proved when they are asked for themselves
 * @param onTree called for each tree in the order of the towns, as soon as it is proved, or with the town whose tree it shares */
export async function checkTowns(
  checkers: readonly [Checker, ...Checker[]],
  opened: Opened,
  only: readonly string[] | undefined,
  below: readonly string[] = [],
  onTree: (id: string, tree: ProvedTree | { readonly sameAs: string }) => void = () => undefined,
): Promise<CheckedTowns> {
  const findings: Finding[] = [...opened.findings]
  const ids = only?.filter((id) => opened.ids.includes(id)) ?? opened.ids

  const variants = only && [...ids, ...below]
  const examples = (await shared(checkers, inPortions(opened.examples), (checker, names) => checker.examples(names, variants))).flat()
  const itsOwn = examples.filter(({ variant }) => !below.includes(variant))
  const said = itsOwn.flatMap((example) => example.said ?? [])
  const filled = [...new Set(itsOwn.flatMap((example) => example.filled))]
  // boxes that no town asks yet count as well, and are no error; those that can be filled need not be proved for each town
  const whole = only === undefined ? await checkers[0].whole(filled) : null
  const known = [...filled, ...(whole?.boxes?.possible ?? [])]

  const looked: Looked[] = []
  const proved: (Proved | null)[] = []
  const firstWith = new Map<string, number>()
  const told = inOrder(ids.length, (index) => {
    const key = looked[index]?.sound?.treeKey
    const id = ids[index] ?? ''
    if (key === undefined) return
    const same = firstWith.get(key) ?? index
    if (same !== index) onTree(id, { sameAs: ids[same] ?? '' })
    for (const { proof } of proved[index]?.trees ?? []) onTree(id, proof)
  })
  const keys = inOrder(ids.length, (index) => {
    const key = looked[index]?.sound?.treeKey
    if (key !== undefined && !firstWith.has(key)) firstWith.set(key, index)
  })
  await shared(checkers, ids, async (checker, id, index) => {
    const town = await checker.look(id, known, only !== undefined)
    looked[index] = town
    // towns that differ in nothing the tree reads share the proof of the first in the list: the others wait until that is known
    await keys.reached(index)
    const isFirst = town.sound !== null && firstWith.get(town.sound.treeKey) === index
    proved[index] = isFirst ? await checker.prove(id, said) : null
    await told.reached(index, false)
  })

  for (const [index] of ids.entries()) {
    const { findings: found = [], sound = null } = looked[index] ?? {}
    addAll(findings, [...found, ...(sound?.wrong ?? []), ...(proved[index]?.trees ?? []).flatMap((tree) => tree.findings)])
  }
  for (const id of below) {
    const { findings: found, sound } = await checkers[0].look(id, known, true)
    // its notes are those of the municipality, or are reported when it is asked for itself
    addAll(
      findings,
      [...found, ...(sound?.wrong ?? [])].filter(({ severity }) => severity !== 'note'),
    )
  }
  const chain = only === undefined ? null : layersOf(looked)
  for (const { layer, findings: repeats } of opened.repeats) if (chain === null || chain.has(layer)) addAll(findings, repeats)
  for (const example of examples) addAll(findings, example.findings)
  for (const [index] of ids.entries()) addAll(findings, proved[index]?.notEnough ?? [])
  if (whole) addAll(findings, whole.findings)
  // what one town leaves out another may need: checked alone, a town answers for what it wrote itself
  const own = chain && new Set([...chain].filter((layer) => layer !== BASE))
  const sound = looked.flatMap((town) => town.sound ?? [])
  addAll(findings, unusedAmong([...sound.map(({ uses }) => uses), ...(whole?.uses ? [whole.uses] : [])], own))
  addAll(findings, neverFilled([...sound.map(({ boxes }) => boxes), ...(whole?.boxes ? [whole.boxes] : [])], new Set(filled)))
  return {
    findings: ownFirst(unique(findings), only),
    examples: examples.length,
    towns: ids.map((id, index) => ({
      id,
      unverified: looked[index]?.unverified ?? null,
      toVerify: looked[index]?.toVerify ?? null,
      sound: looked[index]?.sound ?? null,
      first: proved[index]?.first ?? null,
    })),
  }
}

const layersOf = (looked: readonly Looked[]): ReadonlySet<string> => new Set(looked.flatMap((town) => town.sound?.layers ?? []))

/** Each thread takes the next piece as soon as it is free. Results keep the order of the pieces. */
async function shared<P, T>(
  checkers: readonly Checker[],
  pieces: readonly P[],
  work: (checker: Checker, piece: P, index: number) => Promise<T>,
): Promise<T[]> {
  const made: T[] = []
  const queue = pieces.entries()
  await Promise.all(
    checkers.map(async (checker) => {
      for (const [index, piece] of queue) made[index] = await work(checker, piece, index)
    }),
  )
  return made
}

/** Examples of one portion mostly belong to one town: they share a folder. */
function inPortions(names: readonly string[]): string[][] {
  const portions: string[][] = []
  for (const name of names) {
    const last = portions.at(-1)
    const before = last?.at(-1)
    if (last && before && last.length < PORTION && folderOf(before) === folderOf(name)) last.push(name)
    else portions.push([name])
  }
  return portions
}
const PORTION = 8

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/'))

/** Calls `turn` for each number in order, as soon as it and all before it were reached; `reached` waits for that. */
function inOrder(length: number, turn: (index: number) => void): { reached(index: number, waits?: boolean): Promise<void> } {
  const here = new Set<number>()
  const waiting = new Map<number, () => void>()
  let next = 0
  return {
    reached: (index, waits = true) =>
      new Promise((resolve) => {
        here.add(index)
        if (waits) waiting.set(index, resolve)
        else resolve()
        for (; next < length && here.has(next); next++) {
          turn(next)
          waiting.get(next)?.()
          waiting.delete(next)
        }
      }),
  }
}

/** Findings on the variants that were asked for first. */
function ownFirst(findings: readonly Finding[], only: readonly string[] | undefined): Finding[] {
  if (only === undefined) return [...findings]
  const own = new Set(findings.filter((finding) => only.some((id) => concernsTown(id)(finding))))
  return [...own, ...findings.filter((finding) => !own.has(finding))]
}

/** A mistake in the base shows up in every town: once is enough. */
function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()]
}
