import { type Alias, Composer, type Document, isAlias, isMap, isScalar, isSeq, type Node, Parser, type YAMLMap } from 'yaml'
import { type Finding, inBrief } from '../findings/finding.ts'
import { shortly } from '../findings/found-value.ts'
import { MOST_FINDINGS, moreFindings } from '../findings/more-findings.ts'
import { FORBIDDEN_KEYS } from './forbidden-keys.ts'
import { formatPath, type Path, type Position, type Source } from './source.ts'
import { contentStart, writtenScalar } from './written-scalar.ts'
import { findSlip } from './yaml-slips.ts'

/** The longest real file has 160,000. */
const MAX_CHARACTERS = 1_000_000
/** No real rule is nested deeper; the YAML library recurses. */
const MAX_DEPTH = 100
/** Same as the library's own limit: few files need any alias, a "billion laughs" bomb needs many. */
const MAX_ALIASES = 100
const MAX_ALIASED_NODES = 10_000
const MAX_SYNTAX_FINDINGS = 20

/** Parses YAML 1.2 (core schema: `yes`, `03:00` and `2026-01-01` stay text) or JSON, and keeps positions. */
export function readYaml(file: string, written: string): { source: Source; findings: Finding[] } {
  // classic Mac OS ends lines with CR, which is no line break here
  const text = written.includes('\n') ? written : written.replaceAll('\r', '\n')
  const refused = refuse(file, text)
  if (refused) return { source: emptySource(file), findings: [refused] }
  const { document, mistakes } = compose(text)
  const positionOf = positionsIn(text)
  if (document && mistakes.length === 0) return convert(file, text, document, positionOf)
  return { source: emptySource(file), findings: [unread(file, text, mistakes, positionOf)] }
}

/** Why the parser refused the text. One slip causes many errors, of which only the first is meaningful. */
function unread(file: string, text: string, mistakes: readonly Mistake[], positionOf: (offset: number) => Position): Finding {
  const [first = { offset: 0, message: 'It is empty' }] = mistakes.toSorted((a, b) => a.offset - b.offset)
  const slip = findSlip(text, first.offset, first.message)
  return inBrief({
    code: 'BAD_YAML',
    severity: 'error',
    file,
    ...positionOf(slip?.offset ?? first.offset),
    path: '',
    message: slip?.message ?? `This is not valid YAML: ${sentence(first.message)}`,
    mend:
      slip?.mend ??
      'Look for a missing quote, colon or bracket, or for a line that is indented differently, on this line or just above it.',
  })
}

interface Mistake {
  readonly offset: number
  readonly message: string
}
/** Thrown to stop the parser after enough errors. */
class Enough extends Error {}

/** The first document of the text, or its first errors. The library has no limit on errors and makes an object for each of a hundred thousand, so it is
 * stopped. */
function compose(text: string): { document: Document.Parsed | null; mistakes: Mistake[] } {
  const mistakes: Mistake[] = []
  const report = (
    at: number | readonly number[] | { readonly offset: number },
    _code: string,
    message: string,
    warning?: boolean,
  ): void => {
    if (warning) return
    mistakes.push({ offset: typeof at === 'number' ? at : 'offset' in at ? at.offset : (at[0] ?? 0), message })
    if (mistakes.length === MAX_SYNTAX_FINDINGS) throw new Enough()
  }
  // The library's own check of unique keys compares every pair of keys: minutes for a hostile map. Ours is in `plain`.
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, logLevel: 'error' })
  Object.assign(composer, { onError: report })
  let document: Document.Parsed | null = null
  try {
    for (const each of composer.compose(new Parser().parse(text), true, text.length)) {
      if (document) report(each.range, 'MULTIPLE_DOCS', 'There is more than one document in this file', false)
      else document = each
      for (const { pos, code, message } of each.errors) report(pos, code, message)
    }
  } catch (error) {
    // deeper than the scan before could detect: the library recurses
    if (error instanceof RangeError) mistakes.push({ offset: 0, message: 'The text is nested too deeply' })
    else if (!(error instanceof Enough)) throw error
  }
  return { document, mistakes: mistakes.slice(0, MAX_SYNTAX_FINDINGS) }
}

