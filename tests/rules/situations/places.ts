import { LUNCHROOM, OWNER, type Situation } from './situation.ts'

const ACT = 'https://wetten.overheid.nl/BWBR0002458'
const ARTICLE_22 = `Alcoholwet art. 22 lid 1 (${ACT})`
const PUMP = 'ECLI:NL:RBNNE:2013:4407 (https://lexboost.com/rechtspraak/ECLI:NL:RBNNE:2013:4407)'
const PUMP_APPEAL = 'https://www.wieringa-advocaten.nl/nl/weblog/2014/10/24/verbod-alcoholverkoop-op-tankstations-blijft/'
const WAYSIDE = 'http://angob.nl/archief/verkeer/artikelen/go2013-09%20%20Drank%20blijft%20taboe%20bij%20benzinepomp.html'
const MOERDIJK = 'https://www.moerdijk.nl/alcoholwetvergunning'
const ZOETERMEER = 'https://en.zoetermeer.nl/alcoholvergunning'
const HEUMEN = 'https://www.heumen.nl/alcoholvergunning?origin=/drank-en-horecawetvergunning'
const KHN = 'https://www.khn.nl/standpunten/blurring-met-alcohol'
const HILVERSUM_FREE = 'https://zoek.officielebekendmakingen.nl/gmb-2017-75738.html'
const OLDENZAAL = 'https://www.oldenzaal.nl/terras'
const WADDINXVEEN = 'https://www.waddinxveen.nl/direct-regelen/ondernemen/horeca/terrasvergunning/'
const ALBRANDSWAARD = 'http://www.albrandswaard.nl/home/onderwerpen-a-z_49541/product/terras-plaatsen_497.html'
const UITGEEST = 'https://www.uitgeest.nl/aanvragen-en-regelen/terrasvergunning/'
const OOSTERHOUT = 'https://www.oosterhout.nl/gemeentewinkel/terrasvergunning-aanvragen'
const BLADEL = 'https://www.bladel.nl/brandveiligheid?origin=/brandveiligheid-melding-of-vergunning'
const DEVENTER = 'https://www.deventer.nl/brandveiliggebruikgebouwen'
const AA_EN_HUNZE =
  'https://aaenhunze.nl/Alle_onderwerpen/Bouwen_en_wonen/Alle_onderwerpen_bouwen_en_wonen/Bouwen_en_Vergunningen/Alle_onderwerpen_bouwen_en_vergunningen/Brandveilig_gebruik'
const NOORDENVELD = 'https://loket.gemeentenoordenveld.nl/producten/aanwezigheidsvergunning_kansspelautomaten'
const GAMES = 'https://meestermeester.nl/horecarecht/vergunningen/speelautomatenvergunning'
const HOORN = 'https://www.hoorn.nl/exploitatie-buurthuis-of-kantine-van-een-sportvereniging'
const NEDER_BETUWE = 'https://www.nederbetuwe.nl/ondernemen/wetten-regels-en-vergunningen/buurthuis-of-kantine-exploiteren'
const GEERTRUIDENBERG = 'https://www.geertruidenberg.nl/ontheffing-schenktijden-sportverenigingen'
const VIJFHEERENLANDEN = 'https://www.vijfheerenlanden.nl/Inwoners/Overzicht_Inwoners/Vergunningen/Horecabedrijf_beginnen'
const HOGELAND = 'https://hethogeland.nl/vergunningen-en-toestemming/drank-en-horeca/exploitatievergunning-horeca'
const HEERLEN = 'https://en.heerlen.nl/horecabedrijf-beginnen'
const VOORNE = 'https://en.voorneaanzee.nl/exploitatievergunning-horecabedrijf'
const MOLENLANDEN = 'https://www.molenlanden.nl/alcoholvergunning'
const MAASSLUIS = 'https://www.maassluis.nl/digitaal-loket/alcohol-schenken-tijdens-evenement_46698/'
const PIJNACKER = 'https://www.pijnacker-nootdorp.nl/direct-regelen/ondernemen/alcohol-schenken-zonder-vergunning/'
const OMWB = 'https://www.omwb.nl/welke-milieuregels-gelden-voor-u-als-horeca-ondernemer'
const KHN_ENVIRONMENT = 'https://www.khn.nl/tools/melding-milieuplicht-activiteitenbesluit'
const OWNERS = 'BW art. 2:3 and 5:124 (https://wetten.overheid.nl/BWBR0003045, https://wetten.overheid.nl/BWBR0005288)'
const PUBLIC_BODY = 'BW art. 2:1 (https://wetten.overheid.nl/BWBR0003045)'

