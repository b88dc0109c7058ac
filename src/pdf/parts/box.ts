import type { BoxCoverage, FormCoverage, PacketContent } from '../../engine/assessment.ts'
import type { Lang } from '../../model/lang.ts'
import { addAll } from '../../model/util/add-all.ts'
import { type Field, LEFT, type Node, type Target, type Weight } from '../document.ts'
import { ALONG, type Flow } from '../flow.ts'
import type { Words } from '../texts.ts'
import { type Line, textOf } from '../type/wrap.ts'

/** The context in which a box is printed. */
export interface Paper {
  readonly form: FormCoverage
  readonly words: Words
  readonly lang: Lang
  /** Those whose signing pages are in this file. */
  readonly signers: PacketContent['signers']
  /** Row of a section that is printed per row. */
  readonly row: string | null
}

/** Between the content of a box and the line below it. */
const FOOT = 3
const PARTY_GAP = 12
const PARTY_SIZE = 9.5
const LABEL_SIZE = 8
const LABEL_STEP = 9.2
const ALONG_STEP = 8
/** Height of a space to write in by hand. */
const BY_HAND = 20
const BY_HAND_LONG = 58
/** A longer answer, in characters, does not read well in a box. */
const LONGEST = 420

export const isLong = (box: BoxCoverage): boolean =>
  box.parts === null && box.text !== null && box.text.length > Math.min(box.capacity ?? LONGEST, LONGEST)

/** Places of the sheets that boxes link to. */
export const signingPlace = (row: string): string => `signing ${row}`
export const continuedPlace = (form: string, box: string): string => `continued ${form}:${box}`

/** Where boxes for a signer are filled in: on their signing page, or when they log in. */
export function signedWhere({ words, form, row, signers }: Paper): { readonly text: string; readonly target?: Target } {
  if (form.copyOut) return { text: words.signedOnline }
  const signs = signers.filter((signer) => signer.forms.includes(form.id))
  const signer = signs.find((sign) => sign.row === row) ?? signs[0]
  if (!signer) return { text: words.signature }
  return { text: words.signature, target: { says: `${words.signature}: ${signer.name}`, place: signingPlace(signer.row) } }
}

/** The structure elements of a box: its text goes into the body, the rest is made when it is drawn. */
interface Elements {
  readonly body: Node
  readonly label: Node
  /** By the part or option it belongs to. */
  readonly made: Map<number, Node>
}
/** One line of a box; a box taller than a page is broken between its lines. */
interface BoxLine {
  readonly height: number
  draw(x: number, top: number, elements: Elements): void
}

/** One box: its number and label on one line, its content below them, and a line that closes it. */
export class BoxCell {
  readonly labelHeight: number
  readonly bodyHeight: number
  readonly height: number
  private readonly labels: readonly BoxLine[]
  private readonly body: readonly BoxLine[]
  private readonly origin: string
  /** Language of what is printed in the words of the form. */
  private readonly textLang: { readonly lang?: Lang }

  /** `room`: its width, in points. */
  constructor(
    private readonly flow: Flow,
    private readonly box: BoxCoverage,
    private readonly room: number,
    private readonly paper: Paper,
  ) {
    this.origin = `${paper.form.id}:${box.key}`
    this.textLang = box.state !== 'filled' || box.textLang === null || box.textLang === paper.lang ? {} : { lang: box.textLang }
    this.labels = this.labelLines()
    this.body = this.bodyLines()
    this.labelHeight = heightOf(this.labels)
    this.bodyHeight = heightOf(this.body)
    this.height = this.labelHeight + this.bodyHeight + FOOT
  }

  private labelLines(): BoxLine[] {
    return [...this.ownLabel(), ...this.alongLines(this.box.english?.label, this.box.label, this.room, -3)]
  }

