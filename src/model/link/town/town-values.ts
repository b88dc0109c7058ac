import type { Compiled } from '../../../feel/expr.ts'
import { references } from '../../../feel/references.ts'
import type { Catalogue } from '../../catalogue.ts'
import { BASE } from '../../layers/base.ts'
import type { Provenance } from '../../layers/provenance.ts'
import type { Report } from '../../rule-set.ts'
import { ClockTime } from '../../schema/common.ts'
import type { Variant } from '../../variant.ts'

type Hours = Variant['hours'][number]

/** Values that towns are asked for but nothing reads, and closing times that contradict the hours of the town. */
export function checkTownValues(content: Omit<Variant, 'ruleSet'>, catalogue: Catalogue, report: Report, provenance: Provenance): void {
  // a town that removes what reads a value of the base has made no mistake
  if (content.id === BASE) unread(content, catalogue, report)
  twoClocks(content, catalogue, report, provenance)
}

function unread(content: Omit<Variant, 'ruleSet'>, catalogue: Catalogue, report: Report): void {
  const read = new Set<string>(content.bibob ? [content.bibob.parameter] : [])
  // messages name parameters between braces; everything else in a condition, formula or amount
  const look = (value: unknown): void => {
    if (typeof value === 'string') for (const [, name = ''] of value.matchAll(PLACEHOLDER)) read.add(name)
    else if (isCompiled(value)) for (const id of references(value.expr).parameters) read.add(id)
    else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) look(inner)
  }
  look({ ...content, parameters: [], calendar: null })
  for (const [index, { id }] of content.parameters.entries()) {
    const item = catalogue.parameters[index]
    if (item && !read.has(id))
      report(
        'UNREAD_PARAMETER',
        'error',
        item,
        'id',
        `Nothing reads ${id}.`,
        'Read it in a rule, a check, a form or a fee, or take it out.',
      )
  }
}

const PLACEHOLDER = /\{([a-zA-Z][\w.]*)\}/g
const isCompiled = (value: unknown): value is Compiled =>
  typeof value === 'object' && value !== null && 'expr' in value && 'source' in value

/** Checks that the closing times the tree compares with match the hours, where these apply to everybody. */
function twoClocks(
  { hours, parameters, layers }: Pick<Variant, 'hours' | 'parameters' | 'layers'>,
  catalogue: Catalogue,
  report: Report,
  provenance: Provenance,
): void {
  for (const [index, { id, values: given }] of parameters.entries()) {
    const nights = catalogue.parameters[index]?.nights ?? []
    // an invalid time is reported elsewhere
    const values = given.flatMap(({ value }) => (typeof value === 'string' && ClockTime.safeParse(value).success ? [value] : []))
    const windows = nights.flatMap((night) => reachedOn(night, hours))
    const closes = [...new Set(windows.map((window) => window.close))]
    const item = catalogue.parameters[index]
    const other = values.find((value) => closes.length > 0 && !closes.includes(value))
    if (item && other !== undefined) {
      // reported to the layer that wrote last: for a district with its own hours, in its own file
      const depth = (written: object, property: string): number => layers.indexOf(provenance.place(written, property)?.layer ?? '')
      const window = windows
        .filter((window) => window.close !== other)
        .flatMap((window) => catalogue.hours[hours.indexOf(window)] ?? [])
        .find((window) => depth(window, 'close') > depth(item, 'values'))
      report(
        'TWO_CLOCKS',
        'error',
        window ?? item,
        window ? 'close' : 'values',
        closes.every((close) => close === null)
          ? `${id} says ${other}, while the hours of the town set no closing time.`
          : `${id} says ${other}, while the hours of the town close at ${closes.map((close) => close ?? 'no time').join(' or ')}.`,
        window && window.close === null
          ? `Mend the one that is wrong, or write ${id} with value: null under parameters: in this file too: then the hours alone decide.`
          : window
            ? `Mend the one that is wrong, or write ${id} under parameters: in this file too: the hours decide each night, that value only the first questions.`
            : 'Mend the one that is wrong: the hours decide each night, this value only the first questions.',
      )
    }
  }
}

/** Windows for everybody that may apply to a night: the first match decides, so none after one that always applies. */
function reachedOn(night: Hours['nights'][number], hours: readonly Hours[]): Hours[] {
  const all = hours.filter((window) => isForAll(window) && window.nights.includes(night))
  const last = all.findIndex(({ season, from, until }) => season === 'all' && from === null && until === null)
  return last < 0 ? all : all.slice(0, last + 1)
}

const isForAll = ({ place, when, event }: Hours): boolean => place === 'inside' && when === null && event === null
