import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sha256 } from '../../src/cli/project.ts'
import { passage } from '../../src/model/languages/passages.ts'
import { forApplicants, packBase } from '../../src/model/packed/pack.ts'
import { readTownFile } from '../../src/model/packed/town-file.ts'
import { baseDigest } from '../../src/model/packed/write-town-file.ts'
import { languageOf } from '../../src/ui/languages/added-language.ts'
import { townsOfFile } from '../../src/ui/towns/packed-town.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { addOwnTown } from '../made-up/own-town.ts'
import { folder, horeca1 } from './terminal.ts'

const base = packBase(shippedVariant('base'))
const digest = baseDigest(base, sha256)
const shared = { rules: async () => ({ packed: base.packed }), words: async () => ({ words: base.en }) }

test('a municipality of one’s own becomes a file that a site with the same base reads as the command line does', async () => {
  const cwd = folder()
  const id = addOwnTown(cwd)
  const { code, out } = await horeca1(cwd, 'town', '--rules', cwd, '--variant', id, '--out', 'town.json', '--only')
  expect(code).toBe(0)
  expect(out).toContain('Dorp aan Zee')
  const text = readFileSync(join(cwd, 'town.json'), 'utf8')
  expect(text.length).toBeLessThan(40_000)
  const read = readTownFile(text, digest)
  if (!read.ok) throw new Error(read.problem)
  expect(read.file.only).toBe(true)
  const [town, ...more] = townsOfFile(read.file, shared)
  expect(more).toEqual([])
  expect(town).toMatchObject({ id, name: 'Dorp aan Zee', postcodes: ['9999'] })
  const { variant } = (await town?.load('en')) ?? {}
  expect(variant?.name).toBe('Dorp aan Zee')
  expect(JSON.stringify(variant)).toContain('onlyWithoutAlcohol')
})

test('a town with districts takes them along, each as it is', async () => {
  const cwd = folder()
  const { code } = await horeca1(cwd, 'town', '--variant', 'breda', '--out', 'town.json')
  expect(code).toBe(0)
  const read = readTownFile(readFileSync(join(cwd, 'town.json'), 'utf8'), digest)
  if (!read.ok) throw new Error(read.problem)
  const towns = townsOfFile(read.file, shared)
  expect(towns.map(({ id }) => id)).toEqual(['breda', 'breda/breepark'])
  for (const town of towns) expect((await town.load('en')).variant).toEqual(forApplicants(shippedVariant(town.id)))
})

test('what files say in another language of the texts of the town goes along, and a site that speaks it shows it', async () => {
  const cwd = folder()
  const id = addOwnTown(cwd)
  const file = join(cwd, 'rules/municipalities', id, 'municipality.yaml')
  const own = `changes:
  - op: change
    at: questions/premises.maxPersons
    to:
      label: { nl: Hoeveel gasten passen er?, en: How many guests fit? }
      hint: { nl: Tel het terras niet mee., en: Leave the terrace out., since: [{ from: 2027-01-01, nl: Tel alles mee., en: Count it all. }] }
    why: onze woorden
`
  writeFileSync(file, readFileSync(file, 'utf8') + own)
  mkdirSync(join(cwd, 'languages/de'), { recursive: true })
  const words = `schema: 1\ntexts:\n  - { nl: "Hoeveel gasten passen er?", to: "Wie viele Gäste passen hinein?" }\n  - { nl: Tel alles mee., to: Alles zählt. }\n`
  writeFileSync(join(cwd, 'languages/de/rules.yaml'), words)
  const { code, out } = await horeca1(cwd, 'town', '--rules', cwd, '--variant', id, '--out', 'town.json')
  expect(code).toBe(0)
  expect(out).toMatch(/Deutsch: 1 van \d+ eigen teksten/)
  const read = readTownFile(readFileSync(join(cwd, 'town.json'), 'utf8'), digest)
  if (!read.ok) throw new Error(read.problem)
  const [town] = townsOfFile(read.file, shared)
  // the site was built before the town had those words, and speaks German and Turkish
  const speaks = (tag: string) => languageOf(tag, tag, { pages: {}, base: [], towns: [] })
  const question = async (tag: string) =>
    (await town?.load('en', speaks(tag)))?.variant.questions.find(({ id: name }) => name === 'premises.maxPersons')
  expect(await question('de')).toMatchObject({
    label: { en: 'Wie viele Gäste passen hinein?' },
    // what it will say from a day on is taken along as well
    hint: { en: passage('Leave the terrace out.', 'en'), since: [{ nl: 'Tel alles mee.', en: 'Alles zählt.' }] },
  })
  expect((await question('tr'))?.label.en).toBe(passage('How many guests fit?', 'en'))
  expect((await town?.load('en', null))?.variant.questions.find(({ id: name }) => name === 'premises.maxPersons')?.label.en).toBe(
    'How many guests fit?',
  )
})

test('what does not fit is refused, and said', async () => {
  const cwd = folder()
  await horeca1(cwd, 'town', '--variant', 'breda', '--out', 'town.json')
  const text = readFileSync(join(cwd, 'town.json'), 'utf8')
  expect(readTownFile(text, 'another')).toEqual({ ok: false, problem: 'otherBase' })
  expect(readTownFile(text.slice(0, -10), digest)).toEqual({ ok: false, problem: 'damaged' })
  expect(readTownFile(text.replace('"packed"', '"paked"'), digest)).toEqual({ ok: false, problem: 'damaged' })
  expect(readTownFile('<!doctype html>', digest)).toEqual({ ok: false, problem: 'damaged' })
  addOwnTown(cwd)
  const file = join(cwd, 'rules/municipalities/dorp-aan-zee/municipality.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('["9999"]', '[9999]'))
  const broken = await horeca1(cwd, 'town', '--rules', cwd, '--variant', 'dorp-aan-zee', '--out', 'own.json')
  expect(broken.code).toBe(1)
  expect(broken.out + broken.err).toContain('dorp-aan-zee/municipality.yaml:6')
  expect(existsSync(join(cwd, 'own.json'))).toBe(false)
  const unknown = await horeca1(cwd, 'town', '--variant', 'bredda', '--out', 'town.json')
  expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean breda?') })
  expect(await horeca1(cwd, 'town', '--variant', 'base', '--out', 'town.json')).toMatchObject({ code: 2 })
  expect(await horeca1(cwd, 'town', '--variant', 'breda')).toMatchObject({ code: 2, err: expect.stringContaining('--out') })
})