  /** English beneath Dutch. `key`: of its element; `within`: the parent of that. */
  private alongLines(
    text: string | undefined,
    said: string,
    room: number,
    key: number,
    within = ({ body }: Elements): Node => body,
  ): BoxLine[] {
    const { flow, origin } = this
    if (text === undefined || text === said) return []
    return flow.wrap(text, 'regular', ALONG - 0.5, room).map((line, index, { length }) => ({
      height: index === length - 1 ? ALONG_STEP + 1 : ALONG_STEP,
      draw: (x, top, elements) => {
        const element = elementFor(elements.made, key, () => flow.add('Span', within(elements), { lang: 'en' }))
        flow.text(x, top - ALONG + 0.5, textOf(line), ALONG - 0.5, 'regular', true, element, origin, line.broken)
      },
    }))
  }

  private ownLabel(): BoxLine[] {
    const { flow, box, origin } = this
    return labelOf(flow, box, this.room).map((line) => ({
      height: LABEL_STEP,
      draw: (x, top, { label, body }) => {
        let before = ''
        for (const { text, tag } of line.pieces) {
          const isNumber = tag === 'number'
          const at = x + flow.width(before, 'bold', LABEL_SIZE)
          const within = isNumber ? label : body
          flow.text(at, top - LABEL_SIZE, text, LABEL_SIZE, isNumber ? 'bold' : 'regular', true, within, origin, line.broken)
          before += `${text} `
        }
      },
    }))
  }

  private bodyLines(): BoxLine[] {
    const { box } = this
    const filled = box.state === 'filled'
    if (filled && box.options?.some((option) => option.ticked)) return this.optionLines(box.options)
    if (filled && box.rows) return []
    if (box.parts !== null && (filled || box.state === 'missing')) return this.partyLines(box.parts)
    if (box.state === 'missing') return this.openLines()
    return this.answerLines()
  }

  /** To be filled in with a pen: all choices, or room to write. */
  private openLines(): BoxLine[] {
    const { flow, box, origin, room } = this
    const { words } = this.paper
    const says = (x: number, top: number, { body, made }: Elements): void => {
      const field = elementFor(made, -2, () => this.field(body, { role: 'tv', label: box.label }))
      flow.text(x, top - 7, words.open, 7, 'regular', false, field, origin)
    }
    if (box.options) return [{ height: 10, draw: says }, ...this.optionLines(box.options)]
    const height = box.type === 'longText' || box.type === 'table' ? BY_HAND_LONG : BY_HAND
    return [
      {
        height,
        draw: (x, top, elements) => {
          flow.shape({ x, y: top - height, width: room, height, style: 'frame' })
          says(x + 3, top - 1, elements)
        },
      },
    ]
  }

  /** A party, part by part: each with its number, as in the block that the paper form repeats; two side by side where both fit. */
  private partyLines(parts: NonNullable<BoxCoverage['parts']>): BoxLine[] {
    const half = (this.room - PARTY_GAP) / 2
    const lines: BoxLine[] = []
    for (let index = 0; index < parts.length; index++) {
      const [part, next] = [parts[index], parts[index + 1]]
      if (!part) continue
      const left = this.partLines(part, index, half)
      const right = next ? this.partLines(next, index + 1, half) : []
      const [first, second] = [left[0], right[0]]
      if (left.length === 1 && right.length === 1 && first && second) {
        index++
        lines.push({
          height: Math.max(first.height, second.height),
          draw: (x, top, elements) => {
            first.draw(x, top, elements)
            second.draw(x + half + PARTY_GAP, top, elements)
          },
        })
      } else addAll(lines, this.partLines(part, index, this.room))
    }
    return lines
  }

