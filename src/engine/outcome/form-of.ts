import { isUnknown } from '../../feel/value.ts'
import { wordsIn } from '../../model/lang.ts'
import type { ResolvedChannel, ResolvedLicence } from '../../model/variant.ts'
import type { Reading } from '../context.ts'
import { formatDate } from '../forms/format-date.ts'
import { run } from '../reader.ts'

/** The form of a licence in this case. */
export interface FormChoice {
  /** null: none, or not yet known. */
  readonly form: string | null
  readonly by: ResolvedLicence['forms'][number] | null
  /** Answers that decide which one it is. */
  readonly missing: readonly string[]
}

/** The first of `forms` whose condition holds, else the form of the licence; none while that is undecided. */
export function formOf(reading: Pick<Reading, 'get' | 'index' | 'variant' | 'lang' | 'dates'>, licence: ResolvedLicence): FormChoice {
  for (const choice of licence.forms) {
    const holds = run(reading, choice.when)
    if (isUnknown(holds)) return { form: null, by: null, missing: holds.missing }
    if (holds === true) return { form: choice.form, by: choice, missing: [] }
  }
  return { form: licence.form, by: null, missing: [] }
}

/** How a licence is handed in, in this case: what its form says takes precedence over what the town says about the licence. */
export function channelOf(reading: Reading, id: string): ResolvedChannel | undefined {
  const channel = reading.variant.channels.find((item) => item.id === id)
  const licence = reading.index.licences.get(id)
  const own = licence && formOf(reading, licence).by?.channel
  if (!own) return channel
  const { kind, address, department, note } = own
  const none: ResolvedChannel = {
    id,
    kind: 'unknown',
    address: null,
    login: null,
    loginLevel: null,
    mandate: false,
    department: null,
    maxFileMegabytes: null,
    maxTotalMegabytes: null,
    maxFiles: null,
    fileKinds: [],
    separateEnvelope: false,
    note: null,
    source: licence.source,
    unverified: licence.unverified,
    origin: licence.origin,
    from: null,
    until: null,
    decidedBy: 'filingDate',
  }
  const below = channel ?? none
  return {
    ...below,
    kind: kind ?? below.kind,
    address: address ?? (kind === null ? below.address : null),
    department: department ?? below.department,
    note: note ?? below.note,
  }
}

/** Exported for the list of texts. */
export const VALIDITY = {
  name: 'validity',
  nl: {
    years: (count: number) => `${count} jaar`,
    until: (day: string) => `tot en met ${day}`,
    endless: 'zonder einddatum',
  },
  en: {
    years: (count: number) => (count === 1 ? '1 year' : `${count} years`),
    until: (day: string) => `until ${day}`,
    endless: 'without an end',
  },
} as const

/** How long a licence is granted for, in words; null: the rules do not say, or not yet. */
export function validityOf(reading: Reading, licence: ResolvedLicence): string | null {
  const words = wordsIn(VALIDITY, reading.lang)
  for (const { when, years, until } of licence.validity) {
    const holds = when ? run(reading, when) : true
    if (isUnknown(holds)) return null
    if (holds !== true) continue
    return years !== null ? words.years(years) : until !== null ? words.until(formatDate(until, reading.lang)) : words.endless
  }
  return null
}
