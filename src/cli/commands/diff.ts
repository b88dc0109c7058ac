import { type ComparedSide, compareVersions, differencesOf, outcomeOf } from '../../authoring/compare/compare-versions.ts'
import { differencesInWords } from '../../authoring/compare/diff-in-words.ts'
import { distinctFindings, type Finding } from '../../model/findings/finding.ts'
import { tellFinding } from '../../model/findings/told.ts'
import { IsoDate } from '../../model/schema/common.ts'
import type { DiffJson } from '../../model/schema/diff-json.ts'
import { answerFilesIn } from '../files/answer-files.ts'
import { absent, olderRules, openOlder, unusable } from '../older-rules.ts'
import { type Options, readOptions, required } from '../options.ts'
import { openProject, openVariant, type Project } from '../project.ts'
import { parseAnswerFile } from '../read-case.ts'
import { fail } from '../report.ts'
import { type ExitCode, type Terminal, WrongUse } from '../terminal.ts'

/** `diff A B [--answers-dir D]`: two towns, or one town on two days (`voorbeeld@2026-01-01`), in plain words, and whose outcome changes. `diff A --from
 * FOLDER|REV`: the town as it was there and as it is now, over its examples and over generated businesses. 0 even when they differ; 1 when an answer file or
 * the rules are broken. */
export async function diff(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, ['answers-dir', 'from'])
  const [first, second, ...more] = options.positionals
  if (more.length > 0) throw new WrongUse(`two towns are compared, and "${more[0]}" is a third.`)
  const project = openProject(terminal.cwd, options.rules)
  return options.from === undefined
    ? diffTowns(project, required(first, 'The first town to compare'), required(second, 'The second town to compare'), options, terminal)
    : diffVersions(project, required(first, 'The town to compare'), second, options.from, options, terminal)
}

type Side = ComparedSide | { readonly findings: readonly Finding[] }

function diffTowns(project: Project, first: string, second: string, options: Options, terminal: Terminal): ExitCode {
  const a = openSide(project, first, options, terminal)
  const b = openSide(project, second, options, terminal)
  const wrong = [...('findings' in a ? a.findings : []), ...('findings' in b ? b.findings : [])]
  if ('findings' in a || 'findings' in b) return fail(distinctFindings(wrong), options, terminal)
  const { lang, answersDir } = options
  const files = answersDir === undefined ? null : answerFilesIn(answersDir, terminal.cwd)
  const broken: Finding[] = []
  const outcomes = files?.flatMap((file) => outcomeOf(parseAnswerFile(file, terminal.cwd), a, b, lang, broken)) ?? null
  const differences = differencesOf(a, b, lang)
  return report({ lang, ...sidesOf(a, b, null), differences, population: null, outcomes }, broken, options, terminal)
}

/** Compares a town under older and under current rules, on one day: otherwise every term would end on another day. */
async function diffVersions(
  project: Project,
  first: string,
  second: string | undefined,
  from: string,
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const { lang, answersDir } = options
  for (const name of [first, second ?? first])
    if (name.includes('@')) throw new WrongUse(`with --from both are compared on one day: write --date ${name.split('@')[1]}, not ${name}.`)
  const older = await olderRules(from, project.root, terminal.cwd, lang)
  const before = openOlder(older, project.root)
  const day = options.date ?? terminal.today
  const b = openOn(project, second ?? first, day, true)
  if ('findings' in b) return fail(b.findings, options, terminal)
  const missing = absent(before, first, older, lang)
  if (missing) throw missing
  const a = openOn(before, first, day, true, older.name)
  if ('findings' in a) throw unusable(a.findings, older, lang)
  const listed =
    answersDir === undefined ? undefined : answerFilesIn(answersDir, terminal.cwd).map((file) => parseAnswerFile(file, terminal.cwd))
  const { differences, date, outcomes, population, broken } = compareVersions(a, b, project.files, {
    lang,
    dated: options.date !== undefined || a.ruleSet === b.ruleSet,
    ...(listed && { listed }),
  })
  return report(
    { lang, ...sidesOf({ ...a, date }, { ...b, date }, older.name), differences, population, outcomes },
    broken,
    options,
    terminal,
  )
}

const sidesOf = (a: ComparedSide, b: ComparedSide, from: string | null): Pick<DiffJson, 'a' | 'b'> => ({
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
