import { type $ZodIssue, type $ZodType, safeParse } from 'zod/v4/core'
import { describeIssue, describeTogether } from '../findings/describe-issue.ts'
import type { Described } from '../findings/described.ts'
import { type Finding, inBrief } from '../findings/finding.ts'
import { valueAt } from '../findings/found-value.ts'
import { MOST_FINDINGS, moreFindings } from '../findings/more-findings.ts'
import { isOptionalAt } from './schema-at.ts'
import { formatPath, type Path, type Source } from './source.ts'

export interface Parsed<T> {
  /** null when nothing in the file is usable. With findings: the file without its mistakes, so that the rest can still be checked. */
  readonly value: T | null
  readonly findings: readonly Finding[]
  /** Ids of items dropped because of a mistake in them: referring to one is not a second mistake. */
  readonly lost: readonly string[]
  /** The input of `value`, and the path of each of its maps and lists. */
  readonly raw: unknown
  readonly pathOf: (container: object) => Path | undefined
}

const MAX_ROUNDS = 8
/** A file with more mistakes than this is probably not the file that was meant: nothing in it is used. */
const MAX_SALVAGED = 1_000
const REMOVED = Symbol('removed')
/** Placeholder among the lost ids for an item without one. */
const NAMELESS = '?'

/** Validates a parsed file against its schema: every mistake is a finding on its own line. */
export function parseFile<T>(source: Source, schema: $ZodType<T>): Parsed<T> {
  const first = safeParse(schema, source.value)
  if (first.success) return { value: first.data, findings: [], lost: [], raw: source.value, pathOf: source.pathOf }
  const all = describe(source, schema, source.value, first.error.issues)
  const described = describeTogether(all.slice(0, MAX_SALVAGED))
  const findings = described.slice(0, MOST_FINDINGS).map((issue) => toFinding(source, issue))
  const last = findings.at(-1)
  const more = Math.max(described.length, all.length > MAX_SALVAGED ? count(first.error.issues) : 0) - findings.length
  if (last && more > 0) findings.push(moreFindings(last, more))
  return { findings, ...(all.length > MAX_SALVAGED ? nothingOf(source) : salvage(source, schema)) }
}

/** Describes issues in terms of the file; stops just beyond the number that can be salvaged. */
function describe(source: Source, schema: $ZodType, root: unknown, issues: readonly $ZodIssue[]): Described[] {
  const described: Described[] = []
  for (const issue of issues) {
    if (described.length > MAX_SALVAGED) break
    for (const each of describeIssue(schema, root, issue, writtenIn(source))) described.push(each)
  }
  return described
}

/** The source text of a scalar. */
export const writtenIn =
  (source: Source, at: Path = []) =>
  (path: Path): string | null =>
    source.scalarAt([...at, ...path])?.text ?? null

const count = (issues: readonly $ZodIssue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0)

/** Marks everything in the file as lost, so that referring to it is not a second mistake. */
const nothingOf = (source: Source): Omit<Parsed<never>, 'findings'> => ({
  value: null,
  lost: [...idsIn(source.value)],
  raw: source.value,
  pathOf: source.pathOf,
})

export function toFinding(
  source: Source,
  { code, path, onKey, message, mend }: Described,
  severity: Finding['severity'] = 'error',
): Finding {
  const at = onKey ? source.keyAt(path) : source.at(path)
  return inBrief({ code, severity, file: source.file, ...at, path: formatPath(path), message, mend })
}

/** Drops the smallest part around each mistake, until the rest is valid. */
function salvage<T>(source: Source, schema: $ZodType<T>): Omit<Parsed<T>, 'findings'> {
  const paths = new WeakMap<object, Path>()
  const raw = copy(source.value, source, paths)
  const lost = new Lost()
  const pathOf = (container: object) => paths.get(container)
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const result = safeParse(schema, raw)
    if (result.success) return { value: result.data, lost: [...lost.ids], raw, pathOf }
    const described = describe(source, schema, raw, result.error.issues)
    if (
      described.length > MAX_SALVAGED ||
      !described.every((issue) => (round === 0 && correct(raw, issue)) || leaveOut(schema, raw, issue, lost))
    )
      break
    dropRemoved(raw)
  }
  return { value: null, lost: [...lost.ids], raw, pathOf }
}

function copy(value: unknown, source: Source, paths: WeakMap<object, Path>): unknown {
  if (typeof value !== 'object' || value === null) return value
  const made: unknown[] | Record<string, unknown> = Array.isArray(value)
    ? value.map((item) => copy(item, source, paths))
    : Object.create(null)
  if (!Array.isArray(made)) for (const [key, item] of Object.entries(value)) made[key] = copy(item, source, paths)
  paths.set(made, source.pathOf(value) ?? [])
  return made
}

/** Replaces a misspelling by what was certainly meant, so that one mistake gives one finding. */
function correct(raw: unknown, { path, onKey, meant, code }: Described): boolean {
  const holder = valueAt(raw, path.slice(0, -1))
  const part = path.at(-1)
  if (meant === undefined || part === undefined || typeof holder !== 'object' || holder === null || code !== 'BAD_SHAPE') return false
  const map = holder as Record<string | number, unknown>
  if (!onKey || !Object.hasOwn(map, part)) {
    map[part] = meant
    return true
  }
  const key = String(meant)
  if (!Object.hasOwn(map, key)) map[key] = map[part]
  delete map[part]
  return true
}

function leaveOut(schema: $ZodType, raw: unknown, { code, path }: Described, lost: Lost): boolean {
  for (let length = path.length; length > 0; length -= 1) {
    const here = path.slice(0, length)
    const holder = valueAt(raw, here.slice(0, -1))
    const part = here.at(-1) ?? ''
    if (holder === REMOVED) return true
    if (typeof holder !== 'object' || holder === null) continue
    if (Array.isArray(holder) && typeof part === 'number') {
      lost.all(holder[part])
      holder[part] = REMOVED
      return true
    }
    const map = holder as Record<string, unknown>
    if (code === 'MISSING_TRANSLATION' && length === path.length) {
      map[part] = '–'
      return true
    }
    if (Object.hasOwn(map, part) && isOptionalAt(schema, here)) {
      lost.all(map[part])
      lost.own(map)
      delete map[part]
      return true
    }
  }
  return false
}

/** Ids of items that were dropped, whole or in part. */
class Lost {
  readonly ids = new Set<string>()
  private readonly seen = new WeakSet<object>()

  /** Adds an item and everything inside it. */
  all(value: unknown): void {
    let isNamed = false
    for (const id of idsIn(value)) {
      this.ids.add(id)
      isNamed = true
    }
    if (!isNamed) this.ids.add(NAMELESS)
  }

  /** Adds an item that lost a part; a map that loses a thousand keys is read once. */
  own(map: object): void {
    if (this.seen.has(map)) return
    this.seen.add(map)
    for (const id of ownIds(map)) this.ids.add(id)
  }
}

function* idsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  yield* ownIds(value)
  for (const item of Object.values(value)) yield* idsIn(item)
}

function* ownIds(value: object): Generator<string> {
  for (const [key, item] of Object.entries(value)) if ((key === 'id' || key === 'nr') && typeof item === 'string') yield item
}

function dropRemoved(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    let kept = 0
    for (const item of value) if (item !== REMOVED) value[kept++] = item
    value.length = kept
  }
  for (const item of Object.values(value)) dropRemoved(item)
}
