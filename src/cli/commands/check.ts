import { dirname } from 'node:path'
import { neverFilled } from '../../authoring/prove/find-unfillable.ts'
import { unusedAmong } from '../../authoring/prove/find-unused.ts'
import type { TreeProof } from '../../authoring/prove/tree.ts'
import type { AnswersNeeded } from '../../authoring/stats/answers-needed.ts'
import type { Finding } from '../../model/findings/finding.ts'
import { findingJson, tellFinding } from '../../model/findings/told.ts'
import { BASE } from '../../model/layers/layers.ts'
import { addAll } from '../../model/util/add-all.ts'
import type { Asked, Looked, Proved } from '../check/town-checker.ts'
import { type Checker, openPool, type WorkerPool } from '../check/worker-pool.ts'
import { type Options, readOptions } from '../options.ts'
import { openProject, openVariant } from '../project.ts'
import type { ExitCode, Terminal } from '../terminal.ts'

type Shown = Pick<TreeProof, 'mergedStates' | 'paths' | 'longest'>

/** What `check` says besides its findings. */
const WORDS = {
  nl: {
    tree: (id: string, { mergedStates, paths, longest }: Shown) =>
      `beslisboom van ${id}: ${mergedStates} samengevoegde toestanden staan voor ${paths.toLocaleString('nl')} wegen; langste ${longest} stappen`,
    sameTree: (id: string, other: string) => `beslisboom van ${id}: zoals ${other}`,
    first: (id: string, businesses: number, { mean, max, optimum }: AnswersNeeded) =>
      `eerste vragen van ${id}: ${businesses} verzonnen zaken hebben gemiddeld ${mean.toFixed(2)} antwoorden nodig, ten hoogste ${max}; geen volgorde komt onder ${optimum.toFixed(2)}`,
    looked: (variants: number, examples: number) => `${variants} gemeenten en stadsdelen, ${examples} voorbeelden`,
    below: (ids: readonly string[]) => `ook bekeken: ${ids.join(', ')}; hun beslisboom met check --variant`,
    toVerify: (id: string, own: number, ofBase: number) =>
      `nog na te gaan in ${id}: ${own} in eigen bestanden, ${ofBase} waarden van de basis die de gemeente zelf kan geven`,
    where: 'check --variant noemt ze met de plaats en hoe u ze nagaat',
    owed: (id: string, values: readonly string[], fees: number) =>
      `${id} moet nog beslissen: ${[...values, ...(fees > 0 ? [fees === 1 ? '1 bedrag' : `${fees} bedragen`] : [])].join('; ')}. Tot dan leest de ondernemer: vraag het uw gemeente.`,
    counted: (errors: number, warnings: number, notes: number, kinds: string) =>
      `${errors} fouten, ${warnings} waarschuwingen, ${notes} notities${kinds === '' ? '' : ` (${kinds}; --json noemt ze)`}`,
  },
  en: {
    tree: (id: string, { mergedStates, paths, longest }: Shown) =>
      `tree of ${id}: ${mergedStates} merged states represent ${paths.toLocaleString('en')} paths; longest ${longest} steps`,
    sameTree: (id: string, other: string) => `tree of ${id}: as ${other}`,
    first: (id: string, businesses: number, { mean, max, optimum }: AnswersNeeded) =>
      `first questions of ${id}: ${businesses} made-up businesses need ${mean.toFixed(2)} answers on average, ${max} at most; no order of asking needs fewer than ${optimum.toFixed(2)}`,
    looked: (variants: number, examples: number) => `${variants} variants, ${examples} examples`,
    below: (ids: readonly string[]) => `also looked at: ${ids.join(', ')}; their trees with check --variant`,
    toVerify: (id: string, own: number, ofBase: number) =>
      `still to verify in ${id}: ${own} in its own files, ${ofBase} values of the base that the town can give itself`,
    where: 'check --variant lists them with their place and how to verify them',
    owed: (id: string, values: readonly string[], fees: number) =>
      `${id} has yet to decide: ${[...values, ...(fees > 0 ? [fees === 1 ? '1 amount' : `${fees} amounts`] : [])].join('; ')}. Until then the applicant reads: ask your municipality.`,
    counted: (errors: number, warnings: number, notes: number, kinds: string) =>
      `${errors} errors, ${warnings} warnings, ${notes} notes${kinds === '' ? '' : ` (${kinds}; --json lists them)`}`,
  },
} as const

/** `check [--variant V]`: every rule, form, layer, example, translation, contrast and tree; 1 when one finding is an error. Unverified and stale values are notes.
 * All towns are looked at in several threads; what is said, and in which order, does not depend on how many. */
export async function check(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, ['variant', 'threads'])
  const asked = { cwd: terminal.cwd, rules: options.rules, date: options.date ?? terminal.today }
  const pool = openPool(asked, options.variant === undefined ? options.threads : 1)
  try {
    return await checkWith(pool, asked, options, terminal)
  } finally {
    await pool.close()
  }
}

