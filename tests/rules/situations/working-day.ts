import { LUNCHROOM, OWNER, type Situation } from './situation.ts'

const ERMELO = 'https://www.ermelo.nl/evenementen-en-horeca/horeca-en-alcohol/incidentele-festiviteit'
const OOST_GELRE = 'https://www.oostgelre.nl/melding-incidentele-festiviteit'
const HEUMEN = 'https://www.heumen.nl/12-dagen-regeling-incidentele-festiviteiten'
const GRINDER = 'https://www.infomil.nl/onderwerpen/integrale/activiteitenbesluit/branches/woon/voedingsmiddelen/voedingsmiddelen/gebruik/'
const CO2 = 'https://aanmelden.khn.nl/arbeidsomstandigheden/arbo-regels-voor-opslag-van-koolzuur'
const POOL = 'https://www.odmh.nl/thema/zwemwater/inwoners/aanmelden-zwembad/'
const CONDUCT = 'ABRvS 2 juli 2025 (https://www.vanardenne-crinceleroy.nl/wanneer-is-sprake-van-slecht-levensgedrag)'
const LIMITER = 'ECLI:NL:RBROT:2023:4562 (https://deeplink.rechtspraak.nl/uitspraak?id=ECLI%3ANL%3ARBROT%3A2023%3A4562)'
const LAARBEEK = 'https://www.laarbeek.nl/producten/geluidsapparatuur-in-horecabedrijf'
const HEATING =
  'ABRvS 14 december 2011, BU7907 (https://www.wieringa-advocaten.nl/nl/weblog/2011/12/15/terrasverwarming-niet-langer-verboden/)'
const DELIVERY = 'https://www.nlarbeidsinspectie.nl/onderwerpen/maaltijd-en-flitsbezorging'
const EVENT = 'https://www.gemeentehw.nl/direct-regelen/wonen-bouwen-en-omgeving/vergunning-aanvragen/alcoholwet-ontheffing/'
const MONUMENT = 'https://kennis.cultureelerfgoed.nl/index.php/Omgevingsvergunning_-_gebouwde_en_aangelegde_rijksmonumenten'
const YOUNG =
  'https://www.arboportaal.nl/onderwerpen/arbowet--en--regelgeving/werk--en-rusttijden-arbeidstijdenwet/werk-door-kinderen-en-jongeren/werktijden-voor-16--en-17-jarigen'
const ARTISTS = 'https://www.beroepkunstenaar.nl/onderwerpen-a-z/artiestenregeling/'
const NOTARY = 'https://pepdenhaag.nl/gids-voor-vrijwilligersorganisaties-2/statuten'

const live = (days: number) => ({ 'music.kind': 'live', 'festivity.days': days })
const convicted = [{ ...OWNER, 'person.convictions': true }]
const terraceWith = (heating: string) => ({
  answers: { 'activity.terrace': ['publicGround'], 'activity.terraceAlcohol': false, 'activity.terraceUntil': '22:00' },
  rows: { terraces: [{ id: 't1', 'terrace.heating': heating }] },
})

