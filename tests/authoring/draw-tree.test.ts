import { describe, expect, test } from 'vitest'
import { outlineOf } from '../../src/authoring/draw/outline.ts'
import { drawTree } from '../../src/authoring/draw/tree.ts'
import type { Expr } from '../../src/feel/expr.ts'
import type { Variant } from '../../src/model/variant.ts'
import { and, fact, has, is, lit, not, num, options, or, smallVariant, town, when } from './prove-small-variant.ts'

const nasty = 'Bier & wijn <"sterk">, of \'niets\'?'
const tree = (): Variant => {
  const variant = smallVariant({
    questions: [
      { id: 'place', options: options('building', 'event') },
      { id: 'alcohol', options: options('none', 'weak'), label: { nl: nasty, en: 'Alcohol?' } },
      { id: 'terrace', type: 'multiChoice', options: options('none', 'own') },
      { id: 'music', when: when(is('alcohol', 'weak')) },
    ],
    steps: [
      { id: 'where', ask: ['place'] },
      { id: 'drinks', ask: ['alcohol'], when: is('place', 'building') },
      { id: 'outside', ask: ['terrace', 'music'], when: not(is('alcohol', 'none')) },
      { id: 'last', ask: ['music'] },
    ],
    stops: [{ id: 'event', after: 'where', when: is('place', 'event') }],
  })
  return { ...variant, name: 'Dorp & <Stad>' }
}

