import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { file, horeca1, mistyped, ROOT } from './terminal.ts'

const assess = async (variant: string, answers: Record<string, unknown>, ...more: string[]) => {
  const { cwd, name } = file('a.json', {
    schema: 1,
    variant,
    answers: { 'application.kind': 'new', 'application.startDate': '2026-09-01', ...answers },
  })
  return horeca1(cwd, 'assess', '--answers', name, '--json', ...more)
}
const address = (street: string, postcode: string) => ({ 'premises.address.street': street, 'premises.address.postcode': postcode })

describe('the rules of a named area', () => {
  test('are pointed at when the address lies in it, and are not taken by themselves', async () => {
    const { out, err, code } = await assess('breda', address('bavelseparklaan', '4817 AA'))
    expect(code).toBe(0)
    expect(err).toContain('--variant breda/breepark')
    expect(JSON.parse(out)).toMatchObject({ variant: 'breda', areas: [{ id: 'breda/breepark', state: 'inside', chosen: false }] })
  })

  test('are used without a word when they were chosen and fit', async () => {
    const { out, err } = await assess('breda/breepark', address('Bavelseparklaan', '4817 AA'))
    expect(err).toBe('')
    expect(JSON.parse(out).areas).toMatchObject([{ state: 'inside', chosen: true }])
  })

  test('are named as wrong when the address lies elsewhere', async () => {
    const { err } = await assess('breda/breepark', address('Grote Markt', '4811 XR'))
    expect(err).toContain('ligt niet in Breda, Breepark')
  })

  test('wait for the question where the postcode does not decide, and only there', async () => {
    const there = JSON.parse((await assess('amsterdam/centrum', address('Fictieve Gracht', '1015 AA'))).out)
    expect(there.areas).toMatchObject([{ id: 'amsterdam/centrum/jordaan', state: 'open' }])
    expect(there.questions.open).toContain('centrum.inJordaan')
    const elsewhere = JSON.parse((await assess('amsterdam/centrum', address('Fictieve Gracht', '1012 AA'))).out)
    expect(elsewhere.areas).toMatchObject([{ state: 'outside' }])
    expect(elsewhere.questions.open).not.toContain('centrum.inJordaan')
    const answered = await assess('amsterdam/centrum', { ...address('Fictieve Gracht', '1015 AA'), 'centrum.inJordaan': true })
    expect(answered.err).toContain('--variant amsterdam/centrum/jordaan')
  })

  test('of another district say nothing', async () => {
    expect(JSON.parse((await assess('amsterdam/oost', address('Fictieve Gracht', '1015 AA'))).out).areas).toEqual([])
  })

  test('change what holds: a terrace in the Jordaan closes at midnight, elsewhere in Centrum at two', async () => {
    const { cwd, name } = file('a.json', {
      schema: 1,
      variant: 'amsterdam/centrum',
      answers: { 'application.kind': 'new', 'application.startDate': '2026-09-01', 'activity.terrace': ['publicGround'] },
      collections: { hours: [{ id: 'h1', place: 'terrace', night: 'fri', season: 'summer', open: '10:00', close: '01:30+1' }] },
    })
    const verdict = async (variant: string) =>
      JSON.parse((await horeca1(cwd, 'assess', '--answers', name, '--json', '--variant', variant)).out).hours[0].verdict
    expect([await verdict('amsterdam/centrum'), await verdict('amsterdam/centrum/jordaan')]).toEqual(['ok', 'tooLate'])
  })
})

describe('overlays hold differences only', () => {
  test('check notes what a clerk copied from the base, with its line', async () => {
    const town = 'rules/municipalities/breda/municipality.yaml'
    const copy = mistyped(town, (text) =>
      text.replace('parameters:\n', 'parameters:\n  - { id: town.bibob.profile, values: [{ value: documents }] }\n'),
    )
    const { out } = await horeca1(ROOT, 'check', '--rules', copy, '--variant', 'breda', '--json')
    const line = readFileSync(`${copy}/${town}`, 'utf8').split('town.bibob.profile')[0]?.split('\n').length
    expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ code: 'REPEATS_BASE', severity: 'note', file: town, line }))
  })
})
