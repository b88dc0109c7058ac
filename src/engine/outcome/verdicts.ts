import { isUnknown, unknown, type Value } from '../../feel/value.ts'
import { addAll } from '../../model/util/add-all.ts'
import type { VExtra, VLicence, VRule } from '../../model/variant.ts'
import type { Get } from '../cell-values.ts'
import type { Context } from '../context.ts'
import { run } from '../reader.ts'
import type { FormState, VerdictState } from '../states.ts'

/** The first rule that holds decides. While a rule is undecided all later outcomes stay possible; when they agree, that is the verdict. */
export function verdictCell(context: Context, get: Get, [id = '']: readonly string[]): VerdictState {
  const item: VLicence | VExtra | undefined = context.index.licences.get(id) ?? context.variant.extras.find((extra) => extra.id === id)
  if (!item) return { verdict: 'notNeeded', rules: [], missing: [], parameters: [] }
  const possible: VRule[] = []
  const missing: string[] = []
  const parameters: string[] = []
  let holding: VRule | null = null
  for (const rule of item.rules) {
    const holds = run(context, get, rule.when)
    if (isUnknown(holds)) {
      possible.push(rule)
      if (missing.length === 0) addAll(missing, holds.missing)
      addAll(parameters, holds.parameters)
    } else if (holds === true) {
      holding = rule
      break
    }
  }
  if (possible.length === 0 || possible.every((rule) => holding && sameOutcome(rule, holding))) {
    return { verdict: holding?.verdict ?? 'notNeeded', rules: holding ? [holding] : [], missing: [], parameters: [] }
  }
  return { verdict: missing.length > 0 ? 'open' : 'ask', rules: holding ? [...possible, holding] : possible, missing, parameters }
}

const sameOutcome = (a: VRule, b: VRule): boolean => a.verdict === b.verdict && a.duty === b.duty && a.via === b.via

/** A form is filled in when a licence of its own needs it; a licence that is part of another has none. */
export function formCell(context: Context, get: Get, [id = '']: readonly string[]): FormState {
  const licences = context.variant.licences
    .filter((licence) => licence.form === id)
    .filter((licence) => {
      const { verdict, rules } = get(`verdict|${licence.id}`)
      const rule = rules[0]
      return verdict === 'needed' && rule !== undefined && rule.via === null && (rule.duty ?? licence.duty) !== 'elsewhere'
    })
    .map((licence) => licence.id)
  const stopped = get('stop|') !== null
  const { bibob } = context.variant
  let boxes: FormState['boxes'] = 'all'
  if (bibob && bibob.form === id) {
    boxes = bibob.profiles.find((one) => one.id === bibobProfile(context, get))?.boxes ?? 'none'
  }
  return { applies: !stopped && licences.length > 0 && boxes !== 'none', licences, boxes }
}

/** The profile of the town; another one when the applicant asked for it, to prepare. */
export function bibobProfile(context: Context, get: Get): string | null {
  const { bibob } = context.variant
  if (!bibob) return null
  const own = get(`parameter|${bibob.parameter}`)
  if (own === 'documents' && bibob.prepare && get(`fact|${bibob.prepare.question}|`) === true) return bibob.prepare.profile
  return typeof own === 'string' ? own : null
}

/** Is the licence that a chapter is about applied for? */
export function actHolds(get: Get, act: string | null): Value {
  if (act === null) return true
  const state = get(`verdict|${act}`)
  return state.verdict === 'open' ? unknown(state.missing, state.parameters) : state.verdict === 'needed'
}