function refuse(file: string, text: string): Finding | null {
  const at = { severity: 'error', file, line: 1, column: 1, path: '' } as const
  // invalid UTF-8 was decoded as U+FFFD; zero bytes suggest UTF-16
  const strange = text.search(/[\uFFFD\0]/)
  if (strange >= 0)
    return {
      ...at,
      ...positionsIn(text.slice(0, MAX_CHARACTERS))(strange),
      code: 'BAD_ENCODING',
      message: 'This file is not written as UTF-8, so letters with accents are lost.',
      mend: 'Save it again with the encoding UTF-8.',
    }
  if (text.length > MAX_CHARACTERS)
    return {
      ...at,
      code: 'FILE_TOO_LARGE',
      message: `The file has ${text.length} characters; at most ${MAX_CHARACTERS} are read.`,
      mend: 'Split it into several files, or check that it is the file you meant.',
    }
  const depth = tooDeep(text)
  if (depth === null) return null
  return {
    ...at,
    code: 'BAD_YAML',
    ...positionsIn(text)(depth),
    message: `The text is nested deeper than ${MAX_DEPTH} levels.`,
    mend: 'Check that this is the file you meant; no file of a rule set is nested so deeply.',
  }
}

/** Offset where brackets or indentation are nested deeper than in any real file: a cheap upper bound, before the recursive parser runs. */
function tooDeep(text: string): number | null {
  let brackets = 0
  let blankOnly = true
  let indent = 0
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (char === '\n') {
      blankOnly = true
      indent = 0
    } else if (blankOnly && (char === ' ' || char === '-' || char === '?' || char === ':')) {
      // each - ? and : followed by a space opens a level
      indent += 1
      if (indent > 4 * MAX_DEPTH) return at
    } else {
      blankOnly = false
      if (char === '[' || char === '{') brackets += 1
      if (char === ']' || char === '}') brackets = Math.max(0, brackets - 1)
      if (brackets > MAX_DEPTH) return at
    }
  }
  return null
}

/** Line and column of an offset, also where the library stopped halfway. */
function positionsIn(text: string): (offset: number) => Position {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    const at = Math.max(0, Math.min(offset, text.length))
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= at) low = middle
      else high = middle
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 }
  }
}

const sentence = (text: string): string => {
  const first = text.split('\n')[0]?.trim().slice(0, 300) ?? ''
  return /[.!?]$/.test(first) ? first : `${first}.`
}

const nameOf = (key: unknown): string | null => (isScalar(key) ? String(key.value) : null)

const START: Position = { line: 1, column: 1 }
const emptySource = (file: string): Source => ({
  file,
  value: undefined,
  at: () => START,
  keyAt: () => START,
  scalarAt: () => null,
  positionOf: () => START,
  lengthOf: () => 0,
  pathOf: () => undefined,
})