/** Enough of XML to see that every element is closed in its order and no text breaks out. */
function wellFormed(xml: string): boolean {
  const open: string[] = []
  const rest = xml.replace(
    /<(\/?)([a-z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, closing: string, name: string, _attributes: string, empty: string) => {
      if (closing) return open.pop() === name ? '' : '<wrong>'
      if (!empty) open.push(name)
      return ''
    },
  )
  return open.length === 0 && !/[<>]/.test(rest) && !/&(?!(amp|lt|gt|quot|#39);)/.test(rest)
}

describe('the tree as an SVG', () => {
  const svg = drawTree(tree(), 'svg', 'nl')

  test('is well formed, whatever stands in the texts', () => {
    expect(wellFormed(svg)).toBe(true)
    expect(wellFormed('<a><b></a></b>')).toBe(false)
    expect(wellFormed('<a>&</a>')).toBe(false)
  })

  test('has a role, a title and a description that names every step and stop', () => {
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="tree-title tree-desc" lang="nl"/)
    expect(svg).toContain('<title id="tree-title">Beslisboom van Dorp &amp; &lt;Stad&gt;</title>')
    const description = /<desc id="tree-desc">([^<]*)</.exec(svg)?.[1] ?? ''
    for (const part of [
      '1. where',
      '2. drinks (alleen als “place” is “building”)',
      '3. outside',
      '4. last',
      'Andere weg: “place” is “event”.',
    ])
      expect(description).toContain(part)
  })

  test('needs no style, no script, no font and no address from elsewhere', () => {
    expect(svg).not.toMatch(/<style|style=|<script|\son[a-z]+=|<image|<a\s|@import|href=/)
    expect(svg.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg'])
  })

  test('keeps every line of text inside its box', () => {
    for (const group of svg.match(/<g>[\s\S]*?<\/g>/g) ?? []) {
      const [, x = 0, y = 0, width = 0, height = 0] = (/rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/.exec(group) ?? []).map(
        Number,
      )
      for (const [, textX, textY, content = ''] of group.matchAll(/<text x="(\d+)" y="(\d+)"[^>]*>([^<]*)</g)) {
        expect(Number(textX)).toBeGreaterThan(x)
        expect(Number(textX) + content.replace(/&[a-z#0-9]+;/g, '_').length * 7.4).toBeLessThan(x + width)
        expect(Number(textY)).toBeLessThan(y + height)
      }
    }
  })

  test("marks the steps of one's own path", () => {
    const own = drawTree(tree(), 'svg', 'nl', new Set(['drinks']))
    expect(own).toContain('2. drinks (uw weg)')
    expect(own.match(/stroke-width="4"/g)).toHaveLength(1)
    expect(svg).not.toContain('stroke-width="4"')
  })
})

describe('the tree as Mermaid text', () => {
  test('leads past steps with a condition', () => {
    const text = drawTree(tree(), 'mermaid', 'en')
    const arrows = text.split('\n').filter((line) => line.includes('-->'))
    expect(arrows.map((line) => line.trim().replace(/\|"(.*)"\|/, (_, label: string) => `|${label.length > 0 ? '…' : ''}|`))).toEqual([
      'begin --> step_where',
      'step_where -->|…| stop_event',
      'step_where -->|…| step_drinks',
      'step_where -->|…| step_outside',
      'step_where --> step_last',
      'step_drinks -->|…| step_outside',
      'step_drinks --> step_last',
      'step_outside --> step_last',
      'step_last --> done',
    ])
  })

  test('lets no quote of a text end the label', () => {
    const lines = drawTree(tree(), 'mermaid', 'nl').split('\n').slice(3)
    for (const line of lines) expect([0, 2]).toContain((line.match(/"/g) ?? []).length)
    expect(lines.join()).toContain('Bier #38; wijn #60;#34;sterk#34;#62;')
  })
})

describe('the tree as a list', () => {
  test('says conditions in the words of the questions, and keeps FEEL where words would not be exact', () => {
    const variant = {
      ...tree(),
      parameters: smallVariant({ questions: [], steps: [], parameters: [{ id: 'town.mode', type: 'text', value: 'x' }] }).parameters,
    }
    const said = (expr: Expr): string | null => {
      const [first, ...rest] = variant.steps
      return first ? (outlineOf({ ...variant, steps: [{ ...first, when: when(expr) }, ...rest] }, 'en').steps[0]?.condition ?? null) : null
    }
    expect(said(is('place', 'building'))).toBe('“place” is “building”')
    expect(said(not(has('terrace', 'own')))).toBe('not (“terrace” with “own”)')
    expect(said(and(is('place', 'building'), or(is('alcohol', 'weak'), fact('music'))))).toBe(
      '“place” is “building” and (“Alcohol” is “weak” or “music”: yes)',
    )
    expect(said(or(is('alcohol', 'weak'), is('place', 'building'), is('alcohol', 'none')))).toBe(
      '“Alcohol” is “weak” or “none” or “place” is “building”',
    )
    expect(said({ op: '>', left: fact('place'), right: num(50) })).toBe('“place” > 50')
    expect(said({ op: '=', left: town('town.mode'), right: lit('always') })).toBe('“town.mode” is always')
    const sum: Expr = { op: '>', left: { op: '+', left: num(1), right: num(2) }, right: num(50) }
    expect(said(sum)).toBe(JSON.stringify(sum))
  })

  test('is drawn for the usual kind of application: what others are asked is left out', () => {
    const small = smallVariant({
      questions: [
        { id: 'application.kind', options: options('new', 'closing') },
        { id: 'place' },
        { id: 'shut' },
        { id: 'music', when: when(and(is('place', true), not(is('application.kind', 'closing')))) },
      ],
      steps: [
        { id: 'where', ask: ['place'], when: not(is('application.kind', 'closing')) },
        { id: 'end', ask: ['shut'], when: is('application.kind', 'closing') },
        { id: 'sound', ask: ['music'], when: and(or(is('application.kind', 'new'), is('place', true)), is('place', false)) },
      ],
    })
    const outline = outlineOf(small, 'en')
    expect(outline.summary).toBe('Drawn for: new. 2 steps from top to bottom.')
    expect(
      outline.steps.map(({ id, place, condition, questions }) => ({ id, place, condition, asked: questions.map((one) => one.condition) })),
    ).toEqual([
      { id: 'where', place: 1, condition: null, asked: [null] },
      { id: 'sound', place: 2, condition: '“place” is no', asked: ['“place” is yes'] },
    ])
  })

  test('gives options, stops and what may follow', () => {
    const { steps } = outlineOf(tree(), 'en')
    expect(steps[0]).toMatchObject({
      place: 1,
      condition: null,
      next: ['drinks', 'outside', 'last'],
      stops: [{ id: 'event', condition: '“place” is “event”' }],
    })
    expect(steps[2]?.questions).toMatchObject([
      { id: 'terrace', options: ['none', 'own'] },
      { id: 'music', options: ['yes', 'no'], condition: '“Alcohol” is “weak”' },
    ])
    expect(steps[3]?.next).toEqual([null])
  })
})
