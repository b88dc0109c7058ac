import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readMark } from '../../src/model/house-style/mark.ts'
import { SHIPPED_TOWNS } from '../engine/shipped.ts'

const svg = (inside: string, head = ''): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"${head}>${inside}</svg>`
const RED = '<rect width="4" height="4" fill="#f00"/>'

function pathsOf(text: string) {
  const read = readMark(text)
  if (!('box' in read)) throw new Error(JSON.stringify(read.problem))
  return read.paths
}

describe('a mark is read as shapes', () => {
  test('with the paint of what holds them, and where they lie', () => {
    const [path] = pathsOf(svg('<g fill="#0A0" transform="translate(1,2)"><path transform="scale(2)" d="M0 0L1 1" stroke="white"/></g>'))
    expect(path).toEqual({
      d: 'M0 0L1 1',
      fill: '#00AA00',
      evenOdd: false,
      stroke: '#FFFFFF',
      strokeWidth: 1,
      cap: 'butt',
      join: 'miter',
      matrix: [2, 0, 0, 2, 1, 2],
    })
  })

  test.for([
    ['rect', '<rect x="1" y="2" width="3" height="4"/>', 'M1 2h3v4h-3z'],
    ['circle', '<circle cx="5" cy="5" r="2"/>', 'M3 5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z'],
    ['line', '<line x1="1" y1="2" x2="3" y2="4"/>', 'M1 2L3 4'],
    ['polygon', '<polygon points="0,0 1,1 2,0"/>', 'M0 0L1 1L2 0z'],
    ['style', '<path style="fill:#123456" d="M0 0h1"/>', 'M0 0h1'],
  ] as const)('%s', ([, shape, d]) => {
    expect(pathsOf(svg(shape))[0]?.d).toBe(d)
  })

  test('without what words and editors leave in it', () => {
    const text = `<?xml version="1.0"?><!-- made by hand -->${svg(`<title>Merk</title>${RED}`, ' id="a" role="img" aria-label="Merk"')}`
    expect(JSON.stringify(pathsOf(text))).not.toMatch(/Merk|hand/)
  })

  test('each mark that is shipped', () => {
    for (const town of SHIPPED_TOWNS) expect(pathsOf(readFileSync(`rules/municipalities/${town}/mark.svg`, 'utf8')), town).toHaveLength(2)
  })
})

test.for([
  ['a script', '<script>alert(1)</script>'],
  ['a script in other letters', '<SCRIPT>alert(1)</SCRIPT>'],
  ['a handler', '<rect width="1" height="1" onload="alert(1)"/>'],
  ['a link', '<a href="https://example.org"><rect width="1" height="1"/></a>'],
  ['a picture from elsewhere', '<image href="https://example.org/x.png"/>'],
  ['a use', '<use href="#a"/>'],
  ['an address as a colour', '<rect width="1" height="1" fill="url(https://example.org/x)"/>'],
  ['a style sheet', '<style>@import "https://example.org"</style>'],
  ['a style with an address', '<rect width="1" height="1" style="background:url(https://example.org)"/>'],
  ['a page inside', '<foreignObject><div/></foreignObject>'],
  ['an animation', '<rect width="1" height="1"><animate attributeName="x"/></rect>'],
  ['CDATA', '<![CDATA[<script>]]>'],
  ['words', 'hello'],
  ['an unclosed tag', '<g>'],
  ['a tag in an attribute', '<path d="<script>"/>'],
  ['an entity', '&lt;script&gt;'],
  ['no shapes', ''],
  ['a side beyond all bounds', '<rect width="1e308" height="1"/>'],
  ['a place beyond all bounds', '<path d="M0 0L1e999 1"/>'],
  ['a scale that multiplies beyond all bounds', `<g transform="${'scale(9)'.repeat(400)}"><rect width="1" height="1"/></g>`],
  ['what multiplies to no number', `<g transform="${'scale(1e9)'.repeat(40)} scale(0)"><rect width="1" height="1"/></g>`],
  ['a line beyond all bounds', '<path d="M0 0h1" stroke="#000" stroke-width="1e9"/>'],
] as const)('what is no mark is refused: %s', ([, inside]) => {
  expect(readMark(svg(inside))).toHaveProperty('problem')
})

test('a DOCTYPE, text that is no SVG and two roots are refused', () => {
  for (const text of [
    `<svg viewBox="0 0 1e999 1">${RED}</svg>`,
    `<!DOCTYPE svg [<!ENTITY x "y">]>${svg(RED)}`,
    'PNG',
    '',
    '<html></html>',
    `${svg(RED)}${svg(RED)}`,
  ])
    expect(readMark(text), text).toHaveProperty('problem')
})
