import type { Compiled } from '../../feel/expr.ts'
import type { Value } from '../../feel/value.ts'
import type { Origin, VRule } from '../../model/variant.ts'
import type { Case } from '../context.ts'
import { coverage } from '../forms/cover.ts'
import { partyName, printAnswer, printValue, say } from '../forms/print.ts'
import { reach } from '../questions.ts'
import { rowRef, run } from '../reader.ts'
import { counterfactuals } from './counterfactuals.ts'
import { boxesFilledBy, type LedgerEntry, ledgerOf } from './ledger.ts'

/** Why something is what it is: a verdict, extra, question (`id` or `id@row`), fee, check, document, parameter or box (`form:nr`). */
export interface Explanation {
  readonly id: string
  readonly kind: string
  readonly outcome: string
  /** The rules or formulas that were held against the answers, with where they stand. */
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
  /** The same with their legal ground; `text` is what stands there now, null when the box does not apply or is still open. */
  readonly ledger: readonly {
    readonly box: string
    readonly label: string
    readonly how: LedgerEntry['how']
    readonly basis: string
    /** Where the box was seen; null where its ground says it all. */
    readonly evidence: string | null
    readonly text: string | null
  }[]
}

/** null when nothing has this id; `knownIds` lists what could be meant. */
export function explain(one: Case, id: string): Explanation | null {
  const { variant, memo, lang, index } = one
  const licence = index.licences.get(id) ?? variant.extras.find((extra) => extra.id === id)
  if (licence) {
    const state = memo.get(`verdict|${id}`)
    const rules = licence.rules.map((rule: VRule) =>
      ruleLine(one, rule.when, rule.origin, `${rule.id}: ${rule.when.source} → ${rule.verdict}`, rule),
    )
    return {
      id,
      kind: 'verdict',
      outcome: `${state.verdict}${state.rules[0] ? `: ${say(state.rules[0].because, lang)}` : ''}`,
      rules,
      ...restsOn(one, `verdict|${id}`),
      changes: counterfactuals(one, id).map(({ text }) => text),
      missing: state.missing,
      boxes: [],
      ledger: [],
    }
  }
  const fee = variant.fees.find((item) => item.id === id)
  if (fee) {
    const { line, missing } = memo.get(`fee|${id}`)
    const rules = [
      ...(fee.when ? [ruleLine(one, fee.when, fee.origin, `when ${fee.when.source}`)] : []),
      ...fee.amounts.map((amount) => ({
        text: `${amount.from ?? ''}..${amount.until ?? ''} ${amount.amount?.source ?? 'not known'}`,
        value: amount.amount
          ? show(
              one,
              run(one, (cell) => memo.get(cell), amount.amount),
            )
          : '?',
        file: amount.origin.file,
        line: amount.origin.line,
        layer: amount.origin.layer,
        source: amount.source,
        unverified: amount.unverified,
      })),
    ]
    return {
      id,
      kind: 'fee',
      outcome: line
        ? `${line.formula} = ${line.cents === null ? '?' : (line.cents / 100).toFixed(2)}${line.stale ? ' (stale)' : ''}`
        : 'not levied',
      rules,
      ...restsOn(one, `fee|${id}`),
      changes: [],
      missing,
      boxes: [],
      ledger: [],
    }
  }
  const check = variant.checks.find((item) => item.id === id)
  if (check) {
    const fired = memo.get(`check|${id}`)
    return {
      id,
      kind: 'check',
      outcome: fired.length > 0 ? `${check.severity}: ${fired.map((item) => item.message).join(' ')}` : 'does not fire',
      rules: [ruleLine(one, check.when, check.origin, check.when.source, check)],
      ...restsOn(one, `check|${id}`),
      changes: counterfactuals(one, id).map(({ text }) => text),
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
      outcome: show(one, memo.get(`parameter|${id}`)),
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
  return explainQuestion(one, id) ?? explainBox(one, id)
}

function explainQuestion(one: Case, key: string): Explanation | null {
  const [fact = '', row = ''] = key.split('@')
  const question = one.index.questions.get(fact)
  if (!question) return null
  const cell = `fact|${fact}|${row}` as const
  const value = one.memo.get(cell)
  const slots = {
    when: question.when,
    derived: question.derived,
    'refined by': question.refinedBy,
    'settled by': question.settledBy,
    default: question.default,
  }
  const bindings = row ? { row: rowRef(one.memo.get, row) } : {}
  const rules = Object.entries(slots).flatMap(([name, compiled]) =>
    compiled
      ? [
          {
            ...ruleLine(one, compiled, question.origin, `${name} ${compiled.source}`, question),
            value: show(one, run(one, one.memo.get, compiled, bindings)),
          },
        ]
      : [],
  )
  const now = new Map(boxesFilledBy(one, key).map(({ form, nr, box }) => [`${form}:${nr}`, box.text]))
  const ledger = (ledgerOf(one.variant).get(fact) ?? []).map(({ form, nr, label, how, basis, evidence }) => {
    const box = `${form}:${nr}`
    return { box, label: say(label, one.lang), how, basis: say(basis, one.lang), evidence, text: now.get(box) ?? null }
  })
  const missing = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'unknown' ? value.missing : []
  return {
    id: key,
    kind: 'question',
    outcome: show(one, value),
    rules:
      rules.length > 0
        ? rules
        : [
            {
              text: say(question.label, one.lang),
              value: show(one, value),
              file: question.origin.file,
              line: question.origin.line,
              layer: question.origin.layer,
              source: question.source,
              unverified: question.unverified,
            },
          ],
    ...restsOn(one, cell),
    changes: [],
    missing,
    boxes: ledger.map(({ box }) => box),
    ledger,
  }
}

function explainBox(one: Case, key: string): Explanation | null {
  const [formId = '', nr = ''] = key.includes(':') ? key.split(':') : ['', key]
  for (const form of coverage(one)) {
    if (formId && form.id !== formId) continue
    for (const section of form.sections) {
      for (const { row, boxes } of section.instances) {
        const box = boxes.find((item) => item.key === nr || item.nr === nr)
        const meta = one.index.forms
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
          ],
          changes: [],
          ...restsOn(one, `box|${form.id}|${section.id}|${box.nr}|${row ?? ''}|${box.item?.row ?? ''}`),
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
  one: Case,
  compiled: Compiled,
  origin: Origin,
  text: string,
  marks: { source: string | null; unverified: boolean } | null = null,
): Explanation['rules'][number] {
  const value = compiled.expr
    ? show(
        one,
        run(one, (cell) => one.memo.get(cell), compiled),
      )
    : ''
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

function restsOn(one: Case, cell: string): Pick<Explanation, 'answers' | 'parameters'> {
  const { memo, index, lang } = one
  const answers: Explanation['answers'][number][] = []
  const parameters: Explanation['parameters'][number][] = []
  for (const id of reach(one, [cell])) {
    const [kind, key = ''] = id.split('|')
    const given = kind === 'answer' ? memo.get(`answer|${key}`) : undefined
    if (given !== undefined) {
      const question = index.questions.get(key.split('@')[0] ?? '')
      if (question)
        answers.push({
          question: key,
          label: say(question.label, lang),
          answer: printAnswer(question, given, lang, (party) => partyName(memo.get, party)),
        })
    }
    if (kind === 'parameter') {
      const parameter = index.parameters.get(key)
      const origin = parameter?.values.at(-1)?.origin ?? parameter?.origin
      if (parameter && origin)
        parameters.push({
          id: key,
          value: show(one, memo.get(`parameter|${key}`)),
          file: origin.file,
          line: origin.line,
          source: parameter.values.at(-1)?.source ?? null,
          unverified: parameter.values.some((value) => value.unverified),
        })
    }
  }
  return { answers, parameters }
}

function show(one: Case, value: Value): string {
  if (typeof value === 'object' && value !== null && 'kind' in value) {
    if (value.kind === 'unknown') return `unknown (${[...value.missing, ...value.parameters].join(', ')})`
    if (value.kind === 'atLeast') return `at least ${value.bound.toString()}`
    if (value.kind === 'list' && value.unknown) return `${value.items.length} so far`
  }
  return printValue(value, 'text', one.lang, { option: (id) => id, party: (id) => `@${id}`, unit: null }) ?? 'null'
}

/** Everything that explain knows, for "did you mean". */
export const knownIds = ({ variant }: Case): string[] => [
  ...variant.licences.map(({ id }) => id),
  ...variant.extras.map(({ id }) => id),
  ...variant.fees.map(({ id }) => id),
  ...variant.checks.map(({ id }) => id),
  ...variant.parameters.map(({ id }) => id),
  ...variant.questions.map(({ id }) => id),
  ...variant.forms.flatMap((form) => form.sections.flatMap((section) => section.boxes.map((box) => `${form.id}:${box.nr}`))),
]
