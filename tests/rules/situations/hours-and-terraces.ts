import type { Nights, Situation } from './situation.ts'

const WEEK: Nights = ['sun', 'mon', 'tue', 'wed', 'thu']
const ALL: Nights = [...WEEK, 'fri', 'sat']
type Town = Pick<Situation, 'source' | 'hours'>
const TEYLINGEN: Town = {
  source: 'https://www.teylingen.nl/Ondernemers/Horeca/Ontheffing_sluitingstijden',
  hours: [
    { nights: WEEK, open: '06:00', close: '01:00+1' },
    { nights: ['fri', 'sat'], open: '06:00', close: '01:30+1' },
  ],
}
const LOSSER: Town = {
  source: 'https://www.losser.nl/Ondernemers/Horeca_en_evenementen/Sluitingstijden_horecabedrijven',
  hours: [{ nights: ALL, open: '06:00', close: '02:00+1' }],
}
const DOETINCHEM: Town = {
  source: 'APV Doetinchem art. 2:29 (https://www.doetinchem.nl/sluitingstijden-horeca-sluitingstijden-horeca-incidentele-ontheffing)',
  hours: [
    { nights: ['mon', 'tue', 'wed', 'thu'], open: '06:00', close: '02:00+1' },
    { nights: ['fri', 'sat'], open: '06:00', close: '04:30+1' },
    { nights: ['sun'], open: '06:00', close: '03:00+1' },
    { nights: ALL, open: '06:00', close: '02:00+1', place: 'terrace' as const },
  ],
}
const BLARICUM: Town = {
  source: 'https://www.blaricum.nl/Vergunningen/Horeca_en_evenementen/Ontheffing_openingstijden_horecabedrijf',
  hours: [
    { nights: WEEK, open: '07:00', close: '00:00+1' },
    { nights: ['fri', 'sat'], open: '07:00', close: '01:00+1' },
  ],
}
const EPE: Town = {
  source: 'https://www.epe.nl/direct-regelen/onderwerpen_41465/product/openingstijden-horeca-eenmalig-aanpassen_459.html',
  hours: [
    { nights: WEEK, open: '07:00', close: '01:00+1' },
    { nights: ['fri', 'sat'], open: '07:00', close: '04:00+1' },
  ],
}
const FRYSLAN: Town = {
  source: 'https://www.noardeast-fryslan.nl/ontheffing-sluitingstijden-horeca',
  hours: [{ nights: ALL, open: '08:00', close: '02:00+1' }],
}
const OVERBETUWE = 'https://www.overbetuwe.nl/terrasvergunning-aanvragen'

const night = (day: string, open: string, close: string, place = 'inside') => ({
  rows: {
    hours: [
      {
        id: 'h1',
        'hours.purpose': 'opening',
        'hours.place': place,
        'hours.season': 'all',
        'hours.night': day,
        'hours.open': open,
        'hours.close': close,
      },
    ],
  },
})
const judged = (verdict: string, more = {}) => ({ expect: { hours: [verdict], ...more } })
const PUBLIC = { 'activity.terrace': ['publicGround'], 'activity.terraceAlcohol': false }
const OWN = { 'activity.terrace': ['ownGround'], 'activity.terraceAlcohol': false }
const terrace = (answers: Record<string, unknown>) => ({ rows: { terraces: [{ id: 't1', ...answers }] } })
const SEPARATE = { 'town.terrace.mode': 'separate', 'town.terrace.ownGroundToo': false }

