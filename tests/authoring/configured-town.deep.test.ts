import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareTown } from '../../src/authoring/configure/compare-town.ts'
import { sha256 } from '../../src/cli/project.ts'
import { pdfAddress } from '../../src/model/official/pdf-address.ts'
import { townText } from '../../src/model/packed/town-file.ts'
import { readForm } from '../../src/pdf/official/read-form.ts'
import { folder, horeca1, ROOT } from '../cli/terminal.ts'
import { madeForm, TYPEFACE } from '../pdf/official/made-form.ts'
import { TOWN, TOWN_FOLDER } from '../pdf/official/made-town.ts'
import { base, DATE, DISTRICT, expectAsChecked, filesOf, hash, judge, ownTown } from './configured-town.ts'

// the same files on the page for municipalities and under the command line

test('the digest of the page is that of the command line', () => {
  for (const text of ['', 'Súdwest-Fryslân 🍺', 'x'.repeat(100_000)]) expect(hash(text)).toBe(sha256(text))
})

describe('what is found is what check finds', () => {
  test.each([
    { what: 'a postcode that is a number', change: (text: string) => text.replace('["9999"]', '[9999]') },
    { what: 'no YAML', change: (text: string) => `${text}fees: [\n` },
    { what: 'another encoding', change: (text: string) => text.replace('Dorp aan Zee', 'Dorp aan Zee\uFFFD') },
    { what: 'an option that does not exist', change: (text: string) => text.replace('onlyWithoutAlcohol', 'onlyWithAlcohol') },
  ])('$what', expectAsChecked)
})

test('the file is byte for byte that of the command line, with districts and with --only', async () => {
  const { cwd, town, own } = ownTown({ more: { 'districts/haven.yaml': DISTRICT } })
  const { judged } = await judge(own, town)
  if (!judged.file) throw new Error(JSON.stringify(judged.findings.filter(({ severity }) => severity === 'error')))
  expect(judged.file.towns.map(({ place }) => place.id)).toEqual([town, `${town}/haven`])
  for (const only of [false, true]) {
    const { code } = await horeca1(cwd, 'town', '--rules', cwd, '--variant', town, '--out', 'town.json', ...(only ? ['--only'] : []))
    expect(code).toBe(0)
    expect(townText({ ...judged.file, only })).toBe(readFileSync(join(cwd, 'town.json'), 'utf8'))
  }
})

test('with a fillable PDF of the town the file is that of the command line, and says which PDF goes beside it', async () => {
  const cwd = folder()
  for (const name of ['rules', 'forms']) cpSync(join(ROOT, name), join(cwd, name), { recursive: true })
  const bytes = await madeForm()
  mkdirSync(join(cwd, TOWN_FOLDER))
  writeFileSync(join(cwd, TOWN_FOLDER, 'municipality.yaml'), TOWN)
  writeFileSync(join(cwd, TOWN_FOLDER, 'alcohol-2026.pdf'), bytes)
  const { code } = await horeca1(cwd, 'town', '--rules', cwd, '--variant', 'oudewal', '--out', 'town.json')
  expect(code).toBe(0)
  const form = await readForm(bytes, TYPEFACE)
  const own = new Map([
    [`${TOWN_FOLDER}/municipality.yaml`, TOWN],
    [`${TOWN_FOLDER}/alcohol-2026.pdf`, JSON.stringify(form)],
  ])
  const { judged } = await judge(own, 'oudewal')
  if (!judged.file) throw new Error(JSON.stringify(judged.findings.filter(({ severity }) => severity === 'error')))
  expect(townText(judged.file)).toBe(readFileSync(join(cwd, 'town.json'), 'utf8'))
  expect(judged.officials).toEqual([form.digest])
  expect(readFileSync(join(cwd, pdfAddress(form.digest)))).toEqual(Buffer.from(bytes))
  // another PDF under the same name is another form
  const other = await judge(
    new Map([...own, [`${TOWN_FOLDER}/alcohol-2026.pdf`, JSON.stringify({ ...form, problem: 'damaged', fields: [] })]]),
    'oudewal',
  )
  expect(other.judged.file).toBeNull()
  expect(other.judged.officials).toEqual([])
})

describe('what changes', () => {
  test('of a new municipality: what it does otherwise than the base, and a district what is its own; in both languages', async () => {
    const { town, own } = ownTown({
      more: {
        'districts/haven.yaml': `${DISTRICT}parameters:\n  - id: town.closing.weekday\n    values: [{ value: "23:00", source: verzonnen }]\n`,
      },
    })
    const judgement = await judge(own, town)
    const changes = compareTown(judgement, null, { date: DATE, lang: 'nl' })
    expect(changes).toMatchObject({ isShipped: false, gone: [] })
    const [whole, haven] = changes?.towns ?? []
    expect(whole).toMatchObject({ id: town, with: 'base' })
    expect(whole?.businesses?.short).toMatch(/^\d+ van \d+ verzonnen zaken/)
    expect(haven).toMatchObject({ id: `${town}/haven`, with: 'municipality', businesses: null })
    expect(haven?.sections).toHaveLength(1)
    expect(haven?.sections[0]?.rows[0]?.becomes).toContain('23.00')
    const english = compareTown(judgement, null, { date: DATE, lang: 'en' })
    expect(english?.towns[0]?.sections[0]?.title).not.toBe(whole?.sections[0]?.title)
    expect(english?.towns[0]?.sections.map(({ rows }) => rows.length)).toEqual(whole?.sections.map(({ rows }) => rows.length))
  })

  test('a district that the site has and the files have not is told', async () => {
    const own = new Map([...filesOf('amsterdam')].filter(([file]) => /municipality\.yaml$|mark\.svg$/.test(file)))
    const judgement = await judge(own, 'amsterdam')
    const changes = compareTown(judgement, new Map([...base, ...filesOf('amsterdam')]), { date: DATE, lang: 'nl' })
    expect(changes?.gone.map(({ id }) => id)).toContain('amsterdam/centrum')
  })
})
