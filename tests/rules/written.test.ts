import { describe, expect, test } from 'vitest'
import { isScalar, parseDocument, visit } from 'yaml'
import { quotedOneWay } from '../../scripts/lib/quotes.mjs'
import { openProject } from '../../src/cli/project.ts'
import { readFiles } from '../../src/cli/rule-files.ts'
import { childrenOf, parseFeel } from '../../src/feel/compile/parse.ts'

/** How rules are written, so that they are pleasant to read. That no line of a condition is too long, `check` says itself. */
const files = [...readFiles(process.cwd())].filter(([file]) => !file.includes('/examples/'))

interface Written {
  /** `rules/base/tree.yaml:12` */
  readonly at: string
  readonly key: string
  readonly text: string
}

let textsOfFiles: readonly Written[] | undefined
/** Every text that stands behind a key; read once for all laws. */
function texts(): readonly Written[] {
  textsOfFiles ??= findTexts()
  return textsOfFiles
}

function findTexts(): Written[] {
  return files.flatMap(([file, text]) => {
    const found: Written[] = []
    visit(parseDocument(text), {
      Pair(_, { key, value }) {
        if (!isScalar(key) || !isScalar(value) || typeof value.value !== 'string' || !value.range) return
        const line = text.slice(0, value.range[0]).split('\n').length
        found.push({ at: `${file}:${line}`, key: String(key.value), text: value.value })
      },
    })
    return found
  })
}

describe('texts of the rule set', () => {
  test('are quoted one way: not where YAML needs none, else double, and single around what holds a double quote', () => {
    const others = [...readFiles(process.cwd())].flatMap(([file, text]) =>
      quotedOneWay(text).places.map(({ line, now, should }) => `${file}:${line}: ${now} is written ${should}`),
    )
    expect(others).toEqual([])
  })

  test.each([
    { now: 'a: "plain words"', one: 'a: plain words' },
    { now: "a: 'plain words'", one: 'a: plain words' },
    { now: 'a: \'verdict("alcohol") = "needed"\'', one: 'a: verdict("alcohol") = "needed"' },
    { now: 'a: "\\"onSite\\""', one: 'a: \'"onSite"\'' },
    { now: "a: 'with: a colon'", one: 'a: "with: a colon"' },
    { now: "a: 'it''s # not a comment'", one: 'a: "it\'s # not a comment"' },
    { now: "{ nl: 'wit, rood', en: 'white' }", one: '{ nl: "wit, rood", en: white }' },
    { now: '{ nl: Bent u klaar?, en: "Done" }', one: '{ nl: "Bent u klaar?", en: Done }' },
    { now: '{ "true": "ja" }', one: '{ "true": ja }' },
    { now: "a: '12'", one: 'a: "12"' },
    { now: "a: 'null'", one: 'a: "null"' },
    { now: "a: ''", one: 'a: ""' },
    { now: "a: '[not a list'", one: 'a: "[not a list"' },
    { now: "- 'key: value'", one: '- "key: value"' },
    { now: "a: '2026-01-01' # when", one: 'a: 2026-01-01 # when' },
    { now: "a: 'C:\\path: x'", one: "a: 'C:\\path: x'" },
    { now: 'a: " of two spaces "', one: 'a: " of two spaces "' },
  ])('$now becomes $one', ({ now, one }) => {
    expect(quotedOneWay(now).text).toBe(one)
    expect(quotedOneWay(one).places).toEqual([])
    expect(parseDocument(one).toJS()).toEqual(parseDocument(now).toJS())
  })
})

/** Slots that may hold a table. */
const FORMULAS: ReadonlySet<string> = new Set([
  ...['derived', 'refinedBy', 'settledBy', 'default', 'prefill', 'notBefore', 'notAfter'],
  ...['value', 'amount', 'weeks', 'days', 'extensionWeeks', 'maxAgeDays'],
])

/** Whether a formula is a row of conditions in one expression: `if … else if …`, or lists put together under conditions. */
function shouldBeTable(source: string): boolean {
  const { root, errorAt } = parseFeel(source)
  if (errorAt !== null) return false
  let top = root
  for (;;) {
    const [only, ...others] = childrenOf(top)
    if (!['Expression', 'ParenthesizedExpression'].includes(top.name) || !only || others.length > 0) break
    top = only
  }
  const parts = childrenOf(top)
  const isIf = ({ name }: { name: string }): boolean => name === 'IfExpression'
  if (isIf(top)) return parts.some(isIf)
  if (top.name !== 'FunctionInvocation' || !source.startsWith('concatenate')) return false
  return parts.flatMap((part) => (part.name === 'PositionalParameters' ? childrenOf(part) : [part])).some(isIf)
}