/** By-laws: closing times and terraces. */
export const hoursAndTerraces: readonly Situation[] = [
  { told: 'on Thursday one o’clock is closing time', ...TEYLINGEN, ...night('thu', '10:00', '01:00+1'), ...judged('ok') },
  {
    told: 'on Thursday half past one is too late, and the night is named',
    ...TEYLINGEN,
    ...night('thu', '10:00', '01:30+1'),
    ...judged('tooLate', { checks: ['exW4'] }),
  },
  {
    told: 'on Friday half past one is allowed',
    ...TEYLINGEN,
    ...night('fri', '10:00', '01:30+1'),
    ...judged('ok', { noChecks: ['exW4', 'w9'] }),
  },
  {
    told: 'on Saturday two o’clock is not',
    ...TEYLINGEN,
    ...night('sat', '10:00', '02:00+1'),
    ...judged('tooLate', { licences: { lateHours: 'needed' } }),
  },
  {
    told: 'on Monday two o’clock is allowed',
    ...LOSSER,
    ...night('mon', '10:00', '02:00+1'),
    ...judged('ok', { licences: { lateHours: 'notNeeded' } }),
  },
  {
    told: 'before six in the morning is too early',
    ...LOSSER,
    ...night('mon', '05:30', '14:00'),
    ...judged('tooEarly', { checks: ['exW4early'] }),
  },
  { told: 'at six it is not', ...LOSSER, ...night('mon', '06:00', '14:00'), ...judged('ok', { noChecks: ['exW4early'] }) },
  { told: 'open round the clock is later than any closing time', ...LOSSER, ...night('mon', '06:00', '06:00+1'), ...judged('tooLate') },
  {
    told: 'the whole day from midnight to midnight is too early and never closes',
    ...LOSSER,
    ...night('mon', '00:00', '00:00+1'),
    ...judged('tooLate'),
  },
  { told: 'on Sunday night three o’clock is allowed', ...DOETINCHEM, ...night('sun', '12:00', '03:00+1'), ...judged('ok') },
  {
    told: 'on Monday night it is not',
    ...DOETINCHEM,
    ...night('mon', '12:00', '03:00+1'),
    ...judged('tooLate', { licences: { lateHours: 'needed' } }),
  },
  {
    told: 'on Saturday half past four is allowed',
    ...DOETINCHEM,
    ...night('sat', '12:00', '04:30+1'),
    ...judged('ok', { licences: { lateHours: 'notNeeded' } }),
  },
  {
    told: 'a terrace closes at two every night',
    ...DOETINCHEM,
    ...night('sat', '12:00', '02:30+1', 'terrace'),
    ...judged('tooLate', { noChecks: ['exW4'] }),
  },
  { told: 'from Monday to Friday midnight is closing time', ...BLARICUM, ...night('wed', '10:00', '00:30+1'), ...judged('tooLate') },
  { told: 'at the weekend one o’clock is', ...BLARICUM, ...night('sat', '10:00', '01:00+1'), ...judged('ok') },
  { told: 'at the weekend four o’clock is allowed', ...EPE, ...night('fri', '10:00', '04:00+1'), ...judged('ok') },
  { told: 'on a weekday half past one is not', ...EPE, ...night('tue', '10:00', '01:30+1'), ...judged('tooLate') },
  { told: 'seven in the morning is early enough', ...EPE, ...night('tue', '07:00', '15:00'), ...judged('ok') },
  { told: 'seven is too early where eight is the hour', ...FRYSLAN, ...night('tue', '07:00', '15:00'), ...judged('tooEarly') },
  { told: 'two o’clock is allowed there every night', ...FRYSLAN, ...night('sun', '08:00', '02:00+1'), ...judged('ok') },

  {
    told: 'a terrace on the street needs a licence',
    source: OVERBETUWE,
    town: SEPARATE,
    answers: PUBLIC,
    expect: { licences: { terrace: 'needed:permit' } },
  },
  {
    told: 'one on own ground does not',
    source: OVERBETUWE,
    town: SEPARATE,
    answers: OWN,
    expect: { licences: { terrace: 'notNeeded:none' } },
  },
  {
    told: 'elsewhere one on own ground does',
    source: 'https://www.defryskemarren.nl/direct-regelen/ondernemen/terrasvergunning',
    town: { ...SEPARATE, 'town.terrace.ownGroundToo': true },
    answers: OWN,
    expect: { licences: { terrace: 'needed:permit' } },
  },
  {
    told: 'where rules hold for all terraces, no licence is asked',
    source: 'https://www.zeewolde.nl/terras-plaatsen',
    town: { 'town.terrace.mode': 'generalRules' },
    answers: PUBLIC,
    expect: { licences: { terrace: 'notNeeded:none' } },
  },
  {
    told: 'some towns want it through the Omgevingsloket',
    source: 'https://www.heemskerk.nl/belastingen-en-vergunningen/horeca/terrasvergunning',
    town: { 'town.terrace.mode': 'omgevingsvergunning' },
    answers: PUBLIC,
    expect: { licences: { terrace: 'needed:elsewhere' } },
  },
  {
    told: 'some are only told: no fee of a licence, no eight weeks, no photographs',
    source: 'https://www.putten.nl/Ondernemers/Horeca/Terras_exploiteren',
    town: { 'town.terrace.mode': 'notification' },
    answers: PUBLIC,
    expect: {
      licences: { terrace: 'needed:notification' },
      fees: { 'terrace.licence': null },
      terms: { 'terrace decision': null },
      documents: ['terraceDrawing'],
      noDocuments: ['terracePhotos', 'furniturePhotos'],
    },
  },
  { told: 'who wants no terrace needs none', source: OVERBETUWE, town: SEPARATE, expect: { licences: { terrace: 'notNeeded:none' } } },
  {
    told: 'pedestrians and wheelchairs need two metres',
    source: OVERBETUWE,
    town: { ...SEPARATE, 'town.terrace.minFreePassage': 2 },
    answers: PUBLIC,
    ...terrace({ 'terrace.currentUse': 'pavement', 'terrace.freePassage': 1.9 }),
    expect: { checks: ['teW1'] },
  },
  {
    told: 'two metres are enough',
    source: OVERBETUWE,
    town: { ...SEPARATE, 'town.terrace.minFreePassage': 2 },
    answers: PUBLIC,
    ...terrace({ 'terrace.currentUse': 'pavement', 'terrace.freePassage': 2 }),
    expect: { noChecks: ['teW1'] },
  },
  {
    told: 'the terrace closes at midnight on weekdays',
    source: OVERBETUWE,
    town: SEPARATE,
    answers: PUBLIC,
    hours: [
      { nights: WEEK, open: '06:00', close: '00:00+1', place: 'terrace' },
      { nights: ['fri', 'sat'], open: '06:00', close: '01:00+1', place: 'terrace' },
    ],
    ...night('mon', '10:00', '00:30+1', 'terrace'),
    ...judged('tooLate', { checks: ['teW5'] }),
  },
  {
    told: 'at the weekend at one',
    source: OVERBETUWE,
    town: SEPARATE,
    answers: PUBLIC,
    hours: [
      { nights: WEEK, open: '06:00', close: '00:00+1', place: 'terrace' },
      { nights: ['fri', 'sat'], open: '06:00', close: '01:00+1', place: 'terrace' },
    ],
    ...night('sat', '10:00', '01:00+1', 'terrace'),
    ...judged('ok', { noChecks: ['teW5'] }),
  },
  {
    told: 'the area that is filled in cannot be larger than the sides allow',
    source: 'https://www.beuningen.nl/vergunningen/Alcoholvergunning/Aanvraagdocumentatie_alcoholvergunning',
    town: SEPARATE,
    answers: PUBLIC,
    ...terrace({ 'terrace.area': 30, 'terrace.length': 5, 'terrace.width': 4 }),
    expect: { checks: ['teSides'], noChecks: ['teW2'] },
  },
  {
    told: 'the same area as the sides make is fine',
    source: 'https://www.beuningen.nl/vergunningen/Alcoholvergunning/Aanvraagdocumentatie_alcoholvergunning',
    town: SEPARATE,
    answers: PUBLIC,
    ...terrace({ 'terrace.area': 20, 'terrace.length': 5, 'terrace.width': 4 }),
    expect: { noChecks: ['teSides', 'teW2'] },
  },
]
