import { type Pair, variationsOf } from '../../authoring/diff/businesses.ts'
import { compareBusinesses } from '../../authoring/diff/compare-businesses.ts'
import { areTheSame, firstDayOfChange } from '../../authoring/diff/days-of-change.ts'
import { diffOutcomes } from '../../authoring/diff/outcomes.ts'
import { diffVariants } from '../../authoring/diff/variants.ts'
import { assessCase } from '../../engine/assess.ts'
import { openCase } from '../../engine/case.ts'
import type { Case } from '../../engine/context.ts'
import { readAnswers } from '../../model/answers/read-answers.ts'
import { type Finding, formatFinding } from '../../model/findings/finding.ts'
import { firstFindings } from '../../model/findings/more-findings.ts'
import { tellFinding } from '../../model/findings/told.ts'
import { BASE } from '../../model/layers/layers.ts'
import type { RuleSet } from '../../model/rule-set.ts'
import { IsoDate } from '../../model/schema/common.ts'
import type { DiffJson } from '../../model/schema/diff-json.ts'
import { addAll } from '../../model/util/add-all.ts'
import type { Variant } from '../../model/variant.ts'
import { answerFilesIn } from '../answer-files.ts'
import { olderRules, openOlder, unusable } from '../older-rules.ts'
import { type Options, readOptions, required } from '../options.ts'
import { openProject, openVariant, type Project } from '../project.ts'
import { type ParsedAnswers, parseAnswerFile, parseAnswerText } from '../read-case.ts'
import { fail } from '../report.ts'
import { type ExitCode, type Terminal, WrongUse } from '../terminal.ts'
import { differencesInWords } from './diff-in-words.ts'

type Outcome = NonNullable<DiffJson['outcomes']>[number]

/** `diff A B [--answers-dir D]`: two towns, or one town on two days (`voorbeeld@2026-01-01`), in plain words, and whose outcome changes. `diff A --from FOLDER|REV`:
 * the town as it was there and as it is now, over its examples and over made-up businesses. 0 also when they differ; 1 when an answer file or the rules are broken. */
export function diff(args: readonly string[], terminal: Terminal): ExitCode {
  const options = readOptions(args, ['answers-dir', 'from'])
  const [first, second, ...more] = options.positionals
  if (more.length > 0) throw new WrongUse(`two towns are compared, and "${more[0]}" is a third.`)
  const project = openProject(terminal.cwd, options.rules)
  return options.from === undefined
    ? diffTowns(project, required(first, 'The first town to compare'), required(second, 'The second town to compare'), options, terminal)
    : diffVersions(project, required(first, 'The town to compare'), second, options.from, options, terminal)
}

interface Opened {
  readonly ruleSet: RuleSet
  readonly variant: Variant
  readonly date: string
  /** Was this day asked for by name? Then it is the filing date too. */
  readonly dated: boolean
}
type Side = Opened | { readonly findings: readonly Finding[] }

function diffTowns(project: Project, first: string, second: string, options: Options, terminal: Terminal): ExitCode {
  const a = openSide(project, first, options, terminal)
  const b = openSide(project, second, options, terminal)
  const wrong = [...('findings' in a ? a.findings : []), ...('findings' in b ? b.findings : [])]
  if ('findings' in a || 'findings' in b) return fail(distinct(wrong), options, terminal)
  const { lang, answersDir } = options
  const files = answersDir === undefined ? null : answerFilesIn(answersDir, terminal.cwd)
  const broken: Finding[] = []
  const outcomes = files?.flatMap((file) => outcomeOf(parseAnswerFile(file, terminal.cwd), a, b, options, broken)) ?? null
  const { differences } = differencesOf(a, b, options)
  return report({ lang, ...sidesOf(a, b, null), differences, population: null, outcomes }, broken, options, terminal)
}

