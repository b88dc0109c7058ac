import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sha256 as noble } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, test } from 'vitest'
import { compareTown } from '../../src/authoring/bench/compare-town.ts'
import { type Judgement, judgeTown } from '../../src/authoring/bench/judge-town.ts'
import { sha256 } from '../../src/cli/project.ts'
import { readFiles } from '../../src/cli/rule-files.ts'
import { townText } from '../../src/model/packed/town-file.ts'
import { folder, horeca1, ROOT } from '../cli/terminal.ts'
import { addOwnTown } from '../made-up/own-town.ts'

// the same files on the page for municipalities and under the command line

const DATE = '2026-03-01'
const all = readFiles(ROOT)
const base = new Map([...all].filter(([file]) => !file.startsWith('rules/municipalities/')))
const filesOf = (town: string): Map<string, string> =>
  new Map([...all].filter(([file]) => file.startsWith(`rules/municipalities/${town}/`)))
/** As the page does it. */
const hash = (text: string): string => bytesToHex(noble(utf8ToBytes(text)))
const judge = (own: ReadonlyMap<string, string>, town: string): Promise<Judgement> =>
  judgeTown({ base, own, town, date: DATE, sha256: hash })

/** A municipality that nobody ships, in a project and by itself. */
function ownTown(change: (text: string) => string = (text) => text, more: Readonly<Record<string, string>> = {}) {
  const cwd = folder()
  const town = addOwnTown(cwd)
  const place = `rules/municipalities/${town}/municipality.yaml`
  const own = new Map([[place, change(readFileSync(join(cwd, place), 'utf8'))]])
  for (const [file, text] of Object.entries(more)) own.set(`rules/municipalities/${town}/${file}`, text)
  for (const [file, text] of own) {
    mkdirSync(dirname(join(cwd, file)), { recursive: true })
    writeFileSync(join(cwd, file), text)
  }
  return { cwd, town, own }
}

const DISTRICT = 'schema: 1\nid: haven\nname: Haven\nextends: dorp-aan-zee\nversion: 2026.1.0\npostcodes: ["9998"]\n'

test('the digest of the page is that of the command line', () => {
  for (const text of ['', 'Súdwest-Fryslân 🍺', 'x'.repeat(100_000)]) expect(hash(text)).toBe(sha256(text))
})

describe('what is found is what check finds', () => {
  test.each([
    { what: 'a town in order', change: (text: string) => text, more: {} },
    { what: 'a postcode that is a number', change: (text: string) => text.replace('["9999"]', '[9999]'), more: {} },
    { what: 'no YAML', change: (text: string) => `${text}fees: [\n`, more: {} },
    { what: 'another encoding', change: (text: string) => text.replace('Dorp aan Zee', 'Dorp aan Zee\uFFFD'), more: {} },
    {
      what: 'a name of an option that does not exist',
      change: (text: string) => text.replace('onlyWithoutAlcohol', 'onlyWithAlcohol'),
      more: {},
    },
    { what: 'a file where none is expected', change: (text: string) => text, more: { 'haven.yaml': DISTRICT } },
    {
      what: 'an example that comes out otherwise, and one that cannot be read',
      change: (text: string) => text,
      more: {
        'examples/cafe.yaml':
          'schema: 1\ntitle: Café\nvariant: dorp-aan-zee\ntoday: 2026-03-02\nanswers: { application.kind: new, activity.alcohol: onSite }\nexpect: { licences: { alcohol: notNeeded } }\n',
        'examples/half.yaml': 'schema: 1\ntitle: Half\nvariant: dorp-aan-zee\n',
      },
    },
  ])('$what', async ({ change, more }) => {
    const { cwd, town, own } = ownTown(change, more)
    const { judged } = await judge(own, town)
    const { out } = await horeca1(cwd, 'check', '--rules', cwd, '--variant', town, '--json')
    const found: readonly { readonly file: string; readonly severity: string }[] = JSON.parse(out)
    const isHere = ({ file }: { readonly file: string }): boolean => own.has(file) || base.has(file)
    // other towns of the project may have notes of their own
    expect(judged.findings).toEqual(found.filter(isHere))
    expect(judged.file === null).toBe(found.some(({ severity }) => severity === 'error'))
  })
})

test('the file is byte for byte that of the command line, with districts and with --only', async () => {
  const { cwd, town, own } = ownTown((text) => text, { 'districts/haven.yaml': DISTRICT })
  const { judged } = await judge(own, town)
  if (!judged.file) throw new Error(JSON.stringify(judged.findings.filter(({ severity }) => severity === 'error')))
  expect(judged.file.towns.map(({ place }) => place.id)).toEqual([town, `${town}/haven`])
  for (const only of [false, true]) {
    const { code } = await horeca1(cwd, 'town', '--rules', cwd, '--variant', town, '--out', 'town.json', ...(only ? ['--only'] : []))
    expect(code).toBe(0)
    expect(townText({ ...judged.file, only })).toBe(readFileSync(join(cwd, 'town.json'), 'utf8'))
  }
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

  test('of a new municipality: what it does otherwise than the base, and a district what is its own; in both languages', async () => {
    const { town, own } = ownTown((text) => text, {
      'districts/haven.yaml': `${DISTRICT}parameters:\n  - id: town.closing.weekday\n    values: [{ value: "23:00", source: verzonnen }]\n`,
    })
    const judgement = await judge(own, town)
    const changes = compareTown(judgement, null, { date: DATE, lang: 'nl' })
    expect(changes).toMatchObject({ isShipped: false, gone: [] })
    const [whole, haven] = changes?.towns ?? []
    expect(whole).toMatchObject({ id: town, with: 'base' })
    expect(whole?.businesses?.short).toMatch(/^\d+ van \d+ verzonnen zaken/)
    expect(haven).toMatchObject({ id: `${town}/haven`, with: 'municipality', businesses: null })
    expect(haven?.sections).toHaveLength(1)
    expect(haven?.sections[0]?.rows[0]?.becomes).toContain('23:00')
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
