import { OWNER, type Situation } from './situation.ts'

const OSS = 'https://loket.oss.nl/Loket/product/a9e572dc55ff92b9592863a8b9cd216d'
const UITGEEST = 'https://www.uitgeest.nl/aanvragen-en-regelen/exploitatievergunning/'
const LEIDEN = 'https://gemeente.leiden.nl/inwoners-en-ondernemers/ondernemers/horeca/horeca-inrichting-wijzigen/'
const PURMEREND = 'https://www.purmerend.nl/melding-wijziging-inrichting'
const MAASDRIEL = 'https://www.maasdriel.nl/inwoner-en-ondernemer/ondernemen/horeca/alcoholvergunning'
const NOORDENVELD = 'https://loket.gemeentenoordenveld.nl/producten/alcohol_schenken_en_verkopen'
const VIJFHEERENLANDEN = 'https://www.vijfheerenlanden.nl/Inwoners/Overzicht_Inwoners/Vergunningen/Horecabedrijf_beginnen'
const BRUNSSUM = 'https://www.brunssum.nl/ondernemer/horeca/Alcoholvergunning'
const LANDERD = 'https://www.landerd.nl/ondernemers/vergunningen_42141/item/wet-drank-en-horeca_57195.html'
const BAARN = 'https://www.baarn.nl/openingstijden-horeca-aanpassen'
const WESTERVELD =
  'https://www.gemeentewesterveld.nl/Ondernemers/Bouwen_en_vestigen/Ondernemen_in_Westerveld/Horecabedrijf_beginnen_of_wijzigen'
const LEASE =
  'BW art. 7:307 (https://www.accountancyvanmorgen.nl/2026/03/12/partner-fiscount-wat-maakt-indeplaatsstelling-bij-bedrijfsruimte-aantrekkelijker-dan-huur-opzeggen/)'
const GAP = 'https://vmh-horeca.nl/tip-m-b-t-drank-en-horecavergunning/'

const ALWAYS = { 'town.exploitation.mode': 'always' }
const HOURS_ON = { ...ALWAYS, 'town.exploitation.hoursOnLicence': true }
const HOURS_OFF = { ...ALWAYS, 'town.exploitation.hoursOnLicence': false }
const IN_LICENCE = { ...ALWAYS, 'town.terrace.mode': 'partOfExploitation' }
const several = (...changes: string[]) => ({ 'application.kind': 'several', 'application.changes': changes })
const HOURS = { 'application.kind': 'hoursChange' }
const MANAGER = { 'managerChange.kind': 'added', 'managerChange.licences': ['alcohol'] }
const TERRACE = { 'activity.terrace': ['publicGround'], 'activity.terraceAlcohol': true, 'activity.terraceUntil': '22:00' }
const none = 'notNeeded:none'

