import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { assessCase } from '../../src/engine/assess.ts'
import { cafe, changed, checksOf, factOf, TODAY, verdictOf } from './fire-environment.ts'

/** Answers to the tree only: a restaurant without sleepers; the number of people replaces its class. */
const business = (answers: Readonly<Record<string, unknown>>, town: Readonly<Record<string, number>> = {}) =>
  changed('outcome-restaurant-with-wine', {
    answers: {
      'activity.extras': ['music', 'stay'],
      'premises.specialUse': ['none'],
      'lodging.beds': 0,
      'premises.maxPersons': 40,
      ...answers,
    },
    town,
  })

describe('table 6.6 of the Bbl: when a notification is due', () => {
  test.each([
    { people: 49, due: 'notNeeded' },
    { people: 50, due: 'notNeeded' },
    { people: 51, due: 'notification' },
    { people: 150, due: 'notification' },
    { people: 151, due: 'notification' },
  ])('a restaurant for $people people: $due', ({ people, due }) => {
    expect(verdictOf(business({ 'premises.maxPersons': people }), 'fireSafety')).toBe(due)
  })

  test.each([
    { people: 10, children: true, disabled: false, due: 'notNeeded' },
    { people: 11, children: true, disabled: false, due: 'notification' },
    { people: 11, children: false, disabled: true, due: 'notification' },
    { people: 11, children: false, disabled: false, due: 'notNeeded' },
  ])('care of children ($children) or disabled people ($disabled) with $people people: $due', ({ people, children, disabled, due }) => {
    const application = business({ 'premises.maxPersons': people, 'fire.childrenCare': children, 'fire.careGroup': disabled })
    expect(verdictOf(application, 'fireSafety')).toBe(due)
  })

  test('from 11 people on the question of care decides; the list that asks it is asked', () => {
    const unanswered = (people: number) =>
      business({ 'premises.maxPersons': people, 'premises.specialUse': undefined, 'premises.roomLetting': false })
    expect(verdictOf(unanswered(10), 'fireSafety')).toBe('notNeeded')
    expect(verdictOf(unanswered(11), 'fireSafety')).toBe('open')
    expect(assessCase(unanswered(11)).questions.open).toContain('premises.specialUse')
    expect(assessCase(unanswered(11)).questions.open).not.toContain('fire.childrenCare')
  })

  test('whoever answered each of the three by itself need not tick the list', () => {
    const all = { 'fire.childrenCare': false, 'fire.careGroup': false, 'premises.roomLetting': false }
    const open = (answers: Record<string, unknown>) =>
      assessCase(business({ 'premises.maxPersons': 11, 'premises.specialUse': undefined, ...answers })).questions.open
    expect(open(all)).not.toContain('premises.specialUse')
    expect(open({ ...all, 'fire.careGroup': undefined })).toContain('premises.specialUse')
  })

  test('one list of ticks answers three boxes, and an exact answer counts before it and is said to clash', () => {
    const ticked = business({ 'premises.maxPersons': 11, 'premises.specialUse': ['careGroup'] })
    expect([factOf(ticked, 'fire.careGroup'), factOf(ticked, 'fire.childrenCare')]).toEqual([true, false])
    expect(verdictOf(ticked, 'fireSafety')).toBe('notification')
    const exact = business({ 'premises.maxPersons': 11, 'premises.specialUse': ['none'], 'fire.childrenCare': true })
    expect(factOf(exact, 'fire.childrenCare')).toBe(true)
    expect(assessCase(exact).checks.map(({ id }) => id)).toContain('clash.fire.childrenCare')
  })

  test.each([
    { sleepers: 10, people: 10, limit: 10, due: 'notNeeded' },
    { sleepers: 11, people: 11, limit: 10, due: 'notification' },
    { sleepers: 4, people: 10, limit: 10, due: 'notNeeded' },
    { sleepers: 4, people: 11, limit: 10, due: 'notification' },
    { sleepers: 15, people: 20, limit: 20, due: 'notNeeded' },
    { sleepers: 21, people: 21, limit: 20, due: 'notification' },
    { sleepers: 15, people: 21, limit: 20, due: 'notification' },
  ])('$sleepers sleepers, $people people at once, town limit $limit: $due', ({ sleepers, people, limit, due }) => {
    const answers = { 'activity.main': 'sleeping', 'premises.maxPersons': people, 'lodging.beds': sleepers }
    expect(verdictOf(business(answers, { 'town.fire.lodgingThreshold': limit }), 'fireSafety')).toBe(due)
  })

  test('rooms that are let: always', () => {
    expect(verdictOf(business({ 'premises.maxPersons': 5, 'premises.roomLetting': true }), 'fireSafety')).toBe('notification')
  })

  test.each([
    { what: 'a café', answers: {}, limit: 50 },
    { what: 'care of children', answers: { 'fire.childrenCare': true }, limit: 10 },
    { what: 'sleepers', answers: { 'lodging.beds': 4 }, limit: 10 },
    { what: 'rooms let', answers: { 'premises.roomLetting': true }, limit: 0 },
  ])('the lowest limit counts and stands in the warning: $what $limit', ({ answers, limit }) => {
    const application = cafe({ answers: { ...answers, 'application.startDate': '2026-03-20' } })
    const warning = assessCase(application).checks.find(({ id }) => id === 'fw1')
    expect(warning).toMatchObject({ severity: 'block', message: expect.stringContaining(`meer dan ${limit} mensen`) })
  })
})

