const SVG = 'http://www.w3.org/2000/svg'
/** What a drawing consists of. Anything else is left out, with what stands in it. */
const SHAPES = new Set([
  'svg',
  'g',
  'title',
  'desc',
  'path',
  'rect',
  'line',
  'circle',
  'polyline',
  'polygon',
  'text',
  'tspan',
  'defs',
  'marker',
])
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" }
const plain = (text: string): string => text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)

/** The elements of a drawing that this site made itself, element by element: the policy of the page lets no text become a document. */
export function readDrawing(svg: string): Element {
  const root = document.createElementNS(SVG, 'svg')
  /** Where we are; null inside something that is left out. */
  const open: (Element | null)[] = []
  for (const [, close, name = '', attributes = '', empty, text] of svg.matchAll(/<(\/?)([\w:-]+)([^>]*?)(\/?)>|([^<]+)/g)) {
    const here = open.at(-1)
    if (text !== undefined) here?.append(plain(text))
    else if (close) open.pop()
    else {
      const element = open.length === 0 ? root : here && SHAPES.has(name) ? document.createElementNS(SVG, name) : null
      for (const [, key = '', value = ''] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g))
        if (element && key !== 'xmlns' && !key.startsWith('on') && !key.includes('href')) element.setAttribute(key, plain(value))
      if (element && element !== root) here?.append(element)
      if (!empty) open.push(element)
    }
  }
  return root
}
