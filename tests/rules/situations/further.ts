import { LUNCHROOM, OWNER, type Situation } from './situation.ts'

const WESTLAND = 'https://www.gemeentewestland.nl/vergunningen/horeca/oprichten-of-veranderen-van-een-inrichting/terras-exploiteren.html'
const ASTEN = 'https://www.asten.nl/evenementen-horeca-en-recreatie/horeca-en-alcohol/horecaterras'
const STEENWIJKERLAND = 'https://steenwijkerland.nl/ondernemers/Vergunningen_en_ontheffingen/Horeca/Terrasvergunning'
const BERGEIJK = 'https://www.bergeijk.nl/terras-plaatsen'
const ETTEN_LEUR = 'https://www.etten-leur.nl/Productcatalogus/Producten/Vergunningen/Terrasvergunning'
const HORECALOKET = 'http://www.horecaloket.nl/terrasvergunning-2'
const NIJMEGEN_SNACKS = 'ECLI:NL:RBGEL:2025:1479 (https://lexboost.com/rechtspraak/ECLI:NL:RBGEL:2025:1479)'
const NIJMEGEN_ALCOHOL = 'ECLI:NL:RBGEL:2025:1480 (https://www.lexboost.com/rechtspraak/ECLI:NL:RBGEL:2025:1480)'
const NIJMEGEN_BOARD = 'ECLI:NL:RVS:2022:3750 (https://lexboost.com/rechtspraak/ECLI:NL:RVS:2022:3750)'
const AMSTERDAM_EVENING = 'ECLI:NL:RBAMS:2014:3987 (https://uitspraken.rechtspraak.nl/inziendocument?id=ECLI:NL:RBAMS:2014:3987)'
const SHISHA = 'ECLI:NL:RVS:2025:2619 (https://www.lexboost.com/rechtspraak/ECLI:NL:RVS:2025:2619)'
const BEUNINGEN = 'https://www.beuningen.nl/exploitatievergunning'
const BERNHEZE = 'https://www.bernheze.org/inwoners-en-ondernemers/ondernemen/horeca/exploitatievergunning/'
const TERNEUZEN = 'https://www.terneuzen.nl/Ondernemers/Vergunningen/Vergunning_verstrekken_alcoholvrije_dranken_en_eetwaren'
const NUENEN = 'https://www.nuenen.nl/alcoholvergunning'
const DRIMMELEN = 'https://drimmelen.nl/drank-en-horecavergunning'
const HOGELAND = 'https://hethogeland.nl/vergunningen-en-toestemming/drank-en-horeca/exploitatievergunning-horeca'
const LANSINGERLAND = 'https://www.lansingerland.nl/direct-regelen/ondernemen/horeca-ondernemers/horeca-exploitatievergunning/430/'
const CRANENDONCK = 'ECLI:NL:RBOBR:2025:3111 (https://lexboost.com/rechtspraak/ECLI:NL:RBOBR:2025:3111)'
const BOOKSHOP = 'https://kassa.bnnvara.nl/nieuws/kapper-mag-geen-wijntje-schenken-in-nieuwegein'
const WINE_SHOP =
  'https://www.stap.nl/nl/nieuws/persberichten.html/3490/4835/gemeente-hengelo-te-scheutig-met-ontheffing-voor-wijnproeverijen-'
const MINORS = 'https://www.rijksoverheid.nl/actueel/nieuws/2024/11/19/nieuwe-regels-kinderarbeid-vanaf-18-november-2024'

const ALWAYS = { 'town.exploitation.mode': 'always' }
const WITHOUT = { 'town.exploitation.mode': 'onlyWithoutAlcohol' }
const NOTIFIED = { ...ALWAYS, 'town.terrace.mode': 'notification' }
const RULES = { ...ALWAYS, 'town.terrace.mode': 'generalRules' }
const IN_LICENCE = { ...ALWAYS, 'town.terrace.mode': 'partOfExploitation' }
const terrace = (ground: string, alcohol: boolean) => ({
  'activity.terrace': [ground],
  'activity.terraceAlcohol': alcohol,
  'activity.terraceUntil': '22:00',
})
const born = (date: string) => [{ ...OWNER, 'person.birthDate': date }]
const none = 'notNeeded:none'
const permit = 'needed:permit'
const told = 'needed:notification'