describe('the four weeks', () => {
  test('a sentence about a limit that is not known yet is left out', () => {
    const message = (answers: Record<string, unknown>) =>
      assessCase(cafe({ answers: { 'application.startDate': '2026-03-20', ...answers } })).checks.find(({ id }) => id === 'fw1')?.message
    expect(message({})).toBe('U moet minstens 4 weken voor de opening melden. Op deze datum mag u nog niet open met meer dan 50 mensen.')
    expect(message({ 'activity.extras': ['stay'], 'premises.specialUse': undefined })).toBe(
      'U moet minstens 4 weken voor de opening melden.',
    )
  })

  test.each([
    { start: '2026-03-29', tooSoon: true },
    { start: '2026-03-30', tooSoon: false },
  ])('asked on 2 March, opening on $start: too soon is $tooSoon', ({ start, tooSoon }) => {
    expect(checksOf(cafe({ answers: { 'application.startDate': start } })).includes('fw1')).toBe(tooSoon)
  })

  test('the term runs from filing, and says the last day for the wished opening', () => {
    const term = assessCase(cafe({ answers: { 'application.startDate': '2026-09-01' } })).terms.find(
      ({ licence }) => licence === 'fireSafety',
    )
    expect(term).toEqual({
      licence: 'fireSafety',
      kind: 'notice',
      from: TODAY,
      until: '2026-03-30',
      latest: '2026-08-04',
      basis: 'Bbl artikel 6.7 lid 1',
      silence: null,
      extended: null,
    })
  })

  test.each([
    { changes: ['persons'], says: 'fw15' },
    { changes: ['use'], says: 'fw15' },
    { changes: ['layout'], says: 'fw16' },
    { changes: ['installation'], says: 'fw16' },
    { changes: ['nothing'], says: null },
  ])('after an earlier notification a change of $changes: $says', ({ changes, says }) => {
    const fired = checksOf(
      cafe({ answers: { 'fire.earlierNotification': 'yes', 'fire.earlierReference': '2020-12', 'fire.changes': changes } }),
    )
    expect(fired.filter((id) => ['fw15', 'fw16'].includes(id))).toEqual(says === null ? [] : [says])
  })
})

const room = (fields: Readonly<Record<string, unknown>>) => ({
  id: 'r1',
  'room.name': 'Zaal',
  'room.location': 'begane grond',
  'room.purpose': 'guests',
  'room.area': 40,
  'room.lockable': true,
  'room.connectsToShop': false,
  'room.height': 2.8,
  'room.ventilation': 900,
  'room.maxPersons': 20,
  'room.layout': 'looseChairs',
  'room.furnitureArea': 0,
  ...fields,
})

describe('how many people fit', () => {
  test.each([
    { layout: 'looseChairs', fits: 20 },
    { layout: 'fixedSeats', fits: 33 },
    { layout: 'rows', fits: 33 },
    { layout: 'standing', fits: 40 },
  ])('on 10 m² of free floor, $layout: $fits', ({ layout, fits }) => {
    const fired = (people: number): boolean =>
      checksOf(
        cafe({
          answers: { 'premises.maxPersons': 60 },
          rows: {
            rooms: [
              room({ 'room.area': 14, 'room.furnitureArea': 4, 'room.layout': layout, 'room.maxPersons': people, 'room.rowSeats': 0 }),
            ],
          },
        }),
      ).includes('fw21')
    expect([fired(fits), fired(fits + 1)]).toEqual([false, true])
  })

  test('seats in rows: more than 100 that stand loose are warned of', () => {
    const fired = (seats: number): boolean => {
      const rooms = [room({ 'room.area': 200, 'room.layout': 'rows', 'room.rowSeats': seats, 'room.rowsFixed': false })]
      return checksOf(cafe({ rows: { rooms } })).includes('fw22')
    }
    expect([fired(100), fired(101)]).toEqual([false, true])
  })
})