/** What changes in a business that is there: one thing, or several at once. */
export const changes: readonly Situation[] = [
  {
    told: 'who wants to stay open longer than the operating licence says applies for a change of it',
    source: OSS,
    town: HOURS_ON,
    answers: HOURS,
    expect: { licences: { exploitation: 'needed:permit' }, fees: { 'exploitation.change': 10000, 'exploitation.new': null } },
  },
  {
    told: 'where the licence names the hours, other hours are a change of it',
    source: UITGEEST,
    town: HOURS_ON,
    answers: { ...HOURS, 'activity.main': 'meal' },
    expect: { licences: { exploitation: 'needed:permit', alcohol: none, terrace: none } },
  },
  {
    told: 'a judge reads the hours in the operating licence and lets the mayor change them',
    source: 'ECLI:NL:RBOVE:2021:3491 (https://lexboost.com/rechtspraak/ECLI:NL:RBOVE:2021:3491)',
    town: HOURS_ON,
    answers: { ...HOURS, 'opening.latestClose': '23:00' },
    expect: { licences: { exploitation: 'needed:permit', lateHours: 'notNeeded' } },
  },
  {
    told: 'where later hours are an exemption, the operating licence stays as it is and the exemption is asked for',
    source: BAARN,
    town: HOURS_OFF,
    answers: { ...HOURS, 'opening.latestClose': '04:00+1' },
    expect: { licences: { exploitation: none, lateHours: 'needed' } },
  },
  {
    told: 'earlier hours need no exemption there',
    source: BAARN,
    town: HOURS_OFF,
    answers: { ...HOURS, 'opening.latestClose': '22:00' },
    expect: { licences: { exploitation: none, lateHours: 'notNeeded' } },
  },
  {
    told: 'other hours ask no papers of the people, the money or the rooms',
    source: OSS,
    town: HOURS_ON,
    answers: HOURS,
    expect: {
      licences: { fireSafety: none, environment: none, bibob: none },
      noDocuments: ['idCopies', 'floorPlan', 'lease', 'businessPlan', 'kvkExtract'],
    },
  },
  {
    told: 'gaming machines alone touch neither the alcohol licence nor the operating licence',
    source: 'https://www.someren.nl/ondernemers/horeca/gok-en-speelautomaten',
    town: ALWAYS,
    answers: { 'application.kind': 'machinesChange', 'gaming.wanted': 'machines', 'gaming.count': 2 },
    expect: { licences: { gamingMachines: 'needed:permit', alcohol: none, exploitation: none }, noDocuments: ['floorPlan', 'svhProof'] },
  },
  {
    told: 'a room added and a terrace added are one notice for the alcohol licence',
    source: PURMEREND,
    answers: { ...several('rebuilding', 'terraceChange'), ...TERRACE, 'rebuild.plans': ['inside'] },
    expect: { licences: { alcohol: 'needed:notification' }, fees: { 'alcohol.change': 10000, 'alcohol.new': null } },
  },
  {
    told: 'an extra room is notified within a month',
    source: LEIDEN,
    answers: { 'application.kind': 'rebuilding', 'rebuild.plans': ['inside'] },
    expect: { licences: { alcohol: 'needed:notification' }, terms: { 'alcohol deadline': '2026-10-01' } },
  },
  {
    told: 'so is a change of the terrace',
    source: LEIDEN,
    answers: { 'application.kind': 'terraceChange', ...TERRACE },
    expect: { licences: { alcohol: 'needed:notification' }, terms: { 'alcohol deadline': '2026-10-01' } },
  },
  {
    told: 'a month is a month and not thirty days: what changes on the first of February is notified by the first of March',
    source: 'Alcoholwet art. 30 (https://wetten.overheid.nl/BWBR0002458): binnen één maand; Algemene termijnenwet art. 1',
    answers: { 'application.kind': 'rebuilding', 'rebuild.plans': ['inside'], 'application.startDate': '2027-02-01' },
    expect: { terms: { 'alcohol deadline': '2027-03-01' } },
  },
  {
    told: 'a month after the last of January ends with February, which is a Sunday, so on Monday',
    source: 'Alcoholwet art. 30 (https://wetten.overheid.nl/BWBR0002458): binnen één maand; Algemene termijnenwet art. 1',
    answers: { 'application.kind': 'rebuilding', 'rebuild.plans': ['inside'], 'application.startDate': '2027-01-31' },
    expect: { terms: { 'alcohol deadline': '2027-03-01' } },
  },
  {
    told: 'what changes on the last of March has until the end of April, a Friday',
    source: 'Alcoholwet art. 30 (https://wetten.overheid.nl/BWBR0002458): binnen één maand; Algemene termijnenwet art. 1',
    answers: { 'application.kind': 'rebuilding', 'rebuild.plans': ['inside'], 'application.startDate': '2027-03-31' },
    expect: { terms: { 'alcohol deadline': '2027-04-30' } },
  },
  {
    told: 'paint inside is no rebuilding that anybody wants to know of',
    source: NOORDENVELD,
    answers: { 'application.kind': 'rebuilding', 'rebuild.plans': ['facade'] },
    expect: { licences: { alcohol: none, exploitation: none } },
  },
  {
    told: 'a new manager together with a larger terrace: the manager may begin at once, the terrace has its month',
    source: VIJFHEERENLANDEN,
    answers: { ...several('managerChange', 'terraceChange'), ...MANAGER, ...TERRACE },
    people: [OWNER],
    expect: {
      licences: { alcohol: 'needed:permit', exploitation: none, terrace: 'needed:permit' },
      fees: { 'alcohol.managers': 5000, 'alcohol.change': 10000, 'exploitation.managers': null },
      terms: { 'alcohol deadline': '2026-10-01' },
      checks: ['alManagerStarts', 'teW9'],
    },
  },
  {
    told: 'the change form takes a manager who comes and a change of the business together',
    source: LANDERD,
    town: IN_LICENCE,
    answers: {
      ...several('managerChange', 'terraceChange'),
      ...MANAGER,
      'managerChange.licences': ['alcohol', 'exploitation'],
      ...TERRACE,
    },
    people: [OWNER],
    expect: {
      licences: { exploitation: 'needed:permit', terrace: 'needed:permit' },
      fees: { 'exploitation.managers': 5000, 'exploitation.terrace': 7500 },
    },
  },
  {
    told: 'a manager who leaves while a room is added: the licence is adapted, the leaving is a notice with it',
    source: BRUNSSUM,
    answers: { ...several('managerChange', 'rebuilding'), ...MANAGER, 'managerChange.kind': 'removed', 'rebuild.plans': ['inside'] },
    expect: { licences: { alcohol: 'needed:notification', exploitation: 'needed:permit' } },
  },
  {
    told: 'with another legal form the business needs a new licence, whatever else changes with it',
    source: MAASDRIEL,
    answers: { ...several('legalFormChange', 'terraceChange'), 'business.legalForm': 'bv', ...TERRACE },
    expect: { licences: { alcohol: 'needed:permit' }, fees: { 'alcohol.new': 30000, 'alcohol.change': null } },
  },
  {
    told: 'from a partnership to a bv is a new entrepreneur for the Alcohol Act',
    source: MAASDRIEL,
    answers: { 'application.kind': 'legalFormChange', 'business.legalForm': 'bv' },
    expect: { licences: { alcohol: 'needed:permit' }, fees: { 'alcohol.new': 30000 }, checks: ['alHolderOwn'] },
  },
  {
    told: 'who takes a café over serves nothing before the own licence is there',
    source: GAP,
    answers: { 'application.kind': 'takeover' },
    expect: { licences: { alcohol: 'needed:permit' }, checks: ['alHolderOwn'] },
  },
  {
    told: 'who takes a lunchroom over is told nothing about serving',
    source: GAP,
    answers: { 'application.kind': 'takeover', 'activity.main': 'lunch', 'activity.alcohol': 'none', 'activity.alcoholStrength': null },
    expect: { licences: { alcohol: none }, noChecks: ['alHolderOwn'] },
  },
  {
    told: 'another director of a bv is no other holder',
    source: 'Alcoholwet art. 1 en 30a (https://wetten.overheid.nl/BWBR0002458)',
    answers: { 'application.kind': 'partnerChange', 'business.legalForm': 'bv' },
    expect: { licences: { alcohol: 'needed:notification' }, noChecks: ['alHolderOwn'], fees: { 'alcohol.new': null } },
  },
  {
    told: 'another director and a manager who comes: the manager is still asked for',
    source: WESTERVELD,
    answers: { ...several('partnerChange', 'managerChange'), ...MANAGER, 'business.legalForm': 'bv' },
    people: [{ ...OWNER, roles: ['director', { role: 'manager', managerKind: 'general' }] }],
    expect: { licences: { alcohol: 'needed:permit' } },
  },
  {
    told: 'other hours and machines at once leave the alcohol licence alone',
    source: OSS,
    town: HOURS_ON,
    answers: { ...several('hoursChange', 'machinesChange'), 'gaming.wanted': 'machines', 'gaming.count': 1 },
    expect: { licences: { alcohol: none, exploitation: 'needed:permit', gamingMachines: 'needed:permit' } },
  },
  {
    told: 'a new activity in a place with an alcohol licence and a terrace beside it is a notice for that licence',
    source: PURMEREND,
    answers: { ...several('newActivities', 'terraceChange'), ...TERRACE, 'activity.alcoholLicensed': true },
    expect: { licences: { alcohol: 'needed:notification' }, fees: { 'alcohol.new': null, 'alcohol.change': 10000 } },
  },
  {
    told: 'the lease does not pass with the business: who takes it over asks the landlord',
    source: LEASE,
    answers: { 'application.kind': 'takeover', 'premises.tenure': 'rented' },
    expect: { advice: ['premises.leaseTakeover'] },
  },
  {
    told: 'bringing the business into a bv is a transfer for the lease as well',
    source: 'ECLI:NL:RBDHA:2022:15241 (https://lexboost.com/rechtspraak/ECLI:NL:RBDHA:2022:15241)',
    answers: { 'application.kind': 'legalFormChange', 'business.legalForm': 'bv', 'premises.tenure': 'rented' },
    expect: { advice: ['premises.leaseTakeover'] },
  },
  {
    told: 'who owns the place has no lease to ask about',
    source: LEASE,
    answers: { 'application.kind': 'takeover', 'premises.tenure': 'owned' },
    expect: { noAdvice: ['premises.leaseTakeover'] },
  },
]
