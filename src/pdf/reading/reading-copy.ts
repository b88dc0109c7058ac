import { lowest } from '../../model/util/extremes.ts'
import type { Node, PacketDocument, Place, Role, TextRun } from '../document.ts'

/** Content of an element: texts and elements, in the order in which they were drawn. */
type Kid = { readonly at: number } & ({ readonly run: TextRun } | { readonly node: Node })

const INLINE: ReadonlySet<Role> = new Set(['Span', 'Link', 'Reference', 'Form', 'Lbl'])
const TAGS: Readonly<Record<Exclude<Role, 'H1' | 'H2' | 'H3'>, string>> = {
  Document: 'main',
  Sect: 'section',
  P: 'p',
  Span: 'span',
  Link: 'span',
  Form: 'span',
  Reference: 'span',
  TOC: 'ul',
  TOCI: 'li',
  Table: 'table',
  TR: 'tr',
  TH: 'th',
  TD: 'td',
  L: 'ul',
  LI: 'li',
  Lbl: 'span',
  LBody: 'div',
  Figure: 'p',
}

const STYLE = `body{margin:0 auto;max-width:46rem;padding:1rem;font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;overflow-wrap:anywhere}
h1,h2,h3,h4{line-height:1.25;margin:1.5em 0 .5em}
h2{border-top:2px solid #1a1a1a;padding-top:.75rem}
a{color:#0b4a8f}
table{width:100%;border-collapse:collapse;margin:1rem 0}
th,td{border-bottom:1px solid #767676;padding:.25rem .5rem .25rem 0;text-align:left;vertical-align:top}
ul{padding-left:1.25rem}
ul.boxes,ul.boxes ul{list-style:none;padding-left:0}
li{margin:.25rem 0}
.number{font-weight:bold}
.field{font-weight:bold}
.option{font-weight:normal}
.picture{border:1px solid #767676;padding:.5rem}
@media print{body{max-width:none}}`

/** The words of a packet as one HTML file without scripts, which any browser opens and any screen reader reads: made from the structure that its
 * pages are tagged with, so it says what they say, in the same order. */
export const readingCopy = (packet: PacketDocument): string => `<!doctype html>
<html lang="${packet.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(packet.title)}</title>
<style>${STYLE}</style>
</head>
<body>
${new Elements(packet).write(packet.root)}</body>
</html>
`

/** Writes the elements of a packet as those of HTML. */
class Elements {
  private readonly own: ReturnType<typeof textsOf>['own']
  private readonly first: readonly First[]
  private readonly ids: ReadonlyMap<Node, string>
  private readonly begins = new Map<Node, number>()
  private titles = 0

  constructor(private readonly packet: PacketDocument) {
    const { own, first } = textsOf(packet)
    this.own = own
    this.first = first
    this.ids = idsOf(packet, first)
  }

  write(node: Node): string {
    // drawn as a box, read aloud as its state
    if (node.actual !== undefined) return ''
    if (node.role === 'Figure') return `<p class="picture"${this.idOf(node)}>${escaped(node.alt ?? '')}</p>\n`
    const inside = this.kidsOf(node)
      .map((kid) => ('run' in kid ? textOf(kid.run) : this.write(kid.node)))
      .join('')
    return this.element(node, inside.trimEnd())
  }

  private beginOf(node: Node): number {
    const known = this.begins.get(node)
    if (known !== undefined) return known
    const [text] = this.own.get(node) ?? []
    const found = Math.min(text?.at ?? Number.POSITIVE_INFINITY, lowest(node.children.map((child) => this.beginOf(child))))
    this.begins.set(node, found)
    return found
  }

  private isEmpty(node: Node): boolean {
    return this.beginOf(node) === Number.POSITIVE_INFINITY && node.alt === undefined
  }

  private kidsOf(node: Node): Kid[] {
    const texts = (this.own.get(node) ?? []).map(({ at, run }): Kid => ({ at, run }))
    const below = node.children
      .filter((child) => isCell(child) || !this.isEmpty(child))
      .map((child): Kid => ({ at: this.beginOf(child), node: child }))
    // cells without text keep their place
    return texts.length > 0 ? [...texts, ...below].sort((a, b) => a.at - b.at) : below
  }