/** What a business does on an ordinary day, beside its licences: noise, waste, gas, staff, and who answers for it. */
export const workingDay: readonly Situation[] = [
  {
    told: 'a seventh evening with more noise is one too many where the town gives six',
    source: ERMELO,
    town: { 'town.festivity.maxDays': 6 },
    answers: live(7),
    expect: { checks: ['mw26', 'mw27'] },
  },
  {
    told: 'six of them are within the rule there, and each is notified',
    source: ERMELO,
    town: { 'town.festivity.maxDays': 6 },
    answers: live(6),
    expect: { checks: ['mw27'], noChecks: ['mw26'] },
  },
  {
    told: 'where twelve are given, twelve are no reason to warn',
    source: HEUMEN,
    town: { 'town.festivity.maxDays': 12, 'town.festivity.noticeDays': 21 },
    answers: live(12),
    expect: { checks: ['mw27'], noChecks: ['mw26'] },
  },
  {
    told: 'a thirteenth asks for measures against the noise instead',
    source: OOST_GELRE,
    town: { 'town.festivity.maxDays': 12 },
    answers: live(13),
    expect: { checks: ['mw26'] },
  },
  {
    told: 'who plays no live music is asked for no such evenings, and warned of none',
    source: HEUMEN,
    town: { 'town.festivity.maxDays': 12 },
    answers: { 'music.kind': 'background' },
    expect: { noChecks: ['mw26', 'mw27'] },
  },
  {
    told: 'ground food waste may not be led into the sewer',
    source: GRINDER,
    answers: { 'kitchen.methods': ['cooking'], 'water.grinder': true },
    expect: { checks: ['mw32'] },
  },
  {
    told: 'a beer cellar with carbon dioxide and no detector is told of ventilation and detector',
    source: CO2,
    answers: { 'premises.installations': ['co2'], 'gas.co2Bottles.count': 4, 'gas.co2Alarm': false },
    expect: { checks: ['mw47'], advice: ['premises.co2Alarm'] },
  },
  {
    told: 'one with a detector is not warned, and still advised',
    source: CO2,
    answers: { 'premises.installations': ['co2'], 'gas.co2Bottles.count': 4, 'gas.co2Alarm': true },
    expect: { noChecks: ['mw47'], advice: ['premises.co2Alarm'] },
  },
  {
    told: 'a hotel with a pool for its guests notifies the province, three months beforehand',
    source: POOL,
    answers: { 'activity.main': 'meal', 'lodging.beds': 24, 'lodging.pool': ['pool'] },
    expect: { checks: ['mw46'], licences: { fireSafety: 'needed:notification' } },
  },
  {
    told: 'a hotel without one is told nothing of it',
    source: POOL,
    answers: { 'activity.main': 'meal', 'lodging.beds': 24, 'lodging.pool': ['none'] },
    expect: { noChecks: ['mw46'] },
  },
  {
    told: 'a conviction is no refusal: the mayor has to give reasons, so it warns and blocks nothing',
    source: CONDUCT,
    town: { 'town.exploitation.mode': 'always' },
    people: convicted,
    expect: { checks: ['exConduct'], licences: { exploitation: 'needed:permit', alcohol: 'needed:permit' } },
  },
  {
    told: 'where a café with alcohol needs no operating licence, its conduct is looked into for the alcohol licence alone',
    source: CONDUCT,
    town: { 'town.exploitation.mode': 'onlyWithoutAlcohol' },
    people: convicted,
    expect: { noChecks: ['exConduct'], licences: { exploitation: 'notNeeded:none', alcohol: 'needed:permit' } },
  },
  {
    told: 'at 95 dB(A) inside without a limiter the environment service prescribes one',
    source: LIMITER,
    answers: { 'music.kind': 'dj', 'music.level': 95, 'music.limiter.kind': 'none' },
    expect: { checks: ['mw24'] },
  },
  {
    told: 'music on the terrace always comes with an acoustic report',
    source: LAARBEEK,
    answers: { 'music.outside': true },
    expect: { documents: ['acousticReport'] },
  },
  {
    told: 'a quiet café with homes near by needs none',
    source: LAARBEEK,
    answers: { 'music.kind': 'background', 'music.outside': false, 'premises.neighbours': ['nothing'] },
    expect: { noDocuments: ['acousticReport'] },
  },
  {
    told: 'a terrace heater on gas: what may stand on the terrace is in its licence',
    source: HEATING,
    ...terraceWith('gas'),
    expect: { checks: ['mw48'] },
  },
  {
    told: 'a terrace without heating is told nothing of it',
    source: HEATING,
    ...terraceWith('none'),
    expect: { noChecks: ['mw48'] },
  },
  {
    told: 'who delivers by bicycle is at least sixteen',
    source: DELIVERY,
    answers: { ...LUNCHROOM, 'activity.takeaway': ['delivery'] },
    expect: { advice: ['premises.ownDelivery'] },
  },
  {
    told: 'who serves alcohol may ask for it elsewhere at an event, twelve days at most',
    source: EVENT,
    expect: { advice: ['premises.article35'] },
  },
  {
    told: 'a lunchroom without alcohol is told nothing of that',
    source: EVENT,
    answers: LUNCHROOM,
    expect: { noAdvice: ['premises.article35'] },
  },
  {
    told: 'rebuilding inside a national monument needs a permit of its own',
    source: MONUMENT,
    answers: { 'premises.monument': 'national', 'rebuild.plans': ['inside'] },
    expect: { licences: { monument: 'needed' }, advice: ['premises.monumentPermit'] },
  },
  {
    told: 'a national monument in which nothing is changed needs none',
    source: MONUMENT,
    answers: { 'premises.monument': 'national', 'rebuild.plans': ['none'] },
    expect: { licences: { monument: 'notNeeded' } },
  },
  {
    told: 'staff of sixteen and seventeen have hours of their own',
    source: YOUNG,
    answers: { 'staff.kinds': ['employees', 'minors'] },
    expect: { advice: ['staff.workingHours'] },
  },
  {
    told: 'a café with adult staff is told nothing of them',
    source: YOUNG,
    expect: { noAdvice: ['staff.workingHours'] },
  },
  {
    told: 'who hires a band pays its wage tax, unless somebody declared to do so',
    source: ARTISTS,
    answers: live(0),
    expect: { advice: ['music.artists'] },
  },
  {
    told: 'a foundation is set up at the notary',
    source: NOTARY,
    answers: { 'business.legalForm': 'foundation', 'business.aim': 'paracommercial' },
    expect: { advice: ['register.notary'] },
  },
  {
    told: 'a sole trader is not sent to the notary',
    source: NOTARY,
    expect: { noAdvice: ['register.notary'] },
  },
]
