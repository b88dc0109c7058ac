import { findingJson } from '../../model/findings/told.ts'
import { loadRuleSet } from '../../model/load.ts'
import type { TownFile } from '../../model/packed/town-file.ts'
import { officialsOf, writeTownFile } from '../../model/packed/write-town-file.ts'
import { resolveVariant, variantIds } from '../../model/resolve.ts'
import type { RuleSet } from '../../model/rule-set.ts'
import type { Text } from '../../model/schema/common.ts'
import type { Rules } from '../../model/sound-variant.ts'
import { checkerHere, checkTowns } from '../check/check-towns.ts'
import { TownChecker } from '../check/town-checker.ts'
import type { NoteToVerify } from '../to-verify.ts'

/** A finding in both languages. */
export type ToldFinding = ReturnType<typeof findingJson>

/** For a note, also what it is about, for readers who do not know the ids. */
export type ToldNote = ToldFinding & { readonly about: Text | null }
const tellNote = ({ about, ...finding }: NoteToVerify): ToldNote => ({ ...findingJson(finding), about })

/** The rules of a site with the files of one municipality. */
export interface TownToJudge {
  /** Every rule file of the base and of towns this one builds on, by path. */
  readonly base: ReadonlyMap<string, string>
  /** Files of the municipality, by path in a project. */
  readonly own: ReadonlyMap<string, string>
  /** Id of the municipality: the name of its folder. */
  readonly town: string
  /** Day of the check. */
  readonly date: string
  readonly sha256: (text: string) => string
}

export interface JudgedTown {
  readonly town: string
  /** null: its own file is unusable. */
  readonly name: string | null
  /** As `check --variant` reports them for the municipality and each of its districts and areas, own files first. */
  readonly findings: readonly ToldFinding[]
  /** What it has yet to decide, in the words of the base, and how many fees have no amount. */
  readonly owed: readonly Text[]
  readonly priceless: number
  /** What nobody verified against its source: in files of the municipality, and of the base where it can give the value itself. */
  readonly toVerify: { readonly own: readonly ToldNote[]; readonly ofBase: readonly ToldNote[] }
  /** What `horeca1 town` writes; null while there are errors. */
  readonly file: TownFile | null
  /** SHA-256 of the PDFs its forms are filled in on: they go beside that file. */
  readonly officials: readonly string[]
}

/** A judged municipality with its rules, for comparison. */
export interface Judgement {
  readonly judged: JudgedTown
  readonly rules: Rules
  readonly resolve: (ruleSet: RuleSet, id: string) => ReturnType<typeof resolveVariant>
}

/** Checks the files of a municipality over a base and makes its file, as `horeca1 check --variant` and `horeca1 town` do. Pure, apart from its cache of what
 * was read before. */
export async function judgeTown({ base, own, town, date, sha256 }: TownToJudge): Promise<Judgement> {
  const files = new Map([...base, ...own])
  const rules: Rules = { files, ...loadRuleSet(files) }
  const made = new WeakMap<RuleSet, Map<string, ReturnType<typeof resolveVariant>>>()
  const resolve = (ruleSet: RuleSet, id: string): ReturnType<typeof resolveVariant> => {
    const known = made.get(ruleSet) ?? new Map()
    made.set(ruleSet, known)
    const variant = known.get(id) ?? resolveVariant(ruleSet, id, { date, hash: sha256 })
    known.set(id, variant)
    return variant
  }
  const checker = new TownChecker({ rules, date, resolve, sha256 })
  const ids = rules.ruleSet ? variantIds(rules.ruleSet).filter((id) => id.startsWith(`${town}/`)) : []
  const { findings, towns } = await checkTowns([checkerHere(checker)], checker.open(), [town, ...ids])
  const isSound = findings.every(({ severity }) => severity !== 'error')
  const written = isSound ? writeTownFile(rules, town, { resolve, sha256, only: false }) : null
  const [itself] = towns.filter(({ id }) => id === town)
  return {
    rules,
    resolve,
    judged: {
      town,
      name: rules.ruleSet?.layers.get(town)?.name ?? null,
      findings: findings.map(findingJson),
      owed: itself?.sound?.owed ?? [],
      priceless: itself?.sound?.priceless ?? 0,
      toVerify: { own: (itself?.toVerify?.own ?? []).map(tellNote), ofBase: (itself?.toVerify?.ofBase ?? []).map(tellNote) },
      file: written && 'file' in written ? written.file : null,
      officials: written && 'file' in written ? officialsOf(written.variants).map(({ digest }) => digest) : [],
    },
  }
}
