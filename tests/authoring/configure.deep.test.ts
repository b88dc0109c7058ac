import { describe, expect, test } from 'vitest'
import { compareTown } from '../../src/authoring/configure/compare-town.ts'
import { base, DATE, DISTRICT, expectAsChecked, filesOf, judge } from './configured-town.ts'

// what takes a whole proof of the tree: the rest stands in bench.test.ts

describe('what is found is what check finds', () => {
  test.each([
    { what: 'a town in order' },
    { what: 'a file where none is expected', more: { 'haven.yaml': DISTRICT } },
    {
      what: 'an example that comes out otherwise, and one that cannot be read',
      more: {
        'examples/cafe.yaml':
          'schema: 1\ntitle: Café\nvariant: dorp-aan-zee\ntoday: 2026-03-02\nanswers: { application.kind: new, activity.alcohol: onSite }\nexpect: { licences: { alcohol: notNeeded } }\n',
        'examples/half.yaml': 'schema: 1\ntitle: Half\nvariant: dorp-aan-zee\n',
      },
    },
  ])('$what', expectAsChecked)
})

describe('what changes', () => {
  const shipped = new Map([...base, ...filesOf('texel')])
  const place = 'rules/municipalities/texel/municipality.yaml'

  test('of the same files: nothing', async () => {
    const judgement = await judge(filesOf('texel'), 'texel')
    expect(judgement.judged.file).not.toBeNull()
    expect(compareTown(judgement, shipped, { date: DATE, lang: 'nl' })).toEqual({ isShipped: true, towns: [], gone: [] })
  })

  test('of a name and a colour: these, and what diff says of them', async () => {
    const own = filesOf('texel')
    const before = own.get(place) ?? ''
    const after = before.replace(/primary: "#[0-9A-Fa-f]{6}"/, 'primary: "#123456"')
    expect(after).not.toBe(before)
    own.set(place, after)
    const changes = compareTown(await judge(own, 'texel'), shipped, { date: DATE, lang: 'nl' })
    expect(changes?.towns.map(({ id, with: against, sections }) => ({ id, against, titles: sections.map(({ title }) => title) }))).toEqual([
      { id: 'texel', against: 'itself', titles: ['Huisstijl (1 verschil)'] },
    ])
    expect(changes?.towns[0]?.sections[0]?.rows[0]?.becomes).toContain('#123456')
    expect(changes?.towns[0]?.businesses).toBeNull()
  })
})
