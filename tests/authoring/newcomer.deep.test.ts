import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkExample } from '../../src/authoring/check-example.ts'
import { readFiles } from '../../src/cli/rule-files.ts'
import type { Finding } from '../../src/model/findings/finding.ts'
import { tellFinding } from '../../src/model/findings/told.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant, variantIds } from '../../src/model/resolve.ts'

// Two towns that were written with the guide alone: Geldrop-Mierlo from what its site says, and Molenkreek, which is made up and does more. What stopped
// the writer is below, each with what is said of it now.

const DATE = '2026-12-01'
const WRITTEN = join(import.meta.dirname, 'newcomer')
const TOWNS = 'rules/municipalities/'
const base = [...readFiles(process.cwd())].filter(([file]) => !file.includes('/municipalities/') && !file.includes('/examples/'))
const towns = readdirSync(WRITTEN, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:yaml|svg)$/.test(name))
  .map((name) => [`${TOWNS}${name.replaceAll('\\', '/')}`, readFileSync(join(WRITTEN, name), 'utf8')] as const)

/** Errors and warnings on all layers of the towns, or of one of them, and in their examples. */
function found(files: ReadonlyMap<string, string>, town = ''): Finding[] {
  const { ruleSet, findings } = loadRuleSet(files)
  if (!ruleSet) return findings
  const variants = new Map(
    variantIds(ruleSet)
      .filter((id) => id.startsWith(town))
      .map((id) => [id, resolveVariant(ruleSet, id, { date: DATE })]),
  )
  const examples = ruleSet.examples
    .filter((file) => file.startsWith(TOWNS + town))
    .map((file) => checkExample(file, files.get(file) ?? '', (id) => (variants.has(id) ? (variants.get(id)?.variant ?? null) : undefined)))
  const all = [...findings, ...[...variants.values()].flatMap((each) => each.findings), ...examples.flatMap((each) => each.findings)]
  return [...new Map(all.filter(({ severity }) => severity !== 'note').map((each) => [JSON.stringify(each), each])).values()]
}

/** The Dutch of what is said once `from` became `to` in a file of the towns. */
function said(file: string, from: string, to: string): string[] {
  const files = new Map([...base, ...towns])
  const before = files.get(TOWNS + file) ?? ''
  expect(before.split(from).length, `${from} in ${file}`).toBe(2)
  files.set(TOWNS + file, before.replace(from, to))
  return found(files, file.split('/')[0]).map((finding) => tellFinding(finding, 'nl').replace(TOWNS, ''))
}

test('both towns, their districts, areas and examples are without a mistake', () => {
  const files = new Map([...base, ...towns])
  const { ruleSet } = loadRuleSet(files)
  expect(ruleSet ? variantIds(ruleSet) : []).toEqual(
    expect.arrayContaining(['geldrop-mierlo', 'molenkreek', 'molenkreek/haven/kade', 'molenkreek/dorp/brink']),
  )
  expect(found(files).map((finding) => tellFinding(finding, 'nl'))).toEqual([])
})

