import { LUNCHROOM, type Situation } from './situation.ts'

const SOMEREN = 'https://www.someren.nl/ondernemers/horeca/gok-en-speelautomaten'
const KRIMPEN = 'https://www.krimpenaandenijssel.nl/KRY/(430642)-PDC/pdc-producten/Speelautomaten.html'
const LOSSER = 'https://www.losser.nl/Ondernemers/Horeca_en_evenementen/Vergunning_speelautomaten'
const GELDROP = 'https://www.geldrop-mierlo.nl/gokautomaat-plaatsen'
const ARTICLE_30C = 'Wet op de kansspelen art. 30c (https://adoc.pub/wet-op-de-kansspelen-1-toelichting-b-2-artikelsgewijze-toeli.html)'
const machines = (count: number) => ({ 'gaming.wanted': 'machines', 'gaming.count': count })
const TWO = machines(2)
const allowed = { licences: { gamingMachines: 'needed:permit' } }
const refused = { licences: { gamingMachines: 'notAllowed:permit' } }

/** Wet op de kansspelen, title VA. */
export const gamingMachines: readonly Situation[] = [
  { told: 'a café with a licence to serve may have one machine', source: LOSSER, answers: machines(1), expect: allowed },
  { told: 'and two', source: KRIMPEN, answers: TWO, expect: allowed },
  {
    told: 'not three',
    source: 'ECLI:NL:RBOVE:2022:2171 (https://www.lexboost.com/rechtspraak/ECLI:NL:RBOVE:2022:2171)',
    answers: machines(3),
    expect: { ...refused, checks: ['gmW1'], noChecks: ['gmW2', 'w16'] },
  },
  {
    told: 'pinball and other games of skill need no licence',
    source: SOMEREN,
    answers: { 'gaming.wanted': 'skillOnly' },
    expect: { licences: { gamingMachines: 'notNeeded:none' } },
  },
  {
    told: 'where people only take away a machine is not allowed, for nobody has a licence to serve there',
    source: ARTICLE_30C,
    answers: { ...LUNCHROOM, ...machines(1), 'activity.main': 'takeaway', 'activity.extras': ['games'] },
    expect: refused,
  },
  {
    told: 'nor may one be added there',
    source: ARTICLE_30C,
    answers: { 'application.kind': 'machinesChange', 'activity.main': 'takeaway', 'activity.alcohol': 'none', ...machines(1) },
    expect: refused,
  },
  {
    told: 'but a pinball machine may stand there without a licence',
    source: SOMEREN,
    answers: { ...LUNCHROOM, 'activity.main': 'takeaway', 'activity.extras': ['games'], 'gaming.wanted': 'skillOnly' },
    expect: { licences: { gamingMachines: 'notNeeded:none' } },
  },
  {
    told: 'a restaurant may have two, for it is a high-threshold place',
    source: SOMEREN,
    answers: { ...TWO, 'activity.main': 'meal' },
    expect: allowed,
  },
  { told: 'a restaurant may have one as well', source: KRIMPEN, answers: { ...machines(1), 'activity.main': 'meal' }, expect: allowed },
  {
    told: 'not where the town sees restaurants as low-threshold places',
    source: 'https://www.putten.nl/Ondernemers/Horeca/Aanvraag_speelautomaten',
    town: { 'town.gaming.restaurantsCount': false },
    answers: { ...TWO, 'activity.main': 'meal' },
    expect: refused,
  },
  { told: 'a snack bar may not', source: SOMEREN, answers: { ...TWO, 'activity.main': 'snack' }, expect: { ...refused, checks: ['w16'] } },
  { told: 'nor a lunchroom or ice cream parlour', source: SOMEREN, answers: { ...TWO, 'activity.main': 'lunch' }, expect: refused },
  {
    told: 'nor a lunchroom without alcohol, which is told once',
    source: KRIMPEN,
    answers: { ...LUNCHROOM, ...TWO },
    expect: { ...refused, checks: ['gmW2'], noChecks: ['w16', 'gmW3'] },
  },
  {
    told: 'nor the canteen of a club',
    source: KRIMPEN,
    answers: { ...TWO, 'business.aim': 'paracommercial', 'business.legalForm': 'association' },
    expect: { ...refused, checks: ['w16'] },
  },
  {
    told: 'nor a party centre, where guests come for receptions',
    source: `${ARTICLE_30C} lid 2`,
    answers: { ...TWO, 'activity.main': 'hall' },
    expect: refused,
  },
  {
    told: 'whoever may not have machines is asked no papers about them',
    source: `${ARTICLE_30C} lid 2`,
    answers: { ...TWO, 'activity.main': 'snack' },
    expect: {
      ...refused,
      noDocuments: ['machineIncomeProof', 'machineAgreement', 'machinePlan', 'gamblingPrevention'],
      fees: { 'gamingMachines.licence': null },
    },
  },
  {
    told: 'a nightclub usually counts as a low-threshold place: ask the town',
    source: 'https://meestermeester.nl/horecarecht/vergunningen/speelautomatenvergunning',
    answers: { ...TWO, 'activity.main': 'dancing' },
    expect: { licences: { gamingMachines: 'ask:permit' } },
  },
  {
    told: 'a café with skittle lanes that draw guests of their own is a low-threshold place',
    source: 'ECLI:NL:CBB:2002:AE0753 (https://www.lexboost.com/rechtspraak/ECLI:NL:CBB:2002:AE0753)',
    answers: { ...machines(1), 'gaming.draws': ['games'], 'gaming.separateAccess': false },
    expect: { ...refused, checks: ['gmW8'] },
  },
  {
    told: 'so is a café that advertises its lunch to the offices around',
    source: 'ECLI:NL:CBB:2008:BC3549 (https://lexboost.com/rechtspraak/ECLI:NL:CBB:2008:BC3549)',
    answers: { ...TWO, 'gaming.draws': ['lunch'], 'gaming.separateAccess': false },
    expect: refused,
  },
  {
    told: 'so is a restaurant that shares one establishment with its snack bar',
    source: 'ECLI:NL:CBB:2002:AF3248 (https://lexboost.com/rechtspraak/ECLI:NL:CBB:2002:AF3248)',
    answers: { ...TWO, 'activity.main': 'meal', 'gaming.draws': ['snacks'], 'gaming.separateAccess': false },
    expect: refused,
  },
  {
    told: 'so is a bar in a street of bars that also serves sandwiches and lunches',
    source: 'ECLI:NL:CBB:2006:AX8810 (https://lexboost.com/rechtspraak/ECLI:NL:CBB:2006:AX8810)',
    answers: { ...TWO, 'gaming.draws': ['lunch', 'snacks'], 'gaming.separateAccess': false },
    expect: refused,
  },
  {
    told: 'so is an eating café that mostly serves snacks',
    source: 'ECLI:NL:CBB:2005:AT3682 (https://lexboost.com/rechtspraak/ECLI:NL:CBB:2005:AT3682)',
    answers: { ...machines(1), 'activity.main': 'meal', 'gaming.draws': ['snacks'], 'gaming.separateAccess': false },
    expect: refused,
  },
  {
    told: 'a bar in such a place may, where guests reach the other rooms without passing through it',
    source: `${ARTICLE_30C} lid 4`,
    answers: { ...TWO, 'gaming.draws': ['receptions'], 'gaming.separateAccess': true },
    expect: { ...allowed, checks: ['gmW3mixed'] },
  },
  {
    told: 'skittles in a part of their own leave the café a high-threshold place',
    source: LOSSER,
    answers: { ...TWO, 'gaming.draws': ['games'], 'gaming.separateAccess': true },
    expect: allowed,
  },
  {
    told: 'a hotel bar with an entrance of its own may',
    source: `${ARTICLE_30C} lid 4`,
    answers: { ...TWO, 'activity.main': 'sleeping', 'lodging.beds': 8, 'gaming.draws': ['none'], 'gaming.separateAccess': true },
    expect: allowed,
  },
  {
    told: 'one through which guests walk to their rooms may not',
    source: `${ARTICLE_30C} lid 4`,
    answers: { ...TWO, 'activity.main': 'sleeping', 'lodging.beds': 8, 'gaming.draws': ['none'], 'gaming.separateAccess': false },
    expect: refused,
  },
  {
    told: 'nothing else to come for: nothing stands in the way',
    source: LOSSER,
    answers: { ...TWO, 'gaming.draws': ['none'], 'gaming.adultAudience': true, 'gaming.billiardTables': 0 },
    expect: { ...allowed, noChecks: ['gmW3mixed', 'gmW4', 'gmW5', 'gmW8'] },
  },
  {
    told: 'a place that does not mainly aim at adults may not',
    source: LOSSER,
    answers: { ...TWO, 'gaming.adultAudience': false },
    expect: { ...refused, checks: ['gmW4'] },
  },
  {
    told: 'three billiard tables are no obstacle',
    source: 'Speelautomatenbesluit 2000 art. 2 (https://wetten.overheid.nl/BWBR0011373)',
    answers: { ...TWO, 'gaming.billiardTables': 3 },
    expect: allowed,
  },
  {
    told: 'four are',
    source: 'Speelautomatenbesluit 2000 art. 2 (https://wetten.overheid.nl/BWBR0011373)',
    answers: { ...TWO, 'gaming.billiardTables': 4 },
    expect: { ...refused, checks: ['gmW5'] },
  },
  {
    told: 'without a licence to serve alcohol there are no machines',
    source: LOSSER,
    answers: { ...TWO, 'activity.alcohol': 'none', 'activity.alcoholStrength': null },
    expect: { ...refused, checks: ['gmW2'] },
  },
  {
    told: 'where that licence cannot be had because no room is large enough, neither',
    source: LOSSER,
    answers: TWO,
    rows: { rooms: [{ id: 'r1', 'room.purpose': 'guests', 'room.area': 20 }] },
    expect: refused,
  },
  {
    told: 'the town decides within eight weeks',
    source: KRIMPEN,
    answers: { ...TWO, 'application.filingDate': '2026-06-01' },
    expect: { terms: { 'gamingMachines decision': '2026-07-27' } },
  },
  {
    told: 'one machine for a year costs 56.50 at most',
    source: GELDROP,
    answers: { ...machines(1), 'gaming.term': 'oneYear' },
    expect: { fees: { 'gamingMachines.licence': 5650 } },
  },
  {
    told: 'two cost 90.50',
    source: KRIMPEN,
    answers: { ...TWO, 'gaming.term': 'oneYear' },
    expect: { fees: { 'gamingMachines.licence': 9050 } },
  },
  {
    told: 'one machine without end costs 226.50',
    source: SOMEREN,
    answers: { ...machines(1), 'gaming.term': 'unlimited' },
    expect: { fees: { 'gamingMachines.licence': 22650 } },
  },
  {
    told: 'and two 362.50',
    source: SOMEREN,
    answers: { ...TWO, 'gaming.term': 'unlimited' },
    expect: { fees: { 'gamingMachines.licence': 36250 } },
  },
  {
    told: 'two machines for two years cost twice the year',
    source: GELDROP,
    answers: { ...TWO, 'gaming.term': 'twoYears' },
    expect: { fees: { 'gamingMachines.licence': 18100 } },
  },
]
