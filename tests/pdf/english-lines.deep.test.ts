import { describe, expect, test } from 'vitest'
import { deskFiles } from '../../src/engine/packet/desks/desk-files.ts'
import { deskPartsInWords, setInWords } from '../../src/engine/packet/english-lines.ts'
import { verifyPacket } from '../../src/pdf/opened/verify.ts'
import { readPacket } from '../../src/pdf/read.ts'
import { childrenOf, elementsOf, type Heard, hear } from './heard.ts'
import { boxesOf, bytesOf, caseOf, contentOf, contentWithEnglish, even, FONTS, townOf } from './packets.ts'
import { badCuts, badPages, pagesOf, placesOf, skippedLevels } from './page-laws.ts'

/** What a reader program says of the half for the town; of a page it says in which half of the file it lies. */
async function townSentences(bytes: Uint8Array): Promise<string[]> {
  const sections = childrenOf(await hear(bytes)).filter(({ role }) => role === 'Sect')
  const from = sections.findIndex((section) => even(childrenOf(section)[0]?.text ?? '') === 'Voor de gemeente: wie krijgt wat')
  return sections
    .slice(from)
    .flatMap((section) => elementsOf(section).map(({ role, text }) => `${role}: ${even(text).replace(/pagina \d+/g, '')}`))
}

const LUNCHROOM = 'rules/base/examples/lunchroom-without-alcohol.yaml'
const CAFE = 'rules/base/examples/cafe-terrace-machines.yaml'
const HOLDING = 'rules/base/examples/bibob-bv-holding.yaml'

/** What stands in English in the structure, whatever it stands in. */
const inEnglish = (all: readonly Heard[]): Set<string> => new Set(all.flatMap(({ lang, text }) => (lang === 'en' ? [even(text)] : [])))

describe.each([
  { file: CAFE, lang: 'en' as const },
  { file: HOLDING, lang: 'en' as const },
  { file: LUNCHROOM, lang: 'nl' as const },
])('$file asked for with English lines by who reads $lang', ({ file, lang }) => {
  const content = contentWithEnglish(file, lang)
  const dutch = contentOf(file)

  test('says the label of every box in Dutch and, marked as English, in English', async () => {
    const all = elementsOf(await hear(await bytesOf(content)))
    const said = inEnglish(all)
    const shown = boxesOf(townOf(content)).filter(({ refused }) => !refused)
    const twice = shown.filter(({ box }) => box.english && box.english.label !== box.label)
    expect(twice.length).toBeGreaterThan(100)
    expect(twice.filter(({ box }) => !said.has(even(box.english?.label ?? ''))).map(({ box }) => box.key)).toEqual([])
    const texts = all.filter(({ role }) => role === 'LBody' || role === 'TH').map(({ text }) => even(text))
    expect(twice.filter(({ box }) => !texts.some((text) => text.includes(box.label))).map(({ box }) => box.key)).toEqual([])
    // of the parts of a party and the columns of a table as well
    const others = shown.flatMap(({ box }) => {
      const { english, parts, rows, state } = box
      if (!english || (state !== 'filled' && state !== 'missing')) return []
      const own = parts ? english.parts.filter((text, at) => text !== parts[at]?.label) : []
      return [...own, ...(rows && state === 'filled' ? english.header.filter((text, at) => text !== rows.header[at]) : [])]
    })
    expect(others.filter((text) => !said.has(even(text)))).toEqual([])
  })

  test('has every box where it stands without them, and breaks no law of pages', async () => {
    const packet = await pagesOf(content)
    const [own, plain] = [placesOf(packet, townOf(content)), placesOf(await pagesOf(dutch), dutch)]
    expect(own).toEqual(plain)
    expect(badPages(packet)).toEqual([])
    expect(badCuts(packet).filter((cut) => /[^\x20-\x7e]/.test(cut))).toEqual([])
    expect(skippedLevels(packet)).toEqual([])
  })

  test('is checked as it was made', async () => {
    const bytes = await bytesOf(content)
    const inside = await readPacket(bytes)
    if (!inside.ok) throw new Error(inside.problem)
    expect(inside.englishLines).toBe(true)
    expect(inside.lang).toBe(lang)
    const found = await verifyPacket(bytes, inside, content, FONTS)
    expect(found).toMatchObject({ isSound: true, pagesThatSayOther: [] })
    expect(found.signing.map(({ page }) => typeof page)).toEqual(content.signers.map(() => 'number'))
    // and without what it was asked for it would not be
    expect((await verifyPacket(bytes, inside, contentOf(file, lang), FONTS)).isSound).toBe(false)
  })
})

test('the half for the applicant stays in their language, the other is marked as Dutch', async () => {
  const top = await hear(await bytesOf(contentWithEnglish(CAFE, 'en')))
  const parts = childrenOf(top).filter(({ role }) => role === 'Sect')
  const heads = parts.map((part) => ({ lang: part.lang, title: even(childrenOf(part)[0]?.text ?? '') }))
  const town = heads.findIndex(({ title }) => title === 'Voor de gemeente: wie krijgt wat')
  expect(town).toBeGreaterThan(3)
  expect(heads.slice(0, town).filter(({ lang }) => lang !== null)).toEqual([])
  expect(heads.slice(town).filter(({ lang }) => lang !== 'nl')).toEqual([])
  expect(heads.map(({ title }) => title)).toContain('How to hand it in')
})

test('a set and the parts of departments are Dutch for the town as well, with the same answers inside', () => {
  const { application } = caseOf(HOLDING, 'en')
  const words = { englishLines: true }
  const set = setInWords(application, 'H1-TEST-0001', new Map(), words)
  const plain = setInWords(application, 'H1-TEST-0001', new Map(), { englishLines: false })
  expect(set.map(({ suffix, content }) => [suffix, content.answersJson])).toEqual(
    plain.map(({ suffix, content }) => [suffix, content.answersJson]),
  )
  expect(set.length).toBeGreaterThan(3)
  for (const { content, kind } of set) {
    expect(content.town).toMatchObject({ lang: 'nl', part: content.part, englishLines: true })
    if (kind !== 'signing') expect(boxesOf(townOf(content)).some(({ box }) => box.english)).toBe(true)
  }
  const desks = deskPartsInWords(application, 'H1-TEST-0001', words)
  expect(desks.map(({ content }) => [content.lang, content.englishLines])).toEqual(desks.map(() => ['nl', true]))
})

test('without asking there are no lines, and the town gets what it gets of who reads Dutch, word for word', async () => {
  const [english, dutch] = [contentOf(CAFE, 'en'), contentOf(CAFE, 'nl')]
  expect(english.englishLines).toBeUndefined()
  expect(townOf(english)).toEqual(dutch)
  const [theirs, plain] = await Promise.all([english, dutch].map(async (content) => townSentences(await bytesOf(content))))
  expect(theirs).toEqual(plain)
  expect(plain?.length).toBeGreaterThan(500)
})

test('files per department and the boxes in them are in Dutch, whatever language the applicant reads', async () => {
  const files = await Promise.all(
    (['nl', 'en'] as const).map((lang) =>
      deskFiles(caseOf(HOLDING, lang).application, 'H1-TEST-0001', [], async (content) => ({
        bytes: await bytesOf(content),
        forms: [],
        unfilled: [],
      })),
    ),
  )
  const [dutch, english] = files.map((all) => all.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('latin1')]))
  expect(english?.length).toBeGreaterThan(3)
  expect(english).toEqual(dutch)
})
