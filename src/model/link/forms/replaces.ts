import type { z } from 'zod'
import { boxesOf } from '../../boxes-of.ts'
import { didYouMean } from '../../findings/nearest.ts'
import { formsOf } from '../../forms-of.ts'
import { BASE } from '../../layers/base.ts'
import type { Box } from '../../schema/form.ts'
import type { LinkContext } from '../context.ts'

type BoxItem = z.infer<typeof Box>

/** A replacing form has a box for everything that the original asks, or declares which boxes it omits; new boxes of the original included. */
export function checkReplaces({ catalogue, lost, refer, report, provenance }: LinkContext): void {
  const used = new Set(catalogue.licences.flatMap(formsOf))
  for (const form of catalogue.forms) {
    if (form.replaces === undefined && !used.has(form.id) && !lost.has(form.id) && isOfLayer(provenance.place(form)?.layer))
      report(
        'BOX_NEVER_FILLED',
        'warning',
        form,
        'id',
        `No licence has the form ${form.id}, so nobody ever fills it in.`,
        'Write replaces: in it with the form it stands in for, or change a licence: at licences/…, to: { form: … }.',
      )
    if (form.replaces === undefined) {
      if (form.without !== undefined)
        report(
          'BAD_SHAPE',
          'error',
          form,
          'without',
          `The form ${form.id} replaces none, so it leaves out nothing.`,
          'Add replaces: with the form, or remove without:.',
        )
      continue
    }
    if (!refer('form', form.replaces, form, 'replaces')) continue
    const other = catalogue.forms.find(({ id }) => id === form.replaces)
    if (!other) continue
    const own = boxesOf(form)
    const asked = boxesOf(other)
    const known = asked.map(({ nr }) => nr)
    for (const [index, nr] of (form.without ?? []).entries())
      if (!known.includes(nr))
        report(
          'UNKNOWN_REFERENCE',
          'error',
          form.without ?? [],
          index,
          `The form ${other.id} has no box ${nr} to leave out.`,
          didYouMean(nr, known, 'Remove it from without:.'),
        )
    for (const box of asked) {
      const means = meansOf(box)
      if (means.length === 0 || lost.has(box.nr) || form.without?.includes(box.nr)) continue
      const lacking = means.filter((part) => !own.some((mine) => meansOf(mine).includes(part)))
      if (lacking.length === 0) continue
      report(
        'REPLACES_LACKS',
        'warning',
        form,
        'replaces',
        `The form ${form.id} has nothing for the box ${box.nr} of ${other.id}: ${lacking.join(', ')}.`,
        `Add a box with it, or write ${box.nr} below without:.`,
      )
    }
  }
}

const isOfLayer = (layer: string | undefined): boolean => layer !== undefined && layer !== BASE

/** What fills a box, each part separately. A part of a party or a table counts by its list. */
function meansOf({ questions, value, document, rows, party, type, forAuthority }: BoxItem): string[] {
  if (forAuthority) return []
  if (questions) return questions
  if (value !== undefined) return [JSON.stringify(value)]
  if (document !== undefined) return [`document ${document}`]
  if (rows !== undefined) return [`rows of ${rows}`]
  if (party !== undefined) return party.blocks.map((block) => `party ${block}`)
  return [type]
}