  private partLines({ nr, label, text }: NonNullable<BoxCoverage['parts']>[number], index: number, room: number): BoxLine[] {
    const { flow, origin } = this
    const weight = this.box.state === 'filled' ? 'bold' : 'regular'
    const parts = [
      { text: nr, tag: 'Lbl' },
      { text: `${label}:`, tag: 'LBody' },
      { text: text ?? this.paper.words.open, tag: 'Form' },
    ] as const
    const height = text === null ? 17 : 13
    const lines = flow.wrapParts(parts, weight, PARTY_SIZE, room).map(
      (line): BoxLine => ({
        height,
        draw: (x, top, { body, made }) => {
          const list = elementFor(made, -1, () => flow.add('L', body, { numbering: 'Decimal' }))
          const item = elementFor(made, 4 * index, () => flow.add('LI', list))
          let before = ''
          for (const piece of line.pieces) {
            const element =
              piece.tag === 'Lbl'
                ? elementFor(made, 4 * index + 1, () => flow.add('Lbl', item))
                : elementFor(made, 4 * index + 2, () => flow.add('LBody', item))
            const within =
              piece.tag === 'Form' ? elementFor(made, 4 * index + 3, () => this.field(element, { role: 'tv', label })) : element
            const at = x + flow.width(before, weight, PARTY_SIZE)
            flow.text(at, top - PARTY_SIZE, piece.text, PARTY_SIZE, weight, false, within, origin, line.broken)
            before += `${piece.text} `
          }
          const written = flow.width(before, weight, PARTY_SIZE)
          if (text === null && written < room)
            flow.shape({ x: x + written, y: top - 12, width: room - written, height: 0.5, style: 'rule' })
        },
      }),
    )
    const along = this.alongLines(
      this.box.english?.parts[index],
      label,
      room,
      -10 - index,
      ({ body, made }) => made.get(4 * index + 2) ?? body,
    )
    const last = lines.at(-1)
    return last && along.length > 0 ? [...lines.slice(0, -1), together([last, ...along])] : lines
  }

  private answerLines(): BoxLine[] {
    const { flow, box, origin } = this
    const weight: Weight = box.state === 'filled' ? 'bold' : 'regular'
    const grey = box.state !== 'filled' && box.state !== 'missing'
    const { text, target } = this.answer()
    return flow.wrap(text, weight, 10, this.room).map((line) => ({
      height: 12,
      draw: (x, top, { body, made }) => {
        const element = elementFor(made, 0, () =>
          target ? flow.add('Link', body, { target }) : this.field(body, { role: 'tv', label: box.label }),
        )
        flow.text(x, top - 10, textOf(line), 10, weight, grey, element, origin, line.broken)
      },
    }))
  }

  /** The content of the box, or the sheet that it is on. */
  private answer(): { text: string; target?: Target } {
    const { box } = this
    const { words, form } = this.paper
    switch (box.state) {
      case 'filled':
        return isLong(box)
          ? { text: words.continued, target: { says: `${words.continued}: ${box.label}`, place: continuedPlace(form.id, box.key) } }
          : { text: box.text ?? '' }
      case 'notApplicable':
        return {
          text: box.reason && box.reason !== words.notApplicable ? `${words.notApplicable}: ${box.reason}` : words.notApplicable,
        }
      case 'signature':
        return signedWhere(this.paper)
      case 'empty':
        return { text: words.empty }
      case 'authority':
        return { text: words.authority }
      case 'missing':
        return { text: words.open }
      default:
        return box.state satisfies never
    }
  }

  /** Options side by side, as many as fit on a line; a wider one is wrapped. */
  private optionLines(options: NonNullable<BoxCoverage['options']>): BoxLine[] {
    const { flow, room } = this
    const role = this.box.type === 'multiChoice' ? 'cb' : 'rb'
    const lines: PlacedOption[][] = [[]]
    let at = 0
    options.forEach(({ text, ticked }, index) => {
      const weight: Weight = ticked ? 'bold' : 'regular'
      const width = OPTION_INDENT + flow.width(text, 'bold', OPTION_SIZE)
      if (at > 0 && at + width > room) {
        lines.push([])
        at = 0
      }
      const field: Field = { role, checked: ticked }
      const wrapped =
        width > room ? flow.wrap(text, weight, OPTION_SIZE, room - OPTION_INDENT) : [{ pieces: [{ text, tag: null }], broken: false }]
      wrapped.forEach((line, nth) => {
        if (nth > 0) lines.push([])
        lines.at(-1)?.push({ line, field, weight, at, index, begins: nth === 0 })
      })
      at = wrapped.length > 1 ? room : at + width + OPTION_GAP
    })
    return lines.map((line) => ({
      height: 12,
      draw: (x, top, elements) => {
        for (const option of line) this.drawOption(option, x + option.at, top, elements)
      },
    }))
  }

