import type { Finding } from '../../findings/finding.ts'
import { errorAt } from '../../findings/finding-at.ts'
import type { RuleSet } from '../../rule-set.ts'

/** Placeholder in the file of a new town for what has to be filled in. Lists and formulas reject it anyway; places that accept any text are checked here. */
export const FILL_IN = 'INVULLEN'

/** Placeholders in texts that a clerk activated but did not fill in: an applicant would see them. */
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
                `${FILL_IN} is still here.`,
                'Write what holds in your town, or put the # back in front of the line.',
              ),
            ]
          : []
      }),
    ),
  )