function convert(file: string, text: string, document: Document.Parsed, positionOf: (offset: number) => Position) {
  const findings: Finding[] = []
  const paths = new WeakMap<object, Path>()
  let aliases = 0
  let aliasedNodes = 0
  let more = 0
  const report = (code: Finding['code'], node: Node | null, path: Path, message: string, mend: string): void => {
    if (findings.length < MOST_FINDINGS)
      findings.push(inBrief({ code, severity: 'error', file, ...positionOf(node?.range?.[0] ?? 0), path: formatPath(path), message, mend }))
    else more += 1
  }

  function target(alias: Alias): Node | undefined {
    aliases += 1
    return aliases > MAX_ALIASES ? undefined : alias.resolve(document)
  }

  function plain(node: unknown, path: Path, within: readonly unknown[]): unknown {
    if (within.length > 0) aliasedNodes += 1
    if (isAlias(node)) {
      const to = target(node)
      if (to === undefined || within.includes(to) || aliasedNodes > MAX_ALIASED_NODES) {
        report(
          'BAD_YAML',
          node,
          path,
          to === undefined && aliases <= MAX_ALIASES
            ? 'A text that begins with * means something else in these files.'
            : `The alias *${shortly(node.source)} points nowhere, at itself, or is one of too many.`,
          to === undefined && aliases <= MAX_ALIASES
            ? `Put the whole text in quotes: "*${shortly(node.source)}".`
            : 'Write the value out here.',
        )
        // a unique text, so that its mistake is reported once
        return to === undefined ? `*${node.source}` : null
      }
      return plain(to, path, [...within, to])
    }
    if (isScalar(node)) return node.value
    if (isSeq(node)) {
      const list: unknown[] = []
      paths.set(list, path)
      for (const [index, item] of node.items.entries()) list.push(plain(item, [...path, index], within))
      return list
    }
    if (!isMap(node)) return null
    const map: Record<string, unknown> = Object.create(null)
    paths.set(map, path)
    let begunAgain = false
    for (const { key, value } of node.items) {
      const name = nameOf(key)
      const keyNode = (key ?? null) as Node | null
      if (name === null)
        report('BAD_YAML', keyNode, path, 'A key must be a word or a number.', 'Write a plain key, and put the value behind its colon.')
      else if (FORBIDDEN_KEYS.has(name))
        report('FORBIDDEN_KEY', keyNode, [...path, name], `The key ${name} is not allowed anywhere in data.`, 'Give it another name.')
      else if (Object.hasOwn(map, name)) {
        // the next item of the list lost its hyphen, so that all its keys are duplicates
        if (begunAgain) continue
        begunAgain = typeof path.at(-1) === 'number' && name === nameOf(node.items[0]?.key)
        report(
          'DUPLICATE_KEY',
          keyNode,
          [...path, name],
          `The key ${shortly(name)} occurs twice in this map.`,
          begunAgain ? 'Does a new item begin here? Then put a hyphen before it. Else remove one of the two.' : 'Remove one of the two.',
        )
      } else map[name] = plain(value, [...path, name], within)
    }
    return map
  }

  const value = plain(document.contents, [], [])
  const last = findings.at(-1)
  if (last && more > 0) findings.push(moreFindings(last, more))
  const find = finder(document)
  const lines = text.split('\n')
  const source: Source = {
    file,
    value,
    at: (path) => positionOf(find(path).value?.range?.[0] ?? find(path).key?.range?.[0] ?? 0),
    keyAt: (path) => positionOf(find(path).key?.range?.[0] ?? find(path).value?.range?.[0] ?? 0),
    scalarAt: (path) => {
      const { value: node, complete } = find(path)
      if (!complete || !isScalar(node) || !node.range) return null
      const [start, end] = node.range
      const content = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
      return writtenScalar(text, content, contentStart(text, start, end), end)
    },
    positionOf,
    lengthOf: (line) => lines[line - 1]?.length ?? 0,
    pathOf: (container) => paths.get(container),
  }
  return { source, findings }
}

interface Found {
  readonly key: Node | null
  readonly value: Node | null
  /** Whether the whole path was found. */
  readonly complete: boolean
}

/** Follows a path as far as it goes. Keys of a map are looked up in an index: a map may have a hundred thousand, and a finding for each. */
function finder(document: Document.Parsed): (path: Path) => Found {
  const keys = new WeakMap<YAMLMap, Map<string, YAMLMap['items'][number]>>()
  const pairOf = (map: YAMLMap, name: string) => {
    let pairs = keys.get(map)
    if (!pairs) {
      pairs = new Map()
      for (const pair of map.items) {
        const key = isScalar(pair.key) ? String(pair.key.value) : null
        if (key !== null && !pairs.has(key)) pairs.set(key, pair)
      }
      keys.set(map, pairs)
    }
    return pairs.get(name)
  }
  return (path) => {
    let key: Node | null = null
    let value: Node | null = document.contents
    for (const part of path) {
      const holder: Node | null = isAlias(value) ? (value.resolve(document) ?? null) : value
      if (isSeq(holder) && typeof part === 'number' && part < holder.items.length) {
        key = null
        value = (holder.items[part] ?? null) as Node | null
      } else if (isMap(holder)) {
        const pair = pairOf(holder, String(part))
        if (!pair) return { key, value, complete: false }
        key = pair.key as Node
        value = (pair.value ?? null) as Node | null
      } else return { key, value, complete: false }
    }
    return { key, value, complete: true }
  }
}
