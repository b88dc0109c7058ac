import { references } from '../feel/references.ts'
import type { Answers } from '../model/answers/answers.ts'
import { type Edit, type Entry, entriesIn, entriesOf } from '../model/answers/edit.ts'
import { plainVariant, variantInCase, variantOn } from '../model/dated/variant-on.ts'
import { formsOf } from '../model/forms-of.ts'
import type { Lang } from '../model/lang.ts'
import type { ResolvedBox, ResolvedQuestion, Variant } from '../model/variant.ts'
import type { Get } from './cell-values.ts'
import { computationsOver } from './cells.ts'
import type { Case, CaseMemo, Context, Dates, Index } from './context.ts'
import { twinOf } from './facts/facts.ts'
import type { Computation } from './incremental/history.ts'
import { Memo } from './incremental/memo.ts'
import { same } from './incremental/same.ts'
import { isLimited } from './outcome/checks/field-checks.ts'
import { run } from './reader.ts'
import { Said } from './said.ts'

const indexes = new WeakMap<Variant, Index>()

export function indexOf(variant: Variant): Index {
  const known = indexes.get(variant)
  if (known) return known
  const by = <T extends { readonly id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]))
  const forms = by(variant.forms)
  const licensed = [...new Set(variant.licences.flatMap(formsOf))].flatMap((id) => (id === null ? [] : (forms.get(id) ?? [])))
  const index: Index = {
    questions: by(variant.questions),
    collections: by(variant.collections),
    aliases: by(variant.aliases),
    parameters: by(variant.parameters),
    licences: by(variant.licences),
    channels: new Map(variant.channels.toReversed().map(({ id, kind }) => [id, kind])),
    forms,
    checks: by(variant.checks),
    documents: by(variant.documents),
    advice: by(variant.advice),
    fees: by(variant.fees),
    settledBy: settledIn(variant),
    doubled: variant.questions.filter(({ refinedBy, settledBy }) => refinedBy !== null || settledBy !== null),
    answerable: new Set(variant.questions.flatMap(({ id, derived, refinedBy }) => (derived && !refinedBy ? [] : [id]))),
    limited: variant.questions.filter((question) => isLimited(question, variant.names)),
    inSeveralSections: inSeveral(
      variant.forms.flatMap(({ sections, blocks }) => [...sections, ...blocks, ...blocks].map(({ boxes }) => boxes)),
    ),
    inSeveralForms: inSeveral(variant.forms.map(({ sections, blocks }) => [...sections, ...blocks].flatMap(({ boxes }) => boxes))),
    licensed,
    ids: {
      verdicts: idsOf('verdict', [...variant.licences, ...variant.extras]),
      licences: idsOf('licences', variant.licences),
      forms: idsOf('form', variant.forms),
      statuses: idsOf('statuses', licensed),
      rests: idsOf('rests', licensed),
      fees: idsOf('fee', variant.fees),
      documents: idsOf('document', variant.documents),
      checks: idsOf('check', variant.checks),
      firing: idsOf('firing', variant.checks),
      advice: idsOf('advice', variant.advice),
      facts: new Map(variant.questions.map(({ id }) => [id, `fact|${id}|` as const])),
      factsOfRows: new Map(),
      rows: new Map(),
    },
  }
  indexes.set(variant, index)
  return index
}

const idsOf = <K extends string>(kind: K, items: readonly { readonly id: string }[]): `${K}|${string}`[] =>
  items.map(({ id }) => `${kind}|${id}` as const)

/** Questions in more than one of these parts. Where a company is asked, the business of the case may answer instead, so both count as being in the box. */
function inSeveral(parts: readonly (readonly ResolvedBox[])[]): ReadonlySet<string> {
  const several = new Set<string>()
  const before = new Set<string>()
  for (const boxes of parts) {
    const here = new Set(boxes.flatMap(({ questions }) => (questions ?? []).flatMap((id) => [id, twinOf(id)])))
    for (const id of here) (before.has(id) ? several : before).add(id)
  }
  return several
}

function settledIn(variant: Variant): ReadonlyMap<string, readonly ResolvedQuestion[]> {
  const found = new Map<string, ResolvedQuestion[]>()
  for (const question of variant.questions)
    for (const fact of question.settledBy ? references(question.settledBy.expr).facts : [])
      found.set(fact, [...(found.get(fact) ?? []), question])
  return found
}

/** Opens a case over these answers. Nothing is computed until it is read. */
export function openCase(rules: Variant, answers: Answers, dates: Dates, lang: Lang = 'nl'): Case {
  const dated = variantOn(rules, filedOn(rules, dates, answers.values.get(rules.names.application.filingDate)))
  return inItsTexts(openWith(dated, answers, dates, lang))
}

/** The case with each text in its wording for it. What the conditions read is read outside every cell: words ask nothing. */
function inItsTexts(application: Case): Case {
  const { variant, dates, lang } = application
  if (variant.textCases === undefined) return application
  const worded = variantInCase(plainVariant(variant), (condition) => run(application, condition) === true)
  return worded === variant ? application : openWith(worded, application.answers, dates, lang)
}

function openWith(variant: Variant, answers: Answers, dates: Dates, lang: Lang): Case {
  const index = indexOf(variant)
  const context = { variant, index, dates, lang }
  // the only place that gives the cells their types: each is computed by its own function in CELLS
  const memo = Memo.create(
    inputsOf(entriesIn(answers)),
    computationsOver(context) as (id: string) => Computation,
    same,
  ) as unknown as CaseMemo
  return caseOf(context, memo, new Said(answers))
}

/** The case after these edits: shares everything they do not touch. */
export function edit(before: Case, edits: readonly Edit[]): Case {
  const { memo, said } = before
  const entries = entriesOf(edits, (key) => memo.get(`listInput|${key}`))
  const filed = entries.findLast(({ kind, key }) => kind === 'answer' && key === before.variant.names.application.filingDate)
  // another filing date may have other rules
  if (filed && variantOn(before.variant, filedOn(before.variant, before.dates, filed.value)) !== plainVariant(before.variant))
    return openCase(before.variant, said.with(entries).answers(), before.dates, before.lang)
  return inItsTexts(caseOf(before, memo.edited(inputsOf(entries)), said.with(entries)))
}

/** The filing date, as far as it is known: the rules of that day apply. */
const filedOn = ({ names }: Variant, { today, filing }: Dates, answer: unknown): string =>
  names.application.filingDate !== '' && typeof answer === 'string' ? answer : (filing ?? today)

/** The same case with nothing computed: cheap to edit many times when only a few cells are read. */
export const afresh = (application: Case): Case => caseOf(application, application.memo.fresh(), application.said)

const caseOf = ({ variant, index, dates, lang }: Context, memo: CaseMemo, said: Said): Case =>
  new OpenCase(variant, index, dates, lang, memo, said)

/** A class, because an object literal with a getter has a shape of its own each time, which makes reading it slow. */
class OpenCase implements Case {
  readonly get: Get

  constructor(
    readonly variant: Variant,
    readonly index: Index,
    readonly dates: Dates,
    readonly lang: Lang,
    readonly memo: CaseMemo,
    readonly said: Said,
  ) {
    this.get = memo.get
  }

  get answers(): Answers {
    return this.said.answers()
  }
}

/** Of entries with the same key, the last one is the input. */
const inputsOf = (entries: Iterable<Entry>): ReadonlyMap<string, unknown> => {
  const inputs = new Map<string, unknown>()
  for (const entry of entries) inputs.set(`${entry.kind}|${entry.key}`, entry.kind === 'row' ? entry.value.subject : entry.value)
  return inputs
}