/** A town under older rules and under those that stand here, on one day: else every term would end on another day. */
function diffVersions(
  project: Project,
  first: string,
  second: string | undefined,
  from: string,
  options: Options,
  terminal: Terminal,
): ExitCode {
  const { lang, answersDir } = options
  for (const name of [first, second ?? first])
    if (name.includes('@')) throw new WrongUse(`with --from both are compared on one day: write --date ${name.split('@')[1]}, not ${name}.`)
  const older = olderRules(from, project.root, terminal.cwd, lang)
  const before = openOlder(older, project.root)
  const day = options.date ?? terminal.today
  const b = openOn(project, second ?? first, day, true)
  if ('findings' in b) return fail(b.findings, options, terminal)
  const a = openOn(before, first, day, true, older.name)
  if ('findings' in a) throw unusable(a.findings, older, lang)
  const { differences, date } = differencesOf(a, b, options)
  const on = { a: { ...a, date }, b: { ...b, date } }
  const broken: Finding[] = []
  const isOwn = ({ file }: ParsedAnswers): boolean => file.variant === b.variant.id
  const examples = b.ruleSet.examples.map((name) => parseAnswerText(name, project.files.get(name) ?? ''))
  const readable = examples.flatMap((each) => ('findings' in each ? [] : [each]))
  // a mistake in the example of another town is not for here
  const own = examples.filter((each) => ('findings' in each ? each.findings.some(concerns(b.variant.id)) : isOwn(each)))
  const listed = answersDir === undefined ? own : answerFilesIn(answersDir, terminal.cwd).map((file) => parseAnswerFile(file, terminal.cwd))
  const outcomes = listed.flatMap((each) => outcomeOf(each, on.a, on.b, options, broken))
  const stock = [...readable.filter(isOwn), ...readable.filter((each) => !isOwn(each) && each.source.file.startsWith('rules/base/'))]
  const pairs = stock.map((each): Pair => ({ a: caseOf(each, on.a, lang).application, b: caseOf(each, on.b, lang).application }))
  const population = compareBusinesses(areTheSame(a, b) ? [] : everyBusiness(pairs))
  return report({ lang, ...sidesOf(on.a, on.b, older.name), differences, population, outcomes }, broken, options, terminal)
}

function* everyBusiness(pairs: readonly Pair[]): Generator<Pair> {
  yield* pairs
  yield* variationsOf(pairs)
}

/** Whether a finding stands in a file of the town of this variant. */
const concerns = (variant: string): ((finding: Finding) => boolean) => {
  const folder = variant === BASE ? 'rules/base/' : `rules/municipalities/${variant.split('/')[0]}/`
  return ({ file }) => file.startsWith(folder)
}

function differencesOf(a: Opened, b: Opened, { lang, date }: Options): { differences: DiffJson['differences']; date: string } {
  const differences =
    diffVariants({ ruleSet: a.ruleSet, id: a.variant.id, date: a.date }, { ruleSet: b.ruleSet, id: b.variant.id, date: b.date }, lang) ?? []
  // what only begins later shows on the day on which it does
  const later = date === undefined && a.ruleSet !== b.ruleSet ? firstDayOfChange(a, b, b.date) : null
  return { differences, date: later ?? b.date }
}

const sidesOf = (a: Opened, b: Opened, from: string | null): Pick<DiffJson, 'a' | 'b'> => ({
  a: { id: a.variant.id, name: a.variant.name, date: a.date, from },
  b: { id: b.variant.id, name: b.variant.name, date: b.date, from: null },
})

function report(result: DiffJson, broken: readonly Finding[], { json, lang }: Options, terminal: Terminal): ExitCode {
  terminal.out(json ? JSON.stringify(result, null, 2) : differencesInWords(result))
  for (const finding of broken) terminal.err(tellFinding(finding, lang))
  return broken.length > 0 ? 1 : 0
}

function openSide(project: Project, text: string, options: Options, terminal: Terminal): Side {
  const [id = '', day, ...rest] = text.split('@')
  if (rest.length > 0 || (day !== undefined && !IsoDate.safeParse(day).success))
    throw new WrongUse(`after @ comes a day that exists, such as ${id}@2026-05-01, not "${[day, ...rest].join('@')}".`)
  return openOn(project, id, day ?? options.date ?? terminal.today, (day ?? options.date) !== undefined)
}

function openOn(project: Project, id: string, date: string, dated: boolean, where?: string): Side {
  const { variant, findings } = openVariant(project, id, date, where)
  return variant && project.ruleSet ? { ruleSet: project.ruleSet, variant, date, dated } : { findings }
}

function caseOf(parsed: ParsedAnswers, side: Opened, lang: Options['lang']): { application: Case; findings: readonly Finding[] } {
  const { answers, findings } = readAnswers(parsed.file, side.variant, parsed.source.file, (at) => parsed.source.at(at))
  const today = side.dated ? side.date : (parsed.today ?? side.date)
  return { findings, application: openCase(side.variant, answers, side.dated ? { today, filing: today } : { today }, lang) }
}

/** One answer file under both sides. What is wrong under both is wrong in the file; what only one side has no place for is told. */
function outcomeOf(
  parsed: ParsedAnswers | { readonly findings: readonly Finding[] },
  a: Opened,
  b: Opened,
  { lang }: Options,
  broken: Finding[],
): Outcome[] {
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
  // on two days every term ends on another one
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

const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [formatFinding(finding), finding])).values(),
]
