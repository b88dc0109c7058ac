import { assessCase } from '../../engine/assess.ts'
import { openCase } from '../../engine/case.ts'
import type { Case } from '../../engine/context.ts'
import { type ParsedAnswers, parseAnswerText } from '../../model/answers/parse-answers.ts'
import { readAnswers } from '../../model/answers/read-answers.ts'
import type { Finding } from '../../model/findings/finding.ts'
import { firstFindings } from '../../model/findings/more-findings.ts'
import type { Lang } from '../../model/lang.ts'
import { BASE } from '../../model/layers/base.ts'
import type { RuleSet } from '../../model/rule-set.ts'
import type { DiffJson } from '../../model/schema/diff-json.ts'
import { addAll } from '../../model/util/add-all.ts'
import type { Variant } from '../../model/variant.ts'
import { concernsTown, folderOfTown } from '../check/concerns-town.ts'
import { type Pair, variationsOf } from '../diff/businesses.ts'
import { compareBusinesses } from '../diff/compare-businesses.ts'
import { areTheSame, firstDayOfChange } from '../diff/days-of-change.ts'
import { diffOutcomes } from '../diff/outcomes.ts'
import { diffVariants } from '../diff/variants.ts'

/** A town under given rules on a given day. */
export interface ComparedSide {
  readonly ruleSet: RuleSet
  readonly variant: Variant
  readonly date: string
  /** Whether this day was asked for explicitly; it is then the filing date too. */
  readonly dated: boolean
}
type Outcome = NonNullable<DiffJson['outcomes']>[number]
/** An answer file, or why it cannot be used. */
export type MaybeAnswers = ParsedAnswers | { readonly findings: readonly Finding[] }

export interface ComparedVersions extends Pick<DiffJson, 'differences' | 'population' | 'outcomes'> {
  /** The day both are compared on: that of the first change, when nothing differs today. */
  readonly date: string
  /** Errors in answer files. */
  readonly broken: readonly Finding[]
}

/** Compares a town under older and newer rules on the same day, as otherwise every term would end on another one: the differences in words, which answer files
 * have another outcome, and for how many made-up businesses.
 * @param files those of the newer rules: their examples are the stock of businesses
 * @param options.dated whether the day was asked for explicitly: then it is kept
 * @param options.listed answer files instead of the examples of the town
 * @param options.businesses false: none are made up, which saves most of the time */
export function compareVersions(
  a: ComparedSide,
  b: ComparedSide,
  files: ReadonlyMap<string, string>,
  {
    lang,
    dated,
    listed,
    businesses = true,
  }: { readonly lang: Lang; readonly dated: boolean; readonly listed?: readonly MaybeAnswers[]; readonly businesses?: boolean },
): ComparedVersions {
  const differences = differencesOf(a, b, lang)
  // what only takes effect later shows on the day it does
  const date = (dated ? null : firstDayOfChange(a, b, b.date)) ?? b.date
  const on = { a: { ...a, date }, b: { ...b, date } }
  const broken: Finding[] = []
  const isOwn = ({ file }: ParsedAnswers): boolean => file.variant === b.variant.id
  const examples = b.ruleSet.examples.map((name) => parseAnswerText(name, files.get(name) ?? ''))
  const readable = examples.flatMap((each) => ('findings' in each ? [] : [each]))
  // errors in the example of another town are not reported here
  const own = examples.filter((each) => ('findings' in each ? each.findings.some(concernsTown(b.variant.id)) : isOwn(each)))
  const outcomes = (listed ?? own).flatMap((each) => outcomeOf(each, on.a, on.b, lang, broken))
  const stock = [...readable.filter(isOwn), ...readable.filter((each) => !isOwn(each) && each.source.file.startsWith(folderOfTown(BASE)))]
  const pairs = stock.map((each): Pair => ({ a: caseOf(each, on.a, lang).application, b: caseOf(each, on.b, lang).application }))
  const population = compareBusinesses(!businesses || areTheSame(a, b) ? [] : everyBusiness(pairs))
  return { differences, date, outcomes, population, broken }
}

/** All their differences, in words. */
export const differencesOf = (a: ComparedSide, b: ComparedSide, lang: Lang): DiffJson['differences'] =>
  diffVariants({ ruleSet: a.ruleSet, id: a.variant.id, date: a.date }, { ruleSet: b.ruleSet, id: b.variant.id, date: b.date }, lang) ?? []

function caseOf(parsed: ParsedAnswers, side: ComparedSide, lang: Lang): { application: Case; findings: readonly Finding[] } {
  const { answers, findings } = readAnswers(parsed.file, side.variant, parsed.source.file, (at) => parsed.source.at(at))
  const today = side.dated ? side.date : (parsed.today ?? side.date)
  return { findings, application: openCase(side.variant, answers, side.dated ? { today, filing: today } : { today }, lang) }
}

/** One answer file under both sides. What is wrong under both is an error in the file; what only one side has no place for is reported. */
export function outcomeOf(parsed: MaybeAnswers, a: ComparedSide, b: ComparedSide, lang: Lang, broken: Finding[]): Outcome[] {
  if ('findings' in parsed) {
    addAll(broken, parsed.findings)
    return []
  }
  const [left, right] = [caseOf(parsed, a, lang), caseOf(parsed, b, lang)]
  const key = ({ path, code }: Finding): string => `${path} ${code}`
  const others = new Set(right.findings.map(key))
  const both = firstFindings(left.findings.filter((finding) => others.has(key(finding))))
  if (both.length > 0) {
    addAll(broken, both)
    return []
  }
  const paths = (findings: readonly Finding[]): string[] => findings.map(({ path }) => path)
  // on different days every term ends on another one
  const counted =
    left.application.dates.today === right.application.dates.today && left.application.dates.filing === right.application.dates.filing
      ? undefined
      : { a: left.application.get('terms|'), b: right.application.get('terms|') }
  return [
    {
      file: parsed.source.file,
      notUsed: { a: paths(left.findings), b: paths(right.findings) },
      changes: diffOutcomes(assessCase(left.application), assessCase(right.application), { a: a.variant, b: b.variant }, counted),
    },
  ]
}

function* everyBusiness(pairs: readonly Pair[]): Generator<Pair> {
  yield* pairs
  yield* variationsOf(pairs)
}
