import { describe, expect, test } from 'vitest'
import { type GivenFile, placeFiles } from '../../src/authoring/configure/place-files.ts'

const TOWN = 'schema: 1\nid: zandwijk\nname: Zandwijk\nextends: base\nversion: 2026.1.0\n'
const DISTRICT = 'schema: 1\nid: boulevard\nname: Boulevard\nextends: zandwijk\nversion: 2026.1.0\n'
const EXAMPLE = 'schema: 1\ntitle: Café\nvariant: zandwijk\ntoday: 2026-03-02\nanswers: {}\nexpect: {}\n'
const given = (files: Readonly<Record<string, string | null>>): GivenFile[] => Object.entries(files).map(([path, text]) => ({ path, text }))
const placesOf = (files: Readonly<Record<string, string | null>>) => {
  const { files: placed, ...rest } = placeFiles(given(files))
  return { places: [...placed.keys()], ...rest }
}

describe('files of a municipality find their place', () => {
  test('in a folder that is where they stand, and the name of the folder does not matter when the file says which town it is', () => {
    expect(
      placesOf({
        'mijn map/zandwijk (2)/municipality.yaml': TOWN,
        'mijn map/zandwijk (2)/districts/boulevard.yaml': DISTRICT,
        'mijn map/zandwijk (2)/examples/cafe.yaml': EXAMPLE,
        'mijn map/zandwijk (2)/mark.svg': '<svg/>',
      }),
    ).toEqual({
      places: ['municipality.yaml', 'districts/boulevard.yaml', 'examples/cafe.yaml', 'mark.svg'],
      town: 'zandwijk',
      folder: 'zandwijk (2)',
      unplaced: [],
    })
  })

  test('of loose files what is in them says so', () => {
    expect(
      placesOf({
        'municipality.yaml': TOWN,
        'boulevard.yaml': DISTRICT,
        'cafe.yaml': EXAMPLE,
        'areas.yaml': 'schema: 1\nareas: []\n',
        'stoelen.yaml': 'schema: 1\nid: stoelen\nsections: []\n',
        'mark.svg': '<svg/>',
        'merk.png': 'iVBORw0KGgo=',
      }).places,
    ).toEqual([
      'municipality.yaml',
      'districts/boulevard.yaml',
      'examples/cafe.yaml',
      'areas.yaml',
      'forms/stoelen.yaml',
      'mark.svg',
      'merk.png',
    ])
  })

  test('a file that is given again takes the place of the one before, and the town stays the same', () => {
    const first = placeFiles(given({ 'zandwijk/municipality.yaml': TOWN, 'zandwijk/districts/boulevard.yaml': DISTRICT }))
    const second = placeFiles(given({ 'municipality.yaml': TOWN.replace('name: Zandwijk', 'name: Zandwijk aan Zee') }), first)
    expect([...second.files]).toEqual([
      ['municipality.yaml', TOWN.replace('name: Zandwijk', 'name: Zandwijk aan Zee')],
      ['districts/boulevard.yaml', DISTRICT],
    ])
    expect(second).toMatchObject({ town: 'zandwijk', folder: 'zandwijk' })
    const third = placeFiles(given({ 'districts/haven.yaml': DISTRICT.replaceAll('boulevard', 'haven') }), second)
    expect([...third.files.keys()]).toEqual(['municipality.yaml', 'districts/boulevard.yaml', 'districts/haven.yaml'])
  })

  test.each([
    { file: 'schema: 1\nid: [\n', folder: 'Sint Maarten', town: 'sint-maarten' },
    { file: 'schema: 1\nid: Zand Wijk\n', folder: 'map', town: 'zand-wijk' },
    { file: 'schema: 1\nid: base\n', folder: 'zandwijk', town: 'zandwijk' },
    { file: '', folder: '123', town: 'gemeente' },
  ])('a file without an id that can be one is of the town that its folder is named after: $town', ({ file, folder, town }) => {
    expect(placesOf({ [`${folder}/municipality.yaml`]: file }).town).toBe(town)
  })
})

describe('what is no file of a municipality is said', () => {
  test('a district without its municipality', () => {
    expect(placesOf({ 'boulevard.yaml': DISTRICT })).toMatchObject({ places: ['districts/boulevard.yaml'], town: null })
  })
  test('nothing at all, and what systems leave in folders', () => {
    expect(placesOf({})).toEqual({ places: [], town: null, folder: null, unplaced: [] })
    expect(placesOf({ 'a/.DS_Store': '', 'a/Thumbs.db': '', '__MACOSX/a/municipality.yaml': '', 'a/.git/config.yaml': '' })).toEqual({
      places: [],
      town: null,
      folder: null,
      unplaced: [],
    })
  })
  test('the folder of several municipalities: none of them is taken', () => {
    expect(placesOf({ 'towns/a/municipality.yaml': TOWN, 'towns/b/municipality.yaml': TOWN, 'towns/b/x.txt': '' })).toEqual({
      places: [],
      town: null,
      folder: null,
      unplaced: [{ why: 'severalTowns', path: '', folders: ['a', 'b'] }],
    })
  })
  test('a document, a file too large to read, and one beside the folder', () => {
    expect(
      placesOf({
        'map/zandwijk/municipality.yaml': TOWN,
        'map/zandwijk/leges.docx': '',
        'map/zandwijk/Areas.YAML': '',
        'map/zandwijk/large.yaml': null,
        'map/elders.yaml': DISTRICT,
      }),
    ).toMatchObject({
      places: ['municipality.yaml'],
      unplaced: [
        { why: 'noRuleFile', path: 'map/zandwijk/leges.docx' },
        { why: 'noRuleFile', path: 'map/zandwijk/Areas.YAML' },
        { why: 'tooLarge', path: 'map/zandwijk/large.yaml' },
        { why: 'otherFolder', path: 'map/elders.yaml' },
      ],
    })
  })
})
