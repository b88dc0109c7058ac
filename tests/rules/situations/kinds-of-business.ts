import { LUNCHROOM, OWNER, type Situation } from './situation.ts'

const VELSEN = 'https://www.velsen.nl/producten/exploitatievergunning-openbare-inrichting'
const WINTERSWIJK =
  'http://d66.winterswijk.nl/Inwoners_Ondernemers/Ondernemen/Vergunningen_voor_ondernemers/Exploitatievergunning_openbare_inrichting'
const LEIDEN = 'https://gemeente.leiden.nl/inwoners-en-ondernemers/ondernemers/horeca/alcoholvergunning-voorheen-drank-en-horecavergunning/'
const VIJFHEERENLANDEN = 'https://vijfheerenlanden.nl/Inwoners/Overzicht_Inwoners/Vergunningen/Alcohol_schenken_vergunning'
const STUDENTS = 'https://www.dgsg.nl/hbowo/voor-studentenverenigingen/drank--en-horecavergunning'
const STUDENT_HOUSE = 'https://rechtswinkelnijmegen.nl/2021/04/studentenhuis-als-horecabedrijf-dat-wordt-dokken/'
const WATERLAND = 'https://www.waterland.nl/product/horecabedrijf-beginnen'
const HEUSDEN = 'https://www.heusden.nl/storage/pdc/horeca-exploitatievergunning/'
const GENNEP = 'https://www.gennep.nl/exploitatievergunning-horecabedrijf'
const SHISHA = 'https://ondernemersplein.kvk.nl/stappenplan-shisha-lounge-runnen-binnen-de-regels/'
const CARE_IN_CANTEEN = 'https://academiebw.nl/ufaqs/buitenschoolse-opvang-in-kantine-voetbalvereniging/'
const WINE_AND_SHOP = 'https://academiebw.nl/ufaqs/horecabedrijf-slijtersbedrijf-of-winkel/'
const PARTNER_LEAVES = 'https://www.advocatenvanoranje.nl/een-nieuwe-drank-en-horecavergunning-aanvragen-na-uittreding-van-medevennoot'
const KRIMPEN = 'https://krimpenaandenijssel.nl/product-services/alcoholvergunning/'
const FRANCHISE = 'ECLI:NL:RVS:2021:1374 (https://uitspraken.rechtspraak.nl/inziendocument?id=ECLI:NL:RVS:2021:1374)'
const EINDHOVEN = 'ECLI:NL:RVS:2023:4645 (https://lexboost.com/rechtspraak/ECLI:NL:RVS:2023:4645)'
const HOLIDAY_PARK = 'ECLI:NL:RBOBR:2023:4047 (https://lexboost.com/rechtspraak/ECLI:NL:RBOBR:2023:4047)'
const DRIMMELEN = 'https://drimmelen.nl/drank-en-horecavergunning'
const KATWIJK = 'https://www.katwijkactueel.nl/2023/06/dit-jaar-geen-proef-met-ruimere-openingstijden-strandpaviljoens/'
const VILLAGE_HALLS = 'https://www.dorpshuizen.nl/vraagbaakartikel/exploitatievergunning/'
const DELFT = 'https://www.delft.nl/alcohol-bij-verenigingen-en-stichtingen'
const KOGGENLAND = 'https://www.koggenland.nl/inwoners-en-ondernemers/alcoholvergunning-aanvragen_44123/'
const TIEL = 'https://www.t-diel.nl/alcoholvergunning?origin=/drank-en-horecavergunning'