async function checkWith({ checkers }: WorkerPool, asked: Asked, options: Options, terminal: Terminal): Promise<ExitCode> {
  const { variant: only } = options
  const words = WORDS[options.lang]
  const say = (line: string): void => {
    if (!options.json) terminal.out(line)
  }
  const opened = await checkers[0].open()
  const findings: Finding[] = [...opened.findings]
  // a town whose own file cannot be read is no variant: what is wrong with that file is all there is to say
  const isKnown = only === undefined || opened.ids.includes(only)
  if (only !== undefined && !isKnown && !findings.some(concerns(only))) openVariant(openProject(asked.cwd, asked.rules), only, asked.date)
  const ids = only === undefined ? opened.ids : isKnown ? [only] : []
  // a municipality answers for its districts and areas: what is wrong there is told too; their trees are proved when they are asked for themselves
  const below = only === undefined ? [] : opened.ids.filter((id) => id.startsWith(`${only}/`))

  const variants = only === undefined ? undefined : [only, ...below]
  const examples = (await shared(checkers, inPortions(opened.examples), (checker, names) => checker.examples(names, variants))).flat()
  const itsOwn = examples.filter(({ variant }) => only === undefined || variant === only)
  const said = itsOwn.flatMap((example) => example.said ?? [])
  const filled = [...new Set(itsOwn.flatMap((example) => example.filled))]
  // boxes that no town asks yet count as well, and are right too; what can be filled in them need not be proved for each town
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
    if (same !== index) say(words.sameTree(id, ids[same] ?? ''))
    for (const { proof } of proved[index]?.trees ?? []) say(words.tree(id, proof))
  })
  const keys = inOrder(ids.length, (index) => {
    const key = looked[index]?.sound?.treeKey
    if (key !== undefined && !firstWith.has(key)) firstWith.set(key, index)
  })
  await shared(checkers, ids, async (checker, id, index) => {
    const town = await checker.look(id, known, only !== undefined)
    looked[index] = town
    // towns that differ in nothing the tree reads share one proof, and that of the first in the list: the others wait until that is known
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
    // its notes are those of the municipality, or are told when it is asked for itself
    addAll(
      findings,
      [...found, ...(sound?.wrong ?? [])].filter(({ severity }) => severity !== 'note'),
    )
  }
  const chain = only === undefined ? null : (looked[0]?.sound?.layers ?? [])
  for (const { layer, findings: repeats } of opened.repeats) if (chain === null || chain.includes(layer)) addAll(findings, repeats)
  for (const example of examples) addAll(findings, example.findings)
  for (const [index, id] of ids.entries()) {
    const { notEnough = [], first = null } = proved[index] ?? {}
    addAll(findings, notEnough)
    if (first) say(words.first(id, first.businesses, first.needed))
  }
  if (whole) addAll(findings, whole.findings)
  // what one town leaves out another may need: alone, a town answers for what it wrote itself
  const own = only === undefined ? null : new Set((looked[0]?.sound?.layers ?? []).filter((layer) => layer !== BASE))
  const sound = looked.flatMap((town) => town.sound ?? [])
  addAll(findings, unusedAmong([...sound.map(({ uses }) => uses), ...(whole?.uses ? [whole.uses] : [])], own))
  addAll(findings, neverFilled([...sound.map(({ boxes }) => boxes), ...(whole?.boxes ? [whole.boxes] : [])], new Set(filled)))
  // a municipality answers for its districts; one that was asked for tells all, with place and mend
  for (const [index, id] of ids.entries()) {
    const { own = [], ofBase = [] } = looked[index]?.toVerify ?? {}
    if (own.length + ofBase.length === 0 || (only === undefined && id.includes('/'))) continue
    say(words.toVerify(id, own.length, ofBase.length))
    if (only !== undefined) for (const finding of [...own, ...ofBase]) say(`  ${tellFinding(finding, options.lang)}`)
  }
  if (only === undefined && ids.some((id) => id !== BASE)) say(words.where)
  say(words.looked(ids.length + below.length, examples.length))
  if (below.length > 0) say(words.below(below))
  if (only !== undefined && only !== BASE) {
    const { owed = [], priceless = 0 } = looked[0]?.sound ?? {}
    if (owed.length + priceless > 0)
      say(
        words.owed(
          only,
          owed.map((label) => label[options.lang]),
          priceless,
        ),
      )
  }
  return report(ownFirst(unique(findings), only), options, terminal)
}

/** Each thread takes the next piece as soon as it is free. Comes back in the order of the pieces. */
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

/** Examples of one portion are mostly of one town: those that share a folder. */
function inPortions(names: readonly string[]): string[][] {
  const portions: string[][] = []
  for (const name of names) {
    const last = portions.at(-1)
    const before = last?.at(-1)
    if (last && before && last.length < PORTION && dirname(before) === dirname(name)) last.push(name)
    else portions.push([name])
  }
  return portions
}
const PORTION = 8

/** Does something for each number in turn, as soon as it and all before it were reached; `reached` waits for that. */
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

/** Whether a finding stands in a file of the town of this variant. */
const concerns = (variant: string): ((finding: Finding) => boolean) => {
  const folder = `rules/municipalities/${variant.split('/')[0]}/`
  return ({ file }) => file.startsWith(folder)
}

/** What concerns the variant that was asked for, before what concerns the rest. */
function ownFirst(findings: readonly Finding[], variant: string | undefined): Finding[] {
  if (variant === undefined) return [...findings]
  const own = findings.filter(concerns(variant))
  return [...own, ...findings.filter((finding) => !own.includes(finding))]
}

/** The same mistake in the base shows in every town: once is enough. */
function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()]
}

function report(findings: readonly Finding[], { json, lang }: Pick<Options, 'json' | 'lang'>, terminal: Terminal): ExitCode {
  const errors = findings.filter((finding) => finding.severity === 'error')
  if (json) terminal.out(JSON.stringify(findings.map(findingJson), null, 2))
  else {
    for (const finding of findings) if (finding.severity !== 'note') terminal.err(tellFinding(finding, lang))
    const count = (severity: Finding['severity']): number => findings.filter((finding) => finding.severity === severity).length
    const notes = new Map<string, number>()
    for (const { severity, code } of findings) if (severity === 'note') notes.set(code, (notes.get(code) ?? 0) + 1)
    const kinds = [...notes].map(([code, n]) => `${code} ${n}`).join(', ')
    terminal.out(WORDS[lang].counted(errors.length, count('warning'), count('note'), kinds))
  }
  return errors.length > 0 ? 1 : 0
}
