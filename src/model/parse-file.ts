import { type $ZodType, safeParse } from 'zod/v4/core'
import { type Described, describeIssue, valueAt } from './describe-issue.ts'
import type { Finding } from './finding.ts'
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
const REMOVED = Symbol('removed')

/** Checks a read file against its schema: every mistake is a finding at its own line. */
export function parseFile<T>(source: Source, schema: $ZodType<T>): Parsed<T> {
  const first = safeParse(schema, source.value)
  if (first.success) return { value: first.data, findings: [], lost: [], raw: source.value, pathOf: source.pathOf }
  const described = withoutEchoes(first.error.issues.flatMap((issue) => describeIssue(schema, source.value, issue)))
  return { findings: described.map((one) => toFinding(source, one)), ...salvage(source, schema) }
}

/** A misspelt key is one mistake, not also a missing one. */
function withoutEchoes(described: readonly Described[]): Described[] {
  const meant = new Set(
    described.flatMap((one) => (one.onKey && typeof one.meant === 'string' ? [formatPath([...one.path.slice(0, -1), one.meant])] : [])),
  )
  return described.filter((one) => !(one.onKey && meant.has(formatPath(one.path))))
}

export function toFinding(
  source: Source,
  { code, path, onKey, message, mend }: Described,
  severity: Finding['severity'] = 'error',
): Finding {
  const at = onKey ? source.keyAt(path) : source.at(path)
  return { code, severity, file: source.file, ...at, path: formatPath(path), message, mend }
}

/** Leaves out the smallest part around each mistake, until what is left has the right shape. */
function salvage<T>(source: Source, schema: $ZodType<T>): Omit<Parsed<T>, 'findings'> {
  const paths = new WeakMap<object, Path>()
  const raw = copy(source.value, source, paths)
  const lost: string[] = []
  const pathOf = (container: object) => paths.get(container)
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const result = safeParse(schema, raw)
    if (result.success) return { value: result.data, lost, raw, pathOf }
    const described = result.error.issues.flatMap((issue) => describeIssue(schema, raw, issue))
    if (!described.every((one) => (round === 0 && correct(raw, one)) || leaveOut(schema, raw, one, lost))) break
    dropRemoved(raw)
  }
  return { value: null, lost, raw, pathOf }
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
  if (!onKey || !(part in map)) {
    map[part] = meant
    return true
  }
  const key = String(meant)
  if (!(key in map)) map[key] = map[part]
  delete map[part]
  return true
}

function leaveOut(schema: $ZodType, raw: unknown, { code, path }: Described, lost: string[]): boolean {
  for (let length = path.length; length > 0; length -= 1) {
    const here = path.slice(0, length)
    const holder = valueAt(raw, here.slice(0, -1))
    const part = here.at(-1) ?? ''
    if (holder === (REMOVED as unknown)) return true
    if (typeof holder !== 'object' || holder === null) continue
    if (Array.isArray(holder) && typeof part === 'number') {
      lost.push(...idsIn(holder[part]))
      holder[part] = REMOVED
      return true
    }
    const map = holder as Record<string, unknown>
    if (code === 'MISSING_TRANSLATION' && length === path.length) {
      map[part] = '–'
      return true
    }
    if (part in map && isOptionalAt(schema, here)) {
      lost.push(...idsIn(map[part]), ...ownIds(map))
      delete map[part]
      return true
    }
  }
  return false
}

/** Ids of an item and of everything inside it. */
function idsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return [...ownIds(value), ...Object.values(value).flatMap(idsIn)]
}

const ownIds = (value: object): string[] =>
  Object.entries(value).flatMap(([key, item]) => ((key === 'id' || key === 'nr') && typeof item === 'string' ? [item] : []))

function dropRemoved(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    const kept = value.filter((item) => item !== REMOVED)
    value.splice(0, value.length, ...kept)
  }
  for (const item of Object.values(value)) dropRemoved(item)
}