  private drawOption({ line, field, weight, index, begins }: PlacedOption, x: number, top: number, { body, made }: Elements): void {
    const { flow, origin } = this
    const { words } = this.paper
    const ticked = weight === 'bold'
    const element = elementFor(made, 2 * index, () => flow.add('Form', body, { field }))
    if (begins) {
      const mark = flow.add('Span', element, { actual: `${ticked ? words.ticked : words.notTicked}: ` })
      flow.shape({ x, y: top - 10, width: 8, height: 8, style: 'frame', node: mark })
      if (ticked) flow.text(x + 1.8, top - 8.8, 'x', 9, 'bold', false, mark, origin)
    }
    const text = this.textLang.lang ? elementFor(made, 2 * index + 1, () => flow.add('Span', element, this.textLang)) : element
    flow.text(x + OPTION_INDENT, top - 9, textOf(line), OPTION_SIZE, weight, !ticked, text, origin, line.broken)
  }

  private field(within: Node, field: Field): Node {
    return this.flow.add('Form', within, { field, ...this.textLang })
  }

  private begin(list: Node): Elements {
    const { flow } = this
    const item = flow.add('LI', list)
    return { label: flow.add('Lbl', item), body: flow.add('LBody', item), made: new Map() }
  }

  /** `labelHeight`: of the tallest label in its row, so that answers line up. Returns the element for what else belongs to this box. */
  draw(x: number, top: number, labelHeight: number, height: number, list: Node): Node {
    const elements = this.begin(list)
    together(this.labels).draw(x, top, elements)
    together(this.body).draw(x, top - labelHeight, elements)
    this.close(x, top - height)
    return elements.body
  }

  private close(x: number, y: number): void {
    this.flow.shape({ x, y: y + 2, width: this.room, height: 0.5, style: 'rule' })
  }

  /** A box taller than a page, from the current position of the flow. */
  drawOverPages(list: Node): void {
    const { flow } = this
    const elements = this.begin(list)
    for (const line of [...this.labels, ...this.body]) {
      flow.ensure(line.height + FOOT)
      line.draw(LEFT, flow.top, elements)
      flow.space(line.height)
    }
    flow.space(FOOT)
    this.close(LEFT, flow.top)
  }
}

/** Lines kept below each other on one page. */
const together = (lines: readonly BoxLine[]): BoxLine => ({
  height: heightOf(lines),
  draw: (x, top, elements) => {
    let y = top
    for (const line of lines) {
      line.draw(x, y, elements)
      y -= line.height
    }
  },
})

const heightOf = (lines: readonly BoxLine[]): number => lines.reduce((sum, line) => sum + line.height, 0)

/** The number printed with the box. */
export const numberOf = (box: BoxCoverage): string => box.official ?? box.nr

/** Lines of number and label at this width. Measured in bold, as the number is. */
export const labelOf = (flow: Flow, box: BoxCoverage, room: number): Line<'number' | 'label'>[] =>
  flow.wrapParts<'number' | 'label'>(
    [
      { text: numberOf(box), tag: 'number' },
      { text: box.label, tag: 'label' },
    ],
    'bold',
    LABEL_SIZE,
    room,
  )

/** Width of all its options side by side, in points. */
export const widthOfOptions = (flow: Flow, options: NonNullable<BoxCoverage['options']>): number =>
  options.reduce((sum, { text }) => sum + OPTION_INDENT + flow.width(text, 'bold', OPTION_SIZE) + OPTION_GAP, -OPTION_GAP)

const OPTION_SIZE = 9
const OPTION_INDENT = 12
const OPTION_GAP = 9

interface PlacedOption {
  readonly line: Line<null>
  readonly field: Field
  readonly weight: Weight
  /** Offset from the left of the box. */
  readonly at: number
  readonly index: number
  /** Its first line, with the square before it. */
  readonly begins: boolean
}

function elementFor(made: Map<number, Node>, key: number, make: () => Node): Node {
  const known = made.get(key)
  if (known) return known
  const element = make()
  made.set(key, element)
  return element
}
