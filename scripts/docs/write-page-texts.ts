import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vite'
import type { PageText, PageTexts } from '../../src/model/languages/page-texts.ts'
import type { Template } from '../../src/model/languages/template.ts'

const SRC = fileURLToPath(new URL('../../src/', import.meta.url))

/** Texts that the program puts together out of parts of its own: a template of words cannot. */
const FIXED = new Set(['pages.printedAs', 'pages.start.since'])

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}
/** Where a value is written. */
interface Written {
  readonly node: Node
  readonly source: string
}

/** All texts of the program that pages show, by the name of their group, as they are written in the code: `nl.ts` and `en.ts`, and every constant
 * with a name and its words in both languages. */
export function pageTexts(): PageTexts {
  const constants = new Map<string, Written>()
  // two rooms may call a constant the same
  const everything: Written[] = []
  const groups: Record<string, PageTexts> = {}
  for (const file of readdirSync(SRC, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.ts$/.test(file)) continue
    const source = readFileSync(join(SRC, file), 'utf8')
    if (!/\bnl: /.test(source) && !/text[\\/](?:nl|en)\.ts$/.test(file)) continue
    for (const [name, node] of constantsIn(parseAst(source, { lang: 'ts' }) as unknown as Node)) {
      constants.set(name, { node, source })
      everything.push({ node, source })
    }
  }
  const of = (name: string): Written => constants.get(name) ?? fail(name)
  groups.pages = group(of('NL'), of('EN'), 'pages', constants)
  for (const written of everything) {
    const { name, nl, en } = propertiesOf(written)
    if (name?.node.type === 'Literal' && nl && en) {
      const key = String(name.node.value)
      if (groups[key]) fail(`two groups of the name ${key}`)
      groups[key] = group(nl, en, key, constants)
    }
  }
  return Object.fromEntries(Object.entries(groups).sort(([a], [b]) => (a === 'pages' ? -1 : b === 'pages' ? 1 : a < b ? -1 : 1)))
}

function* constantsIn(program: Node): Generator<[name: string, value: Node]> {
  for (const statement of program.body as Node[]) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? (statement.declaration as Node | null) : statement
    if (declaration?.type !== 'VariableDeclaration') continue
    for (const { id, init } of declaration.declarations as { id: Node; init: Node | null }[])
      if (init) yield [String(id.name), unwrapped(init)]
  }
}

/** Without `as const` and the like. */
const unwrapped = (node: Node): Node => (/^TS(As|Satisfies)Expression$/.test(node.type) ? unwrapped(node.expression as Node) : node)

function propertiesOf({ node, source }: Written): Record<string, Written> {
  if (node.type !== 'ObjectExpression') return {}
  return Object.fromEntries(
    (node.properties as Node[]).flatMap((property) => {
      if (property.type !== 'Property') return []
      const key = property.key as Node
      return [[String(key.name ?? key.value), { node: unwrapped(property.value as Node), source }]]
    }),
  )
}

function group(nl: Written, en: Written, at: string, constants: ReadonlyMap<string, Written>): PageTexts {
  const [dutch, english] = [propertiesOf(nl), propertiesOf(en)]
  return Object.fromEntries(
    Object.entries(english).map(([key, text]) => [key, leaf(dutch[key] ?? fail(`${at}.${key}`), text, `${at}.${key}`, constants)]),
  )
}

function leaf(nl: Written, en: Written, at: string, constants: ReadonlyMap<string, Written>): PageText | PageTexts {
  if (en.node.type === 'MemberExpression') return leaf(followed(nl, constants, at), followed(en, constants, at), at, constants)
  if (en.node.type === 'ObjectExpression') return group(nl, en, at, constants)
  if (en.node.type === 'ArrowFunctionExpression') {
    const names = (nl.node.params as Node[]).map(({ name }) => (typeof name === 'string' ? name : null))
    const all = names.flatMap((name) => name ?? [])
    const fixed = FIXED.has(at) || all.length < names.length
    if (fixed) return { nl: bodyOf(nl), en: bodyOf(en), fixed: true as const }
    const [dutch, english] = [nl, en].map(({ node }) => templateOf(node.body as Node))
    return { nl: dutch ?? bodyOf(nl), en: english ?? bodyOf(en), with: all }
  }
  const [dutch, english] = [stringsOf(nl.node), stringsOf(en.node)]
  if (!dutch || !english) return fail(at)
  return { nl: dutch.join('\n'), en: english.join('\n'), ...(en.node.type === 'ArrayExpression' && { list: english.length }) }
}

/** `KEEPING.en` → what stands there. */
function followed({ node }: Written, constants: ReadonlyMap<string, Written>, at: string): Written {
  const holder = constants.get(String((node.object as Node | undefined)?.name))
  return (holder && propertiesOf(holder)[String((node.property as Node).name)]) ?? fail(at)
}

function stringsOf(node: Node): string[] | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return [node.value]
  if (node.type !== 'ArrayExpression') return null
  const each = (node.elements as Node[]).map(stringsOf)
  return each.some((strings) => strings === null) ? null : each.flatMap((strings) => strings ?? [])
}

/** What a language of files would write for the same; null: the program decides more than a template can. */
function templateOf(node: Node): Template | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node.type === 'ConditionalExpression') {
    const name = nameIfOne(node.test as Node)
    const [one, other] = [templateOf(node.consequent as Node), templateOf(node.alternate as Node)]
    return name === null || one === null || other === null ? null : { [name]: { one, other } }
  }
  const counted = node.type === 'CallExpression' ? countedIn(node) : null
  if (counted) return { [counted.name]: { one: `{${counted.name}} ${counted.one}`, other: `{${counted.name}} ${counted.many}` } }
  if (node.type !== 'TemplateLiteral') return null
  const parts = (node.expressions as Node[]).map((part) => (part.type === 'Identifier' ? `{${part.name}}` : countedIn(part)))
  const texts = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
  const counts = parts.flatMap((part) => (part !== null && typeof part !== 'string' ? [part] : []))
  const [count, ...more] = counts
  if (parts.includes(null) || more.length > 0) return null
  const say = (noun: string): string =>
    texts.map((text, at) => text + (typeof parts[at] === 'object' && count ? `{${count.name}} ${noun}` : (parts[at] ?? ''))).join('')
  return count ? { [count.name]: { one: say(count.one), other: say(count.many) } } : say('')
}

/** `count === 1` → `count` */
function nameIfOne(test: Node): string | null {
  const [left, right] = [test.left as Node | undefined, test.right as Node | undefined]
  return test.operator === '===' && left?.type === 'Identifier' && right?.value === 1 ? String(left.name) : null
}

/** `counted(count, 'page', 'pages')` */
function countedIn(node: Node): { name: string; one: string; many: string } | null {
  if (node.type !== 'CallExpression' || (node.callee as Node).name !== 'counted') return null
  const [count, one, many] = node.arguments as Node[]
  return count?.type === 'Identifier' ? { name: String(count.name), one: String(one?.value), many: String(many?.value) } : null
}

/** As it stands in the code, between ${ and }. */
const bodyOf = ({ node, source }: Written): string => {
  const { start, end } = node.body as Node
  return `\${${source.slice(start, end).replaceAll(/\s+/g, ' ')}}`
}

const fail = (at: string): never => {
  throw new Error(`not to be read as a text: ${at}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('../../src/model/languages/page-texts.json', import.meta.url), `${JSON.stringify(pageTexts(), null, 2)}\n`)
