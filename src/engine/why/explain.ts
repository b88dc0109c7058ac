import type { Compiled, Expr } from '../../feel/expr.ts'
import type { Bindings } from '../../feel/reader.ts'
import { tableLines } from '../../feel/table-lines.ts'
import { isUnknown, type Value } from '../../feel/value.ts'
import type { Origin, ResolvedRule } from '../../model/variant.ts'
import { formatAnswer, formatValue } from '../answer-kinds/print-answer.ts'
import { reach } from '../asked/questions.ts'
import type { Case } from '../context.ts'
import { coverage } from '../forms/form-coverage.ts'
import { localise, partyName } from '../forms/format.ts'
import { rowRef, run } from '../reader.ts'
import { counterfactuals } from './counterfactuals.ts'
import { boxesFilledBy, type LedgerEntry, ledgerOf } from './ledger.ts'

/** Why something is what it is: a verdict, extra, question (`id` or `id@row`), fee, check, document, parameter or box (`form:nr`). */
export interface Explanation {
  readonly id: string
  readonly kind: string
  readonly outcome: string
  /** The rules or formulas evaluated against the answers, and where they are written. */
  readonly rules: readonly {
    readonly text: string
    readonly value: string
    readonly file: string
    readonly line: number
    readonly layer: string | null
    readonly source: string | null
    readonly unverified: boolean
  }[]
  /** Answers it rests on. */
  readonly answers: readonly { readonly question: string; readonly label: string; readonly answer: string }[]
  /** Town values it rests on. */
  readonly parameters: readonly {
    readonly id: string
    readonly value: string
    readonly file: string
    readonly line: number
    readonly source: string | null
    readonly unverified: boolean
  }[]
  /** What would change a verdict or silence a check, in words: the smallest changes of answers. */
  readonly changes: readonly string[]
  /** Answers that would decide it. */
  readonly missing: readonly string[]
  /** Boxes that an answer can fill, `form:nr`. */
  readonly boxes: readonly string[]
  /** The same with their legal ground; `text` is what is printed there now, null when the box does not apply or is still open. */
  readonly ledger: readonly {
    readonly box: string
    readonly label: string
    readonly how: LedgerEntry['how']
    readonly basis: string
    /** Where the box was seen; null when its ground says it all. */
    readonly evidence: string | null
    readonly text: string | null
  }[]
}

/** null when nothing has this id; `knownIds` lists the candidates. */
export function explain(application: Case, id: string): Explanation | null {
  const { variant, get, lang, index } = application
  const licence = index.licences.get(id) ?? variant.extras.find((extra) => extra.id === id)
  if (licence) {
    const state = get(`verdict|${id}`)
    const rules = licence.rules.map((rule: ResolvedRule) =>
      ruleLine(application, rule.when, rule.origin, `${rule.id}: ${rule.when.source} → ${rule.verdict}`, rule),
    )
    return {
      id,
      kind: 'verdict',
      outcome: `${state.verdict}${state.rules[0] ? `: ${localise(state.rules[0].because, lang)}` : ''}`,
      rules,
      ...restsOn(application, `verdict|${id}`),
      changes: counterfactuals(application, id).map(({ text }) => text),
      missing: state.missing,
      boxes: [],
      ledger: [],
    }
  }
  const fee = variant.fees.find((item) => item.id === id)
  if (fee) {
    const { line, missing } = get(`fee|${id}`)
    const rules = [
      ...(fee.when ? [ruleLine(application, fee.when, fee.origin, `when ${fee.when.source}`)] : []),
      ...fee.amounts.flatMap((amount) => [
        {
          text: `${amount.from ?? ''}..${amount.until ?? ''} ${amount.amount?.source ?? 'not known'}`,
          value: amount.amount ? show(application, run(application, amount.amount)) : '?',
          file: amount.origin.file,
          line: amount.origin.line,
          layer: amount.origin.layer,
          source: amount.source,
          unverified: amount.unverified,
        },
        ...(amount.amount ? decidedBy(application, amount.amount, amount) : []),
      ]),
    ]
    return {
      id,
      kind: 'fee',
      outcome: line
        ? `${line.formula} = ${line.cents === null ? '?' : (line.cents / 100).toFixed(2)}${line.stale ? ' (stale)' : ''}`
        : 'not levied',
      rules,
      ...restsOn(application, `fee|${id}`),
      changes: [],
      missing,
      boxes: [],
      ledger: [],
    }
  }
  const check = variant.checks.find((item) => item.id === id)
  if (check) {
    const fired = get(`check|${id}`)
    return {
      id,
      kind: 'check',
      outcome: fired.length > 0 ? `${check.severity}: ${fired.map((item) => item.message).join(' ')}` : 'does not fire',
      rules: [ruleLine(application, check.when, check.origin, check.when.source, check)],
      ...restsOn(application, `check|${id}`),
      changes: counterfactuals(application, id).map(({ text }) => text),
      missing: [],
      boxes: [],
      ledger: [],
    }
  }
  const parameter = index.parameters.get(id)
  if (parameter) {
    return {
      id,
      kind: 'parameter',
      outcome: show(application, get(`parameter|${id}`)),
      rules: parameter.values.map((value) => ({
        text: `${value.from ?? ''}..${value.until ?? ''}`,
        value: String(value.value ?? '?'),
        file: value.origin.file,
        line: value.origin.line,
        layer: value.origin.layer,
        source: value.source,
        unverified: value.unverified,
      })),
      answers: [],
      parameters: [],
      changes: [],
      missing: [],
      boxes: [],
      ledger: [],
    }
  }
  return explainQuestion(application, id) ?? explainBox(application, id)
}

