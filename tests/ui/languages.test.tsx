// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { render } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { COVERAGE, coverageWord } from '../../src/engine/forms/box-coverage.ts'
import { formatCents, formatCountry, formatDate, formatPeriod, formatYesNo } from '../../src/engine/forms/format.ts'
import { readYaml } from '../../src/model/files/read-yaml.ts'
import { inPlainEnglish, speak, withinSentence, wordsIn } from '../../src/model/lang.ts'
import { bare } from '../../src/model/languages/bare.ts'
import { directionOf } from '../../src/model/languages/direction.ts'
import type { LanguagePagesFile } from '../../src/model/languages/file-schema.ts'
import { readPageWords } from '../../src/model/languages/page-words.ts'
import { passage } from '../../src/model/languages/passages.ts'
import { shown, showWith } from '../../src/ui/jsx/shown.ts'
import { languageOf } from '../../src/ui/languages/added-language.ts'
import { EN } from '../../src/ui/text/en.ts'
import { STAGES } from '../../src/ui/text/later/stages.ts'
import { UNDO } from '../../src/ui/text/later/undo.ts'
import { NL } from '../../src/ui/text/nl.ts'

// a language of files in the place of English: its own words, and English marked as such where it has none

const file = readFileSync(join(import.meta.dirname, '../languages/de/pages.yaml'), 'utf8')
const { source } = readYaml('languages/de/pages.yaml', file)
const { words: pages } = readPageWords(source, source.value as LanguagePagesFile)
const german = languageOf('de', 'Deutsch', { pages, base: [], towns: [] })
const PAGES = { name: 'pages', nl: NL, en: EN }

afterEach(() => {
  speak(null)
  showWith((_, props) => props)
})
/** As the page of somebody who reads German. */
function speakGerman(): void {
  speak(languageOf('de', 'Deutsch', { pages, base: [], towns: [] }))
}
const html = (element: React.ReactElement): string => render(element).container.innerHTML

describe('the words of the pages', () => {
  const words = german.words(PAGES) as typeof EN
  test('are those of the files', () => {
    expect(words.next).toBe('Weiter')
    expect(words.step(2, 9, false)).toBe('Frage 2 von höchstens 9')
    expect(words.step(2, 9, true)).toBe('Frage 2 von 9')
    expect(words.noLongerCounted(1)).toMatch(/^Durch Ihre Änderung zählt 1 /)
    expect(words.packet.made(12, '340 kB')).toBe('Die PDF ist fertig: 12 Seiten, 340 kB.')
    expect(words.start.haveList).toEqual(['die KVK-Nummer und die Rechtsform', 'Namen und Geburtsdaten'])
    expect((german.words(STAGES) as typeof STAGES.en).names.know).toBe('Erfahren')
  })

  test('and English, marked, where the files have none: in a text, a list, a group, and around what is put in', () => {
    expect(words.why).toBe(passage('Why do we ask this?', 'en'))
    expect(words.info.privacyText).toEqual(EN.info.privacyText.map((text) => passage(text, 'en')))
    expect(words.newTab).toBe(passage('opens in a new tab', 'en'))
    expect((german.words(STAGES) as typeof STAGES.en).names.attach).toBe(passage('Attach', 'en'))
    const { last } = german.words(UNDO) as typeof UNDO.en
    expect(bare(last.added('Herr Schmidt'))).toBe('Added: Herr Schmidt')
    expect(last.added('Herr Schmidt')).toBe(passage(`Added: ${passage('Herr Schmidt', 'page')}`, 'en'))
  })

  test('of a group are made once', () => expect(german.words(STAGES)).toBe(german.words(STAGES)))
})

describe('while the page speaks German', () => {
  test('its words come in the place of the English ones, and paper stays English', () => {
    speakGerman()
    expect(wordsIn(PAGES, 'nl').next).toBe('Verder')
    expect(wordsIn(PAGES, 'en').next).toBe('Weiter')
    expect(inPlainEnglish(() => wordsIn(PAGES, 'en').next)).toBe('Continue')
    expect(coverageWord('none')).toEqual({ nl: COVERAGE.nl.none, en: passage('not applicable', 'en') })
    expect(() =>
      inPlainEnglish(() => {
        throw new Error('on the way')
      }),
    ).toThrow('on the way')
    expect(wordsIn(PAGES, 'en').next).toBe('Weiter')
  })

  test.each<[string, () => string, string, string]>([
    ['dates', () => formatDate('2026-05-01', 'en'), '1. Mai 2026', '1 May 2026'],
    ['amounts', () => formatCents(188210, 'en'), '1.882,10\u00a0€', '€1,882.10'],
    ['countries', () => formatCountry('BE', 'en'), 'Belgien', 'Belgium'],
    ['yes', () => formatYesNo(true, 'en'), 'ja', 'yes'],
    ['periods, without words in the file', () => bare(formatPeriod(42, 'en')), '6 weeks', '6 weeks'],
    ['names in a sentence', () => withinSentence('Terrasse', 'en'), 'Terrasse', 'terrasse'],
  ])('%s', (_, write, inGerman, inEnglish) => {
    expect(write()).toBe(inEnglish)
    speakGerman()
    expect(write()).toBe(inGerman)
    expect(inPlainEnglish(write)).toBe(inEnglish)
  })
})

