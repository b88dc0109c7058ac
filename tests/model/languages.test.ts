import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { pageTexts as writtenTexts } from '../../scripts/docs/write-page-texts.ts'
import { run } from '../../src/cli/commands.ts'
import { readFiles } from '../../src/cli/rule-files.ts'
import { readYaml } from '../../src/model/files/read-yaml.ts'
import { languagesOf } from '../../src/model/languages/check-languages.ts'
import type { LanguagePagesFile } from '../../src/model/languages/file-schema.ts'
import { languageChunk } from '../../src/model/languages/language-chunk.ts'
import { pageTexts } from '../../src/model/languages/page-texts.ts'
import { readPageWords } from '../../src/model/languages/page-words.ts'
import { passage, passagesIn } from '../../src/model/languages/passages.ts'
import { readRuleWords } from '../../src/model/languages/rule-words.ts'
import { fillTemplate, type Template } from '../../src/model/languages/template.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { withLanguage } from '../made-up/with-language.ts'

const ROOT = join(import.meta.dirname, '../..')

test('the list of texts is that of the program', () => {
  expect(JSON.parse(readFileSync(join(ROOT, 'src/model/languages/page-texts.json'), 'utf8'))).toEqual(writtenTexts())
  expect([...pageTexts()].length).toBeGreaterThan(900)
})

describe('a text with something put in', () => {
  const answers: Template = { count: { 0: 'keine Antwort', one: '{count} Antwort', other: '{count} Antworten von {name}' } }
  const russian: Template = { count: { one: '{count} ответ', few: '{count} ответа', many: '{count} ответов', other: '{count} ответа' } }
  test.each<[string, Template, Record<string, unknown>, string, string]>([
    ['a number of its own', answers, { count: 0, name: 'Eva' }, 'de', 'keine Antwort'],
    ['one', answers, { count: 1, name: 'Eva' }, 'de', '1 Antwort'],
    ['more', answers, { count: 5, name: 'Eva' }, 'de', '5 Antworten von Eva'],
    ['few, as Russian has it', russian, { count: 3 }, 'ru', '3 ответа'],
    ['many, as Russian has it', russian, { count: 11 }, 'ru', '11 ответов'],
    ['twenty-one is one in Russian', russian, { count: 21 }, 'ru', '21 ответ'],
    ['yes or no', { sure: { true: 'sicher', false: 'vielleicht' } }, { sure: false }, 'de', 'vielleicht'],
    ['nothing there', { day: { none: 'ohne Ende', other: 'bis {day}' } }, { day: null }, 'de', 'ohne Ende'],
    ['a word that is chosen by', { kind: { date: 'ein Datum', other: 'eine Zahl' } }, { kind: 'date' }, 'de', 'ein Datum'],
    ['a case within a case', { a: { one: { b: { one: '1/1', other: '1/{b}' } }, other: '-' } }, { a: 1, b: 4 }, 'de', '1/4'],
    ['a list', 'von {names}', { names: ['A', 'B', 'C'] }, 'de', 'von A, B und C'],
    ['a number with decimals', '{size} ha', { size: 1.5 }, 'de', '1,5 ha'],
    ['what a value says is no placeholder', '{name}', { name: '{count}', count: 3 }, 'de', '{count}'],
  ])('%s', (_, template, values, locale, expected) => expect(fillTemplate(template, values, locale)).toBe(expected))
})

describe('passages of another language', () => {
  test('stand within each other, and what was not ended ends with the text', () => {
    const text = `Ja, ${passage(`the word ${passage('Terrasse', 'page')} is new`, 'en')}.`
    expect(passagesIn(text)).toEqual(['Ja, ', { lang: 'en', parts: ['the word ', { lang: 'page', parts: ['Terrasse'] }, ' is new'] }, '.'])
    expect(passagesIn(passage('cut off', 'en').slice(0, -1))).toEqual([{ lang: 'en', parts: ['cut off'] }])
    expect(passagesIn('nothing of the kind')).toEqual(['nothing of the kind'])
    expect(passage('', 'nl')).toBe('')
  })
})

