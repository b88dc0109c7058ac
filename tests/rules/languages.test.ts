import { describe, expect, test } from 'vitest'
import { isMap, isScalar, parseDocument, visit } from 'yaml'
import { openProject } from '../../src/cli/project.ts'
import { readFiles } from '../../src/cli/rule-files.ts'
import { openPoints } from '../../src/engine/why/open-points.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import { SHIPPED_TOWNS } from '../engine/shipped.ts'
import { foreign } from './languages.ts'

const documents = [...readFiles(process.cwd())].map(([file, source]) => ({ file, source, document: parseDocument(source) }))

/** Every text of the rule set in two languages, and where it stands. */
function texts(): { at: string; nl: string; en: string }[] {
  return documents.flatMap(({ file, source, document }) => {
    const found: { at: string; nl: string; en: string }[] = []
    visit(document, {
      Map(_, map) {
        const [nl, en] = [map.get('nl', true), map.get('en', true)]
        if (!isScalar(nl) || !isScalar(en) || typeof nl.value !== 'string' || typeof en.value !== 'string') return
        found.push({ at: `${file}:${source.slice(0, nl.range?.[0]).split('\n').length}`, nl: nl.value, en: en.value })
      },
    })
    return found
  })
}

/** Keys that people read: never in one language alone. */
const READ: ReadonlySet<string> = new Set(
  [
    'title',
    'label',
    'hint',
    'why',
    'message',
    'advice',
    'because',
    'law',
    'basis',
    'authority',
    'declaration',
    'falseStatements',
    'silence',
  ].filter((key) => key !== 'why' && key !== 'advice'),
)

describe('law lines and texts', () => {
  test('are Dutch in Dutch and English in English', () => {
    const all = texts()
    expect(all.length).toBeGreaterThan(4000)
    expect(all.filter(({ nl }) => foreign(nl, 'nl').length > 0).map(({ at, nl }) => `${at} ${nl}`)).toEqual([])
    expect(all.filter(({ en }) => foreign(en, 'en').length > 0).map(({ at, en }) => `${at} ${en}`)).toEqual([])
  })

  test('stand in both languages wherever somebody reads them', () => {
    const alone: string[] = []
    for (const { file, document } of documents) {
      if (file.includes('/examples/')) continue
      visit(document, {
        Pair(_, { key, value }) {
          if (!isScalar(key) || !READ.has(String(key.value)) || !isMap(value)) return
          if (value.has('nl') !== value.has('en')) alone.push(`${file}: ${String(key.value)}`)
        },
      })
    }
    expect(alone).toEqual([])
  })

  test('where a source is printed beside a value, it is a citation that both languages read', () => {
    const { ruleSet } = openProject(process.cwd(), undefined)
    if (!ruleSet) throw new Error('the rule set cannot be read')
    const found = new Set<string>()
    for (const town of ['amsterdam/centrum', ...SHIPPED_TOWNS]) {
      const { variant } = resolveVariant(ruleSet, town)
      if (!variant) throw new Error(`${town} has mistakes`)
      const sources = [
        ...variant.parameters.flatMap(({ values }) => values),
        ...variant.fees.flatMap(({ amounts }) => amounts),
        ...variant.licences.flatMap(({ rules, terms }) => [...rules, ...terms]),
        ...variant.extras.flatMap(({ rules }) => rules),
        ...variant.delays,
        ...variant.hours,
        ...variant.channels,
        // whatever stands on the page of sources: attachments, checks, advice, questions and boxes as well
        ...openPoints(variant, '2026-03-02', 'nl'),
        ...variant.documents,
        ...variant.checks,
      ].flatMap(({ source }) => source ?? [])
      expect(sources.length).toBeGreaterThan(400)
      for (const source of sources)
        if (foreign(source, 'nl').length > 0 || foreign(source, 'en').length > 0) found.add(`${town}: ${source}`)
    }
    expect([...found]).toEqual([])
  })
})

test.each([
  ['Seen on the form of Oegstgeest', 'nl', ['seen', 'the', 'form']],
  ['Gezien op het formulier', 'nl', []],
  ['Niet bekend voor uw zaak', 'en', ['niet', 'voor', 'uw']],
  ['Wet van 1964, https://x.example/alleen-voor', 'en', []],
  ['bed and breakfast', 'nl', []],
] as const)('%s, for readers of %s', (text, lang, words) => {
  expect(foreign(text, lang)).toEqual(words)
})
