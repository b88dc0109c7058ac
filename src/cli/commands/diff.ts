import { diffOutcomes } from '../../authoring/diff/outcomes.ts'
import { diffVariants } from '../../authoring/diff/variants.ts'
import { assessCase } from '../../engine/assess.ts'
import { openCase } from '../../engine/case.ts'
import { readAnswers } from '../../model/answers/read-answers.ts'
import { type Finding, formatFinding } from '../../model/findings/finding.ts'
import { firstFindings } from '../../model/findings/more-findings.ts'
import { IsoDate } from '../../model/schema/common.ts'
import type { DiffJson } from '../../model/schema/diff-json.ts'
import { addAll } from '../../model/util/add-all.ts'
import type { Variant } from '../../model/variant.ts'
import { answerFilesIn } from '../answer-files.ts'
import { type Options, readOptions, required } from '../options.ts'
import { openProject, openVariant, type Project } from '../project.ts'
import { parseAnswerFile } from '../read-case.ts'
import { fail } from '../report.ts'
import { type ExitCode, type Terminal, WrongUse } from '../terminal.ts'
import { differencesInWords } from './diff-in-words.ts'

/** `diff A B [--answers-dir D]`: two towns, or one town on two days (`voorbeeld@2026-01-01`), in plain words, and whose outcome changes. 0 also
 * when they differ; 1 when an answer file or the rules are broken. */
export function diff(args: readonly string[], terminal: Terminal): ExitCode {
  const options = readOptions(args, ['answers-dir'])
  const [first, second, ...more] = options.positionals
  if (more.length > 0) throw new WrongUse(`two towns are compared, and "${more[0]}" is a third.`)
  const project = openProject(terminal.cwd, options.rules)
  const a = openSide(project, required(first, 'The first town to compare'), options, terminal)
  const b = openSide(project, required(second, 'The second town to compare'), options, terminal)
  const wrong = [...('findings' in a ? a.findings : []), ...('findings' in b ? b.findings : [])]
  if ('findings' in a || 'findings' in b) return fail(distinct(wrong), options.json, terminal)
  const { ruleSet } = project
  if (!ruleSet) return fail(project.findings, options.json, terminal)
  const { lang, answersDir } = options
  const files = answersDir === undefined ? null : answerFilesIn(answersDir, terminal.cwd)
  const broken: Finding[] = []
  const outcomes = files?.flatMap((file) => outcomeOf(file, a, b, options, terminal, broken)) ?? null
  const result: DiffJson = {
    lang,
    a: { id: a.variant.id, name: a.variant.name, date: a.date },
    b: { id: b.variant.id, name: b.variant.name, date: b.date },
    differences: diffVariants({ ruleSet, id: a.variant.id, date: a.date }, { ruleSet, id: b.variant.id, date: b.date }, lang) ?? [],
    outcomes,
  }
  terminal.out(options.json ? JSON.stringify(result, null, 2) : differencesInWords(result))
  for (const finding of broken) terminal.err(formatFinding(finding))
  return broken.length > 0 ? 1 : 0
}

interface Opened {
  readonly variant: Variant
  readonly date: string
  /** Was this day asked for by name? Then it is the filing date too. */
  readonly dated: boolean
}

function openSide(
  project: Project,
  text: string,
  options: Options,
  terminal: Terminal,
): Opened | { readonly findings: readonly Finding[] } {
  const [id = '', day, ...rest] = text.split('@')
  if (rest.length > 0 || (day !== undefined && !IsoDate.safeParse(day).success))
    throw new WrongUse(`after @ comes a day that exists, such as ${id}@2026-05-01, not "${[day, ...rest].join('@')}".`)
  const date = day ?? options.date ?? terminal.today
  const { variant, findings } = openVariant(project, id, date)
  return variant ? { variant, date, dated: (day ?? options.date) !== undefined } : { findings }
}

/** One answer file under both sides. What is wrong under both is wrong in the file; what only one side has no place for is told. */
function outcomeOf(
  file: string,
  a: Opened,
  b: Opened,
  { lang }: Options,
  terminal: Terminal,
  broken: Finding[],
): NonNullable<DiffJson['outcomes']> {
  const parsed = parseAnswerFile(file, terminal.cwd)
  if ('findings' in parsed) {
    addAll(broken, parsed.findings)
    return []
  }
  const read = (side: Opened) => {
    const { answers, findings } = readAnswers(parsed.file, side.variant, parsed.source.file, (at) => parsed.source.at(at))
    const today = side.dated ? side.date : (parsed.today ?? side.date)
    const application = openCase(side.variant, answers, side.dated ? { today, filing: today } : { today }, lang)
    return { findings, assessment: assessCase(application) }
  }
  const [left, right] = [read(a), read(b)]
  const key = ({ path, code }: Finding): string => `${path} ${code}`
  const others = new Set(right.findings.map(key))
  const both = firstFindings(left.findings.filter((finding) => others.has(key(finding))))
  if (both.length > 0) {
    addAll(broken, both)
    return []
  }
  const paths = (findings: readonly Finding[]): string[] => findings.map(({ path }) => path)
  return [
    {
      file: parsed.source.file,
      notUsed: { a: paths(left.findings), b: paths(right.findings) },
      changes: diffOutcomes(left.assessment, right.assessment, { a: a.variant, b: b.variant }),
    },
  ]
}

const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [formatFinding(finding), finding])).values(),
]