/** Looked up when all the other tables were done: judgments and pages that nobody had read for them. */
export const further: readonly Situation[] = [
  {
    told: 'where a terrace is only told to the town, a new one is told, on own ground too',
    source: WESTLAND,
    town: NOTIFIED,
    answers: terrace('ownGround', true),
    expect: { licences: { terrace: told } },
  },
  {
    told: 'a terrace that is added there is no change of the operating licence; the alcohol licence is adapted',
    source: WESTLAND,
    town: NOTIFIED,
    answers: { 'application.kind': 'terraceChange', ...terrace('publicGround', true) },
    expect: { licences: { terrace: told, exploitation: none, alcohol: told } },
  },
  {
    told: 'where no terrace needs a licence, one with alcohol must still stand on the alcohol licence',
    source: ASTEN,
    town: RULES,
    answers: { 'application.kind': 'terraceChange', ...terrace('publicGround', true) },
    expect: { licences: { terrace: none, exploitation: none, alcohol: told } },
  },
  {
    told: 'one without alcohol touches nothing there',
    source: STEENWIJKERLAND,
    town: RULES,
    answers: { 'application.kind': 'terraceChange', ...terrace('publicGround', false) },
    expect: { licences: { terrace: none, exploitation: none } },
  },
  {
    told: 'where the terrace belongs to the operating licence, that of a new café is in its application, on own ground as well',
    source: BERGEIJK,
    town: IN_LICENCE,
    answers: terrace('ownGround', true),
    expect: { licences: { terrace: permit, exploitation: permit, alcohol: permit } },
  },
  {
    told: 'a terrace that is added adapts the operating licence and the alcohol licence',
    source: ETTEN_LEUR,
    town: IN_LICENCE,
    answers: { 'application.kind': 'terraceChange', ...terrace('publicGround', true) },
    expect: { licences: { exploitation: permit, alcohol: told }, fees: { 'exploitation.new': null } },
  },
  {
    told: 'another legal form asks for the terrace licence anew',
    source: HORECALOKET,
    town: { ...ALWAYS, 'town.terrace.mode': 'separate' },
    answers: { 'application.kind': 'legalFormChange', 'business.legalForm': 'bv', ...terrace('publicGround', false) },
    expect: { licences: { terrace: permit } },
  },
  {
    told: 'the operating licence of a snack bar of a partnership lapses when its partners change',
    source: NIJMEGEN_SNACKS,
    town: ALWAYS,
    answers: { ...LUNCHROOM, 'activity.main': 'snack', 'application.kind': 'partnerChange', 'business.legalForm': 'vof' },
    expect: { licences: { exploitation: permit, alcohol: none } },
  },
  {
    told: 'so does the alcohol licence of a partnership',
    source: NIJMEGEN_ALCOHOL,
    town: WITHOUT,
    answers: { 'application.kind': 'partnerChange', 'business.legalForm': 'vof' },
    expect: { licences: { alcohol: permit, exploitation: none } },
  },
  {
    told: 'somebody who leaves the board of a company leaves its licence as it is',
    source: NIJMEGEN_BOARD,
    town: ALWAYS,
    answers: { 'application.kind': 'managerChange', 'managerChange.kind': 'removed', 'managerChange.licences': ['exploitation'] },
    expect: { licences: { exploitation: told }, fees: { 'exploitation.new': null } },
  },
  {
    told: 'from a day business to an evening business is a change of the operating licence',
    source: AMSTERDAM_EVENING,
    town: { ...ALWAYS, 'town.exploitation.hoursOnLicence': true },
    answers: { 'application.kind': 'hoursChange', 'opening.latestClose': '03:00+1' },
    expect: { licences: { exploitation: permit, alcohol: none } },
  },
  {
    told: 'the licence of a café does not cover a water pipe that comes later',
    source: SHISHA,
    town: ALWAYS,
    answers: { 'application.kind': 'newActivities', 'activity.alcoholLicensed': true, 'activity.shisha': true },
    expect: { licences: { exploitation: permit }, checks: ['exShisha'] },
  },
  {
    told: 'a water pipe under homes is refused in some towns',
    source: 'ECLI:NL:RBNHO:2021:10607 (https://www.lexboost.com/rechtspraak/ECLI:NL:RBNHO:2021:10607)',
    town: ALWAYS,
    answers: { 'activity.shisha': true, 'premises.neighbours': ['homeAbove'] },
    expect: { checks: ['exShishaHomes'] },
  },
  {
    told: 'a take-away without alcohol needs the operating licence where only those without alcohol do',
    source: BEUNINGEN,
    town: { ...WITHOUT, 'town.exploitation.exemptsTakeaway': false },
    answers: { ...LUNCHROOM, 'activity.main': 'takeaway' },
    expect: { licences: { exploitation: permit } },
  },
  {
    told: 'a lunchroom there that becomes a bv asks for it anew',
    source: BEUNINGEN,
    town: WITHOUT,
    answers: { ...LUNCHROOM, 'application.kind': 'legalFormChange', 'business.legalForm': 'bv' },
    expect: { licences: { exploitation: permit, alcohol: none } },
  },
  {
    told: 'a lunchroom with a terrace has an answer within eight weeks, terrace included',
    source: BERNHEZE,
    town: { ...WITHOUT, 'town.terrace.mode': 'partOfExploitation' },
    answers: { ...LUNCHROOM, ...terrace('publicGround', false) },
    expect: { licences: { exploitation: permit, terrace: permit, alcohol: none }, terms: { 'exploitation decision': '2026-04-28' } },
  },
  {
    told: 'managers of a place without alcohol are 18 at least',
    source: TERNEUZEN,
    town: { ...WITHOUT, 'town.exploitation.minAge': 18 },
    answers: LUNCHROOM,
    people: born('2008-09-02'),
    expect: { licences: { exploitation: permit }, checks: ['exW3'] },
  },
  {
    told: 'who serves alcohol there too has the alcohol licence instead',
    source: TERNEUZEN,
    town: WITHOUT,
    expect: { licences: { alcohol: permit, exploitation: none } },
  },
  {
    told: 'a snack bar that sells beer to take away needs no alcohol licence',
    source: NUENEN,
    answers: { ...LUNCHROOM, 'activity.main': 'snack', 'activity.alcohol': 'takeAway', 'activity.alcoholStrength': 'weak' },
    expect: { licences: { alcohol: none } },
  },
  {
    told: 'a Bibob form goes with each alcohol licence there',
    source: NUENEN,
    town: { 'town.bibob.policy': 'always' },
    expect: { licences: { bibob: 'needed:information' } },
  },
  {
    told: 'a company restaurant that serves alcohol needs the alcohol licence',
    source: DRIMMELEN,
    town: { ...ALWAYS, 'town.exploitation.exemptsStaffCanteen': true },
    answers: { 'premises.partOf': 'staff', 'activity.main': 'lunch' },
    expect: { licences: { alcohol: permit } },
  },
  {
    told: 'a licence that one can be exempted from is there for managers of 21 and older',
    source: HOGELAND,
    town: { 'town.exploitation.mode': 'exemptOnRequest', 'town.exploitation.minAge': 21 },
    answers: LUNCHROOM,
    people: born('2005-09-02'),
    expect: { licences: { exploitation: permit }, checks: ['exW3'] },
  },
  {
    told: 'the lunch corner of a bakery is exempt',
    source: LANSINGERLAND,
    town: { ...ALWAYS, 'town.exploitation.exemptsShopCorner': true },
    answers: { ...LUNCHROOM, 'premises.partOf': 'shop' },
    expect: { licences: { exploitation: none } },
  },
  {
    told: 'a restaurant that is no corner of anything asks for it when it is taken over',
    source: LANSINGERLAND,
    town: { ...ALWAYS, 'town.exploitation.exemptsShopCorner': true },
    answers: { 'application.kind': 'takeover', 'activity.main': 'meal', 'premises.partOf': 'no' },
    expect: { licences: { exploitation: permit } },
  },
  {
    told: 'the past of a manager counts for both licences',
    source: CRANENDONCK,
    town: ALWAYS,
    people: [{ ...OWNER, 'person.convictions': true }],
    expect: { checks: ['alConduct', 'exConduct'] },
  },
  {
    told: 'a hairdresser or bookseller pours no wine in the shop',
    source: BOOKSHOP,
    town: { ...ALWAYS, 'town.exploitation.exemptsShopCorner': true },
    answers: { 'premises.partOf': 'shop' },
    expect: { checks: ['alW11'] },
  },
  {
    told: 'a wine shop without a licence lets nobody taste, and no exemption for events mends that',
    source: WINE_SHOP,
    answers: { 'activity.main': 'takeaway', 'activity.alcohol': 'takeAway', 'activity.alcoholStrength': 'weak' },
    expect: { licences: { alcohol: none }, checks: ['alNoTasting'] },
  },
  {
    told: 'nobody under 16 works in a room where alcohol is served',
    source: MINORS,
    answers: { 'staff.kinds': ['employees', 'minors'] },
    expect: { checks: ['w18'] },
  },
  {
    told: 'without alcohol somebody under 16 may help',
    source: MINORS,
    answers: { ...LUNCHROOM, 'staff.kinds': ['employees', 'minors'] },
    expect: { noChecks: ['w18'] },
  },
]