describe('where texts become elements, passages say which language they are in', () => {
  const why = passage('Why?', 'en')
  const mixed = `Schritt: ${passage(`the ${passage('Terrasse', 'page')} card`, 'en')}`
  test.each<[string, () => React.ReactElement, string]>([
    ['a whole element', () => <p>{why}</p>, '<p lang="en">Why?</p>'],
    ['a part of one', () => <p>{mixed}</p>, '<p>Schritt: <span lang="en">the <span lang="de">Terrasse</span> card</span></p>'],
    [
      'beside another element',
      () => (
        <p>
          {why} <b>ja</b>
        </p>
      ),
      '<p><span lang="en">Why?</span> <b>ja</b></p>',
    ],
    ['a text beside text', () => <p>Ja: {why}</p>, '<p>Ja: <span lang="en">Why?</span></p>'],
    ['in a fragment', () => <>{why}</>, '<span lang="en">Why?</span>'],
    ['an option, which holds no element', () => <option>{why}</option>, '<option lang="en">Why?</option>'],
    ['an option in two languages', () => <option>{mixed}</option>, '<option>Schritt: the Terrasse card</option>'],
    ['a name that is only heard', () => <nav aria-label={why} />, '<nav aria-label="Why?" lang="en"></nav>'],
    [
      'a name beside text of the page',
      () => (
        <button type="button" aria-label={why}>
          ja
        </button>
      ),
      '<button type="button" aria-label="Why?">ja</button>',
    ],
    ['an element that has its language', () => <p lang="nl">{why}</p>, '<p lang="nl"><span lang="en">Why?</span></p>'],
    ['an address', () => <a href={`#${why}`}>ja</a>, '<a href="#Why?">ja</a>'],
    [
      'in a drawing',
      () => (
        <svg role="img" aria-label="ja">
          <text>{mixed}</text>
        </svg>
      ),
      '<svg role="img" aria-label="ja"><text>Schritt: <tspan lang="en">the <tspan lang="de">Terrasse</tspan> card</tspan></text></svg>',
    ],
    ['nothing to mark', () => <p title="ja">{3} Fragen</p>, '<p title="ja">3 Fragen</p>'],
  ])('%s', (_, element, expected) => {
    speakGerman()
    expect(html(element())).toBe(expected)
  })

  test('and in Dutch and English the properties are those that were given', () => {
    const props = { children: 'ja' }
    expect(shown('p', props, {} as never)).toBe(props)
  })
})

describe('while the page speaks a language that is written from the right', () => {
  const speakArabic = (): void => speak(languageOf('ar', 'العربية', { pages: {}, base: [], towns: [] }))
  test.each([
    ['a passage that fills an element', () => <p>{passage('Continue', 'en')}</p>, '<p lang="en" dir="ltr">Continue</p>'],
    ['a passage within a text', () => <p>{`نعم ${passage('Continue', 'en')}`}</p>, '<p>نعم <span lang="en" dir="ltr">Continue</span></p>'],
    [
      'what is put into a passage',
      () => <p>{passage(`Added: ${passage('اسم', 'page')}`, 'en')}</p>,
      '<p><span lang="en" dir="ltr">Added: <span lang="ar" dir="rtl">اسم</span></span></p>',
    ],
    // its mark stays on the side of the list
    [
      'two passages after one another',
      () => <p>{`${passage('It is done.', 'en')} ${passage('Go on.', 'en')}`}</p>,
      '<p lang="en" dir="ltr">It is done. Go on.</p>',
    ],
    [
      'a paragraph with a link in it',
      () => (
        <p>
          {passage('Read the', 'en')} <a href="#x">{passage('statement', 'en')}</a>.
        </p>
      ),
      '<p lang="en" dir="ltr"><span lang="en" dir="ltr">Read the</span> <a href="#x" lang="en" dir="ltr">statement</a>.</p>',
    ],
    [
      'a paragraph with words of the page in it',
      () => (
        <p>
          {passage('Read the', 'en')} <a href="#x">نعم</a>
        </p>
      ),
      '<p><span lang="en" dir="ltr">Read the</span> <a href="#x">نعم</a></p>',
    ],
    [
      'what holds more than a line',
      () => (
        <div>
          <span>{passage('Continue', 'en')}</span>
        </div>
      ),
      '<div><span lang="en" dir="ltr">Continue</span></div>',
    ],
    ['an item of a list', () => <li>{passage('Continue', 'en')}</li>, '<li><span lang="en" dir="ltr">Continue</span></li>'],
    ['what is typed', () => <input id="name" />, '<input id="name" dir="auto">'],
    ['a drawing', () => <svg aria-hidden="true" />, '<svg aria-hidden="true" direction="ltr"></svg>'],
    ['a text of the page', () => <p>نعم</p>, '<p>نعم</p>'],
  ])('%s stands in its own direction', (_, element, expected) => {
    speakArabic()
    expect(html(element())).toBe(expected)
  })

  test.each([
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['ku-Arab', 'rtl'],
    ['ku', 'ltr'],
    ['az-Arab', 'rtl'],
    ['tr', 'ltr'],
    ['pl', 'ltr'],
  ] as const)('%s is written %s', (tag, direction) => expect(directionOf(tag)).toBe(direction))
})
