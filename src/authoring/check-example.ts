import type { z } from 'zod'
import { assessCase } from '../engine/assess.ts'
import type { Assessment, BoxCoverage } from '../engine/assessment.ts'
import { openCase } from '../engine/case.ts'
import type { Case } from '../engine/context.ts'
import { coverage } from '../engine/forms/form-coverage.ts'
import { allowedOn } from '../engine/outcome/hours/hours.ts'
import { references } from '../feel/references.ts'
import { readAnswers } from '../model/answers/read-answers.ts'
import { parseFile } from '../model/files/parse-file.ts'
import { readYaml } from '../model/files/read-yaml.ts'
import type { Finding } from '../model/findings/finding.ts'
import { firstFindings } from '../model/findings/more-findings.ts'
import { ExampleFile, type Expectation } from '../model/schema/form.ts'
import { propertyOf } from '../model/util/record.ts'
import type { Variant } from '../model/variant.ts'

export interface CheckedExample {
  readonly file: string
  readonly title: string
  readonly variant: string
  readonly findings: readonly Finding[]
  /** null when the file was unusable. */
  readonly assessment: Assessment | null
  /** The answers it gives, under its variant. */
  readonly application: Case | null
  /** Whether it claims that everything is answered: `missing: 0`. */
  readonly complete: boolean
}

/** Runs an example written by a clerk: answers in, what they expect out. `variantOf` returns null for a variant with errors of its own. */
export function checkExample(
  file: string,
  text: string,
  variantOf: (id: string, today: string) => Variant | null | undefined,
): CheckedExample {
  const { source, findings } = readYaml(file, text)
  const failed = (some: readonly Finding[]): CheckedExample => ({
    file,
    title: '',
    variant: '',
    findings: some,
    assessment: null,
    application: null,
    complete: false,
  })
  if (source.value === undefined) return failed(findings)
  const parsed = parseFile(source, ExampleFile)
  if (parsed.value === null || parsed.findings.length > 0) return failed([...findings, ...parsed.findings])
  const example = parsed.value
  const variant = variantOf(example.variant, example.today)
  if (variant === undefined) {
    return failed([
      {
        code: 'UNKNOWN_VARIANT',
        severity: 'error',
        file,
        ...source.at(['variant']),
        path: 'variant',
        message: `There is no town or district "${example.variant}".`,
        mend: 'Name one of rules/municipalities.',
      },
    ])
  }
  if (variant === null) return failed([])
  const read = readAnswers(example, variant, file, (path) => source.at(path))
  const application = openCase(variant, read.answers, { today: example.today }, 'nl')
  const assessment = assessCase(application)
  // unreadable answers leave the outcome open: they are reported once, and the outcome once they can be read
  const isRead = !read.findings.some(({ severity }) => severity === 'error')
  const all = isRead ? differencesOf(example.expect, assessment, application) : []
  // licences that wait for answers count as one shortcoming of the example
  const waiting = all.filter(({ path }) => missingOf(assessment, path).length > 0)
  const differences = all.filter((each) => !waiting.includes(each) || each === waiting[0])
  const complete = example.expect.missing === 0
  return {
    file,
    title: example.title,
    variant: variant.id,
    assessment,
    application,
    complete,
    findings: [
      ...findings,
      ...firstFindings(read.findings),
      ...differences.map(
        ({ path, expected, found }): Finding => ({
          code: 'EXAMPLE_FAILS',
          severity: 'error',
          file,
          ...source.at(['expect', ...path]),
          path: ['expect', ...path].join('.'),
          ...(path === waiting[0]?.path ? stillOpen(waiting, assessment) : told(path, expected, found, file)),
        }),
      ),
      ...(complete ? surplusOf(assessment, application) : []).map(
        (key): Finding => ({
          code: 'EXAMPLE_SURPLUS',
          severity: 'warning',
          file,
          ...source.at(['answers', key]),
          path: key,
          message: `nothing of this case rests on the answer to ${key}.`,
          mend: 'Take it out: no page asks it, so nobody can enter this example. Or mend the rule that should need it.',
        }),
      ),
    ],
  }
}

/** Answers that no page of this case asks: nothing decided or printed rests on them. A role, and a row of hours, is written as a whole; a tick list is asked
 * before what was ticked, though nothing rests on it once all of that is answered. */
function surplusOf({ questions }: Assessment, application: Case): string[] {
  const asked = new Set(questions.asked)
  for (const key of questions.asked) {
    const settledBy = application.index.questions.get(key.split('@')[0] ?? '')?.settledBy
    if (settledBy) for (const before of references(settledBy.expr).facts) asked.add(before)
  }
  const names = application.variant.names.role
  const isWhole = (fact: string): boolean =>
    fact === names.kind || fact === names.target || application.index.questions.get(fact)?.subject === 'hours'
  return [...application.answers.values.keys()].filter((key) => !asked.has(key) && !isWhole(key.split('@')[0] ?? ''))
}

interface Difference {
  readonly path: readonly string[]
  readonly expected: unknown
  readonly found: unknown
}

/** Questions that a licence or extra is still open for; empty for anything else. */
function missingOf({ licences }: Assessment, [list, id]: readonly string[]): readonly string[] {
  const licence = list === 'licences' ? licences.find((each) => each.id === id) : undefined
  return licence?.verdict === 'open' ? licence.ask : []
}

