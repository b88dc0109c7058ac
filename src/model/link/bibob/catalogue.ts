import type { Bibob } from './context.ts'

const ASKING = new Set(['light', 'full'])

/** R7 and R8 for the catalogue itself: chapters belong to an existing licence, and an older catalogue is never presented as the current one. */
export function checkBibobCatalogue({ head, local, catalogue, refer, report }: Bibob): void {
  for (const section of local.sections) if (section.act !== undefined) refer('licence or extra', section.act, section, 'act')
  const old = head.verified2024 ? local.sections.flatMap((section) => section.boxes).find((box) => box.unverified === true) : undefined
  if (old)
    report(
      'BIBOB_CATALOGUE',
      'error',
      head,
      'verified2024',
      `The catalogue is called verified against the form of 2024, but box ${old.nr} is marked unverified.`,
      'Lay the official annex beside every box first, or write verified2024: false.',
    )
  if (head.verified2024) return
  const parameter = catalogue.parameters.find(({ id }) => id === head.parameter)
  for (const value of parameter?.values ?? [])
    if (typeof value.value === 'string' && ASKING.has(value.value)) {
      report(
        'BIBOB_CATALOGUE',
        'note',
        value,
        'value',
        `The profile ${value.value} asks the questions of ${head.catalogue}, not those of the form of today.`,
        'Fine as preparation. For real use load the annex of 2024, or write documents.',
      )
      if (value.value === 'light')
        report(
          'BIBOB_LIGHT',
          'note',
          value,
          'value',
          'A short list asks less than the national form.',
          'The national bureau may refuse to advise when it is sent too little (Wet Bibob art. 9(5)): be ready to ask the rest later.',
        )
    }
}
