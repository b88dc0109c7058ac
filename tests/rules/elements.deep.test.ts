import { expect, test } from 'vitest'
import { mappings, shippedStatute, townFile, withTowns } from './elements.ts'

const base = shippedStatute('base')
/** The box, or the section that has no other. */
const placeOf = (form: string, nr: string): string => {
  const sections = base.variant.forms.find(({ id }) => id === form)?.sections ?? []
  const section = sections.find(({ boxes }) => boxes.some((box) => box.nr === nr))
  const place = `forms/${form}/sections/${section?.id}`
  return section?.boxes.length === 1 ? place : `${place}/boxes/${nr}`
}

/** What a town may take away, with the elements that hang on it. */
const losses = new Map<string, Set<string>>()
for (const { one, holder } of mappings(base)) {
  const places = [...holder.boxes.map((nr) => placeOf(holder.form, nr)), ...(holder.facts ?? []).map((fact) => `questions/${fact}`)]
  for (const place of places) losses.set(place, (losses.get(place) ?? new Set()).add(one.id))
}
const all = [...losses].map(([place, elements], index) => ({
  place,
  what: place.split('/').at(-1) ?? '',
  elements: [...elements],
  town: `town${index}`,
}))
const resolve = withTowns(Object.fromEntries(all.map(({ place, town }) => [town, `  - { op: remove, at: ${place}, why: A try. }`])))

test('there are boxes and questions to take away', () => {
  expect(all.length).toBeGreaterThan(180)
})

/** The elements that a finding is about. */
const named = (message: string): readonly (string | undefined)[] => [
  /^The law wants element (\S+) /.exec(message)?.[1],
  ...(/ The same holds of (.+)\.$/.exec(message)?.[1]?.split(', ') ?? []),
]

test.each(all)('a town without $what is told which elements of the law it lacks, at its own line', ({ elements, town }) => {
  const told = resolve(town).errors.filter(({ code }) => code === 'ELEMENT_UNCOVERED')
  // one line of a town is told once, with every element that hangs on it
  const own = told.filter(({ message }) => message.includes(`the layer ${town} removed it`))
  expect(elements.filter((id) => !own.some(({ message }) => named(message).includes(id)))).toEqual([])
  for (const { file, line, mend, message } of told) {
    expect(mend).not.toBe('')
    // what the law has on several places is told at each; that of the town at its line
    if (message.includes('removed it')) expect([file, line]).toEqual([townFile(town), 6])
  }
  expect(own).toHaveLength(1)
})