describe('words of the pages are held against the texts of the program', () => {
  const found = (yaml: string) => {
    const { source } = readYaml('languages/de/pages.yaml', `schema: 1\ntexts:\n${yaml}`)
    return readPageWords(source, source.value as LanguagePagesFile)
  }
  test.each<[string, string, string, string]>([
    ['a key that does not exist', '  pages:\n    nexxt: Weiter\n', 'UNKNOWN_TEXT', 'texts.pages.nexxt'],
    ['a group that does not exist', '  page:\n    next: Weiter\n', 'UNKNOWN_TEXT', 'texts.page'],
    ['a placeholder that is left out', '  pages:\n    step: "Frage {now} von {total}"\n', 'TEXT_PLACEHOLDER', 'texts.pages.step'],
    ['a placeholder that is not there', '  stages:\n    untilDone: "{time} {zeit}"\n', 'TEXT_PLACEHOLDER', 'texts.stages.untilDone'],
    ['cases without all others', '  pages:\n    fills: { count: { one: "{count}" } }\n', 'BAD_SHAPE', 'texts.pages.fills'],
    ['a text for a group', '  pages:\n    start: Beginn\n', 'BAD_SHAPE', 'texts.pages.start'],
    ['a group for a text', '  pages:\n    next: { one: Weiter }\n', 'BAD_SHAPE', 'texts.pages.next'],
    ['a text for a list', '  pages:\n    start: { haveList: Papiere }\n', 'BAD_SHAPE', 'texts.pages.start.haveList'],
    ['what the program puts together', '  pages:\n    printedAs: "{characters}"\n', 'UNKNOWN_TEXT', 'texts.pages.printedAs'],
    ['what was not filled in', `  pages:\n    newTabb: x\n    step: "Question \${now}"\n`, 'BAD_SHAPE', 'texts.pages.step'],
  ])('%s', (_, yaml, code, path) => {
    const { findings, words } = found(yaml)
    expect(findings.map((finding) => [finding.code, finding.path])).toContainEqual([code, path])
    expect(findings.every(({ severity, line }) => severity === 'error' && line > 2)).toBe(true)
    // what is wrong is not used
    expect(JSON.stringify(words)).not.toMatch(/Weiter|Frage|zeit|Papiere|Question/)
  })

  test('what is right beside it is used', () => {
    const { words, keys } = found('  pages:\n    nexxt: Weiter\n    back: Zurück\n')
    expect(words).toEqual({ pages: { back: 'Zurück' } })
    expect([...keys]).toEqual(['pages.back'])
  })
})

test('texts of the rules: what nobody reads any more is told, what is left out of a text is an error', () => {
  const { source } = readYaml(
    'languages/de/rules.yaml',
    `schema: 1
texts:
  - { nl: Hoe groot?, to: Wie groß? }
  - { nl: Hoe groot?, to: Wie gross? }
  - { nl: Hoe klein?, to: Wie klein? }
  - { nl: "Hoogstens {limit}.", to: Höchstens. }
  - { nl: "Hoogstens {limit}.", en: "At most {limit}.", to: "Höchstens {limit}." }
  - { nl: Bank, en: bench, to: Bank zum Sitzen }
  - { nl: Bank, en: sofa, to: Sofa }
  - { nl: Bank, to: "Bank {zum} Geld" }
`,
  )
  const { findings, texts } = readRuleWords(source, source.value as never, [
    { nl: 'Hoe groot?', en: 'How large?' },
    { nl: 'Hoogstens {limit}.', en: 'At most {limit}.' },
    { nl: 'Bank', en: 'bank' },
    { nl: 'Bank', en: 'bench' },
  ])
  expect(findings.map(({ severity, code, line }) => `${line} ${severity} ${code}`)).toEqual([
    '4 error DUPLICATE_ID',
    '5 warning UNKNOWN_TEXT',
    '6 error TEXT_PLACEHOLDER',
    '9 warning UNKNOWN_TEXT',
    '10 error TEXT_PLACEHOLDER',
  ])
  expect(texts.map(({ to }) => to)).toEqual(['Wie groß?', 'Höchstens {limit}.', 'Bank zum Sitzen'])
  const language = { rules: { texts, findings: [] }, pages: { words: {}, keys: new Set<string>(), findings: [] } } as never
  // by place in the base; the same Dutch words with other English ones have a text of their own
  expect(languageChunk(language, { nl: ['Bank', 'Hoe groot?', 'Bank'], en: ['bank', 'How large?', 'bench'] })).toEqual({
    pages: {},
    base: [0, 'Wie groß?', 'Bank zum Sitzen'],
    towns: [
      { nl: 'Hoogstens {limit}.', en: 'At most {limit}.', to: 'Höchstens {limit}.' },
      { nl: 'Bank', en: 'bench', to: 'Bank zum Sitzen' },
    ],
  })
})

