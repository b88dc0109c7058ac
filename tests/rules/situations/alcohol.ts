import { CAFE, LUNCHROOM, OWNER, type Situation, TODAY } from './situation.ts'

const ACT = 'https://wetten.overheid.nl/BWBR0002458'
const ARTICLE_10 = `Alcoholwet art. 10 (https://inview.nl/document/idea1dd304f52b4ad6aa30b3a7b917faa0)`
const room = (area: number, purpose = 'guests') => ({ 'room.purpose': purpose, 'room.area': area })
const rooms = (...areas: number[]) => ({ rooms: areas.map((area, index) => ({ id: `r${index}`, ...room(area) })) })
const OFF_LICENCE = {
  'activity.alcohol': 'takeAway',
  'activity.alcoholStrength': 'strong',
  'activity.main': 'takeaway',
  'premises.largeRoom': null,
}
const shop = (area: number, more = {}) => ({ rooms: [{ id: 'r1', ...room(area, 'liquorShop'), ...more }] })
const person = (answers: Record<string, unknown>, ...roles: unknown[]) => ({ ...OWNER, ...(roles.length > 0 ? { roles } : {}), ...answers })
const withoutCertificate = (...roles: unknown[]) =>
  Object.fromEntries(Object.entries(person({}, ...roles)).filter(([fact]) => fact !== 'person.svhNumber'))
const CLUB = { 'business.aim': 'paracommercial', 'business.legalForm': 'association' }
const CHANGE = { 'application.kind': 'managerChange', 'managerChange.licences': ['alcohol'] }
const volunteer = (id: string) => ({
  ...OWNER,
  id,
  roles: [{ role: 'manager', managerKind: 'general' }],
  'person.lastName': id,
  'person.underGuardianship': false,
})
const needed = { licences: { alcohol: 'needed:permit' } }

