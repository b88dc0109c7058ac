import { LUNCHROOM, type Situation } from './situation.ts'

const DORDRECHT = 'https://cms.dordrecht.nl/Inwoners/Overzicht_Inwoners/Vergunningen/Brandveilig_gebruik'
const HEERDE = 'https://www.heerde.nl/Inwoners/Meldingen_vergunningen_ontheffingen/Meldingen/Brandveilig_gebruik_gebouwen'
const PURMEREND = 'https://purmerend.nl/wonen-en-bouwen/bouwen-en-verbouwen/vergunningen/brandveilig-gebruik-gebouwen'
const LIENDEN = 'https://www.liendenadvies.nl/diensten/horeca/'
const HILVERSUM = 'https://hilversum.nl/vergunningen/vergunningen-voor-horeca/bibob'
const notified = { licences: { fireSafety: 'needed:notification' } }
const free = { licences: { fireSafety: 'notNeeded:none' } }
const sleepers = (beds: number) => ({ 'activity.main': 'sleeping', 'lodging.beds': beds, 'premises.maxPersons': beds })
const BIBOB = { 'town.bibob.policy': 'always', 'town.exploitation.mode': 'always' }

/** Bbl, environment plan, Wet Bibob. */
export const fireEnvironmentBibob: readonly Situation[] = [
  { told: 'fifty people at once need no notification', source: HEERDE, answers: { 'premises.maxPersons': 50 }, expect: free },
  { told: 'fifty-one do', source: HEERDE, answers: { 'premises.maxPersons': 51 }, expect: notified },
  {
    told: 'so do 150',
    source: 'https://www.terneuzen.nl/Ondernemers/online_diensten_voor_ondernemers/Exploitatievergunning',
    answers: { 'premises.maxPersons': 150 },
    expect: notified,
  },
  { told: 'ten sleepers in a guest house need none', source: PURMEREND, answers: sleepers(10), expect: free },
  { told: 'eleven do', source: PURMEREND, answers: sleepers(11), expect: notified },
  {
    told: 'so does care of more than ten young children',
    source: HEERDE,
    answers: { ...LUNCHROOM, 'premises.specialUse': ['childrenCare'] },
    expect: notified,
  },
  {
    told: 'so does day care of more than ten people with a disability',
    source: PURMEREND,
    answers: { ...LUNCHROOM, 'premises.specialUse': ['careGroup'] },
    expect: notified,
  },
  { told: 'so do rooms that are let', source: HEERDE, answers: { 'premises.specialUse': ['roomLetting'] }, expect: notified },
  {
    told: 'it is notified four weeks before the use begins',
    source: DORDRECHT,
    answers: { 'premises.maxPersons': 80, 'application.startDate': '2026-03-29' },
    expect: { ...notified, checks: ['fw1'] },
  },
  {
    told: 'four weeks to the day are in time',
    source: DORDRECHT,
    answers: { 'premises.maxPersons': 80, 'application.startDate': '2026-03-30' },
    expect: { ...notified, noChecks: ['fw1'] },
  },
  { told: 'it costs nothing', source: DORDRECHT, answers: { 'premises.maxPersons': 80 }, expect: { fees: { 'fireSafety.none': 0 } } },
  {
    told: 'in another town neither',
    source: PURMEREND,
    answers: { 'premises.maxPersons': 80 },
    expect: { fees: { 'fireSafety.none': 0 } },
  },
  {
    told: 'another holder in the same rooms notifies nothing anew',
    source: 'Bbl art. 6.7 (https://wetten.overheid.nl/BWBR0041297)',
    answers: { 'application.kind': 'legalFormChange', 'business.legalForm': 'bv' },
    expect: free,
  },

  {
    told: 'above 70 dB(A) under a home a noise study is asked',
    source: LIENDEN,
    answers: { 'music.kind': 'loud', 'music.level': 71, 'premises.sharedWall': true, 'premises.neighbours': ['homeAbove'] },
    expect: { documents: ['acousticReport'] },
  },
  {
    told: 'seventy exactly is allowed without one',
    source: LIENDEN,
    answers: { 'music.kind': 'loud', 'music.level': 70, 'premises.sharedWall': true, 'premises.neighbours': ['homeAbove'] },
    expect: { noDocuments: ['acousticReport'] },
  },
  {
    told: 'standing alone it is asked above eighty',
    source: LIENDEN,
    answers: { 'music.kind': 'loud', 'music.level': 81, 'premises.sharedWall': false },
    expect: { documents: ['acousticReport'] },
  },
  {
    told: 'not at eighty',
    source: LIENDEN,
    answers: { 'music.kind': 'loud', 'music.level': 80, 'premises.sharedWall': false },
    expect: { noDocuments: ['acousticReport'] },
  },
  {
    told: 'music in the open air always asks one',
    source: LIENDEN,
    answers: { 'music.outside': true, 'music.level': 60, 'premises.sharedWall': false },
    expect: { documents: ['acousticReport'], checks: ['w14b'] },
  },
  {
    told: 'music outside only is no quiet business',
    source: LIENDEN,
    answers: { ...LUNCHROOM, 'music.kind': 'none', 'music.outside': true },
    expect: { licences: { environment: 'needed:notification' } },
  },
  {
    told: 'a business without kitchen, music, terrace and installations notifies nothing',
    source: 'https://www.omwb.nl/welke-milieuregels-gelden-voor-u-als-horeca-ondernemer',
    answers: { ...LUNCHROOM, 'music.kind': 'none' },
    expect: { licences: { environment: 'notNeeded:none' } },
  },
  {
    told: 'a café notifies four weeks before the opening',
    source: 'https://www.woerden.nl/Vergunning/Exploitatievergunning_horeca',
    answers: { 'application.startDate': '2026-03-20' },
    expect: { licences: { environment: 'needed:notification' }, checks: ['mw6'] },
  },

  {
    told: 'who starts a business fills in the Bibob form',
    source: HILVERSUM,
    town: BIBOB,
    expect: { licences: { bibob: 'needed:information' } },
  },
  {
    told: 'so does who takes one over',
    source: HILVERSUM,
    town: BIBOB,
    answers: { 'application.kind': 'takeover' },
    expect: { licences: { bibob: 'needed:information' } },
  },
  {
    told: 'so does another legal form, in this town',
    source: HILVERSUM,
    town: { ...BIBOB, 'town.bibob.atHolderChange': true },
    answers: { 'application.kind': 'legalFormChange', 'business.legalForm': 'bv' },
    expect: { licences: { bibob: 'needed:information' } },
  },
  {
    told: 'and who extends or rebuilds',
    source: HILVERSUM,
    town: { ...BIBOB, 'town.bibob.atRebuilding': true },
    answers: { 'application.kind': 'rebuilding', 'rebuild.plans': ['structure'] },
    expect: { licences: { bibob: 'needed:information' } },
  },
  {
    told: 'with an operating licence alone it is asked too',
    source: 'https://www.gennep.nl/exploitatievergunning-horecabedrijf',
    town: BIBOB,
    answers: LUNCHROOM,
    expect: { licences: { bibob: 'needed:information' } },
  },
  {
    told: 'where nothing is asked for, neither is Bibob',
    source: 'Wet Bibob art. 7a (https://wetten.overheid.nl/BWBR0013798)',
    town: { ...BIBOB, 'town.exploitation.mode': 'none' },
    answers: LUNCHROOM,
    expect: { licences: { bibob: 'notNeeded:none' } },
  },
  {
    told: 'this town tests clubs as well',
    source: 'https://www.oude-ijsselstreek.nl/paracommerciele-rechtspersonen',
    town: { ...BIBOB, 'town.bibob.atParacommercial': true },
    answers: { 'business.aim': 'paracommercial', 'business.legalForm': 'association' },
    expect: { licences: { bibob: 'needed:information' } },
  },
  {
    told: 'a change of the terrace is told, not tested',
    source: 'Wet Bibob art. 7a (https://wetten.overheid.nl/BWBR0013798)',
    town: BIBOB,
    answers: { 'application.kind': 'terraceChange', 'activity.terrace': ['publicGround'], 'activity.terraceAlcohol': true },
    expect: { licences: { bibob: 'notNeeded:none' } },
  },
]