describe('a language beside the rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'horeca1-languages-'))
  withLanguage(folder, 'de')
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const files = readFiles(folder)

  test('is read, and what it has no words for is a warning with a count', () => {
    const { ruleSet, findings } = loadRuleSet(files)
    const own = findings.filter(({ file }) => file.startsWith('languages/'))
    expect(own.map(({ file, severity, code }) => [file, severity, code])).toEqual([
      ['languages/de/pages.yaml', 'warning', 'UNTRANSLATED'],
      ['languages/de/rules.yaml', 'warning', 'UNTRANSLATED'],
    ])
    const [german] = ruleSet ? languagesOf(ruleSet) : []
    expect(german?.name).toBe('Deutsch')
    expect(german?.rules.texts.length).toBe(6)
    expect(german?.missing.pages).not.toContain('pages.next')
    expect(german?.missing.pages).toContain('pages.why')
    expect(own[1]?.message).toMatch(new RegExp(`^${german?.missing.rules.length} of ${german?.all.rules} texts`))
  })

  test('changes nothing of the rules: every town has the same digest', () => {
    const without = new Map([...files].filter(([file]) => !file.startsWith('languages/')))
    const [a, b] = [loadRuleSet(files), loadRuleSet(without)]
    expect(b.ruleSet?.languages).toEqual([])
    expect(a.ruleSet?.base.questions.length).toBe(b.ruleSet?.base.questions.length)
    expect(a.findings.filter(({ file }) => !file.startsWith('languages/'))).toEqual(b.findings)
  })

  test.each([
    ['nl', 'The site speaks nl already.'],
    ['zz', 'zz is no tag of a language.'],
  ])('a folder called %s is refused', (tag, message) => {
    const { findings } = loadRuleSet(new Map([...files, [`languages/${tag}/pages.yaml`, 'schema: 1\ntexts: { pages: { next: X } }\n']]))
    expect(findings.filter(({ file, severity }) => file.startsWith(`languages/${tag}/`) && severity === 'error')).toMatchObject([
      { code: 'BAD_SHAPE', message },
    ])
  })

  test('horeca1 language lists what is missing, as a file that can be filled in', async () => {
    const lines: string[] = []
    const say = (line: string): void => void lines.push(line)
    const terminal = { cwd: folder, today: '2026-12-01', out: say, err: say }
    expect(await run(['language', 'de', '--rules', folder, '--json'], terminal)).toBe(0)
    const json = JSON.parse(lines.join('\n'))
    expect(json.pages.all - json.pages.missing.length).toBeGreaterThan(30)
    expect(json.rules.missing).not.toContainEqual({ nl: 'nieuwe zaak', en: 'new business' })
    lines.length = 0
    expect(await run(['language', 'tr', '--rules', folder], terminal)).toBe(0)
    const text = lines.join('\n')
    expect(text).toContain('  next: Continue')
    expect(text).toContain('- nl: nieuwe zaak\n  to: new business')
    const another = join(folder, 'languages', 'tr')
    cpSync(join(folder, 'languages', 'de'), another, { recursive: true })
    // the list itself is such a file: what the program decides more about is still to be written
    const [pages = '', rules = ''] = text.split(/^# .*$/m).slice(1)
    writeFileSync(join(another, 'pages.yaml'), `schema: 1\ntexts:\n${pages.trim().replaceAll(/^/gm, '  ')}\n`)
    writeFileSync(join(another, 'rules.yaml'), `schema: 1\ntexts:\n${rules.trim().replaceAll(/^/gm, '  ')}\n`)
    const turkish = loadRuleSet(readFiles(folder)).findings.filter(({ file }) => file.startsWith('languages/tr/'))
    expect(turkish.filter(({ severity, message }) => severity === 'error' && !/still as the program writes it/.test(message))).toEqual([])
    expect(turkish.filter(({ code }) => code === 'UNTRANSLATED').map(({ file }) => file)).toEqual(['languages/tr/pages.yaml'])
    rmSync(another, { recursive: true })
  })
})
