import type { Scope } from '../../feel/type.ts'
import type { Catalogue } from '../catalogue.ts'
import { evidenceKind, evidenceWords } from '../evidence.ts'
import { targetsOf } from '../official/mapping.ts'
import { findPdf } from '../official/pdf-form.ts'
import { eachScope, scopeOf } from '../row-scope.ts'
import { ofSameParts } from '../util/once-for.ts'
import type { ResolvedBox, ResolvedForm, ResolvedOfficial, ResolvedOtherwise, ResolvedSection } from '../variant.ts'
import { BOOLEAN, compileNeeded, compileSlot, marked, spanOf, withoutCondition, wordsByCase } from './compiler.ts'
import type { Resolving } from './resolving.ts'
import { shared } from './shared.ts'

type Form = Catalogue['forms'][number]
type Section = Form['sections'][number]
type Box = Section['boxes'][number]

export function resolveForm(context: Resolving, form: Form): ResolvedForm {
  // which PDF stands beside it depends on the files of the rule set
  const head = form.official === undefined ? formHead(context, form) : headOf(context, form)
  const blocks = (form.blocks ?? []).map((block) => resolveBlock(context, block))
  return withSections(
    withBlocks(head, blocks),
    form.sections.map((section) => resolveSection(context, section)),
  )
}

type Head = Omit<ResolvedForm, 'blocks' | 'sections'>
type Block = ResolvedForm['blocks'][number]
type WithBlocks = Omit<ResolvedForm, 'sections'>

const withBlocks = ofSameParts((head: Head, blocks: readonly Block[]): WithBlocks => ({ ...head, blocks }))
const withSections = ofSameParts((form: WithBlocks, sections: readonly ResolvedSection[]): ResolvedForm => ({ ...form, sections }))

const headOf = (context: Resolving, form: Form): Head => ({
  ...marked(context, form),
  id: form.id,
  title: form.title,
  law: form.law,
  addressee: form.addressee,
  declaration: form.declaration,
  falseStatements: form.falseStatements,
  wording: wordsByCase(context, form.wording, {}, ({ title, addressee, declaration }) => ({
    title: title ?? null,
    addressee: addressee ?? null,
    declaration: declaration ?? null,
  })),
  confidential: form.confidential === true,
  incomplete: form.incomplete ?? null,
  official: resolveOfficial(context, form),
})
const formHead = shared(headOf)

const resolveBlock = (context: Resolving, block: NonNullable<Form['blocks']>[number]): Block =>
  blockOf(
    blockHead(context, block),
    block.boxes.map((box) => resolveBox(context, box, PARTY)),
  )
const blockOf = ofSameParts((head: Omit<Block, 'boxes'>, boxes: readonly ResolvedBox[]): Block => ({ ...head, boxes }))
const blockHead = shared(
  (context: Resolving, block: NonNullable<Form['blocks']>[number]): Omit<Block, 'boxes'> => ({
    id: block.id,
    when: compileNeeded(context, block, 'when', PARTY, BOOLEAN),
  }),
)

/** Errors were reported by `link/forms/official.ts`. */
function resolveOfficial({ ruleSet }: Resolving, { official }: Form): ResolvedOfficial | null {
  if (official === undefined) return null
  const found = findPdf(ruleSet.pdfs, ruleSet.provenance.origin(official).file, official.file)
  if (found === null) return null
  return {
    file: found.path,
    digest: found.form.digest,
    fields: Object.fromEntries(Object.entries(official.fields).map(([nr, fields]) => [nr, targetsOf(fields)])),
  }
}

const PARTY: Scope = { row: 'party' }

function resolveSection(context: Resolving, section: Section): ResolvedSection {
  const scope = scopeOf(context.catalogue, section.per) ?? {}
  return sectionOf(
    sectionAround(context, section, scope),
    section.boxes.map((box) => resolveBox(context, box, scope)),
  )
}

type Around = Omit<ResolvedSection, 'boxes'>
const sectionOf = ofSameParts((around: Around, boxes: readonly ResolvedBox[]): ResolvedSection => ({ ...around, boxes }))

/** A section without its boxes, which are memoised one by one. */
const sectionAround = shared(
  (context: Resolving, section: Section, scope: Scope): Around => ({
    id: section.id,
    title: section.title,
    per: section.per ?? null,
    where: compileSlot(context, section, 'where', scope, BOOLEAN),
    act: section.act ?? null,
    annex: section.annex === true,
    when: compileSlot(context, section, 'when', scope, BOOLEAN),
    otherwise: resolveOtherwise(context, section, scope),
    ...spanOf(section),
  }),
)

function resolveOtherwise(
  context: Resolving,
  { when, otherwise }: Pick<Box, 'when' | 'otherwise'>,
  scope: Scope,
): ResolvedOtherwise | null {
  if (otherwise === undefined) return null
  if (!Array.isArray(otherwise))
    return { whenFalse: when === undefined ? null : otherwise, none: when === undefined ? otherwise : null, cases: [] }
  const none = otherwise.find((reason) => reason.when === undefined)
  return {
    whenFalse: null,
    none: none ? withoutCondition(none) : null,
    cases: otherwise.flatMap((reason) =>
      reason.when === undefined ? [] : [{ when: compileNeeded(context, reason, 'when', scope, BOOLEAN), text: withoutCondition(reason) }],
    ),
  }
}

const resolveBox = shared((context: Resolving, box: Box, around: Scope): ResolvedBox => {
  const scope = eachScope(context.names, around, box.each)
  const rowScope = scopeOf(context.catalogue, box.rows) ?? scope
  return {
    ...marked(context, box),
    nr: box.nr,
    official: box.official ?? null,
    label: box.label,
    type: box.type,
    options: box.options ?? null,
    when: compileSlot(context, box, 'when', scope, BOOLEAN),
    otherwise: resolveOtherwise(context, box, scope),
    questions: box.questions ?? null,
    join: box.join ?? ' ',
    value: compileSlot(context, box, 'value', scope, null),
    document: box.document ?? null,
    each: compileSlot(context, box, 'each', around, null),
    party: box.party
      ? {
          of: compileSlot(context, box.party, 'of', scope, { kind: 'row', subject: 'party' }),
          blocks: box.party.blocks,
          without: box.party.without ?? [],
          applicant: box.party.applicant === true,
        }
      : null,
    heading: box.heading ?? null,
    rows: box.rows ?? null,
    where: compileSlot(context, box, 'where', rowScope, BOOLEAN),
    columns:
      box.columns?.map((column) => ({
        label: column.label,
        value: compileNeeded(context, column, 'value', rowScope, null),
        print: column.print ?? null,
      })) ?? null,
    print: box.print ?? null,
    optional: box.optional === true,
    forAuthority: box.forAuthority === true,
    capacity: box.capacity ?? null,
    key: box.key ?? null,
    meta: box.meta ?? null,
    wording: wordsByCase(context, box.wording, scope, ({ label }) => ({ label })),
    bibob: box.bibob ?? null,
    basis: box.basis ?? null,
    evidence: evidenceWords(box.evidence),
    evidenceKind: evidenceKind(box.evidence),
    ...spanOf(box),
  }
})
