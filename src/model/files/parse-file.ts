import { type $ZodIssue, type $ZodType, safeParse } from 'zod/v4/core'
import { describeIssue, describeTogether } from '../findings/describe-issue.ts'
import type { Described } from '../findings/described.ts'
import { type Finding, inBrief } from '../findings/finding.ts'
import { valueAt } from '../findings/found-value.ts'
import { MOST_FINDINGS, moreFindings } from '../findings/more-findings.ts'
import { isOptionalAt } from './schema-at.ts'
import { formatPath, type Path, type Source } from './source.ts'

export interface Parsed<T> {
  /** null when nothing of the file can be used. With findings: the file without its mistakes, so that the rest can still be checked. */
  readonly value: T | null
  readonly findings: readonly Finding[]
  /** Ids of items that were left out because of a mistake in them: pointing at them is not a second mistake. */
  readonly lost: readonly string[]
  /** What `value` was made of, and where each map and list of it stood. */
  readonly raw: unknown
  readonly pathOf: (container: object) => Path | undefined
}

const MAX_ROUNDS = 8
/** With more mistakes than this it is another file than was meant: nothing of it is used. */
const MAX_SALVAGED = 1_000
const REMOVED = Symbol('removed')
/** Stands among the lost ids for an item that has none. */
const NAMELESS = '?'

/** Checks a read file against its schema: every mistake is a finding at its own line. */
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

/** Issues in words of the file, a few more than are salvaged at most. */
function describe(source: Source, schema: $ZodType, root: unknown, issues: readonly $ZodIssue[]): Described[] {
  const described: Described[] = []
  for (const issue of issues) {
    if (described.length > MAX_SALVAGED) break
    for (const each of describeIssue(schema, root, issue, writtenIn(source))) described.push(each)
  }
  return described
}

/** What a scalar looks like in the file. */
export const writtenIn =
  (source: Source, at: Path = []) =>
  (path: Path): string | null =>
    source.scalarAt([...at, ...path])?.text ?? null

const count = (issues: readonly $ZodIssue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0)

/** What stands in the file counts as lost: pointing at it is no second mistake. */
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

/** Leaves out the smallest part around each mistake, until what is left has the right shape. */
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

/** Puts what was surely meant in the place of a misspelling, so that one mistake stays one finding. */
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

/** Ids of items that are left out, whole or in part. */
class Lost {
  readonly ids = new Set<string>()
  private readonly seen = new WeakSet<object>()

  /** An item and everything inside it. */
  all(value: unknown): void {
    let isNamed = false
    for (const id of idsIn(value)) {
      this.ids.add(id)
      isNamed = true
    }
    if (!isNamed) this.ids.add(NAMELESS)
  }

  /** An item that lost a part; a map that loses a thousand keys is read once. */
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