function stillOpen(waiting: readonly Difference[], assessment: Assessment): Pick<Finding, 'message' | 'mend'> {
  const missing = [...new Set(waiting.flatMap(({ path }) => missingOf(assessment, path)))]
  return {
    message: `the outcome for ${waiting.map(({ path }) => path[1]).join(', ')} is still open.`,
    mend: `The example lacks an answer to ${missing.slice(0, MOST_NAMED).join(', ')}. Add it under answers:.`,
  }
}
const MOST_NAMED = 5

function told(path: readonly string[], expected: unknown, found: unknown, file: string): Pick<Finding, 'message' | 'mend'> {
  const mend = 'Mend the rule if the example is right, else the example.'
  return {
    message: `expected ${show(expected)}, found ${show(found)}.`,
    mend: path[0] === 'licences' ? `${mend} Which rule it was: npm run --silent horeca1 -- explain --answers ${file} ${path[1]}` : mend,
  }
}

const show = (value: unknown): string => JSON.stringify(value) ?? 'nothing'

function differencesOf(expect: z.infer<typeof Expectation>, result: Assessment, application: Case): Difference[] {
  const found: Difference[] = []
  const hold = (path: readonly string[], expected: unknown, actual: unknown): void => {
    if (expected !== undefined && show(expected) !== show(actual)) found.push({ path, expected, found: actual })
  }
  const each = (name: string, expected: Readonly<Record<string, unknown>> | undefined, actual: (key: string) => unknown): void => {
    for (const [key, value] of Object.entries(expected ?? {})) hold([name, key], value, actual(key))
  }
  each('licences', expect.licences, (id) => result.licences.find((item) => item.id === id)?.verdict)
  each('extras', expect.extras, (id) => result.extras.find((item) => item.id === id)?.verdict)
  if (expect.stop !== undefined) hold(['stop'], expect.stop, result.stop?.id ?? null)
  each('fees', expect.fees && { ...expect.fees, unknown: expect.fees.unknown?.toSorted() }, (key) =>
    key === 'unknown' ? result.fees.unknown.toSorted() : propertyOf(result.fees, key),
  )
  if (expect.forms)
    hold(
      ['forms'],
      expect.forms.toSorted(),
      coverage(application)
        .map(({ id }) => id)
        .sort(),
    )
  const given = result.advice.map((item) => item.id)
  for (const [index, id] of (expect.advice ?? []).entries())
    if (!given.includes(id)) found.push({ path: ['advice', String(index)], expected: id, found: given })
  each('validity', expect.validity, (id) => result.licences.find((item) => item.id === id)?.validity)
  each('channels', expect.channels, (id) => result.licences.find((item) => item.id === id)?.channel)
  each('feeLines', expect.feeLines, (id) => result.fees.lines.find((line) => line.id === id)?.cents)
  each('hours', expect.hours, (key) => hoursVerdict(result, key))
  for (const [key, times] of Object.entries(expect.allowed ?? {})) {
    const [place = '', night = ''] = key.split('/')
    const found = allowedOn(application, place, night)
    for (const [time, value] of Object.entries(times)) hold(['allowed', key, time], value, propertyOf(found, time))
  }
  each('eventHours', expect.eventHours, (key) => result.eventHours.find(({ id }) => id === key)?.allowed.close)
  each('areas', expect.areas, (key) => result.areas.find(({ id }) => id === key)?.state)
  const fired = new Set(result.checks.map((item) => item.id))
  for (const [index, id] of (expect.checks ?? []).entries())
    if (!fired.has(id)) found.push({ path: ['checks', String(index)], expected: id, found: [...fired] })
  for (const [index, id] of (expect.noChecks ?? []).entries())
    if (fired.has(id)) found.push({ path: ['noChecks', String(index)], expected: `not ${id}`, found: id })
  if (expect.documents) hold(['documents'], expect.documents.toSorted(), [...new Set(result.documents.map((item) => item.id))].sort())
  const met = new Set([...result.questions.asked, ...result.questions.open].flatMap((key) => [key, key.split('@')[0]]))
  for (const [index, id] of (expect.asked ?? []).entries())
    if (!met.has(id)) found.push({ path: ['asked', String(index)], expected: `${id} asked`, found: 'not asked' })
  for (const [index, id] of (expect.notAsked ?? []).entries())
    if (met.has(id)) found.push({ path: ['notAsked', String(index)], expected: `${id} not asked`, found: 'asked' })
  if (expect.missing !== undefined && expect.missing !== result.counts.missing) {
    found.push({
      path: ['missing'],
      expected: expect.missing,
      found: { missing: result.counts.missing, boxes: openBoxes(application).slice(0, 20), questions: result.questions.open.slice(0, 20) },
    })
  }
  each('counts', expect.counts, (key) => propertyOf(result.counts, key))
  const boxes = boxesOf(application)
  each('boxes', expect.boxes, (key) => boxes.get(key)?.text)
  return found
}

/** `fri`, `terrace/fri` or `terrace/fri/summer`. */
function hoursVerdict(result: Assessment, key: string): string | undefined {
  const parts = key.split('/')
  const [place, night, season] = parts.length === 1 ? ['inside', parts[0]] : parts
  return result.hours.find((item) => item.place === place && item.night === night && (season === undefined || item.season === season))
    ?.verdict
}

function boxesOf(application: Case): Map<string, BoxCoverage> {
  const boxes = new Map<string, BoxCoverage>()
  for (const form of coverage(application))
    for (const section of form.sections)
      for (const { boxes: list } of section.instances) for (const box of list) boxes.set(box.key, box).set(`${form.id}:${box.key}`, box)
  return boxes
}

const openBoxes = (application: Case): string[] =>
  [...boxesOf(application)].filter(([key, box]) => key.includes(':') && box.state === 'missing').map(([key]) => key)