/** Alcoholwet. */
export const alcohol: readonly Situation[] = [
  {
    told: 'who serves wine and beer in a café needs a licence',
    source: 'Alcoholwet art. 3 lid 1 (https://legalance.nl/artikelen-en-blog/de-alcoholwetvergunning)',
    expect: needed,
  },
  {
    told: 'a restaurant that pours wine needs it as well',
    source: 'https://www.brunssum.nl/ondernemer/horeca/Alcoholvergunning',
    answers: { 'activity.main': 'meal', 'activity.alcoholStrength': 'weak' },
    expect: needed,
  },
  {
    told: 'a lunchroom without alcohol does not',
    source: `Alcoholwet art. 3 (${ACT})`,
    answers: LUNCHROOM,
    expect: { licences: { alcohol: 'notNeeded:none' } },
  },
  {
    told: 'a shop that sells beer and wine in closed bottles does not',
    source: 'https://www.noordwijk.nl/Inwoners_ondernemers/Ondernemen/Vergunningen/Alcohol_verkopen_in_supermarkten',
    answers: { ...OFF_LICENCE, 'activity.alcoholStrength': 'weak' },
    expect: { licences: { alcohol: 'notNeeded:none' } },
  },
  {
    told: 'a snack bar that sells cans of beer to take away does not',
    source: 'https://www.noordwijk.nl/Inwoners_ondernemers/Ondernemen/Vergunningen/Alcohol_verkopen_in_supermarkten',
    answers: { ...OFF_LICENCE, 'activity.alcoholStrength': 'weak', 'activity.main': 'snack' },
    expect: { licences: { alcohol: 'notNeeded:none' } },
  },
  {
    told: 'strong drink to take away is an off-licence shop, which does',
    source: 'https://purmerend.nl/vergunningen-en-ontheffingen/vergunningen-voor-ondernemers/slijterijvergunning',
    answers: OFF_LICENCE,
    expect: needed,
  },
  {
    told: 'an off-licence room of 15 m² is large enough',
    source: `${ARTICLE_10} lid 3`,
    answers: OFF_LICENCE,
    rows: shop(15),
    expect: needed,
  },
  {
    told: 'one of 14 m² is not: no licence',
    source: `${ARTICLE_10} lid 3`,
    answers: OFF_LICENCE,
    rows: shop(14),
    expect: { licences: { alcohol: 'notAllowed:permit' }, checks: ['alW3'] },
  },
  {
    told: 'an off-licence room that opens straight into another shop has to be mended',
    source: `${ARTICLE_10} lid 1`,
    answers: OFF_LICENCE,
    rows: shop(30, { 'room.connectsToShop': true }),
    expect: { ...needed, checks: ['alW3passage'] },
  },
  {
    told: 'one guest room of exactly 35 m² will do',
    source: `${ARTICLE_10} lid 2`,
    rows: rooms(35),
    expect: { ...needed, noChecks: ['w5'] },
  },
  {
    told: 'one of 34 m² will not: no licence',
    source: `${ARTICLE_10} lid 2`,
    rows: rooms(34),
    expect: { licences: { alcohol: 'notAllowed:permit' }, checks: ['w5'] },
  },
  {
    told: 'two rooms of 20 m² do not make one of 40',
    source: `${ARTICLE_10} lid 2`,
    rows: rooms(20, 20),
    expect: { licences: { alcohol: 'notAllowed:permit' } },
  },
  {
    told: 'a small room beside a large one does no harm',
    source: 'https://www.smallingerland.nl/drank-en-horecavergunning-commerciele-horeca',
    rows: rooms(12, 40),
    expect: needed,
  },
  {
    told: 'in a national monument the mayor may accept 20 m²',
    source: `${ARTICLE_10} lid 2`,
    answers: { 'premises.monument': 'national' },
    rows: rooms(20),
    expect: { ...needed, checks: ['alW2monument'], noChecks: ['w5'] },
  },
  {
    told: 'in a municipal monument he may not',
    source: `${ARTICLE_10} lid 2`,
    answers: { 'premises.monument': 'other' },
    rows: rooms(20),
    expect: { licences: { alcohol: 'notAllowed:permit' } },
  },
  {
    told: 'without an alcohol licence the papers of a manager are not asked for it',
    source: `Alcoholwet art. 27 lid 1 (${ACT})`,
    rows: rooms(20),
    people: [OWNER],
    expect: { noDocuments: ['svhProof'], fees: { 'alcohol.new': null } },
  },

  {
    told: 'a manager of 21 is old enough',
    source: 'https://www.smallingerland.nl/drank-en-horecavergunning-commerciele-horeca',
    people: [person({ 'person.birthDate': '2005-09-01' })],
    expect: { noChecks: ['alW1'] },
  },
  {
    told: 'one who turns 21 a day after the start is not',
    source: 'https://www.middelburg.nl/slijtersbedrijf-exploiteren',
    people: [person({ 'person.birthDate': '2005-09-02' })],
    expect: { checks: ['alW1'] },
  },
  {
    told: 'a manager of 12 is told once, by name',
    source: `Alcoholwet art. 8 lid 1 (${ACT})`,
    people: [person({ 'person.birthDate': '2014-01-01' })],
    expect: { checks: ['alW1'], noChecks: ['alW1owner', 'exW3', 'exW3owner', 'w8a'] },
  },
  {
    told: 'an owner of 20 who manages nothing is too young as well',
    source: 'https://purmerend.nl/vergunningen-en-ontheffingen/vergunningen-voor-ondernemers/slijterijvergunning',
    people: [person({ 'person.birthDate': '2006-01-01' }, 'owner')],
    expect: { checks: ['alW1owner'], noChecks: ['alW1'] },
  },
  {
    told: 'a manager under guardianship is refused',
    source: 'https://purmerend.nl/slijterijvergunning',
    people: [person({ 'person.underGuardianship': true })],
    expect: { checks: ['alW6'] },
  },
  {
    told: 'so is an owner under guardianship who manages nothing',
    source: 'https://horstaandemaas.nl/alcoholwetvergunning',
    people: [person({ 'person.underGuardianship': true }, 'owner')],
    expect: { checks: ['alW6'] },
  },
  {
    told: 'a manager without the social hygiene certificate is refused',
    source: 'https://www.wijdemeren.nl/alcoholwet',
    leftEmpty: ['person.svhNumber@p1'],
    people: [withoutCertificate('owner', { role: 'manager', managerKind: 'general' })],
    expect: { checks: ['alW4'] },
  },
  {
    told: 'an owner without certificate who takes part in the business is refused',
    source: 'https://ouder-amstel.nl/Home/Vergunningen_meldingen_en_ontheffingen/Drank_en_horeca/Alcohol_schenken_en_verkopen',
    leftEmpty: ['person.svhNumber@p1'],
    people: [{ ...withoutCertificate('owner'), 'person.nonInvolved': false }],
    expect: { checks: ['alW4owner'] },
  },
  {
    told: 'one who does not confirms that in a letter',
    source: 'https://horstaandemaas.nl/alcoholwetvergunning',
    leftEmpty: ['person.svhNumber@p1'],
    people: [{ ...withoutCertificate('owner'), 'person.nonInvolved': true }],
    expect: { noChecks: ['alW4owner'], documents: ['nonInvolvement'] },
  },
  {
    told: 'a manager with a conviction has to explain it',
    source: 'https://roosendaal.nl/wijzigen-leidinggevende-horeca',
    people: [person({ 'person.convictions': true })],
    expect: { checks: ['alConduct'] },
  },
  {
    told: 'the certificate of each manager goes along',
    source: 'https://www.middelburg.nl/slijtersbedrijf-exploiteren',
    people: [OWNER],
    expect: { documents: ['svhProof'] },
  },
  {
    told: 'a day manager of an off-licence shop no longer stands on the licence, so nobody asks his papers',
    source: 'Stb. 2024, 46 (https://zoek.officielebekendmakingen.nl/stb-2024-46.html)',
    answers: OFF_LICENCE,
    town: { 'town.exploitation.mode': 'none' },
    people: [person({ 'person.employment.kind': 'contract' }, { role: 'manager', managerKind: 'floor' })],
    rows: shop(30),
    expect: { ...needed, noDocuments: ['svhProof', 'employmentContracts', 'managerDeclarations', 'idCopies'] },
  },
  {
    told: 'whoever stopped being a partner before the start is not asked for anything',
    source: `Alcoholwet art. 1 en 8 (${ACT})`,
    answers: { 'business.legalForm': 'vof' },
    people: [
      { ...OWNER, roles: ['partner'] },
      person({ id: 'p2', 'person.underGuardianship': true }, { role: 'partner', until: '2026-08-31' }),
    ],
    expect: { noChecks: ['alW6'] },
  },

  {
    told: 'a new manager is added to the appendix',
    source: 'https://roosendaal.nl/wijzigen-leidinggevende-horeca',
    answers: { ...CHANGE, 'managerChange.kind': 'added' },
    people: [OWNER],
    expect: { licences: { alcohol: 'needed:permit' } },
  },
  {
    told: 'and may begin once the town confirms receipt',
    source: 'https://hilversum.nl/vergunningen/vergunningen-voor-horeca/aanpassen-leidinggevende',
    answers: { ...CHANGE, 'managerChange.kind': 'added' },
    people: [OWNER],
    expect: { checks: ['alManagerStarts'], terms: { 'alcohol decision': TODAY } },
  },
  {
    told: 'his identity document, contract and certificate go along',
    source: 'https://www.vlaardingen.nl/Onderwerpen/Ondernemersloket/Ondernemen/Horeca/Horecavergunningen/Wijzigen_leidinggevenden_horeca',
    answers: { ...CHANGE, 'managerChange.kind': 'added' },
    people: [person({ 'person.employment.kind': 'contract' }, { role: 'manager', managerKind: 'floor' })],
    expect: { documents: ['idCopies', 'employmentContracts', 'svhProof'] },
  },
  {
    told: 'a manager who leaves is only notified',
    source: 'https://hilversum.nl/vergunningen/vergunningen-voor-horeca/aanpassen-leidinggevende',
    answers: { ...CHANGE, 'managerChange.kind': 'removed' },
    expect: { licences: { alcohol: 'needed:notification' }, noChecks: ['alRefusal'] },
  },
  {
    told: 'a sole trade that becomes a bv applies anew',
    source: 'https://www.wijdemeren.nl/alcoholwet',
    answers: { 'application.kind': 'legalFormChange', 'business.legalForm': 'bv' },
    expect: needed,
  },
  {
    told: 'so does a partnership that becomes a bv',
    source: 'https://www.maasdriel.nl/inwoner-en-ondernemer/ondernemen/horeca/alcoholvergunning',
    answers: { 'application.kind': 'legalFormChange', 'business.legalForm': 'bv' },
    expect: { fees: { 'alcohol.partners': null } },
  },
  {
    told: 'another partner in a vof is another holder',
    source: 'https://www.wijdemeren.nl/alcoholwet',
    answers: { 'application.kind': 'partnerChange', 'business.legalForm': 'vof' },
    expect: needed,
  },
  {
    told: 'another director of a bv is not: the bv stays the holder, who notifies a manager',
    source: `Alcoholwet art. 1 en 30a (${ACT})`,
    answers: { 'application.kind': 'partnerChange', 'business.legalForm': 'bv' },
    expect: { licences: { alcohol: 'needed:notification' } },
  },
  {
    told: 'whoever takes over applies anew: the licence never passes on',
    source: 'https://purmerend.nl/slijterijvergunning',
    answers: { 'application.kind': 'takeover' },
    expect: needed,
  },
  {
    told: 'whoever moves applies anew',
    source: 'https://www.wijdemeren.nl/alcoholwet',
    answers: { 'application.kind': 'relocation' },
    expect: needed,
  },
  {
    told: 'the licence has no end date, so nothing is renewed',
    source: 'https://www.middelburg.nl/slijtersbedrijf-exploiteren',
    answers: { 'application.kind': 'renewal', 'renewal.licences': ['exploitation'] },
    expect: { licences: { alcohol: 'notNeeded:none' } },
  },
  {
    told: 'who rebuilds a room notifies that',
    source: 'https://www.purmerend.nl/melding-wijziging-inrichting',
    answers: { 'application.kind': 'rebuilding', 'rebuild.plans': ['inside'] },
    expect: { licences: { alcohol: 'needed:notification' }, terms: { 'alcohol decision': null } },
  },
  {
    told: 'a new sign on the façade changes no room',
    source: `Alcoholwet art. 30 (${ACT})`,
    answers: { 'application.kind': 'rebuilding', 'rebuild.plans': ['facade'] },
    expect: { licences: { alcohol: 'notNeeded:none' } },
  },
  {
    told: 'a terrace that is added is notified',
    source: 'https://www.purmerend.nl/melding-wijziging-inrichting',
    answers: { 'application.kind': 'terraceChange', 'activity.terrace': ['publicGround'], 'activity.terraceAlcohol': true },
    expect: { licences: { alcohol: 'needed:notification' } },
  },
  {
    told: 'a terrace without alcohol is not',
    source: `Alcoholwet art. 29 (${ACT})`,
    answers: { 'application.kind': 'terraceChange', 'activity.terrace': ['publicGround'], 'activity.terraceAlcohol': false },
    expect: { licences: { alcohol: 'notNeeded:none' } },
  },
  {
    told: 'who stops needs no new licence',
    source: `Alcoholwet art. 33 (${ACT})`,
    answers: { 'application.kind': 'closing' },
    expect: { licences: { alcohol: 'notNeeded:none', exploitation: 'notNeeded:none' } },
  },
  {
    told: 'the mayor decides within eight weeks',
    source: 'https://purmerend.nl/vergunningen-en-ontheffingen/vergunningen-voor-ondernemers/slijterijvergunning',
    answers: { ...OFF_LICENCE, 'application.filingDate': '2026-06-01' },
    expect: { terms: { 'alcohol decision': '2026-07-27' } },
  },

  {
    told: 'the canteen of a football club needs a licence too',
    source: 'https://www.oude-ijsselstreek.nl/paracommerciele-rechtspersonen',
    answers: CLUB,
    expect: needed,
  },
  {
    told: 'with one qualified manager it gets none',
    source: 'https://www.oude-ijsselstreek.nl/paracommerciele-rechtspersonen',
    answers: CLUB,
    people: [volunteer('p1')],
    expect: { checks: ['alW5'] },
  },
  {
    told: 'with two it may',
    source: 'https://www.oude-ijsselstreek.nl/paracommerciele-rechtspersonen',
    answers: CLUB,
    people: [volunteer('p1'), volunteer('p2')],
    expect: { noChecks: ['alW5'] },
  },
  { told: 'it sends its bylaws', source: 'https://www.wijdemeren.nl/alcoholwet', answers: CLUB, expect: { documents: ['bylaws'] } },
  {
    told: 'the town takes six months for it',
    source: 'https://ouder-amstel.nl/Home/Vergunningen_meldingen_en_ontheffingen/Drank_en_horeca/Alcohol_schenken_en_verkopen',
    answers: { ...CLUB, 'application.filingDate': '2026-06-01' },
    expect: { terms: { 'alcohol decision': '2026-12-01' } },
  },
  {
    told: 'a bv cannot be a club',
    source:
      'Verordening paracommercie Weert art. 1 onder c (https://repository.officiele-overheidspublicaties.nl/cvdr/CVDR315511/1/html/CVDR315511_1.html)',
    answers: { ...CLUB, 'business.legalForm': 'bv' },
    expect: { checks: ['paraCompany'] },
  },
  {
    told: 'neither can an nv',
    source:
      'Drank- en horecaverordening Lansingerland art. 1 (https://decentrale.regelgeving.overheid.nl/cvdr/xhtmloutput/Historie/Lansingerland/CVDR332658/CVDR332658_1.html)',
    answers: { ...CLUB, 'business.legalForm': 'nv' },
    expect: { checks: ['paraCompany'] },
  },
  {
    told: 'a foundation can',
    source: 'https://www.oude-ijsselstreek.nl/paracommerciele-rechtspersonen',
    answers: { ...CLUB, 'business.legalForm': 'foundation' },
    expect: { noChecks: ['paraCompany'] },
  },
  {
    told: 'a shop in the room where one serves is not allowed',
    source: 'Alcoholwet art. 14 lid 2 (https://adeguato.nl/Recht-Overheid/Drank-Horeca)',
    answers: { ...CAFE, 'business.sideUses': ['shop'] },
    rows: rooms(50),
    expect: { checks: ['alW11room'] },
  },
  {
    told: 'bingo is not allowed where alcohol may be served, not even while nothing is served; an association may hold it elsewhere',
    source:
      'Alcoholwet art. 14; ECLI:NL:RVS:2023:4753 (https://lexboost.com/rechtspraak/ECLI:NL:RVS:2023:4753): a coffee house in Utrecht where bingo was held without a licence; https://www.schiedam.nl/a-tot-z/bingo-organiseren',
    answers: { 'music.other': ['announcements'] },
    expect: { checks: ['alBingo'] },
  },
  {
    told: 'where no alcohol is served that ban does not hold, and a café without bingo hears nothing of it',
    source: 'https://www.meestermeester.nl/overige/weblog/bingo-het-horecabedrijf-wat-mag-wel-en-wat-mag-niet',
    answers: { ...LUNCHROOM, 'music.other': ['announcements'] },
    expect: { noChecks: ['alBingo'] },
  },
  {
    told: 'karaoke and sports on a screen are no games of chance',
    source: 'Alcoholwet art. 14 (https://wetten.overheid.nl/BWBR0002458): services of recreation, other than games of chance',
    answers: { 'music.other': ['karaoke', 'tvSports'] },
    expect: { noChecks: ['alBingo'] },
  },
  {
    told: 'a manager leaves a club: two must stay, and a bar volunteer may stand in while alcohol is served, so nobody says that a manager must always be there',
    source: 'Alcoholwet art. 8 and art. 24 lid 2 onder c (https://wetten.overheid.nl/BWBR0002458)',
    answers: {
      ...CLUB,
      'application.kind': 'managerChange',
      'managerChange.kind': 'removed',
      'managerChange.licences': ['alcohol'],
    },
    expect: { checks: ['alLastManagers'], noChecks: ['alLastManager'] },
  },
  {
    told: 'a manager leaves a café: one who is on the appendix must be there while it is open',
    source: 'Alcoholwet art. 24 lid 1 (https://wetten.overheid.nl/BWBR0002458)',
    answers: { 'application.kind': 'managerChange', 'managerChange.kind': 'removed', 'managerChange.licences': ['alcohol'] },
    expect: { checks: ['alLastManager'], noChecks: ['alLastManagers'] },
  },
  {
    told: 'the directors of a company under foreign law are managers in the sense of the Act, as those of a bv: one of 19 is refused',
    source:
      'Alcoholwet art. 1 (leidinggevende, 1°) and art. 8 lid 1 onder a (https://wetten.overheid.nl/BWBR0002458); BW art. 10:118 and 10:119',
    answers: { 'business.legalForm': 'foreign', 'management.who': 'others' },
    people: [
      { ...OWNER, id: 'p1', roles: ['director'], 'person.birthDate': '2007-04-12' },
      { ...OWNER, id: 'p2', roles: [{ role: 'manager', managerKind: 'general' }], 'person.lastName': 'Mulder' },
    ],
    expect: { checks: ['alW1owner'], noChecks: ['alW1'] },
  },
]
