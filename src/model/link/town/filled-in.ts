import type { Finding } from '../../findings/finding.ts'
import { errorAt } from '../../findings/finding-at.ts'
import type { RuleSet } from '../../rule-set.ts'

/** Stands in the file of a new town where something has to be filled in. No list has it and no formula knows it; where any text may stand it is looked for here. */
export const FILL_IN = 'INVULLEN'

/** Texts that a clerk switched on and did not fill in: an applicant would read them. */
export const checkFilledIn = ({ layers, provenance }: RuleSet): Finding[] =>
  [...layers.values()].flatMap(({ data }) =>
    [data.contact, ...(data.channels ?? [])].flatMap((item) =>
      Object.entries(item ?? {}).flatMap(([property, value]) => {
        const place = item && value === FILL_IN && property !== 'kind' ? provenance.place(item, property) : null
        return place
          ? [
              errorAt(
                place.source,
                place.path,
                'BAD_SHAPE',
                `Here still stands ${FILL_IN}.`,
                'Write what holds in your town, or put the # back in front of the line.',
              ),
            ]
          : []
      }),
    ),
  )