function explainQuestion(application: Case, key: string): Explanation | null {
  const [fact = '', row = ''] = key.split('@')
  const question = application.index.questions.get(fact)
  if (!question) return null
  const cell = `fact|${fact}|${row}` as const
  const value = application.get(cell)
  const slots = {
    when: question.when,
    derived: question.derived,
    'refined by': question.refinedBy,
    'settled by': question.settledBy,
    default: question.default,
  }
  const bindings = row ? { row: rowRef(application, row) } : {}
  const rules = Object.entries(slots).flatMap(([name, compiled]) =>
    compiled
      ? [
          {
            ...ruleLine(application, compiled, question.origin, `${name} ${compiled.source}`, question),
            value: show(application, run(application, compiled, bindings)),
          },
          ...decidedBy(application, compiled, question, bindings),
        ]
      : [],
  )
  const now = new Map(boxesFilledBy(application, key).map(({ form, nr, box }) => [`${form}:${nr}`, box.text]))
  const ledger = (ledgerOf(application.variant).get(fact) ?? []).map(({ form, nr, label, how, basis, evidence }) => {
    const box = `${form}:${nr}`
    return {
      box,
      label: localise(label, application.lang),
      how,
      basis: localise(basis, application.lang),
      evidence,
      text: now.get(box) ?? null,
    }
  })
  const missing = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'unknown' ? value.missing : []
  return {
    id: key,
    kind: 'question',
    outcome: show(application, value),
    rules:
      rules.length > 0
        ? rules
        : [
            {
              text: localise(question.label, application.lang),
              value: show(application, value),
              file: question.origin.file,
              line: question.origin.line,
              layer: question.origin.layer,
              source: question.source,
              unverified: question.unverified,
            },
          ],
    ...restsOn(application, cell),
    changes: [],
    missing,
    boxes: ledger.map(({ box }) => box),
    ledger,
  }
}

/** The lines of a table that decided, or that are still undecided, besides the formula as a whole. */
function decidedBy(
  application: Case,
  compiled: Compiled,
  marks: { readonly origin: Origin; readonly source: string | null; readonly unverified: boolean },
  bindings: Bindings = {},
): Explanation['rules'][number][] {
  const evaluated = (expr: Expr): Value => run(application, { ...compiled, expr }, bindings)
  const lines = tableLines(compiled)
  const told: typeof lines = []
  for (const line of lines) {
    const holds = line.when === null ? true : evaluated(line.when)
    if (holds !== true && !isUnknown(holds)) continue
    told.push(line)
    if (!line.isList) break
  }
  return told.map((line) => ({
    ...ruleLine(application, compiled, marks.origin, `line ${line.number} of ${lines.length}: ${line.text}`, marks),
    value: show(application, line.when !== null && isUnknown(evaluated(line.when)) ? evaluated(line.when) : evaluated(line.value)),
  }))
}

