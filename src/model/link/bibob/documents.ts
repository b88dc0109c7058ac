import type { Catalogue } from '../../catalogue.ts'
import { highest } from '../../util/extremes.ts'
import { isNarrower } from '../conditions/narrower.ts'
import type { Bibob } from './context.ts'
import { yearsIn } from './years.ts'

type Item = Catalogue['documents'][number]

/** R4: a town may drop a document or require less of it; it never adds or extends one. */
export function checkBibobDocuments(bibob: Bibob): void {
  const { catalogue, base, licences, report } = bibob
  const forBibob = (item: Item): boolean => item.licences.some((id) => licences.has(id))
  for (const item of catalogue.documents) {
    const before = base.documents.find(({ id }) => id === item.id)
    if (before === item || !forBibob(item)) continue
    if (!before || !forBibob(before))
      report(
        'BIBOB_DOCUMENT',
        'error',
        item,
        before ? 'licences' : 'id',
        `A town may not ask the document ${item.id} for Bibob: the national list does not.`,
        `Take ${[...licences].join(', ')} out of its licences, or take the document out.`,
      )
    else lengthened(bibob, item, before)
  }
}

function lengthened({ report }: Bibob, item: Item, before: Item): void {
  const complain = (key: keyof Item, what: string): void =>
    report(
      'BIBOB_DOCUMENT',
      'error',
      item,
      key,
      `The document ${item.id} would demand more than the national list: ${what}.`,
      `Take ${key}: out of this change; dropping or shortening is allowed.`,
    )
  const longest = highest(before.mustShow.map(yearsIn), 0)
  const more = item.mustShow.filter((text) => !before.mustShow.some(({ nl }) => nl === text.nl))
  if (item.mustShow.length > before.mustShow.length) complain('mustShow', more.map(({ nl }) => nl).join('; '))
  else if (more.some((text) => yearsIn(text) > longest)) complain('mustShow', 'more years')
  if (item.per !== before.per && item.per !== undefined) complain('per', `of each of ${item.per}`)
  const text = (value: unknown): string | undefined => (value === undefined ? undefined : String(value))
  if (item.when !== before.when && !isNarrower(text(item.when), text(before.when))) complain('when', 'of more people')
  if (item.maxAgeDays !== before.maxAgeDays && item.maxAgeDays !== undefined) {
    const [now, was] = [Number(item.maxAgeDays), Number(before.maxAgeDays)]
    if (!(now >= was)) complain('maxAgeDays', 'a newer copy')
  }
  if (item.signedBy !== undefined && before.signedBy === undefined) complain('signedBy', 'a signature')
}