describe('formulas of the rule set', () => {
  test('are tables where they are a row of conditions', () => {
    const formulas = texts().filter(({ key, text }) => FORMULAS.has(key) && /^(if|concatenate|\()/.test(text))
    expect(formulas.length).toBeGreaterThan(50)
    expect(formulas.filter(({ text }) => shouldBeTable(text)).map(({ at }) => at)).toEqual([])
  })

  test.each([
    ['if a then 1 else if b then 2 else 3', true],
    ['(if a then (1) else if b then 2 else 3)', true],
    ['concatenate(if a then ["x"] else [], ["y"])', true],
    ['if a then 1 else 2', false],
    ['concatenate(loans, business.loans)', false],
    ['(if a then 1 else 2) * 3', false],
  ])('%s: %s', (source, should) => {
    expect(shouldBeTable(source)).toBe(should)
  })
})

/** Lists of options that a fact is held against, each in one order, with where they stand. */
function optionLists(all: readonly Written[], fact: RegExp): Map<string, string[]> {
  const lists = new Map<string, string[]>()
  for (const { at, text } of all)
    for (const [, name = '', list = ''] of text.matchAll(/\b((?:[A-Za-z0-9]+\.)+[A-Za-z0-9]+) in \(([^)]*)\)/g)) {
      if (!fact.test(name) || !list.includes('"')) continue
      const options = list
        .split(',')
        .map((option) => option.trim())
        .toSorted()
        .join(', ')
      const key = `${name}: ${options}`
      lists.set(key, [...(lists.get(key) ?? []), at])
    }
  return lists
}

describe('kinds of application', () => {
  test('that stand together more than once have a name, change.…: three or more at once, a pair at the third place', () => {
    const lists = optionLists(texts(), /^application\.kind$/)
    expect(lists.size).toBeGreaterThan(5)
    const recurring = [...lists].filter(([kinds, places]) => places.length > (kinds.split(', ').length > 2 ? 1 : 2))
    expect(recurring).toEqual([])
  })

  test('are the same in another order', () => {
    const at = (text: string): Written => ({ at: text, key: 'when', text })
    const [first, second] = [at('application.kind in ("new", "takeover")'), at('not(application.kind in ("takeover", "new"))')]
    expect([...optionLists([first, second], /^application\.kind$/).values()]).toEqual([[first.at, second.at]])
  })
})

/** The kind of application held against one that can come together with others; who says several is then forgotten. */
const readsOneChange = (text: string, changes: readonly string[]): boolean =>
  [...text.matchAll(/\bapplication\.kind (?:!?=|in) (\([^)]*\)|"\w+")/g)].some(([, kinds = '']) =>
    changes.some((id) => kinds.includes(`"${id}"`)),
  )

describe('a change of a business that is there', () => {
  const { ruleSet } = openProject(process.cwd(), undefined)
  const changes = ruleSet?.base.questions.find(({ id }) => id === 'application.changes')?.options?.map(({ id }) => id) ?? []

  test('is read from differs.…, never from the kind of application: somebody may change several things at once', () => {
    expect(changes).toHaveLength(8)
    const own = changes.map(
      (id) => `application.kind = "${id}" or (application.kind = "several" and list contains(application.changes, "${id}"))`,
    )
    const reads = texts().filter(({ text }) => readsOneChange(text, changes))
    const allowed = ({ key, text }: Written): boolean => key === 'derived' && own.includes(text.replaceAll(/\s+/g, ' ').trim())
    // what a form prints of the kind is a choice of its own
    const printed = ({ text }: Written): boolean => text.startsWith('if application.kind in (') && text.endsWith('else application.kind')
    expect(reads.filter((one) => !allowed(one) && !printed(one)).map(({ at }) => at)).toEqual([])
    expect(reads.filter(allowed)).toHaveLength(8)
  })

  test.each([
    ['application.kind = "terraceChange"', true],
    ['application.kind != "rebuilding" and x', true],
    ['application.kind in ("new", "hoursChange")', true],
    ['application.kind in ("new", "takeover")', false],
    ['differs.terrace', false],
  ])('%s: %s', (text, found) => {
    expect(readsOneChange(text, changes)).toBe(found)
  })
})

describe('options of any other question', () => {
  test('three that stand together at more than five places have a fact of their own, as kitchen.cooks', () => {
    const lists = optionLists(texts(), /^(?!application\.kind$)/)
    const recurring = [...lists].filter(([options, places]) => places.length > 5 && options.split(', ').length > 2)
    expect(recurring.map(([options]) => options)).toEqual([])
  })
})

describe('ways in which a town regulates something', () => {
  /** `not(town.x in (…))`: a way that comes later, or that was forgotten, falls on the wrong side unseen. */
  const allBut = (text: string): boolean => /\bnot\(town(?:\.\w+)+ in \(/.test(text)

  test('are never told apart by a list of all but one: the one is named', () => {
    expect(texts().flatMap(({ at, text }) => (allBut(text) ? [at] : []))).toEqual([])
  })

  test.each([
    ['differs.terrace and not(town.terrace.mode in ("separate", "generalRules"))', true],
    ['town.terrace.mode != "partOfExploitation"', false],
    ['town.exploitation.mode in ("always", "exemptOnRequest")', false],
  ])('%s: %s', (text, found) => {
    expect(allBut(text)).toBe(found)
  })
})
