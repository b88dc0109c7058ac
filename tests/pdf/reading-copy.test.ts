import { describe, expect, test } from 'vitest'
import { fontsFor } from '../../src/cli/fonts.ts'
import { writeReadingCopy } from '../../src/pdf/write.ts'
import { boxesOf, contentOf, even } from './packets.ts'

// it brings no types
const { JSDOM } = (await import('jsdom' as string)) as { JSDOM: new (text: string) => { readonly window: { readonly document: Document } } }

describe.each(['manager-change', 'lunchroom-without-alcohol'])('the reading copy of %s', (example) => {
  const content = contentOf(`rules/base/examples/${example}.yaml`)
  const made = writeReadingCopy(content, fontsFor(content)).then(({ html }) => new JSDOM(html).window.document)

  test('says every box in its order: number, label, and what stands there', async () => {
    const text = even((await made).body.textContent ?? '')
    let at = 0
    for (const { box } of boxesOf(content).filter(
      ({ refused, box }) => !refused && box.options === null && box.parts === null && box.rows === null,
    )) {
      const said = even(`${box.official ?? box.nr} ${box.label} ${box.state === 'filled' ? (box.text ?? '') : ''}`)
      const found = text.indexOf(said, at)
      expect(found, said).toBeGreaterThanOrEqual(at)
      at = found
    }
  })

  test('tells ticked from not ticked, in sight and aloud', async () => {
    const page = await made
    const marks = [...page.querySelectorAll('[role=img]')]
    const wanted = boxesOf(content).flatMap(({ box, refused }) => (refused ? [] : (box.options ?? [])))
    expect(marks.map((mark) => `${mark.textContent} ${mark.getAttribute('aria-label')}`)).toEqual(
      expect.arrayContaining(['☒ aangekruist', '☐ niet aangekruist']),
    )
    expect(marks.filter((mark) => mark.textContent === '☒').length).toBeGreaterThanOrEqual(wanted.filter(({ ticked }) => ticked).length)
  })

  test('is one file: no script, nothing from elsewhere, and every link within it leads somewhere', async () => {
    const page = await made
    expect(page.querySelectorAll('script, link, img, iframe')).toHaveLength(0)
    const within = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '').filter((href) => href.startsWith('#'))
    expect(within.length).toBeGreaterThan(5)
    expect(within.filter((href) => page.getElementById(href.slice(1)) === null)).toEqual([])
    expect(page.querySelectorAll('h1')).toHaveLength(1)
  })
})
