import type { AnswerJson } from '../../../src/model/schema/answer-file.ts'
import type { ResolvedHours } from '../../../src/model/variant.ts'

export type Nights = ResolvedHours['nights']

export type Answer = AnswerJson
type Row = Readonly<Record<string, unknown>>

/** One situation as a licensing officer would tell it, with where it was read: a judgment, an article or a page of a municipality. */
export interface Situation {
  readonly told: string
  readonly source: string
  /** What differs from the plain café of `CAFE`; null takes an answer away. */
  readonly answers?: Readonly<Record<string, Answer | null>>
  readonly people?: readonly Row[]
  readonly leftEmpty?: readonly string[]
  readonly rows?: Readonly<Record<string, readonly Row[]>>
  /** Values of the town that the source is about. */
  readonly town?: Readonly<Record<string, string | number | boolean>>
  /** Closing times per night of that town: nights, opening, closing. */
  readonly hours?: readonly {
    readonly nights: Nights
    readonly open: string
    readonly close: string
    readonly place?: 'terrace'
  }[]
  readonly expect: {
    /** Verdict and, after a colon, the duty: `needed:permit`. */
    readonly licences?: Readonly<Record<string, string>>
    readonly checks?: readonly string[]
    readonly noChecks?: readonly string[]
    readonly documents?: readonly string[]
    readonly noDocuments?: readonly string[]
    /** Fee lines in cents; null: not levied. */
    readonly fees?: Readonly<Record<string, number | null>>
    /** Last day of a term, by licence and kind. */
    readonly terms?: Readonly<Record<string, string | null>>
    readonly hours?: readonly string[]
    readonly advice?: readonly string[]
    readonly noAdvice?: readonly string[]
  }
}

/** Asked on Monday 2 March 2026, for 1 September. */
export const TODAY = '2026-03-02'

/** A café with alcohol for 40 people, in a building where hospitality is allowed: the whole tree answered, nothing wrong with it. */
export const CAFE: Readonly<Record<string, Answer>> = {
  'application.kind': 'new',
  'application.startDate': '2026-09-01',
  'premises.kind': 'building',
  'premises.zoning': 'yes',
  'premises.wasHospitality': true,
  'premises.previousUse': 'café',
  'premises.lease.signed': false,
  'premises.monument': 'none',
  'activity.main': 'drinking',
  'premises.toilets': 'separate',
  'premises.accessibleToilet': true,
  'activity.alcohol': 'onSite',
  'activity.alcoholStrength': 'strong',
  'premises.largeRoom': 'yes',
  'business.aim': 'commercial',
  'business.legalForm': 'soleTrader',
  'management.who': 'myself',
  'management.qualified': 'yes',
  'opening.latestClose': '00:00+1',
  'premises.maxPersons': 40,
  'lodging.beds': 0,
  'premises.specialUse': ['none'],
  'activity.terrace': ['none'],
  'kitchen.methods': ['none'],
  'music.kind': 'background',
  'music.outside': false,
  'music.other': ['none'],
  'premises.neighbours': ['nothing'],
  'gaming.wanted': 'none',
  'rebuild.plans': ['none'],
  'staff.kinds': ['employees'],
  'premises.installations': ['none'],
}

export const LUNCHROOM: Readonly<Record<string, Answer | null>> = {
  'activity.main': 'lunch',
  'activity.alcohol': 'none',
  'activity.alcoholStrength': null,
  'premises.largeRoom': null,
  'management.qualified': null,
}

/** An owner who also manages, of full age, with the certificate. */
export const OWNER: Row = {
  id: 'p1',
  roles: ['owner', { role: 'manager', managerKind: 'general' }],
  'person.firstNames': 'Özgür',
  'person.lastName': 'Kadıköy',
  'person.birthDate': '1986-04-12',
  'person.svhNumber': 'SVH-1',
}
