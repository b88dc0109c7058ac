import { describe, expect, test } from 'vitest'
import { readYaml } from '../../src/model/files/read-yaml.ts'
import { tellFinding } from '../../src/model/findings/told.ts'
import { readMarks } from '../../src/model/house-style/marks.ts'
import type { Layer } from '../../src/model/rule-set.ts'
import { MunicipalityFile } from '../../src/model/schema/town.ts'
import { png } from './png-files.ts'

const FOLDER = 'rules/municipalities/proef'

/** What is said, in Dutch, of a town whose mark is this file. */
function said(name: string, bytes: Uint8Array | null): string[] {
  const file = `${FOLDER}/municipality.yaml`
  const { source } = readYaml(file, `schema: 1\nid: proef\nname: Proef\nextends: base\nbranding: { mark: ${name}, source: huisstijl }\n`)
  const layer: Layer = {
    id: 'proef',
    name: 'Proef',
    extends: 'base',
    source,
    path: [],
    data: MunicipalityFile.parse(source.value),
    area: null,
    forms: [],
  }
  const files = new Map(bytes ? [[`${FOLDER}/${name}`, Buffer.from(bytes).toString('base64')]] : [])
  const { marks, findings } = readMarks([layer], files)
  expect(marks.size + findings.length).toBe(1)
  return findings.map((finding) => {
    expect(finding).toMatchObject({ code: 'BAD_MARK', severity: 'error', file, line: 5 })
    return tellFinding(finding, 'nl').replace(/^.*?branding\.mark: /, '')
  })
}

describe('of a mark that is a PNG', () => {
  test('nothing is said when it is in order', () => {
    expect(said('merk.png', png({ width: 512, height: 100 }))).toEqual([])
  })

  test.each([
    ['that is not there', null, 'Er is geen bestand merk.png naast dit bestand.'],
    ['that is broken', png().subarray(0, 50), 'Het beeldmerk merk.png is beschadigd, of geen PNG. Sla het opnieuw op als PNG'],
    ['that is a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]), 'Het beeldmerk merk.png is een JPEG, wat de naam ook zegt.'],
    [
      'that is too wide',
      png({ width: 2000, height: 800 }),
      'Het beeldmerk merk.png is 2000 bij 800 punten. Een kant heeft er hoogstens 512.',
    ],
    [
      'that is interlaced',
      png({ interlaced: true }),
      'Het beeldmerk merk.png heeft interlacing (opbouw in rondes). Dat lezen we hier niet.',
    ],
    ['of sixteen bits', png({ depth: 16 }), 'Het beeldmerk merk.png heeft 16 bits per kleur. Dat lezen we hier niet.'],
    ['that is heavy', Buffer.alloc(24_100), 'Het beeldmerk merk.png is groter dan 24 kB. Maak een kleiner plaatje.'],
  ])('one %s: what is wrong and how to mend it', (_, bytes, says) => {
    expect(said('merk.png', bytes)).toEqual([expect.stringContaining(says)])
  })
})

test('a mark of another kind is told which kinds there are', () => {
  expect(said('merk.gif', Buffer.from('GIF89a'))).toEqual([
    expect.stringContaining('Het beeldmerk merk.gif is geen SVG en geen PNG. Sla het op als SVG of PNG.'),
  ])
})
