import { OWNER, type Situation } from './situation.ts'

const ODRU = 'https://www.odru.nl/horeca/horeca-exploitatievergunning/'
const OVERBETUWE = 'https://www.overbetuwe.nl/terrasvergunning-aanvragen'
const OMWB = 'https://www.omwb.nl/welke-milieuregels-gelden-voor-u-als-horeca-ondernemer'
const REFUSED = 'Rb. Noord-Nederland 8 juli 2025, ECLI:NL:RBNNE:2025:2709 (https://www.lexboost.com/rechtspraak/ECLI:NL:RBNNE:2025:2709)'
const SEPARATE = { 'town.terrace.mode': 'separate' }
const ASKED = { 'town.bibob.policy': 'always' }
const PUBLIC = { 'activity.terrace': ['publicGround'], 'activity.terraceAlcohol': false, 'activity.terraceUntil': '22:00' }
/** Open on Fridays from ten, until this. */
const terraceUntil = (close: string) => ({
  rows: {
    hours: [
      {
        id: 'h1',
        'hours.purpose': 'opening',
        'hours.place': 'terrace',
        'hours.season': 'all',
        'hours.night': 'fri',
        'hours.open': '10:00',
        'hours.close': close,
      },
    ],
  },
})
const ground = (answers: Record<string, unknown>) => ({
  rows: {
    terraces: [
      {
        id: 't1',
        'terrace.landOwner': 'municipality',
        'terrace.currentUse': 'pavement',
        'terrace.location': 'front',
        'terrace.kind': 'facade',
        ...answers,
      },
    ],
  },
})

/** What lies around the business, and what the municipality may make of wrong answers. */
export const surroundings: readonly Situation[] = [
  {
    told: 'a terrace until midnight under a home may have to close earlier',
    source: ODRU,
    town: SEPARATE,
    answers: { ...PUBLIC, 'premises.neighbours': ['homeAbove'] },
    ...terraceUntil('00:00+1'),
    expect: { checks: ['teHomes'] },
  },
  {
    told: 'until eleven it does not matter',
    source: ODRU,
    town: SEPARATE,
    answers: { ...PUBLIC, 'premises.neighbours': ['homeAbove'] },
    ...terraceUntil('23:00'),
    expect: { noChecks: ['teHomes'] },
  },
  {
    told: 'nor where nobody lives',
    source: ODRU,
    town: SEPARATE,
    answers: { ...PUBLIC, 'premises.neighbours': ['nothing'] },
    ...terraceUntil('00:00+1'),
    expect: { noChecks: ['teHomes'] },
  },
  {
    told: 'nor where general rules hold and no licence is asked',
    source: ODRU,
    town: { 'town.terrace.mode': 'generalRules', 'town.exploitation.mode': 'none' },
    answers: { ...PUBLIC, 'premises.neighbours': ['homeAbove'] },
    ...terraceUntil('00:00+1'),
    expect: { licences: { terrace: 'notNeeded:none' }, noChecks: ['teHomes'] },
  },
  {
    told: 'a terrace of 3 m and a passage of 2 m do not fit on a pavement of 4 m',
    source: OVERBETUWE,
    town: SEPARATE,
    answers: PUBLIC,
    ...ground({ 'terrace.width': 3, 'terrace.freePassage': 2, 'terrace.pavementWidth': 4 }),
    expect: { checks: ['teGround'] },
  },
  {
    told: 'on one of 5 m they do',
    source: OVERBETUWE,
    town: SEPARATE,
    answers: PUBLIC,
    ...ground({ 'terrace.width': 3, 'terrace.freePassage': 2, 'terrace.pavementWidth': 5 }),
    expect: { noChecks: ['teGround'] },
  },
  {
    told: 'music only outside is notified, for it is heard',
    source: OMWB,
    answers: { 'music.kind': 'none', 'music.outside': true },
    expect: { licences: { environment: 'needed:notification' } },
  },
  {
    told: 'a wrong Bibob form is enough to refuse, so whoever fills it in is told',
    source: REFUSED,
    town: ASKED,
    expect: { licences: { bibob: 'needed:information' }, checks: ['bibobTruth'] },
  },
  {
    told: 'whoever gets no Bibob form is not',
    source: REFUSED,
    town: { 'town.bibob.policy': 'never' },
    expect: { noChecks: ['bibobTruth'] },
  },
  {
    told: 'a manager who comes brings the own papers, not those of the owner',
    source: 'https://hilversum.nl/vergunningen/vergunningen-voor-horeca/aanpassen-leidinggevende',
    answers: { 'application.kind': 'managerChange', 'managerChange.kind': 'added', 'managerChange.licences': ['alcohol'] },
    people: [{ ...OWNER, id: 'p1', roles: ['owner'] }],
    expect: { licences: { alcohol: 'needed:permit' }, noDocuments: ['idCopies', 'svhProof'] },
  },
  {
    told: 'a municipality that goes by the legal form asks no Bibob form of an association',
    source: 'cf. Beleidsregel Wet Bibob Alkmaar (https://lokaleregelgeving.overheid.nl/CVDR725020/1)',
    town: { ...ASKED, 'town.bibob.atParacommercial': true, 'town.bibob.atFoundations': false },
    answers: { 'business.aim': 'paracommercial', 'business.legalForm': 'association' },
    expect: { licences: { bibob: 'notNeeded:none' } },
  },
  {
    told: 'one that goes by the aim asks it of a commercial foundation',
    source: 'https://www.oude-ijsselstreek.nl/paracommerciele-rechtspersonen',
    town: { ...ASKED, 'town.bibob.atParacommercial': false },
    answers: { 'business.aim': 'commercial', 'business.legalForm': 'foundation' },
    expect: { licences: { bibob: 'needed:information' } },
  },
]

/** Beleidsregels Terrassen 2022 Nijmegen art. 1 (https://lokaleregelgeving.overheid.nl/CVDR667377/1), held against the shipped rules of the town. */
export const squares = [
  { told: 'an island terrace on a square is what the rules mean', area: 'nijmegen/pleinen', kind: 'island', warned: [] },
  { told: 'a façade terrace on a square is not', area: 'nijmegen/pleinen', kind: 'facade', warned: ['nijmegenSquares'] },
  { told: 'a façade terrace in another street is', area: 'nijmegen', kind: 'facade', warned: [] },
  {
    told: 'an island terrace in another street is not, unless it is a square after all',
    area: 'nijmegen',
    kind: 'island',
    warned: ['nijmegenIsland'],
  },
] as const
