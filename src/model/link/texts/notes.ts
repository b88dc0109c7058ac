import { boxesOf } from '../../boxes-of.ts'
import { decidedOn, newestFirst } from '../../dated/decided-on.ts'
import { isStale } from '../../dated/is-stale.ts'
import type { Finding } from '../../findings/finding.ts'
import { BASE } from '../../layers/base.ts'
import type { Applied } from '../../layers/layers.ts'
import type { RuleSet } from '../../rule-set.ts'
import { onceFor } from '../../util/once-for.ts'
import { reporter } from '../context.ts'

/** Not errors, but worth knowing: values that nobody checked in their source, values that the town has not given, tariffs of an earlier year. */
export function noteValues(ruleSet: RuleSet, { catalogue, layers }: Applied, date: string | undefined, findings: Finding[]): void {
  const report = reporter(ruleSet, findings)
  const known = notesBefore(ruleSet)
  /** Whether a town inherits this from the base. */
  const ofBase = (item: object, property: string): boolean => layers.length > 1 && ruleSet.provenance.place(item, property)?.layer === BASE
  const lookUp = (id: string): string =>
    `Look it up for this town, and write ${id} with its source under parameters: in the file of the town.`
  /** How to verify it: at the given address, or where such things are published. A value of the base is overridden in the file of the town. */
  const howToVerify = (item: object, source: string | undefined, own: string | null): string => {
    if (own !== null && ofBase(item, 'unverified')) return lookUp(own)
    if (source === undefined) return 'Look it up in the by-law or on a page of the town, write source: with it and remove unverified.'
    if (source.includes('://')) return 'Open the address, compare it with this value, correct it and remove unverified.'
    return 'Read the source, correct the value and remove unverified.'
  }
  const layerOf = (item: object, property: string): string | undefined => ruleSet.provenance.place(item, property)?.layer
  const unread = (
    item: { unverified?: boolean | undefined; source?: string | undefined },
    what: string,
    own: string | null = null,
  ): void => {
    if (!item.unverified) return
    const key = `${what} ${own} ${layers.length > 1}`
    const before = known.get(item)?.get(key)
    if (before) {
      findings.push(before)
      return
    }
    // a source from a lower layer than the mark `unverified` belongs to another value
    const source = layerOf(item, 'source') === layerOf(item, 'unverified') ? item.source : undefined
    report(
      'UNVERIFIED',
      'note',
      item,
      'unverified',
      `${what} was not read in its source${source ? ` (${source})` : ''}.`,
      howToVerify(item, source, own),
    )
    const made = findings.at(-1)
    if (made) known.set(item, (known.get(item) ?? new Map<string, Finding>()).set(key, made))
  }
  const unknownValue = (item: object, property: string, what: string, mend: string): void =>
    report('UNKNOWN_VALUE', 'note', item, property, what, mend)

  for (const question of catalogue.questions) unread(question, `The question ${question.id}`)
  for (const step of catalogue.steps) unread(step, `The step ${step.id}`)
  for (const stop of catalogue.stops) unread(stop, `The stop ${stop.id}`)
  const { calendar } = catalogue.head
  if (calendar) for (const item of [calendar, ...calendar.equated]) unread(item, 'The calendar of days off')
  for (const season of catalogue.seasons) unread(season, `The season ${season.id}`)
  for (const item of [...catalogue.licences, ...catalogue.extras]) {
    unread(item, `What is said of ${item.id}`)
    for (const rule of item.rules) unread(rule, `The rule ${rule.id} of ${item.id}`)
  }
  for (const licence of catalogue.licences) for (const term of licence.terms ?? []) unread(term, `The ${term.kind} term of ${licence.id}`)
  for (const delay of catalogue.delays) unread(delay, `The delay ${delay.id}`)
  for (const form of catalogue.forms) {
    unread(form, `The form ${form.id}`)
    for (const box of boxesOf(form)) unread(box, `The box ${box.nr} of the form ${form.id}`)
  }
  for (const check of catalogue.checks) unread(check, `The check ${check.id}`)
  for (const document of catalogue.documents) unread(document, `The document ${document.id}`)
  for (const item of catalogue.advice) unread(item, `The advice ${item.id}`)
  for (const window of catalogue.hours) unread(window, `The hours window ${window.id}`)
  for (const channel of catalogue.channels) {
    unread(channel, `The channel for ${channel.id}`)
    if (channel.kind === 'unknown')
      unknownValue(
        channel,
        'kind',
        `How ${channel.id} is handed in is not known.`,
        'Ask the town, and write the kind of the channel with its source.',
      )
  }
  if (catalogue.contact) unread(catalogue.contact, 'The contact of the town')
  for (const list of catalogue.elements) {
    unread(list, `The list of elements ${list.id}`)
    for (const element of list.elements) unread(element, `The element ${element.id} of ${list.id}`)
  }
  for (const term of catalogue.glossary) unread(term, `The term ${term.id}`)
  const { bibob } = catalogue.head
  if (bibob?.bsn) for (const ground of bibob.bsn.grounds) unread(ground, `The ground on which ${bibob.bsn.fact} is asked`)
  if (bibob?.officialForm) unread(bibob.officialForm, 'The address of the official form')
  if (catalogue.branding) unread(catalogue.branding, 'The house style')
  for (const id of layers) {
    const { asks, localities, words } = ruleSet.layers.get(id)?.data ?? {}
    if (asks !== 'all') for (const asked of asks ?? []) unread(asked, `The choice to ask ${asked.box}`)
    for (const word of words ?? []) unread(word, `The word ${word.to.nl ?? word.to.en}`)
    if (localities) unread(localities, 'The list of places of the town')
  }
  for (const parameter of catalogue.parameters) {
    // an absent value has nothing to verify: it is unknown
    for (const value of parameter.values) if (value.value !== null) unread(value, `The value of ${parameter.id}`, parameter.id)
    const value = decidedOn(parameter.values, date)
    if (!value || value.value === null)
      unknownValue(
        parameter,
        'values',
        `The value of ${parameter.id} is not known.`,
        ofBase(parameter, 'values') ? lookUp(parameter.id) : 'Add a value with from: and source: to the values of this parameter.',
      )
    else if (parameter.local === 'must' && layers.length > 1 && ruleSet.provenance.place(parameter, 'values')?.layer === 'base')
      unknownValue(
        parameter,
        'values',
        `The town has not given its own ${parameter.id}; the base expects it to.`,
        `Add ${parameter.id} to parameters: in the file of the town.`,
      )
  }
  for (const fee of catalogue.fees) {
    for (const amount of fee.amounts) unread(amount, `The amount of ${fee.id}`)
    const amount = decidedOn(fee.amounts, date) ?? newestFirst(fee.amounts).find(({ amount: one }) => one !== null)
    if (!amount || amount.amount === null)
      unknownValue(
        fee,
        'amounts',
        `The amount of ${fee.id} is not known.`,
        'Add an amount with from: and source: to the amounts of this fee.',
      )
    else if (date !== undefined && isStale(amount, date))
      report(
        'STALE',
        'note',
        amount,
        amount.from === undefined ? 'until' : 'from',
        `The newest amount of ${fee.id} is of ${(amount.from ?? amount.until)?.slice(0, 4)}, the year asked is ${date.slice(0, 4)}.`,
        'Add the amount of the year asked, with its source.',
      )
  }
}

/** Notes on items, by what is said of them: most of them are of the base, and recur in every town. */
const notesBefore = onceFor((_ruleSet: RuleSet) => new WeakMap<object, Map<string, Finding>>())