  private idOf(node: Node): string {
    return this.ids.has(node) ? ` id="${this.ids.get(node)}"` : ''
  }

  private element(node: Node, inside: string): string {
    const { role, lang, target, field, scope } = node
    const about = `${this.idOf(node)}${lang ? ` lang="${lang}"` : ''}`
    if (role === 'Link' && target) return `<a${about} href="${escaped(this.hrefOf(target))}">${inside}</a> `
    if (field && field.role !== 'tv') return option(node, field.checked, about, inside)
    if (role === 'Form') return isInline(node) ? `<span class="field"${about}>${inside}</span> ` : `<div${about}>${inside}</div>\n`
    if (role === 'Lbl') return `<span class="number"${about}>${inside}</span> `
    if (role === 'Span' || role === 'Reference') return `<span${about}>${inside}</span> `
    if (role === 'TH' && inside !== '') return `<th${about} scope="${scope === 'Row' ? 'row' : 'col'}">${inside}</th>`
    if (role === 'TH' || role === 'TD') return `<td${about}>${inside}</td>`
    if (role === 'L') return `<ul class="boxes"${about}>\n${inside}\n</ul>\n`
    if (role === 'H1' || role === 'H2' || role === 'H3') return this.heading(role, about, inside)
    if (role === 'P' && !isInline(node)) return `<div${about}>${inside}</div>\n`
    return `<${TAGS[role]}${about}>${inside}</${TAGS[role]}>\n`
  }

  private heading(role: 'H1' | 'H2' | 'H3', about: string, inside: string): string {
    // the first title is that of the file; headings after the cover are one level deeper
    if (role === 'H1') this.titles++
    const level = Number(role.slice(1)) + (this.titles > 1 ? 1 : 0)
    return `<h${level}${about}>${inside}</h${level}>\n`
  }

  private hrefOf(target: NonNullable<Node['target']>): string {
    if ('address' in target) return target.address
    const place = this.packet.places.get(target.place)
    const node = place && nodeAt(this.first, place)
    return `#${(node && this.ids.get(node)) ?? ''}`
  }
}

/** A choice with its square, as it is heard. */
function option({ children }: Node, checked: boolean, about: string, inside: string): string {
  const heard = children.find(({ actual }) => actual !== undefined)?.actual?.replace(/: $/, '') ?? ''
  return `<span class="${checked ? 'field' : 'option'}"${about}><span role="img" aria-label="${escaped(heard)}">${checked ? '☒' : '☐'}</span> ${inside}</span> `
}

const isCell = ({ role }: Node): boolean => role === 'TD' || role === 'TH'
const isInline = (node: Node): boolean => node.children.every((child) => INLINE.has(child.role) && isInline(child))

/** Words are separated by spaces, except where one continues on the next line. */
const textOf = ({ text, broken }: TextRun): string => escaped(broken ? text : `${text} `)

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

interface First extends Place {
  readonly node: Node
}

/** The texts of each element, numbered through the file, and where each element begins. */
function textsOf({ pages }: PacketDocument): { own: Map<Node, { at: number; run: TextRun }[]>; first: First[] } {
  const own = new Map<Node, { at: number; run: TextRun }[]>()
  const first: First[] = []
  let at = 0
  pages.forEach(({ placements }, index) => {
    for (const placement of placements) {
      const { node } = placement
      if (!node) continue
      at += 1
      const known = own.get(node) ?? []
      if (!own.has(node)) first.push({ node, page: index + 1, top: placement.y })
      if (placement.kind === 'text') known.push({ at, run: placement })
      own.set(node, known)
    }
  })
  return { own, first }
}

/** The first element at or below a place. */
const nodeAt = (first: readonly First[], { page, top }: Place): Node | undefined =>
  first.find((each) => each.page === page && each.top <= top)?.node

/** Ids of the elements that links lead to. */
function idsOf({ places }: PacketDocument, first: readonly First[]): Map<Node, string> {
  const ids = new Map<Node, string>()
  for (const place of places.values()) {
    const node = nodeAt(first, place)
    if (node && !ids.has(node)) ids.set(node, `p${ids.size + 1}`)
  }
  return ids
}