const none = 'notNeeded:none'
const permit = 'needed:permit'
const refused = 'notAllowed:permit'
const told = 'needed:notification'
const ALWAYS = { 'town.exploitation.mode': 'always' }
const FREE_IN = {
  ...ALWAYS,
  'town.exploitation.exemptsShopCorner': true,
  'town.exploitation.exemptsCare': true,
  'town.exploitation.exemptsMuseum': true,
  'town.exploitation.exemptsStaffCanteen': true,
}
const at = (where: string, more: Record<string, unknown> = {}) => ({
  answers: { 'premises.kind': 'roadside', 'premises.roadside': where, ...more } as NonNullable<Situation['answers']>,
})
const TAKE_AWAY = { 'activity.alcohol': 'takeAway', 'activity.main': 'takeaway', 'premises.largeRoom': null }
const BOTTLES = { ...TAKE_AWAY, 'activity.alcoholStrength': 'weak' }
const CLUB = { 'business.aim': 'paracommercial', 'business.legalForm': 'association' }
const OTHER = { 'business.legalForm': 'other', 'business.aim': 'commercial' }
const GROUND = (ground: string) => ({ 'activity.terrace': [ground], 'activity.terraceAlcohol': true, 'activity.terraceUntil': '22:00' })
const SEPARATE = { 'town.terrace.mode': 'separate', 'town.terrace.ownGroundToo': true }
const TWO = { 'gaming.wanted': 'machines', 'gaming.count': 2 }
const QUIET = { 'kitchen.methods': ['cold'], 'music.kind': 'none' }

