import { type Bibob, type BibobBox, type BibobForm, type BibobSection, removedBy } from './context.ts'

/** R2: any question may be switched off, but a remaining one needs the question it depends on. R10: a note on the cost of a short list. */
export function checkBibobSelection(bibob: Bibob): void {
  const { national, local } = bibob
  const gone = national.sections.flatMap((section) =>
    section.boxes
      .filter((box) => !local.sections.some(({ id, boxes }) => id === section.id && boxes.some(({ nr }) => nr === box.nr)))
      .map((box) => ({ section, box })),
  )
  if (gone.length === 0) return
  const known = new Set(bibob.base.questions.map(({ id }) => id))
  for (const { section, box } of gone) {
    const origin = removedBy(bibob, 'forms', local.id, 'sections', section.id, 'boxes', box.nr)
    for (const fact of box.questions ?? []) {
      if (printed(local, fact)) continue
      const child = dependent(bibob, local, fact, known)
      if (child)
        bibob.reportAt(
          'BIBOB_SELECTION',
          'error',
          origin,
          `Box ${box.nr} is left out, but box ${child.nr} is only asked after it.`,
          `Leave box ${child.nr} out too, or keep ${box.nr}.`,
        )
    }
  }
  const [first] = gone
  if (first)
    bibob.reportAt(
      'BIBOB_LIGHT',
      'note',
      removedBy(bibob, 'forms', local.id, 'sections', first.section.id, 'boxes', first.box.nr),
      `${gone.length} boxes of the national list are left out.`,
      'The national bureau may refuse to advise when it is sent too little (Wet Bibob art. 9(5)): be ready to ask the rest later.',
    )
}

const printed = (form: BibobForm, fact: string): boolean =>
  form.sections.some((section) => section.boxes.some((box) => box.questions?.includes(fact)))

/** A box of the local form whose condition or list depends on a fact. */
function dependent({ catalogue }: Bibob, local: BibobForm, fact: string, known: ReadonlySet<string>): BibobBox | undefined {
  const rests = (item: BibobBox | BibobSection, list: string | undefined): boolean =>
    factsIn(item.when, known).includes(fact) ||
    ('where' in item && factsIn(item.where, known).includes(fact)) ||
    catalogue.collections.some((collection) => collection.id === list && collection.gate === fact)
  for (const section of local.sections) {
    if (rests(section, section.per)) return section.boxes[0]
    const box = section.boxes.find((box) => rests(box, box.rows))
    if (box) return box
  }
  return undefined
}

/** Ids of questions named in an expression, outside quoted texts. */
export function factsIn(expression: unknown, known: ReadonlySet<string>): string[] {
  if (typeof expression !== 'string') return []
  const words = expression.replace(/"[^"]*"/g, ' ').match(/[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)+/g) ?? []
  return words.flatMap((word) => {
    const parts = word.split('.')
    // `representative.person.bsn` reads person.bsn of that party
    return parts.map((_, index) => parts.slice(index).join('.')).find((id) => known.has(id)) ?? []
  })
}
