import { isUnknown, type Value } from '../../feel/value.ts'
import { addAll } from '../../model/util/add-all.ts'
import type { ResolvedExtra, ResolvedLicence, ResolvedRule } from '../../model/variant.ts'
import type { Reading } from '../context.ts'
import { run } from '../reader.ts'
import { dutyValue, type FormState, type VerdictState, verdictValue } from '../states.ts'
import { formOf } from './form-of.ts'

/** What the rules of a licence result in. */
interface Decision {
  readonly verdict: VerdictState['verdict']
  /** The rule that holds, if any. */
  readonly holding: ResolvedRule | null
  /** Rules before it that are still undecided. */
  readonly undecided: readonly ResolvedRule[]
  /** Whether the outcome is the same whichever of them holds. */
  readonly agreed: boolean
  readonly missing: readonly string[]
  readonly parameters: readonly string[]
  /** Answers that may still change the outcome. */
  readonly awaits: readonly string[]
}

/** The first rule that holds decides. While a rule is undecided, all later outcomes remain possible; when they agree, that is the verdict. A rule that refines
 * does not count as undecided: until its answers are there, the coarse ones decide. */
export function decide(rules: readonly ResolvedRule[], holds: (rule: ResolvedRule, index: number) => Value): Decision {
  const undecided: ResolvedRule[] = []
  const missing: string[] = []
  const parameters: string[] = []
  let holding: ResolvedRule | null = null
  const possible: { readonly rule: ResolvedRule; readonly missing: readonly string[] }[] = []
  for (const [index, rule] of rules.entries()) {
    const held = holds(rule, index)
    if (isUnknown(held)) {
      possible.push({ rule, missing: held.missing })
      if (rule.refines) continue
      undecided.push(rule)
      if (missing.length === 0) addAll(missing, held.missing)
      addAll(parameters, held.parameters)
    } else if (held === true) {
      holding = rule
      break
    }
  }
  const outcome = holding
  const agreed = undecided.every((rule) => outcome !== null && sameOutcome(rule, outcome))
  const verdict = agreed ? (outcome?.verdict ?? 'notNeeded') : missing.length > 0 ? 'open' : 'ask'
  // the last of them make no difference when they lead to the same outcome as what holds after them
  const decisive = possible.slice(0, possible.findLastIndex(({ rule }) => outcome === null || !sameOutcome(rule, outcome)) + 1)
  const awaits = [...new Set(decisive.flatMap((each) => each.missing))]
  return { verdict, holding, undecided, agreed, missing, parameters, awaits }
}

export const sameOutcome = (a: ResolvedRule, b: ResolvedRule): boolean => a.verdict === b.verdict && a.duty === b.duty && a.via === b.via

/** The verdict on a licence or extra, with what it still waits for. */
export function verdictCell(reading: Reading, [id = '']: readonly string[]): VerdictState {
  const item: ResolvedLicence | ResolvedExtra | undefined =
    reading.index.licences.get(id) ?? reading.variant.extras.find((extra) => extra.id === id)
  if (!item) return { verdict: 'notNeeded', rules: [], missing: [], parameters: [], awaits: [] }
  const { verdict, holding, undecided, agreed, missing, parameters, awaits } = decide(item.rules, (rule) => run(reading, rule.when))
  const last = holding ? [holding] : []
  return agreed
    ? { verdict, rules: last, missing: [], parameters: [], awaits }
    : { verdict, rules: [...undecided, ...last], missing, parameters, awaits }
}

/** `word|licence`. */
export const wordCell = ({ get }: Reading, [id = '']: readonly string[]): Value => verdictValue(get(`verdict|${id}`))

/** `duty|licence`. */
export const dutyCell = ({ index, get }: Reading, [id = '']: readonly string[]): Value =>
  dutyValue(index.licences.get(id), get(`verdict|${id}`))

/** `within|licence`. */
export const withinCell = ({ get }: Reading, [id = '']: readonly string[]): boolean => Boolean(get(`verdict|${id}`).rules[0]?.via)

/** A form is filled in when a licence that is not part of another needs it. */
export function formCell(reading: Reading, [id = '']: readonly string[]): FormState {
  const missing = new Set<string>()
  const licences = reading.variant.licences
    .filter((licence) => licence.form === id || licence.forms.some(({ form }) => form === id))
    .filter((licence) => {
      const isHandedIn =
        reading.get(`word|${licence.id}`) === 'needed' &&
        !reading.get(`within|${licence.id}`) &&
        reading.get(`duty|${licence.id}`) !== 'elsewhere'
      if (!isHandedIn) return false
      const choice = formOf(reading, licence)
      for (const key of choice.missing) missing.add(key)
      return choice.form === id
    })
    .map((licence) => licence.id)
  const stopped = reading.get('stop|') !== null
  const boxes = reading.get(`selection|${id}`)
  return { applies: !stopped && licences.length > 0 && boxes !== 'none', licences, boxes, missing: stopped ? [] : [...missing] }
}

/** Which boxes of a form are asked: `selection|form`. Kept apart from whether it applies, which may change while its boxes stay the same. */
export function selectionCell(reading: Reading, [id = '']: readonly string[]): FormState['boxes'] {
  const { bibob } = reading.variant
  return bibob?.form === id ? (bibob.profiles.find((profile) => profile.id === bibobProfile(reading))?.boxes ?? 'none') : 'all'
}

/** Whether what belongs to a licence is demanded: it is needed, as the permit it usually is. Where only a notification is due, an item that goes with that too
 * says so (`notified`). */
export function isDemanded(reading: Reading, id: string, notified: boolean): boolean {
  if (reading.get(`word|${id}`) !== 'needed') return false
  if (notified || reading.index.licences.get(id)?.duty !== 'permit') return true
  const duty = reading.get(`duty|${id}`)
  return duty !== 'notification' && duty !== 'information'
}

/** The town's profile; another one when the applicant asked for that, to prepare. */
export function bibobProfile(reading: Reading): string | null {
  const { bibob } = reading.variant
  if (!bibob) return null
  const own = reading.get(`parameter|${bibob.parameter}`)
  if (own === 'documents' && bibob.prepare && reading.get(`fact|${bibob.prepare.question}|`) === true) return bibob.prepare.profile
  return typeof own === 'string' ? own : null
}

/** Whether the licence that a chapter is about is applied for. */
export function actHolds(reading: Reading, act: string | null): Value {
  if (act === null) return true
  const word = reading.get(`word|${act}`)
  return isUnknown(word) ? word : word === 'needed'
}
