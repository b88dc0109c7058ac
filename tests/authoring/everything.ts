import { filledBoxes } from '../../src/authoring/prove/possible-boxes.ts'
import { boxesOf } from '../../src/model/boxes-of.ts'
import type { Variant } from '../../src/model/variant.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { type EverythingCase, everythingCases } from '../made-up/generate-everything.ts'
import { shippedExamples } from './shipped-examples.ts'

/** The town whose rules are those of the base. */
const TOWN = 'voorbeeld'
export const DATES = { today: '2026-03-02' }

/** A town like it that asks for everything a town may ask for. */
function askingTown(): Variant {
  const plain = shippedVariant(TOWN)
  const parameters = plain.parameters.map((parameter) =>
    parameter.type === 'yesNo' ? { ...parameter, values: parameter.values.map((one) => ({ ...one, value: true })) } : parameter,
  )
  return { ...plain, id: `${TOWN}AsksAll`, parameters }
}

export interface Everything {
  readonly cases: readonly EverythingCase[]
  /** Per box of a base form (`form:nr`) the complete examples and made-up businesses that fill it. */
  readonly filledBy: ReadonlyMap<string, readonly string[]>
}

let made: Everything | undefined

/** The complete examples, and businesses to which everything happens for what these leave empty: in the example town, then in one that asks more. */
export function everything(): Everything {
  made ??= make()
  return made
}

function make(): Everything {
  const complete = shippedExamples().filter((example) => example.complete)
  const stock = complete.map(({ answers }) => answers)
  const filledBy = new Map(
    shippedVariant(TOWN).forms.flatMap((form) => boxesOf(form).map(({ nr }) => [`${form.id}:${nr}`, [] as string[]])),
  )
  const note = (boxes: Iterable<string>, name: string): void => {
    for (const key of boxes) filledBy.get(key)?.push(name)
  }
  for (const { file, application } of complete) note(filledBoxes(application), file)
  const cases: EverythingCase[] = []
  for (const town of [shippedVariant(TOWN), askingTown()]) {
    const left = new Set([...filledBy].filter(([, names]) => names.length === 0).map(([key]) => key))
    for (const each of everythingCases(town, stock, DATES, left)) {
      note(filledBoxes(each.application), each.name)
      cases.push(each)
    }
  }
  return { cases, filledBy }
}
