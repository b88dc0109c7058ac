import { openSession } from '../../src/draft/session.ts'
import { inMemory } from '../../src/draft/storage/storage.ts'
import type { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { exampleOf } from '../journeys/example.ts'

const { 'premises.maxPersons': _persons, 'premises.buildYear': _year, ...answers } = exampleOf('cafe-terrace-machines').answers

/** A session over the café of the examples, whose number of people and year of building nobody knows yet. */
export function sessionWith(file: AnswerFile = { ...exampleOf('cafe-terrace-machines'), answers }) {
  const variant = shippedVariant(file.variant)
  const memory = inMemory()
  const draft = {
    schema: 1,
    id: 'abc123',
    created: '2026-11-24T09:00:00Z',
    changed: '2026-11-24T09:00:00Z',
    ruleSet: variant.ruleSet,
    file,
    parked: [],
    aside: {},
    typed: {},
    copied: {},
    files: {},
    about: { name: '', town: '', open: null, asked: null },
    reference: 'H1-AAAA-BBBB',
    place: null,
  } as const
  const ports = { storage: memory, now: () => '2026-11-24T10:00:00Z', later: () => () => undefined }
  return { session: openSession({ ...draft, parked: [] }, variant, '2026-11-24', 'nl', ports), memory }
}