function explainBox(application: Case, key: string): Explanation | null {
  const [formId = '', nr = ''] = key.includes(':') ? key.split(':') : ['', key]
  for (const form of coverage(application)) {
    if (formId && form.id !== formId) continue
    for (const section of form.sections) {
      for (const { row, boxes } of section.instances) {
        const box = boxes.find((item) => item.key === nr || item.nr === nr)
        const meta = application.index.forms
          .get(form.id)
          ?.sections.find((item) => item.id === section.id)
          ?.boxes.find((item) => item.nr === box?.nr)
        if (!box || !meta) continue
        const text = meta.value?.source ?? meta.questions?.join(', ') ?? meta.document ?? meta.type
        return {
          id: `${form.id}:${box.key}`,
          kind: 'box',
          outcome: `${box.state}${box.text ? `: ${box.text}` : box.reason ? `: ${box.reason}` : ''}`,
          rules: [
            {
              text,
              value: box.text ?? '',
              file: meta.origin.file,
              line: meta.origin.line,
              layer: meta.origin.layer,
              source: meta.source ?? ([box.basis, meta.evidence].filter(Boolean).join('; ') || null),
              unverified: meta.unverified,
            },
            ...(meta.value && row === null && !box.item ? decidedBy(application, meta.value, meta) : []),
          ],
          changes: [],
          ...restsOn(application, `box|${form.id}|${section.id}|${box.nr}|${row ?? ''}|${box.item?.row ?? ''}`),
          missing: box.state === 'missing' || box.state === 'empty' ? box.questions : [],
          boxes: [],
          ledger: [],
        }
      }
    }
  }
  return null
}

function ruleLine(
  application: Case,
  compiled: Compiled,
  origin: Origin,
  text: string,
  marks: { source: string | null; unverified: boolean } | null = null,
): Explanation['rules'][number] {
  const value = compiled.expr ? show(application, run(application, compiled)) : ''
  return {
    text,
    value,
    file: compiled.file,
    line: compiled.line,
    layer: origin.layer,
    source: marks?.source ?? null,
    unverified: marks?.unverified ?? false,
  }
}

function restsOn(application: Case, cell: string): Pick<Explanation, 'answers' | 'parameters'> {
  const { get, index, lang } = application
  const answers: Explanation['answers'][number][] = []
  const parameters: Explanation['parameters'][number][] = []
  for (const id of reach(application, [cell])) {
    const [kind, key = ''] = id.split('|')
    const given = kind === 'answer' ? get(`answer|${key}`) : undefined
    if (given !== undefined) {
      const question = index.questions.get(key.split('@')[0] ?? '')
      if (question)
        answers.push({
          question: key,
          label: localise(question.label, lang),
          answer: formatAnswer(question, given, lang, (party) => partyName(application, party)),
        })
    }
    if (kind === 'parameter') {
      const parameter = index.parameters.get(key)
      const origin = parameter?.values.at(-1)?.origin ?? parameter?.origin
      if (parameter && origin)
        parameters.push({
          id: key,
          value: show(application, get(`parameter|${key}`)),
          file: origin.file,
          line: origin.line,
          source: parameter.values.at(-1)?.source ?? null,
          unverified: parameter.values.some((value) => value.unverified),
        })
    }
  }
  return { answers, parameters }
}

function show(application: Case, value: Value): string {
  if (typeof value === 'object' && value !== null && 'kind' in value) {
    if (value.kind === 'unknown') return `unknown (${[...value.missing, ...value.parameters].join(', ')})`
    if (value.kind === 'atLeast') return `at least ${value.bound.toString()}`
    if (value.kind === 'list' && value.unknown) return `${value.items.length} so far`
  }
  return formatValue(value, 'text', application.lang, { option: (id) => id, party: (id) => `@${id}`, unit: null }) ?? 'null'
}

/** Every id that `explain` knows, for "did you mean". */
export const knownIds = ({ variant }: Case): string[] => [
  ...variant.licences.map(({ id }) => id),
  ...variant.extras.map(({ id }) => id),
  ...variant.fees.map(({ id }) => id),
  ...variant.checks.map(({ id }) => id),
  ...variant.parameters.map(({ id }) => id),
  ...variant.questions.map(({ id }) => id),
  ...variant.forms.flatMap((form) => form.sections.flatMap((section) => section.boxes.map((box) => `${form.id}:${box.nr}`))),
]