const none = 'notNeeded:none'
const permit = 'needed:permit'
const refused = 'notAllowed:permit'
const told = 'needed:notification'
const ALWAYS = { 'town.exploitation.mode': 'always' }
const WITHOUT = { 'town.exploitation.mode': 'onlyWithoutAlcohol' }
const club = (legalForm: string) => ({ 'business.aim': 'paracommercial', 'business.legalForm': legalForm })
const manager = (id: string) => ({
  ...OWNER,
  id,
  roles: [{ role: 'manager', managerKind: 'general' }],
  'person.lastName': id,
  'person.underGuardianship': false,
})
const SLEEPING = { ...LUNCHROOM, 'activity.main': 'sleeping', 'activity.extras': ['stay'], 'premises.specialUse': ['overnight'] }
const night = (day: string, close: string) => ({
  rows: {
    hours: [
      {
        id: 'h1',
        'hours.purpose': 'opening',
        'hours.place': 'inside',
        'hours.season': 'all',
        'hours.night': day,
        'hours.open': '10:00',
        'hours.close': close,
      },
    ],
  },
})
const WEEKEND = ['fri', 'sat'] as const
const WEEK = ['mon', 'tue', 'wed', 'thu', 'sun'] as const
const ALL = [...WEEK, ...WEEKEND] as const