describe('which fire alarm is compulsory (annex II of the Bbl)', () => {
  test.each([
    { area: 500, duty: 'none' },
    { area: 501, duty: 'manual' },
    { area: 1000, duty: 'manual' },
    { area: 1001, duty: 'partial' },
    { area: 5000, duty: 'partial' },
    { area: 5001, duty: 'full' },
  ])('a café of $area m²: $duty', ({ area, duty }) => {
    expect(factOf(cafe({ rows: { rooms: [room({ 'room.area': area })] } }), 'fire.alarmDuty')).toBe(duty)
  })

  const floors = [0, 1].map((floor) => ({
    id: `f${floor}`,
    'floor.name': `Verdieping ${floor}`,
    'floor.height': floor * 3,
    'floor.usableArea': 60,
    'floor.maxPersons': 30,
  }))
  test.each([
    { height: 5, lodging: 0, watch: true, duty: 'none' },
    { height: 5.1, lodging: 0, watch: true, duty: 'partial' },
    { height: 50, lodging: 0, watch: true, duty: 'partial' },
    { height: 50.1, lodging: 0, watch: true, duty: 'full' },
    { height: 1.5, lodging: 12, watch: false, duty: 'none' },
    { height: 1.6, lodging: 12, watch: false, duty: 'full' },
    { height: 1.6, lodging: 12, watch: true, duty: 'none' },
  ])('highest floor $height m, $lodging sleepers, watched day and night $watch: $duty', ({ height, lodging, watch, duty }) => {
    const answers = {
      'fire.highestFloor': height,
      'lodging.beds': lodging,
      'lodging.rooms': 6,
      'lodging.watch': watch,
    }
    expect(factOf(cafe({ answers, rows: { floors } }), 'fire.alarmDuty')).toBe(duty)
  })

  test.each([
    { area: 250, duty: 'none' },
    { area: 251, duty: 'full' },
  ])('sleepers in $area m²: $duty', ({ area, duty }) => {
    const answers = { 'lodging.beds': 12, 'lodging.rooms': 6, 'lodging.watch': true }
    expect(factOf(cafe({ answers, rows: { rooms: [room({ 'room.area': area })] } }), 'fire.alarmDuty')).toBe(duty)
  })

  test.each([
    { area: 501, alarm: 'none', warned: ['fw7'] },
    { area: 501, alarm: 'manual', warned: [] },
    { area: 1001, alarm: 'manual', warned: ['fw31'] },
    { area: 1001, alarm: 'partial', warned: [] },
    { area: 5001, alarm: 'partial', warned: ['fw32'] },
    { area: 5001, alarm: 'full', warned: [] },
  ])('$area m² with alarm $alarm warns $warned', ({ area, alarm, warned }) => {
    const fired = checksOf(cafe({ answers: { 'fire.alarm': alarm }, rows: { rooms: [room({ 'room.area': area })] } }))
    expect(fired.filter((id) => ['fw7', 'fw31', 'fw32'].includes(id))).toEqual(warned)
  })
})

describe('doors', () => {
  const exits = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `x${index}`, 'exit.name': `Deur ${index}`, 'exit.width': 110 }))
  test.each([
    { people: 60, doors: 1, blocked: false },
    { people: 61, doors: 1, blocked: true },
    { people: 120, doors: 2, blocked: false },
    { people: 121, doors: 2, blocked: true },
  ])('$people people, $doors doors that open inward: blocked is $blocked', ({ people, doors, blocked }) => {
    const application = cafe({ answers: { 'premises.maxPersons': people, 'fire.doorsOutward': 'no' }, rows: { exits: exits(doors) } })
    expect(checksOf(application).includes('fw6')).toBe(blocked)
  })

  test.each([
    { people: 100, asked: false },
    { people: 101, asked: true },
  ])('a panic bar is asked for $people people: $asked', ({ people, asked }) => {
    const application = cafe({ answers: { 'premises.maxPersons': people, 'fire.panicBar': 'no' } })
    expect(assessCase(application).questions.asked.includes('fire.panicBar')).toBe(asked)
    expect(checksOf(application).includes('fw25')).toBe(asked)
  })
})

test('the notification asks no more of a person than the law: no citizen service number, birth date or identity document', () => {
  const form = readFileSync('forms/fireSafety.yaml', 'utf8')
  expect(form.match(/\w+\.(bsn|birthDate|birthPlace|idDocument)/g)).toBe(null)
})