describe('what stopped the writer is said once, and how to mend it', () => {
  const TOWN = 'molenkreek/municipality.yaml'
  const rows: readonly (readonly [string, string, string, string, readonly string[]])[] = [
    [
      'an attachment under the name that people give it',
      TOWN,
      'at: documents',
      'at: attachments',
      ['Een wijziging kan niet beginnen met "attachments". Bedoelt u documents? [BAD_CHANGE]'],
    ],
    [
      'a whole id where one word is wanted',
      TOWN,
      'id: anchorPhoto',
      'id: molenkreek.anchorPhoto',
      ['Hier hoort één woord, zoals onSite. Er staat "molenkreek.anchorPhoto". Schrijf anchorPhoto. [BAD_SHAPE]'],
    ],
    [
      'an attachment that says not what it must show',
      TOWN,
      '      mustShow: [{ nl: Waar de vlonder vastzit, en: Where the platform is fixed }]\n',
      '',
      ['De sleutel mustShow ontbreekt hier. Zet mustShow: [{ nl: "…", en: "…" }] erbij. [BAD_SHAPE]'],
    ],
    [
      'one text where a list of texts is wanted',
      TOWN,
      '    - {\n        nl: "Lees onze privacyverklaring',
      '    {\n        nl: "Lees onze privacyverklaring',
      [
        'Hier hoort een lijst, er staat een blok met sleutels. Zet er een streepje voor: privacy: [{ … }], of elk onderdeel op een eigen regel',
      ],
    ],
    [
      'a number without bounds, once',
      TOWN,
      '      min: 0\n      max: 20000\n',
      '',
      ['De vraag molenkreek.platform (number) heeft geen min en geen max. Zet min: en max: erbij, elk met een getal'],
    ],
    [
      'an amount per square metre of a terrace',
      TOWN,
      '24.10 * sum(for t in terraces return t.area)',
      '24.10 * terrace.area',
      ['Alles samen: sum(for x in terraces return x.area). Eén ervan: some x in terraces satisfies x.area … [FEEL_UNKNOWN_NAME]'],
    ],
    [
      'a percentage of another fee',
      TOWN,
      '0.5 * fee("alcohol.new")',
      '50 % van alcohol.new',
      ['FEEL kent geen procent.', 'Schrijf een deel van iets: 0.5 * fee("…") van een ander tarief, of 0.5 * een getal. [FEEL_SYNTAX]'],
    ],
    [
      'a question of its own, read from outside its list',
      TOWN,
      'some t in terraces satisfies t.molenkreek.cable',
      'molenkreek.cable = true',
      ['Zeg van welke: some x in terraces satisfies x.molenkreek.cable … [FEEL_UNKNOWN_NAME]'],
    ],
    [
      'and with half its name',
      TOWN,
      'satisfies t.molenkreek.cable',
      'satisfies t.cable',
      ['Bij terrace hoort geen "cable".', 'Bedoelt u molenkreek.cable? [FEEL_UNKNOWN_NAME]'],
    ],
    [
      'an area that rests on a district by half its name',
      'molenkreek/areas.yaml',
      'extends: molenkreek/haven',
      'extends: haven',
      ['Er is geen laag haven om op voort te bouwen. Bedoelt u molenkreek/haven? [UNKNOWN_LAYER]'],
    ],
    [
      'an answer that has another option',
      'geldrop-mierlo/examples/cafe.yaml',
      'gaming.wanted: machines',
      'gaming.wanted: true',
      ['bij "gaming.wanted" hoort één optie, er staat true. Schrijf een van deze: none, skillOnly, machines. [ANSWER_TYPE]'],
    ],
    [
      'an outcome that waits for answers',
      'geldrop-mierlo/examples/cafe.yaml',
      '  activity.main: drinking\n',
      '',
      [
        'de uitkomst voor exploitation, gamingMachines is nog open. In het voorbeeld ontbreekt het antwoord op activity.main. Zet het onder answers:. [EXAMPLE_FAILS]',
      ],
    ],
  ]
  test.each(rows)('%s', (_, file, from, to, says) => {
    const all = said(file, from, to)
    for (const part of says) expect(all.join('\n')).toContain(part)
    expect(new Set(all.map((line) => line.split(':')[0]))).toEqual(new Set([file]))
    // a district rests on the town, so what is wrong there is told once as well
    expect(all.filter((line) => line.includes(says.at(-1) ?? ''))).toHaveLength(1)
  })

  test.each([
    [
      'later than its town, and does not say so',
      'haven',
      'id: town.closing.weekend, values: [{ value: 04:00+1',
      'id: town.closing.weekend, values: [{ value: 02:00+1',
    ],
    // the hours of the town stand below those of Dorp and are never reached
    [
      'earlier than its town, and does not say so',
      'dorp',
      'id: town.closing.weekend, values: [{ value: 00:00+1',
      'id: town.closing.weekend, values: [{ value: 02:00+1',
    ],
  ])('a district that closes %s hears it in its own file', (_, district, from, to) => {
    const all = said(`molenkreek/districts/${district}.yaml`, from, to)
    expect(all.filter((line) => line.includes('[TWO_CLOCKS]'))).not.toEqual([])
    expect(new Set(all.map((line) => line.split(':')[0]))).toEqual(new Set([`molenkreek/districts/${district}.yaml`]))
  })

  test('a district that says nothing of it hears it at its hours', () => {
    const line = '  - { id: town.closing.weekend, values: [{ value: 00:00+1, source: Aanwijzingsbesluit Dorp }] }\n'
    const all = said('molenkreek/districts/dorp.yaml', `parameters:\n${line}`, '')
    expect(all).toHaveLength(1)
    expect(all[0]).toMatch(
      /^molenkreek\/districts\/dorp\.yaml:\d+.*zet town\.closing\.weekend ook in dit bestand onder parameters:.*\[TWO_CLOCKS\]$/,
    )
  })
})
