import { z } from 'zod'
import { Id } from './common.ts'

// '': the rule set has no such fact; no fact id is empty
const fact = Id.default('')

/** Facts that the program itself knows, by their meaning, and their ids in a rule set. The list of roles and the hours of the week have pages of their own;
 * names and the address are on the cover; two dates decide which figures apply. */
export const FactNames = z.strictObject({
  application: z.strictObject({ kind: fact, filingDate: fact, startDate: fact }).prefault({}),
  business: z.strictObject({ tradeName: fact, statutoryName: fact, kvkNumber: fact }).prefault({}),
  premises: z.strictObject({ name: fact, street: fact, houseNumber: fact, addition: fact, postcode: fact, city: fact }).prefault({}),
  party: z.strictObject({ kind: fact, name: fact, addition: fact }).prefault({}),
  person: z.strictObject({ firstNames: fact, lastName: fact, birthPlace: fact }).prefault({}),
  company: z.strictObject({ statutoryName: fact, inCircle: fact }).prefault({}),
  role: z.strictObject({ kind: fact, target: fact, until: fact }).prefault({}),
  hours: z
    .strictObject({
      place: fact,
      night: fact,
      season: fact,
      purpose: fact,
      open: fact,
      close: fact,
      verdict: fact,
      allowedOpen: fact,
      allowedClose: fact,
      servingApart: fact,
    })
    .prefault({}),
})
export type FactNames = z.infer<typeof FactNames>
