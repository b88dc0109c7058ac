import type { z } from 'zod'
import type { Catalogue, ListName } from './catalogue.ts'
import { Alias, Collection, GlossaryTerm, Group, Role } from './schema/collections.ts'
import { ElementsFile, StatutoryElement } from './schema/element.ts'
import { Box, FormFile, Section } from './schema/form.ts'
import { AdviceItem, Check, Delay, DocumentItem, Extra, Licence, Term, VerdictRule } from './schema/licence.ts'
import { Option, Question } from './schema/question.ts'
import { Channel, Fee, FormStatus, HoursWindow, Parameter, Respondent, RuleSetFile } from './schema/town.ts'
import { Step, Stop } from './schema/tree.ts'
import { listIn, propertyOf } from './util/record.ts'

/** A list of items that changes can address: what its items are called, what identifies them, which lists they contain. */
export interface Place {
  /** In messages: "There is no fee …". */
  readonly word: string
  readonly schema: z.ZodObject
  /** The identifying property; items without one are addressed by their number, from 1. */
  readonly key: 'id' | 'nr' | 'kind'
  readonly inside: Readonly<Record<string, Place>>
}

const place = (word: string, schema: z.ZodObject, inside: Record<string, Place> = {}, key: Place['key'] = 'id'): Place => ({
  word,
  schema,
  key,
  inside,
})

const rules = place('rule', VerdictRule)
const shape = RuleSetFile.shape

/** By the first segment of the path of a change. */
export const PLACES: Readonly<Record<ListName, Place>> = {
  licences: place('licence', Licence, { rules, terms: place('term', Term, {}, 'kind') }),
  extras: place('extra', Extra, { rules }),
  delays: place('delay', Delay),
  questions: place('question', Question, { options: place('option', Option) }),
  forms: place('form', FormFile, { sections: place('section', Section, { boxes: place('box', Box, {}, 'nr') }) }),
  elements: place('list of elements', ElementsFile, { elements: place('element', StatutoryElement) }),
  steps: place('step', Step),
  stops: place('stop', Stop),
  collections: place('collection', Collection),
  roles: place('role', Role),
  aliases: place('alias', Alias),
  groups: place('group', Group),
  glossary: place('term of the glossary', GlossaryTerm),
  documents: place('document', DocumentItem),
  advice: place('advice item', AdviceItem),
  checks: place('check', Check),
  fees: place('fee', Fee),
  hours: place('hours window', HoursWindow),
  channels: place('channel', Channel),
  parameters: place('parameter', Parameter),
  statuses: place('status', FormStatus),
  topics: place('topic', shape.topics.element),
  respondents: place('respondent', Respondent),
  seasons: place('season', shape.seasons.unwrap().element),
}

const isListName = (name: string): name is ListName => Object.hasOwn(PLACES, name)

export const LIST_NAMES: readonly ListName[] = Object.keys(PLACES).filter(isListName)

/** Parses a place; `tree/steps/toilets` is the same as `steps/toilets`. */
export function splitPlace(at: string): { list: ListName; segments: string[] } | { unknown: string } {
  const parts = at.split('/').filter((part) => part !== '')
  const [first = '', ...rest] = parts[0] === 'tree' ? parts.slice(1) : parts
  return isListName(first) ? { list: first, segments: rest } : { unknown: first }
}

export const itemName = (place: Place, item: object): string => String(propertyOf(item, place.key) ?? '')

/** A list of the catalogue as changes see it. */
export const itemsOf = (catalogue: Catalogue, list: ListName): readonly object[] => catalogue[list]

/** The item of a place such as `forms/alcohol/sections/g/boxes/AL-066`; undefined when there is none. */
export function itemAt(catalogue: Catalogue, list: ListName, segments: readonly string[]): object | undefined {
  let items: readonly object[] = itemsOf(catalogue, list)
  let place = PLACES[list]
  for (let depth = 0; ; depth += 2) {
    const item = items.find((item) => itemName(place, item) === segments[depth])
    const inside = segments[depth + 1]
    if (inside === undefined || item === undefined) return item
    const child = place.inside[inside]
    if (!child) return undefined
    items = listIn(item, inside)
    place = child
  }
}