/** Where a business is, with what it shares a roof, for how long, and who it is when it is none of the usual legal forms. */
export const places: readonly Situation[] = [
  // Alcoholwet art. 22: along the road
  {
    told: 'a café in a petrol station may serve no alcohol',
    source: `${ARTICLE_22} onder a; ${PUMP}`,
    ...at('fuel'),
    expect: { licences: { alcohol: refused }, noChecks: ['w3'] },
  },
  {
    told: 'nor may its shop sell beer in closed cans, though that needs no licence elsewhere',
    source: PUMP_APPEAL,
    ...at('fuel', BOTTLES),
    expect: { licences: { alcohol: refused }, noChecks: ['alNoTasting', 'alShopOnly'] },
  },
  {
    told: 'an off-licence shop there is refused as well',
    source: MOERDIJK,
    ...at('fuel', { ...TAKE_AWAY, 'activity.alcoholStrength': 'strong' }),
    expect: { licences: { alcohol: refused } },
  },
  {
    told: 'a lunchroom in a petrol station without alcohol is asked nothing and refused nothing',
    source: `${ARTICLE_22} onder a`,
    answers: { ...LUNCHROOM, 'premises.kind': 'roadside' },
    expect: { licences: { alcohol: none } },
  },
  {
    told: 'a wayside restaurant along a motorway, where guests eat hot meals, may serve by the glass',
    source: WAYSIDE,
    ...at('motorway', { 'activity.main': 'meal' }),
    expect: { licences: { alcohol: permit } },
  },
  {
    told: 'it sells no bottle to take away',
    source: `${ARTICLE_22} onder c`,
    ...at('motorway', { ...BOTTLES, 'activity.main': 'meal' }),
    expect: { licences: { alcohol: refused } },
  },
  {
    told: 'a bar along a motorway that serves no hot meals may not serve',
    source: `${ARTICLE_22} onder c`,
    ...at('motorway', { 'premises.hotMeals': false }),
    expect: { licences: { alcohol: refused } },
  },
  {
    told: 'a motorway hotel whose restaurant mainly serves hot meals may',
    source: `${ARTICLE_22} onder c`,
    ...at('motorway', { 'activity.main': 'sleeping', 'lodging.beds': 8, 'premises.hotMeals': true }),
    expect: { licences: { alcohol: permit } },
  },
  {
    told: 'along an expressway a café may serve',
    source: `${ARTICLE_22} onder b`,
    ...at('expressway'),
    expect: { licences: { alcohol: permit } },
  },
  {
    told: 'a shop that belongs to it may sell none: ask the town whether that is what the shop is',
    source: `${ARTICLE_22} onder b`,
    ...at('expressway', BOTTLES),
    expect: { licences: { alcohol: 'ask:permit' } },
  },
  {
    told: 'a village restaurant is no wayside restaurant, and is asked nothing about roads',
    source: PUMP_APPEAL,
    answers: { 'activity.main': 'meal' },
    expect: { licences: { alcohol: permit } },
  },
  {
    told: 'a lunchroom that starts to serve says where it is: at the pump it gets no licence',
    source: `${ARTICLE_22} onder a`,
    answers: {
      'application.kind': 'newActivities',
      'activity.main': 'lunch',
      'activity.alcoholLicensed': false,
      'premises.roadside': 'fuel',
    },
    expect: { licences: { alcohol: refused } },
  },
  {
    told: 'in a street it gets one',
    source: `Alcoholwet art. 3 (${ACT})`,
    answers: {
      'application.kind': 'newActivities',
      'activity.main': 'lunch',
      'activity.alcoholLicensed': false,
      'premises.roadside': 'no',
    },
    expect: { licences: { alcohol: permit } },
  },
  {
    told: 'where no alcohol may be served no gaming machine may stand either',
    source: `Wet op de kansspelen art. 30c (https://wetten.overheid.nl/BWBR0002469); ${ARTICLE_22}`,
    ...at('fuel', TWO),
    expect: { licences: { gamingMachines: refused } },
  },

  // who may sell to take away, and who may not
  {
    told: 'a coffee house that sells bottles of wine is no shop with mainly food',
    source: `Alcoholwet art. 18 lid 2 (${ACT}); ${MOERDIJK}`,
    answers: { ...BOTTLES, 'activity.main': 'drinking' },
    expect: { checks: ['alShopOnly'] },
  },
  {
    told: 'a cafeteria is a place with mainly ready food, and hears nothing of that',
    source: HEUMEN,
    answers: { ...BOTTLES, 'activity.main': 'snack' },
    expect: { licences: { alcohol: none }, noChecks: ['alShopOnly'] },
  },
  {
    told: 'a cafeteria that serves at the table needs the licence',
    source: ZOETERMEER,
    answers: { 'activity.main': 'snack', 'activity.alcoholStrength': 'weak' },
    expect: { licences: { alcohol: permit } },
  },
  {
    told: 'a take-away restaurant with closed bottles needs none',
    source: ZOETERMEER,
    answers: BOTTLES,
    expect: { licences: { alcohol: none } },
  },
  {
    told: 'a restaurant that delivers meals may not send wine along from the room where it serves',
    source: 'Alcoholwet art. 13 lid 1 (https://adeguato.nl/Recht-Overheid/Drank-Horeca)',
    answers: { 'activity.main': 'meal', 'activity.takeaway': ['delivery'] },
    expect: { checks: ['alToTakeAway'] },
  },
  {
    told: 'one that only serves at the table hears nothing of that',
    source: 'Alcoholwet art. 13 lid 1 (https://adeguato.nl/Recht-Overheid/Drank-Horeca)',
    answers: { 'activity.main': 'meal', 'activity.takeaway': ['none'] },
    expect: { noChecks: ['alToTakeAway'] },
  },
  {
    told: 'in a hall without licence guests may not drink what they bring',
    source: `Alcoholwet art. 25 lid 2 (${ACT})`,
    answers: { ...LUNCHROOM, 'activity.main': 'hall' },
    expect: { licences: { alcohol: none }, advice: ['premises.ownDrinks'] },
  },
  {
    told: 'with a licence that is no matter',
    source: `Alcoholwet art. 25 lid 2 (${ACT})`,
    answers: { 'activity.main': 'hall' },
    expect: { noAdvice: ['premises.ownDrinks'] },
  },

  // under one roof
  {
    told: 'a wine bar in a clothes shop: shop and bar may not be one room',
    source: KHN,
    answers: { 'premises.partOf': 'shop' },
    expect: { checks: ['alW11'] },
  },
  {
    told: 'a coffee corner without alcohol in that shop may',
    source: KHN,
    town: FREE_IN,
    answers: { ...LUNCHROOM, 'premises.partOf': 'shop' },
    expect: { licences: { alcohol: none, exploitation: none }, noChecks: ['alW11'] },
  },
  {
    told: 'a company canteen for the staff of the building needs no operating licence there',
    source: HILVERSUM_FREE,
    town: FREE_IN,
    answers: { ...LUNCHROOM, 'premises.partOf': 'staff' },
    expect: { licences: { exploitation: none } },
  },
  {
    told: 'with a bar it needs an alcohol licence all the same',
    source: ZOETERMEER,
    town: FREE_IN,
    answers: { 'premises.partOf': 'staff' },
    expect: { licences: { alcohol: permit, exploitation: none } },
  },
  {
    told: 'so does a museum that pours wine for its visitors',
    source: ZOETERMEER,
    town: FREE_IN,
    answers: { 'premises.partOf': 'museum', 'activity.main': 'lunch' },
    expect: { licences: { alcohol: permit, exploitation: none } },
  },
  {
    told: 'so does a care home',
    source: ZOETERMEER,
    town: FREE_IN,
    answers: { 'premises.partOf': 'care', 'activity.main': 'meal' },
    expect: { licences: { alcohol: permit, exploitation: none } },
  },
  {
    told: 'a hotel, a guest house and a sports canteen are public establishments there, whatever else they are',
    source: VOORNE,
    town: { ...ALWAYS, 'town.exploitation.exemptsCanteens': false, 'town.exploitation.exemptsSmallLodging': false },
    answers: { 'premises.partOf': 'sportsComplex' },
    expect: { licences: { exploitation: permit } },
  },
  {
    told: 'the terrace of a museum café that is exempt: ask the town, for the terrace hangs on the licence',
    source: OLDENZAAL,
    town: { ...FREE_IN, 'town.terrace.mode': 'partOfExploitation' },
    answers: { ...LUNCHROOM, 'premises.partOf': 'museum', 'activity.extras': ['terrace'], ...GROUND('ownGround') },
    expect: { licences: { exploitation: none, terrace: 'ask:permit' } },
  },

  // a club and its canteen
  {
    told: 'a village hall of a foundation needs two managers with the certificate',
    source: HOORN,
    answers: { ...CLUB, 'business.legalForm': 'foundation' },
    people: [{ ...OWNER, roles: [{ role: 'manager', managerKind: 'general' }], 'person.underGuardianship': false }],
    expect: { checks: ['alW5'] },
  },
  {
    told: 'it sends its bylaws along',
    source: NEDER_BETUWE,
    answers: { ...CLUB, 'business.legalForm': 'foundation' },
    expect: { documents: ['bylaws'] },
  },
  {
    told: 'a company that leases the canteen is an ordinary business: no bylaws, one manager',
    source: `Alcoholwet art. 1 (${ACT}); ${GEERTRUIDENBERG}`,
    answers: { 'business.legalForm': 'bv', 'premises.partOf': 'sportsComplex' },
    expect: { licences: { alcohol: permit }, noDocuments: ['bylaws'], noChecks: ['paraCompany', 'alW5'] },
  },

  {
    told: 'another board of a club is no other holder: the licence stays, the two managers are notified',
    source: 'Alcoholwet art. 1 en 30a (https://www.defryskemarren.nl/direct-regelen/ondernemen/paracommerciele-horecavergunning/)',
    answers: { ...CLUB, 'application.kind': 'partnerChange' },
    expect: { licences: { alcohol: told }, terms: { 'alcohol decision': null }, noDocuments: ['bylaws'], noChecks: ['w6'] },
  },
  {
    told: 'a club that becomes a foundation applies anew',
    source: 'https://hilversum.nl/vergunningen/vergunningen-voor-horeca/alcoholwetvergunning-voor-verenigingen-stichtingen',
    answers: { ...CLUB, 'business.legalForm': 'foundation', 'application.kind': 'legalFormChange' },
    expect: { licences: { alcohol: permit }, documents: ['bylaws'] },
  },

  // on the beach and on the water
  {
    told: 'a beach pavilion is a business like another: alcohol licence and operating licence',
    source: 'ECLI:NL:RVS:2019:550 (https://uitspraken.rechtspraak.nl/inziendocument?id=ECLI:NL:RVS:2019:550)',
    town: ALWAYS,
    answers: { 'premises.kind': 'building' },
    expect: { licences: { alcohol: permit, exploitation: permit } },
  },
  {
    told: 'a ship that is moored as a restaurant needs the licence',
    source: `Alcoholwet art. 1 lid 3 onder a (${ACT})`,
    answers: { 'premises.kind': 'ship', 'activity.main': 'meal' },
    expect: { licences: { alcohol: permit } },
  },
  {
    told: 'while it sails with passengers the Act asks none, and this is not the form',
    source: `Alcoholwet art. 1 lid 3 onder a (${ACT})`,
    answers: { 'premises.kind': 'sailing' },
    expect: { licences: { alcohol: 'notNeeded:elsewhere', exploitation: 'notNeeded:elsewhere' } },
  },
  {
    told: 'a food truck is no establishment, so it gets none either',
    source: `Alcoholwet art. 1 lid 2 en 7 lid 2 (${ACT})`,
    answers: { 'premises.kind': 'mobile' },
    expect: { licences: { alcohol: 'notNeeded:elsewhere' } },
  },
  {
    told: 'a private party where nobody pays needs no exemption, one where drinks are sold does: both elsewhere',
    source: 'https://www.nunspeet.nl/vergunningen-en-toestemming/drank-schenken-bij-een-evenement',
    answers: { 'premises.kind': 'event' },
    expect: { licences: { alcohol: 'notNeeded:elsewhere' } },
  },

  // terraces on whose ground
  {
    told: 'where the terrace is in the operating licence, one on own ground is too',
    source: OLDENZAAL,
    town: { ...ALWAYS, 'town.terrace.mode': 'partOfExploitation' },
    answers: GROUND('ownGround'),
    expect: { licences: { terrace: permit, exploitation: permit } },
  },
  {
    told: 'there is no terrace licence beside it to be asked for',
    source: WADDINXVEEN,
    town: { ...ALWAYS, 'town.terrace.mode': 'partOfExploitation' },
    answers: GROUND('publicGround'),
    expect: { licences: { terrace: permit }, fees: { 'terrace.licence': null } },
  },
  {
    told: 'a terrace in the own garden needs the licence in some towns',
    source: ALBRANDSWAARD,
    town: SEPARATE,
    answers: GROUND('ownGround'),
    expect: { licences: { terrace: permit } },
  },
  {
    told: 'but no tax on public ground',
    source: UITGEEST,
    town: SEPARATE,
    answers: GROUND('ownGround'),
    expect: { licences: { terrace: permit }, fees: { 'terrace.tax': null } },
  },
  {
    told: 'outside the area with general rules one on own ground is applied for',
    source: OOSTERHOUT,
    town: { 'town.terrace.mode': 'omgevingsvergunning' },
    answers: GROUND('ownGround'),
    expect: { licences: { terrace: 'needed:elsewhere' } },
  },
  {
    told: 'on its own terrace a café serves at a street party without an exemption',
    source: MAASSLUIS,
    answers: GROUND('publicGround'),
    expect: { licences: { alcohol: permit }, advice: ['premises.article35'] },
  },
  {
    told: 'whoever serves at an event outside it asks for one',
    source: PIJNACKER,
    expect: { advice: ['premises.article35'] },
  },

  // how many people, and who sleeps
  {
    told: '45 guests, 5 in the workshop and 2 in the office are 52 people: notified',
    source: BLADEL,
    answers: { 'premises.maxPersons': 52 },
    expect: { licences: { fireSafety: told } },
  },
  {
    told: 'four sleepers above a restaurant for 40: the lowest limit counts for all of them',
    source: BLADEL,
    answers: { 'activity.main': 'sleeping', 'lodging.beds': 4, 'premises.maxPersons': 40 },
    expect: { licences: { fireSafety: told } },
  },
  {
    told: 'four sleepers and four others are eight: not notified',
    source: AA_EN_HUNZE,
    answers: { 'activity.main': 'sleeping', 'lodging.beds': 4, 'premises.maxPersons': 8 },
    expect: { licences: { fireSafety: none } },
  },
  {
    told: 'a restaurant for more than fifty notifies, at no cost',
    source: DEVENTER,
    answers: { 'activity.main': 'meal', 'premises.maxPersons': 60 },
    expect: { licences: { fireSafety: told }, fees: { 'fireSafety.none': 0 } },
  },
  {
    told: 'rooms that are let above the bar are notified, however few live there',
    source: AA_EN_HUNZE,
    answers: { 'premises.specialUse': ['roomLetting'], 'premises.maxPersons': 20 },
    expect: { licences: { fireSafety: told } },
  },
  {
    told: 'a moored ship with 60 guests notifies like a building',
    source: 'Bbl art. 6.7 (https://rechtspraakbestuursrecht.nl/artikel-6-7-bbl-gebruiksmelding/)',
    answers: { 'premises.kind': 'ship', 'premises.maxPersons': 60 },
    expect: { licences: { fireSafety: told, alcohol: permit } },
  },
  {
    told: 'who takes over 60 seats as they are notifies nothing of the other owner',
    source: 'Bbl art. 6.7 lid 1 (https://rechtspraakbestuursrecht.nl/artikel-6-7-bbl-gebruiksmelding/): before the use begins',
    answers: { 'application.kind': 'partnerChange', 'business.legalForm': 'vof', 'premises.maxPersons': 60 },
    expect: { licences: { fireSafety: none } },
  },

  // noise and cooking
  {
    told: 'soft music inside is notified as well, for it is heard next door',
    source: OMWB,
    answers: { ...LUNCHROOM, 'kitchen.methods': ['cold'], 'music.kind': 'background' },
    expect: { licences: { environment: told } },
  },
  {
    told: 'a sandwich bar without music, terrace or hot kitchen notifies nothing',
    source: OMWB,
    answers: { ...LUNCHROOM, ...QUIET, 'premises.installations': ['none'] },
    expect: { licences: { environment: none } },
  },
  {
    told: 'when it starts to fry it does',
    source: OMWB,
    answers: { ...LUNCHROOM, 'kitchen.methods': ['frying'], 'music.kind': 'none' },
    expect: { licences: { environment: told } },
  },
  {
    told: 'who takes over a kitchen that was notified tells of the takeover',
    source: KHN_ENVIRONMENT,
    answers: { 'application.kind': 'takeover', 'activity.main': 'meal', 'kitchen.methods': ['cooking'] },
    expect: { licences: { environment: told } },
  },

  // machines by what guests come for
  {
    told: 'a pizzeria is a low-threshold place there',
    source: NOORDENVELD,
    town: { 'town.gaming.restaurantsCount': false },
    answers: { ...TWO, 'activity.main': 'meal' },
    expect: { licences: { gamingMachines: refused } },
  },
  {
    told: 'a café with a toasted sandwich and a plate of cheese stays a café',
    source: NOORDENVELD,
    answers: { ...TWO, 'gaming.draws': ['none'] },
    expect: { licences: { gamingMachines: permit } },
  },
  {
    told: 'one with chips, soup and pancakes does not',
    source: NOORDENVELD,
    answers: { ...TWO, 'gaming.draws': ['snacks'], 'gaming.separateAccess': false },
    expect: { licences: { gamingMachines: refused } },
  },
  {
    told: 'in a sandwich shop no machine may stand',
    source: GAMES,
    answers: { ...TWO, 'activity.main': 'lunch' },
    expect: { licences: { gamingMachines: refused } },
  },

  // another operator, another form
  {
    told: 'clubs apply for the operating licence too, where no rule exempts them',
    source: VIJFHEERENLANDEN,
    town: { ...ALWAYS, 'town.exploitation.exemptsCanteens': false },
    answers: CLUB,
    expect: { licences: { exploitation: permit } },
  },
  {
    told: 'another kind of entrepreneur in a place without alcohol applies anew',
    source: HOGELAND,
    town: ALWAYS,
    answers: { ...LUNCHROOM, 'application.kind': 'legalFormChange', 'business.legalForm': 'vof' },
    expect: { licences: { exploitation: permit, alcohol: none } },
  },
  {
    told: 'a new entrepreneur applies before the change, for both licences',
    source: HEERLEN,
    town: ALWAYS,
    answers: { 'application.kind': 'takeover' },
    expect: { licences: { exploitation: permit, alcohol: permit } },
  },
  {
    told: 'a second place of the same entrepreneur needs a licence of its own',
    source: MOLENLANDEN,
    answers: { 'application.kind': 'new' },
    expect: { licences: { alcohol: permit } },
  },

  // a legal form that is none of the usual
  {
    told: 'an owners’ association is a legal entity: with another director the licence stays in its name',
    source: OWNERS,
    answers: { ...OTHER, 'business.otherIsEntity': true, 'application.kind': 'partnerChange' },
    expect: { licences: { alcohol: told } },
  },
  {
    told: 'a municipality is one as well: it has directors and no owner',
    source: PUBLIC_BODY,
    answers: { ...OTHER, 'business.otherIsEntity': true },
    people: [{ ...OWNER, roles: ['owner'] }],
    rows: { companies: [] },
    expect: { checks: ['noEntrepreneur'] },
  },
  {
    told: 'a partnership under foreign law is none: with another partner the licence is applied for anew',
    source: `Alcoholwet art. 29 lid 1 (${ACT}); BW art. 10:117 (https://wetten.overheid.nl/BWBR0030068)`,
    answers: { ...OTHER, 'business.otherIsEntity': false, 'application.kind': 'partnerChange' },
    expect: { licences: { alcohol: permit } },
  },
  {
    told: 'whether it is one is not guessed: the verdict waits',
    source: `Alcoholwet art. 1 (${ACT})`,
    answers: { ...OTHER, 'application.kind': 'partnerChange' },
    expect: { licences: { alcohol: 'open:permit' } },
  },
  {
    told: 'what is no legal entity is no club in the sense of the Act',
    source: `Alcoholwet art. 1, paracommerciële rechtspersoon (${ACT})`,
    answers: { ...OTHER, 'business.otherIsEntity': false, 'business.aim': 'paracommercial' },
    expect: { checks: ['paraCompany'] },
  },
  {
    told: 'an owners’ association with a bar for its residents may be one',
    source: `Alcoholwet art. 1, paracommerciële rechtspersoon (${ACT}); ${OWNERS}`,
    answers: { ...OTHER, 'business.otherIsEntity': true, 'business.aim': 'paracommercial' },
    expect: { documents: ['bylaws'], noChecks: ['paraCompany'] },
  },
]
