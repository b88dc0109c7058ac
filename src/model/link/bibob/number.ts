import type { Bibob, BibobBox, BibobForm, BibobSection } from './context.ts'

/** The citizen service number may only be asked for roles with a legal ground: Wet Bibob art. 7a(2)(c) for those concerned and their representatives, the
 * national form for some others. */
export function checkBibobNumber(bibob: Bibob): void {
  const { head, local, report } = bibob
  if (!head.bsn) return
  const grounds = new Set(head.bsn.grounds.flatMap(({ lists = [], roles = [], questions = [] }) => [...lists, ...roles, ...questions]))
  const roles = new Set(bibob.catalogue.roles.map(({ id }) => id))
  const parts = new Set(
    (local.blocks ?? []).flatMap((block) =>
      block.boxes.flatMap((part) => (part.questions?.includes(head.bsn?.fact ?? '') ? [part.nr] : [])),
    ),
  )
  for (const section of local.sections) {
    for (const box of section.boxes) {
      for (const { list, property, item } of [...readings(box, section, head.bsn.fact), ...ofParty(box, section, local, parts, roles)]) {
        if (list !== null && grounds.has(list)) continue
        report(
          'BIBOB_BSN',
          'error',
          item,
          property,
          `Box ${box.nr} asks the citizen service number of ${list ?? 'nobody in particular'}, for whom there is no ground.`,
          `Take it out of this box (of a party: without: [${[...parts].join(', ')}]), or name the ground in rules/base/ruleset.yaml under bibob.bsn.`,
        )
      }
    }
  }
}

interface Reading {
  readonly list: string | null
  readonly item: object
  readonly property: string | number
}

/** Where a box reads the number, and for whom: the rows of its section, or the party before the dot. */
function readings(box: BibobBox, section: BibobSection, fact: string): Reading[] {
  const found: Reading[] = []
  box.questions?.forEach((id, index, list) => {
    if (id === fact) found.push({ list: section.per ?? null, item: list, property: index })
  })
  const read = (expression: unknown, item: object, property: string, rows: string | undefined): void => {
    if (typeof expression !== 'string') return
    const pattern = new RegExp(`(?<![\\w.])(?:([a-z][A-Za-z0-9]*)\\.)?${fact.replaceAll('.', '\\.')}(?![\\w.])`, 'g')
    for (const [, alias] of expression.replace(/"[^"]*"/g, ' ').matchAll(pattern))
      found.push({ list: alias ?? rows ?? section.per ?? null, item, property })
  }
  read(box.value, box, 'value', undefined)
  for (const column of box.columns ?? []) read(column.value, column, 'value', box.rows)
  return found
}

/** A party box asks the number if one of its blocks does and the box does not omit that part. */
function ofParty(box: BibobBox, section: BibobSection, form: BibobForm, parts: ReadonlySet<string>, roles: ReadonlySet<string>): Reading[] {
  const { party } = box
  if (!party) return []
  const asks = (form.blocks ?? [])
    .filter(({ id }) => party.blocks.includes(id))
    .some((block) => block.boxes.some(({ nr }) => parts.has(nr) && !(party.without ?? []).includes(nr)))
  if (!asks) return []
  const of = party.of === undefined ? undefined : String(party.of)
  // a party looked up by its role, or named by a list or a question
  const role = [...(of ?? '').matchAll(/"([a-zA-Z]+)"/g)].map(([, word = '']) => word).find((word) => roles.has(word))
  return [{ list: role ?? of ?? section.per ?? null, item: party, property: of === undefined ? 'blocks' : 'of' }]
}
