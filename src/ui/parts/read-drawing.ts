const SVG = 'http://www.w3.org/2000/svg'
/** The elements a drawing may consist of. Anything else is dropped, with its content. */
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

/** Builds a drawing that this site made itself, element by element: the policy of the page forbids parsing text into a document. */
export function readDrawing(svg: string): Element {
  const root = document.createElementNS(SVG, 'svg')
  /** The open elements; null inside one that is dropped. */
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