/** Businesses of many kinds, each looked up and written down before the rules were asked. */
export const kindsOfBusiness: readonly Situation[] = [
  {
    told: 'a hotel without a bar is hospitality all the same: an operating licence, and a notice for its sleepers',
    source: VELSEN,
    town: { ...ALWAYS, 'town.exploitation.exemptsSmallLodging': false },
    answers: { ...SLEEPING, 'lodging.beds': 30 },
    expect: { licences: { exploitation: permit, alcohol: none, fireSafety: told } },
  },
  {
    told: 'a bed and breakfast for four at home is exempt, and notifies nothing',
    source: WINTERSWIJK,
    town: { ...WITHOUT, 'town.exploitation.exemptsSmallLodging': true },
    answers: { ...SLEEPING, 'premises.kind': 'home', 'lodging.beds': 4, 'premises.maxPersons': 6 },
    expect: { licences: { exploitation: none, fireSafety: none } },
  },
  {
    told: 'a gym that sells shakes there needs the licence that those without alcohol need',
    source: WINTERSWIJK,
    town: WITHOUT,
    answers: { ...LUNCHROOM, 'premises.partOf': 'sportsComplex' },
    expect: { licences: { exploitation: permit, alcohol: none } },
  },
  {
    told: 'one that pours beer has the alcohol licence instead',
    source: WINTERSWIJK,
    town: WITHOUT,
    answers: { 'premises.partOf': 'sportsComplex' },
    expect: { licences: { exploitation: none, alcohol: permit } },
  },
  {
    told: 'the snack bar of a camping site needs it as well',
    source: WINTERSWIJK,
    town: { ...WITHOUT, 'town.exploitation.exemptsTakeaway': false },
    answers: { ...LUNCHROOM, 'activity.main': 'snack', 'kitchen.methods': ['frying'] },
    expect: { licences: { exploitation: permit, environment: told } },
  },
  {
    told: 'a funeral centre that pours wine after the service needs an alcohol licence',
    source: LEIDEN,
    answers: { 'premises.partOf': 'other', 'activity.main': 'hall' },
    expect: { licences: { alcohol: permit } },
  },
  {
    told: 'the foyer of a theatre that a foundation runs is a canteen by the Act: bylaws, and two with the certificate',
    source: VIJFHEERENLANDEN,
    answers: club('foundation'),
    people: [manager('p1')],
    expect: { licences: { alcohol: permit }, checks: ['alW5'], documents: ['bylaws'] },
  },
  {
    told: 'with two of them nothing is wrong',
    source: VIJFHEERENLANDEN,
    answers: club('foundation'),
    people: [manager('p1'), manager('p2')],
    expect: { licences: { alcohol: permit }, noChecks: ['alW5'] },
  },
  {
    told: 'a student association has a hospitality business in the sense of the Act',
    source: STUDENTS,
    answers: { ...club('association'), 'premises.maxPersons': 200 },
    people: [manager('p1'), manager('p2')],
    expect: { licences: { alcohol: permit, fireSafety: told }, documents: ['bylaws'], noChecks: ['alW5'] },
  },
  {
    told: 'a student house that charges for drinks needs a licence, and gets none for a living room of 20 m²',
    source: STUDENT_HOUSE,
    answers: { 'premises.kind': 'home', 'premises.largeRoom': 'no' },
    expect: { licences: { alcohol: refused } },
  },
  {
    told: 'nor may somebody of 20 be in charge there',
    source: STUDENT_HOUSE,
    answers: { 'premises.kind': 'home' },
    people: [{ ...OWNER, 'person.birthDate': '2006-03-01' }],
    expect: { checks: ['alW1'] },
  },
  {
    told: 'a restaurant in a living room is a restaurant',
    source: WATERLAND,
    town: ALWAYS,
    answers: { ...LUNCHROOM, 'activity.main': 'meal', 'premises.kind': 'home', 'kitchen.methods': ['frying'] },
    expect: { licences: { exploitation: permit, environment: told } },
  },
  {
    told: 'a kitchen that only delivers needs no licence where that is about eating on the spot, and tells of its kitchen',
    source: HEUSDEN,
    town: { ...ALWAYS, 'town.exploitation.exemptsTakeaway': true },
    answers: { ...LUNCHROOM, 'activity.main': 'takeaway', 'kitchen.methods': ['frying'], 'premises.maxPersons': 8 },
    expect: { licences: { exploitation: none, environment: told, fireSafety: none } },
  },
  {
    told: 'where take-away restaurants are named, it needs one',
    source: GENNEP,
    town: { ...ALWAYS, 'town.exploitation.exemptsTakeaway': false },
    answers: { ...LUNCHROOM, 'activity.main': 'takeaway' },
    expect: { licences: { exploitation: permit } },
  },
  {
    told: 'a shisha lounge needs an operating licence, like a café',
    source: SHISHA,
    town: ALWAYS,
    answers: { ...LUNCHROOM, 'activity.main': 'drinking', 'activity.shisha': true },
    expect: { licences: { exploitation: permit, alcohol: none } },
  },
  {
    told: 'children are not looked after in the canteen of a football club, not even while its tap is closed',
    source: CARE_IN_CANTEEN,
    answers: { ...club('association'), 'activity.extras': ['stay'], 'premises.specialUse': ['childrenCare'] },
    people: [manager('p1'), manager('p2')],
    expect: { licences: { alcohol: permit, fireSafety: told }, checks: ['alCare'] },
  },
  {
    told: 'where nothing may be served at all that is no matter',
    source: CARE_IN_CANTEEN,
    answers: { ...LUNCHROOM, 'activity.extras': ['stay'], 'premises.specialUse': ['childrenCare'] },
    expect: { licences: { alcohol: none }, noChecks: ['alCare'] },
  },
  {
    told: 'a wine bar that also sells bottles keeps the shop out of the room where it pours',
    source: WINE_AND_SHOP,
    answers: { 'business.sideUses': ['shop'] },
    rows: { rooms: [{ id: 'r1', 'room.name': 'Wijnbar', 'room.purpose': 'guests', 'room.area': 40 }] },
    expect: { licences: { alcohol: permit }, checks: ['alW11', 'alW11room'] },
  },
  {
    told: 'with a room of its own for the shop one warning is left',
    source: WINE_AND_SHOP,
    answers: { 'business.sideUses': ['shop'] },
    rows: {
      rooms: [
        { id: 'r1', 'room.name': 'Wijnbar', 'room.purpose': 'guests', 'room.area': 40 },
        { id: 'r2', 'room.name': 'Winkel', 'room.purpose': 'shop', 'room.area': 20 },
      ],
    },
    expect: { checks: ['alW11'], noChecks: ['alW11room'] },
  },
  {
    told: 'a delicatessen that sells closed bottles of wine needs no licence, and lets nobody taste',
    source: TIEL,
    answers: {
      'activity.alcohol': 'takeAway',
      'activity.alcoholStrength': 'weak',
      'activity.main': 'takeaway',
      'premises.largeRoom': null,
      'premises.partOf': 'shop',
    },
    expect: { licences: { alcohol: none }, noChecks: ['alW11'] },
  },
  {
    told: 'heirs of the owner who go on are other entrepreneurs: the licence is personal and passes to nobody',
    source: VIJFHEERENLANDEN,
    answers: { 'application.kind': 'takeover', 'business.legalForm': 'vof' },
    expect: { licences: { alcohol: permit, bibob: 'needed:information' } },
  },
  {
    told: 'a sole trade that becomes a partnership applies anew',
    source: KRIMPEN,
    answers: { 'application.kind': 'legalFormChange', 'business.legalForm': 'vof' },
    expect: { licences: { alcohol: permit } },
  },
  {
    // a judge let the old licence stand while one of the partners goes on: it still has to be applied for
    told: 'a partnership that becomes a limited one does so too, with a silent partner or without',
    source: `${KRIMPEN}; anders voor wie doorgaat zolang er nog geen is: ${PARTNER_LEAVES}`,
    answers: { 'application.kind': 'legalFormChange', 'business.legalForm': 'cv' },
    expect: { licences: { alcohol: permit } },
  },
  {
    told: 'a sandwich shop of a chain, in a bv, has an operating licence and a Bibob form',
    source: FRANCHISE,
    town: ALWAYS,
    answers: { ...LUNCHROOM, 'business.legalForm': 'bv' },
    expect: { licences: { exploitation: permit, bibob: 'needed:information', alcohol: none } },
  },
  {
    told: 'a place without alcohol of two partners asks for it in the name of both',
    source: EINDHOVEN,
    town: WITHOUT,
    answers: { ...LUNCHROOM, 'business.legalForm': 'vof' },
    expect: { licences: { exploitation: permit, bibob: 'needed:information' } },
  },
  {
    told: 'the restaurant of a holiday park needs both licences',
    source: HOLIDAY_PARK,
    town: ALWAYS,
    answers: { 'activity.main': 'meal', 'premises.partOf': 'other', 'business.legalForm': 'bv' },
    expect: { licences: { alcohol: permit, exploitation: permit, bibob: 'needed:information' } },
  },
  {
    told: 'a village hall in a town without operating licences has the alcohol licence alone',
    source: VILLAGE_HALLS,
    town: { 'town.exploitation.mode': 'none' },
    answers: { ...club('foundation'), 'activity.main': 'hall' },
    people: [manager('p1'), manager('p2')],
    expect: { licences: { exploitation: none, alcohol: permit }, documents: ['bylaws'] },
  },
  {
    told: 'a school that pours at its own evenings is a canteen by the Act as well',
    source: DELFT,
    answers: { ...club('foundation'), 'activity.main': 'hall', 'premises.partOf': 'other' },
    people: [manager('p1'), manager('p2')],
    expect: { licences: { alcohol: permit }, documents: ['bylaws'] },
  },
  {
    told: 'so is the hall of a church',
    source: KOGGENLAND,
    answers: { ...club('church'), 'activity.main': 'hall' },
    people: [manager('p1'), manager('p2')],
    expect: { licences: { alcohol: permit }, documents: ['bylaws'], noChecks: ['paraCompany'] },
  },
  {
    told: 'on Friday night three o’clock is closing time',
    source: DRIMMELEN,
    hours: [
      { nights: WEEKEND, open: '05:00', close: '03:00+1' },
      { nights: WEEK, open: '05:00', close: '01:00+1' },
    ],
    ...night('fri', '03:00+1'),
    expect: { hours: ['ok'] },
  },
  {
    told: 'on Sunday night two o’clock is too late there',
    source: DRIMMELEN,
    hours: [
      { nights: WEEKEND, open: '05:00', close: '03:00+1' },
      { nights: WEEK, open: '05:00', close: '01:00+1' },
    ],
    ...night('sun', '02:00+1'),
    expect: { hours: ['tooLate'] },
  },
  {
    told: 'a beach pavilion closes at midnight, when cafés go on',
    source: KATWIJK,
    hours: [{ nights: ALL, open: '05:00', close: '00:00+1' }],
    ...night('sat', '01:00+1'),
    expect: { hours: ['tooLate'] },
  },
]
