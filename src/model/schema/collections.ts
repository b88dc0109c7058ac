import { z } from 'zod'
import { Feel, Id, SCHEMA_VERSION, ShortId, sourced, Text } from './common.ts'
import { Subject } from './question.ts'

/** A row that is added with one press. */
const Preset = z.strictObject({
  id: ShortId,
  label: Text,
  hint: Text.optional(),
  /** Only while the list is empty, or only once it is not. */
  only: z.enum(['first', 'next']).optional(),
  /** For a person or company: roles in the business. Offered while each of these roles is. */
  roles: z.array(ShortId).min(1).optional(),
  /** Answers about the row, by fact. A name that the list already has gets a number appended. */
  answers: z.record(Id, z.union([z.string(), z.boolean(), z.number()])).optional(),
})

/** Common rows, offered in everyday words. */
const Presets = z.strictObject({
  /** Asked while the list is empty. */
  ask: Text,
  /** Asked once it is not. */
  more: Text,
  choices: z.array(Preset).min(1),
})

/** Somebody who is known to take part before anybody is entered. The page shows a card for it until somebody has the first of the roles; of two entries with the
 * same first role the second waits for a second person. */
const Expected = z.strictObject({
  id: ShortId,
  label: Text,
  /** FEEL about the case: who is certainly part of it. While it is unknown nobody is expected. */
  when: Feel,
  /** Roles in the business. Those that no page offers now are left out. */
  roles: z.array(ShortId).min(1),
})

/** A list of rows. `per: party` nests it in every person, company and @business. */
export const Collection = z.strictObject({
  id: ShortId,
  subject: Subject,
  label: Text,
  /** What one row is called: on a card, a button, an annex. */
  one: Text,
  per: z.enum(['party']).optional(),
  /** The question asked before the list, if any. A no, or the option none, marks the list complete and empty. */
  gate: Id.optional(),
  /** FEEL in the row: the title of a row on a card or annex. */
  title: Feel.optional(),
  presets: Presets.optional(),
  /** For people or companies: who is expected, in the order in which they are asked for. */
  expected: z.array(Expected).min(1).optional(),
})

/** A reason why a party matters. `parties`: who can have it. */
export const Role = z.strictObject({
  id: ShortId,
  label: Text,
  parties: z.enum(['person', 'company', 'any']),
  /** Whether it may refer to another party than the business (role.target). `only`: it always does, such as somebody's fiscal partner. */
  targets: z.union([z.boolean(), z.literal('only')]).optional(),
  /** FEEL about the case: whether the page offers the role in the business. A role that somebody already has stays visible. */
  when: Feel.optional(),
  /** One line: who has this role. */
  hint: Text.optional(),
})

/** A name in FEEL for the parties with a role in the business: the first case whose `when` holds lists the roles. */
export const Alias = z.strictObject({
  id: ShortId,
  label: Text,
  subject: z.enum(['person', 'company', 'party']),
  cases: z
    .array(
      z.strictObject({
        when: Feel.optional(),
        roles: z.array(ShortId).min(1),
        /** Where a company has the role, whoever has one of these roles in that company counts too, recursively. */
        through: z.array(ShortId).min(1).optional(),
      }),
    )
    .min(1),
  /** FEEL in the row of the party: keeps the rows for which it is true. */
  where: Feel.optional(),
  /** Also includes those with the role in another party than the business: the fiscal partner of a partner. */
  anywhere: z.boolean().optional(),
  /** Only the first: the name then refers to a single row, null when there is none. */
  one: z.boolean().optional(),
})

/** Facts that people see as one thing: an address, a counted thing. A group has no value itself. */
export const Group = z.strictObject({ id: Id, label: Text, kind: z.enum(['address', 'counted']), parts: z.array(Id).min(2) })

/** rules/base/collections.yaml */
export const CollectionsFile = z.strictObject({
  schema: SCHEMA_VERSION,
  collections: z.array(Collection),
  roles: z.array(Role),
  aliases: z.array(Alias),
  groups: z.array(Group),
})

/** A word that not everybody knows, explained in plain words; shown on tap under each question that contains it. */
export const GlossaryTerm = z.strictObject({
  id: ShortId,
  /** As it is spelt in the texts. */
  term: Text,
  /** Other spellings and forms in the texts, in either language. */
  also: z.array(z.string().min(2)).min(1).optional(),
  meaning: Text,
  ...sourced,
})

/** rules/base/glossary.yaml */
export const GlossaryFile = z.strictObject({ schema: SCHEMA_VERSION, glossary: z.array(GlossaryTerm) })
