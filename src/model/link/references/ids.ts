import { BASE } from '../../layers/base.ts'
import { itemName, itemsOf, LIST_NAMES, PLACES, type Place } from '../../places.ts'
import { listIn } from '../../util/record.ts'
import type { LinkContext } from '../context.ts'

/** No two items of a kind share an id, and no id is a prefix of another: FEEL, XState and the forms of the browser would confuse them. */
export function checkIds(context: LinkContext): void {
  const { catalogue } = context
  for (const list of LIST_NAMES) unique(itemsOf(catalogue, list), PLACES[list], context)
  // kinds that share a namespace: in FEEL, in verdict("…") and on paper
  same(catalogue.collections, catalogue.aliases, 'collection', context)
  same(catalogue.licences, catalogue.extras, 'licence', context)
  same(catalogue.questions, catalogue.groups, 'question', context)
  for (const form of catalogue.forms) {
    const seen = new Map<string, { readonly box: object; readonly section: string }>()
    const keys = new Map<string, string>()
    for (const section of [...(form.blocks ?? []), ...form.sections]) {
      for (const box of section.boxes) {
        const other = seen.get(box.nr)
        if (other && other.section !== section.id) {
          // reported to the layer that added a number to a form of the base, even if its box comes first
          const isOthers = layerOf(box, context) === BASE && layerOf(other.box, context) !== BASE
          context.report(
            'DUPLICATE_ID',
            'error',
            isOthers ? other.box : box,
            'nr',
            `The form ${form.id} has two boxes ${box.nr}: also in section ${isOthers ? section.id : other.section}.`,
            'Give one of them another number.',
          )
        }
        seen.set(box.nr, { box, section: section.id })
        if (box.key === undefined) continue
        const same = keys.get(box.key)
        if (same !== undefined && same !== box.nr)
          context.report(
            'DUPLICATE_ID',
            'error',
            box,
            'key',
            `The key ${box.key} is that of the box ${same} too.`,
            'Give one of them another key: programs of the town know a box by it.',
          )
        keys.set(box.key, box.nr)
      }
    }
  }
  checkPrefixes(context)
}

const layerOf = (item: object, { provenance }: LinkContext): string => provenance.place(item)?.layer ?? BASE

function unique(items: readonly object[], place: Place, context: LinkContext): void {
  const seen = new Set<string>()
  for (const item of items) {
    const name = itemName(place, item)
    if (seen.has(name) && place.key !== 'kind')
      context.report(
        'DUPLICATE_ID',
        'error',
        item,
        place.key,
        `The ${place.word} ${name} is defined twice here.`,
        'Give one of them another id, or remove it.',
      )
    seen.add(name)
    for (const [list, inside] of Object.entries(place.inside)) unique(listIn(item, list), inside, context)
  }
}

function same(first: readonly { id: string }[], second: readonly { id: string }[], word: string, context: LinkContext): void {
  const taken = new Set(first.map(({ id }) => id))
  for (const item of second)
    if (taken.has(item.id))
      context.report('DUPLICATE_ID', 'error', item, 'id', `The id ${item.id} is already that of a ${word}.`, 'Give one of them another id.')
}

function checkPrefixes({ catalogue, provenance, report }: LinkContext): void {
  const questions = new Map(catalogue.questions.map((question) => [question.id, question]))
  const longer = new Map<string, { readonly id: string }[]>()
  for (const item of [...catalogue.questions, ...catalogue.groups]) {
    const segments = item.id.split('.')
    for (let length = 1; length < segments.length; length += 1) {
      const prefix = segments.slice(0, length).join('.')
      if (questions.has(prefix)) longer.set(prefix, [...(longer.get(prefix) ?? []), item])
    }
  }
  for (const [prefix, items] of longer) {
    const short = questions.get(prefix)
    // reported where it can be mended: a town that uses a name of the base must change its own
    const isOwn = short && provenance.place(short)?.layer !== BASE && items.some((item) => provenance.place(item)?.layer === BASE)
    for (const item of isOwn ? [short] : items)
      report(
        'PREFIX_ID',
        'error',
        item,
        'id',
        isOwn
          ? `${items.length} other ids begin with ${prefix}, such as ${items[0]?.id}.`
          : `The id ${item.id} begins with ${prefix}, which is a question itself.`,
        `Give one of them another id; a group of facts can be called ${prefix}, a fact cannot.`,
      )
  }
}
