import type { Catalogue } from '../catalogue.ts'
import { newestFirst } from '../dated/decided-on.ts'
import type { ResolvedChannel, ResolvedFee, ResolvedHours, ResolvedParameter, Variant } from '../variant.ts'
import { compileNeeded, compileSlot, dated, marked, NUMBER, wordsByCase } from './compiler.ts'
import type { Resolving } from './resolving.ts'

/** An amount may refer to other fees. */
const readingFees = (context: Resolving): Resolving => ({
  ...context,
  names: { ...context.names, fees: context.catalogue.fees.map(({ id }) => id) },
})

const resolveFee = (context: Resolving, fee: Catalogue['fees'][number]): ResolvedFee => ({
  id: fee.id,
  licence: fee.licence,
  label: fee.label,
  kind: fee.kind,
  when: compileSlot(context, fee, 'when'),
  notified: fee.notified === true,
  amounts: newestFirst(fee.amounts).map((amount) => ({
    ...dated(context, amount),
    amount: compileSlot(readingFees(context), amount, 'amount', {}, NUMBER),
    raised: amount.raised?.map(({ percent, roundTo }) => ({ percent, roundTo: roundTo ?? null })) ?? null,
  })),
  round: fee.round ?? 'halfUp',
  roundTo: fee.roundTo ?? null,
  due: fee.due ?? null,
  ceiling: fee.ceiling
    ? { ...marked(context, fee.ceiling), amount: compileNeeded(context, fee.ceiling, 'amount', {}, NUMBER), message: fee.ceiling.message }
    : null,
  note: fee.note ?? null,
  wording: wordsByCase(context, fee.wording, {}, ({ label, note, due }) => ({
    label: label ?? null,
    note: note ?? null,
    due: due ?? null,
  })),
  origin: context.ruleSet.provenance.origin(fee),
})

const yearlyOf = (yearly: Catalogue['hours'][number]['yearly']): ResolvedHours['yearly'] =>
  yearly === undefined ? null : 'afterEaster' in yearly ? { afterEaster: yearly.afterEaster, count: yearly.count ?? 1 } : yearly

const resolveHours = (context: Resolving, window: Catalogue['hours'][number]): ResolvedHours => ({
  ...dated(context, window, 'startDate'),
  id: window.id,
  place: window.place,
  nights: window.nights,
  season: window.season,
  when: compileSlot(context, window, 'when'),
  event: window.event ?? null,
  yearly: yearlyOf(window.yearly),
  open: window.open,
  close: window.close,
  admission: window.admission ?? null,
  lastServing: window.lastServing ?? null,
})

const resolveParameter = (context: Resolving, parameter: Catalogue['parameters'][number]): ResolvedParameter => ({
  id: parameter.id,
  type: parameter.type,
  options: parameter.options ?? null,
  label: parameter.label,
  unit: parameter.unit ?? null,
  values: newestFirst(parameter.values).map((value) => ({ ...dated(context, value), value: value.value })),
  owed: parameter.local === 'must' && context.layers.length > 1 && context.ruleSet.provenance.origin(parameter, 'values').layer === 'base',
  origin: context.ruleSet.provenance.origin(parameter),
})

const resolveChannel = (context: Resolving, channel: Catalogue['channels'][number]): ResolvedChannel => ({
  ...dated(context, channel),
  id: channel.id,
  kind: channel.kind,
  address: channel.address ?? null,
  login: channel.login ?? null,
  loginLevel: channel.loginLevel ?? null,
  mandate: channel.mandate === true,
  department: channel.department ?? null,
  maxFileMegabytes: channel.maxFileMegabytes ?? null,
  maxTotalMegabytes: channel.maxTotalMegabytes ?? null,
  maxFiles: channel.maxFiles ?? null,
  fileKinds: channel.fileKinds ?? [],
  separateEnvelope: channel.separateEnvelope === true,
  note: channel.note ?? null,
})

type TownParts = Pick<Variant, 'fees' | 'hours' | 'parameters' | 'channels' | 'statuses' | 'branding' | 'contact' | 'contactMarks'>

/** What towns set: values, fees, hours, channels, house style. */
export function resolveTown(context: Resolving): TownParts {
  const { catalogue } = context
  const { branding, contact } = catalogue
  return {
    fees: catalogue.fees.map((fee) => resolveFee(context, fee)),
    hours: catalogue.hours.map((window) => resolveHours(context, window)),
    parameters: catalogue.parameters.map((parameter) => resolveParameter(context, parameter)),
    channels: catalogue.channels.map((channel) => resolveChannel(context, channel)),
    statuses: catalogue.statuses.map(({ id, status, on, reference }) => ({ id, status, on: on ?? null, reference: reference ?? null })),
    branding: {
      colours: texts(branding?.colours),
      fontStack: branding?.fontStack ?? [],
      mark: markOf(context),
      districtLine: branding?.districtLine ?? null,
      ofTown: branding?.ofTown === true,
      footer: branding?.footer ?? null,
      privacy: branding?.privacy ?? [],
      accessibility: branding?.accessibility ?? [],
    },
    contact: contact ? texts(contact) : null,
    contactMarks: contact ? marked(context, contact) : null,
  }
}

/** The logo of the most specific layer that has one. */
const markOf = ({ ruleSet, layers }: Resolving): Variant['branding']['mark'] =>
  layers.reduce<Variant['branding']['mark']>((mark, layer) => ruleSet.marks.get(layer) ?? mark, null)

const texts = (record: Readonly<Record<string, unknown>> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(record ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
