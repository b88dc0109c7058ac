import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib'
import { toLatin1 } from '../../model/util/bytes/latin1.ts'
import { type Matrix, matrixOf, SAME, times } from '../../model/util/matrix.ts'
import { CMYK, GREY, RGB, type Space, spaceOf } from './colours.ts'
import { type Letters, readLetters } from './letters.ts'
import { Bytes, type Inline, Lexer, Name, type Operand } from './lexer.ts'
import { takePicture } from './pictures.ts'
import { type Budget, type DrawnObject, NotDrawn, type Sheet } from './sheets.ts'
import { Entries, streamBytes } from './unpack.ts'

/** How deep graphics states may be saved (ISO 19005-3, 6.1.13: 28, of which the packet takes a few). */
const DEEPEST = 22
/** How deep drawings (form XObjects) may be nested. */
const NESTED = 12

/** Operators that are copied as they are: paths, clipping, lines. With their number of operands. */
const PLAIN: Readonly<Record<string, number>> = {
  m: 2, l: 2, c: 6, v: 4, y: 4, h: 0, re: 4, S: 0, s: 0, f: 0, F: 0, 'f*': 0, B: 0, 'B*': 0, b: 0, 'b*': 0, n: 0, W: 0, 'W*': 0, w: 1, J: 1, j: 1, M: 1,
} // biome-ignore format: a table
/** Operators that draw nothing: marked content for reader programs, hints for printers. */
const LEFT_OUT = new Set(['BMC', 'EMC', 'MP', 'DP', 'ri', 'i', 'BX', 'EX', 'd0', 'd1'])

/** The objects that all pages of an attachment share, numbered. */
export class DrawnObjects {
  readonly all: DrawnObject[] = []
  private readonly pictures = new Map<PDFRawStream, number>()
  private readonly shapes = new Map<string, number | null>()
  private readonly fonts = new Map<PDFDict, Letters | 'none'>()

  put(object: DrawnObject): number {
    return this.all.push(object) - 1
  }

  picture(stream: PDFRawStream, make: () => number): number {
    const known = this.pictures.get(stream) ?? make()
    this.pictures.set(stream, known)
    return known
  }

  letters(font: Entries): Letters {
    let known = this.fonts.get(font.dict)
    if (known === undefined) {
      try {
        known = readLetters(font)
      } catch {
        known = 'none'
      }
      this.fonts.set(font.dict, known)
    }
    if (known === 'none') throw new NotDrawn('letters')
    return known
  }

  /** The outline of a glyph as an object; null: there is nothing to see. */
  shape(font: Entries, letters: Letters, glyph: number): number | null {
    const key = `${this.numberOf(font.dict)} ${glyph}`
    let known = this.shapes.get(key)
    if (known === undefined) {
      const outline = outlineOf(letters, glyph)
      known =
        outline &&
        this.put({
          dict: { Type: 'XObject', Subtype: 'Form', BBox: outline.box, Resources: { dict: {} } },
          bytes: toLatin1(outline.path),
          raw: true,
        })
      this.shapes.set(key, known)
    }
    return known
  }

  private readonly numbers = new Map<PDFDict, number>()
  private numberOf(dict: PDFDict): number {
    const known = this.numbers.get(dict) ?? this.numbers.size
    this.numbers.set(dict, known)
    return known
  }
}

function outlineOf(letters: Letters, glyph: number): ReturnType<Letters['outlineOf']> {
  try {
    return letters.outlineOf(glyph)
  } catch {
    throw new NotDrawn('letters')
  }
}

interface Graphics {
  readonly fill: Space
  readonly stroke: Space
  readonly ctm: Matrix
  /** Text state is part of the graphics state: it carries over past a `q`, as in other programs. */
  readonly font: Entries | null
  readonly size: number
  readonly letterSpace: number
  readonly wordSpace: number
  readonly stretch: number
  readonly leading: number
  readonly rise: number
  readonly mode: number
  readonly isSolid: boolean
}

const BEGIN: Graphics = {
  fill: GREY,
  stroke: GREY,
  ctm: SAME,
  font: null,
  size: 0,
  letterSpace: 0,
  wordSpace: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  isSolid: true,
}

/** Redraws the content of a page, with the drawings inside it in their place. */
export class Redraw {
  private readonly parts: string[] = []
  private readonly uses = new Set<number>()
  private readonly solid = new Map<string, readonly [number, number]>()
  private state: Graphics = BEGIN
  private readonly saved: Graphics[] = []
  private line: Matrix = SAME
  private text: Matrix = SAME

  constructor(
    private readonly context: PDFContext,
    private readonly objects: DrawnObjects,
    private readonly budget: Budget,
    /** No layer of the file is hidden. */
    private readonly showsAll: boolean,
  ) {}

  /** What was drawn. */
  sheet(width: number, height: number): Sheet {
    return {
      width,
      height,
      content: this.parts.join('\n'),
      uses: [...this.uses],
      solid: [...this.solid].map(([name, [stroke, fill]]) => [name, stroke, fill] as const),
    }
  }

  /** Draws in coordinates of its own, clipped to `box`. */
  within(matrix: Matrix, box: readonly number[] | undefined, draw: () => void): void {
    const before = this.state
    this.put('q')
    this.state = { ...this.state, ctm: times(matrix, this.state.ctm) }
    if (matrix.some((value, index) => value !== SAME[index])) this.put(`${matrix.map(n).join(' ')} cm`)
    if (box && box.length >= 4) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box
      this.put(`${[Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1)].map(n).join(' ')} re W n`)
    }
    const depth = this.saved.length
    draw()
    // close every `q` left open
    while (this.saved.length > depth) this.restore()
    this.put('Q')
    this.state = before
  }

  /** Draws operators, with names looked up in `resources`. */
  content(bytes: Uint8Array, resources: Entries | undefined, nested = 0): void {
    if (nested > NESTED) throw new NotDrawn('bomb')
    const depth = this.saved.length
    const lexer = new Lexer(bytes)
    const [line, text] = [this.line, this.text]
    for (let next = lexer.next(); next !== null; next = lexer.next()) {
      this.budget.spend(1)
      // a `Q` without its `q`
      if (next.operator === 'Q' && this.saved.length <= depth) continue
      this.operator(next.operator, next.operands, next.inline, resources, nested)
    }
    while (this.saved.length > depth) this.restore()
    this.line = line
    this.text = text
  }

  private put(text: string): void {
    this.budget.write(text.length + 1)
    this.parts.push(text)
  }

  private restore(): void {
    this.put('Q')
    this.state = this.saved.pop() ?? BEGIN
  }

  private operator(
    operator: string,
    operands: readonly Operand[],
    inline: Inline | undefined,
    resources: Entries | undefined,
    nested: number,
  ): void {
    const numbers = operands.filter((operand): operand is number => typeof operand === 'number')
    const plain = PLAIN[operator]
    if (plain !== undefined) {
      if (numbers.length >= plain)
        this.put([...numbers.slice(-plain || numbers.length).map(n), operator === 'F' ? 'f' : operator].join(' '))
      return
    }
    if (LEFT_OUT.has(operator)) return
    if (this.ofText(operator, operands, numbers, resources, nested)) return
    if (this.ofColour(operator, operands, numbers, resources)) return
    switch (operator) {
      case 'q':
        if (this.saved.length + nested >= DEEPEST) throw new NotDrawn('picture')
        this.saved.push(this.state)
        this.put('q')
        return
      case 'Q':
        this.restore()
        return
      case 'cm': {
        const matrix = matrixOf(numbers)
        this.state = { ...this.state, ctm: times(matrix, this.state.ctm) }
        this.put(`${matrix.map(n).join(' ')} cm`)
        return
      }
      case 'd': {
        const [dashes] = operands
        if (!Array.isArray(dashes)) return
        const all = dashes.filter((dash): dash is number => typeof dash === 'number' && dash >= 0)
        this.put(`[${all.some((dash) => dash > 0) ? all.map(n).join(' ') : ''}] ${n(Math.max(0, numbers[0] ?? 0))} d`)
        return
      }
      case 'gs':
        this.graphics(nameOf(operands[0]), resources)
        return
      case 'Do':
        this.drawing(nameOf(operands[0]), resources, nested)
        return
      case 'BI':
        if (inline) this.inline(inline, resources)
        return
      case 'BDC':
        // layers: what is visible depends on the program
        if (nameOf(operands[0]) === 'OC' && !this.showsAll) throw new NotDrawn('layers')
        return
      case 'sh':
        throw new NotDrawn('picture')
      default:
        return
    }
  }

  private graphics(name: string, resources: Entries | undefined): void {
    const given = resources?.below('ExtGState')?.below(name)
    if (!given) return
    const mask = given.get('SMask')
    if (mask !== undefined && given.name('SMask') !== 'None') throw new NotDrawn('picture')
    const blend = given.name('BM')
    if (blend !== undefined && blend !== 'Normal' && blend !== 'Compatible') throw new NotDrawn('picture')
    for (const [key, operator] of [
      ['LW', 'w'],
      ['LC', 'J'],
      ['LJ', 'j'],
      ['ML', 'M'],
    ] as const) {
      const value = given.number(key)
      if (value !== undefined) this.put(`${n(value)} ${operator}`)
    }
    const [stroke, fill] = [given.number('CA'), given.number('ca')]
    if (stroke === undefined && fill === undefined) return
    const solid = [clamp(stroke ?? 1), clamp(fill ?? 1)] as const
    const id = `T${Math.round(solid[0] * 100)}-${Math.round(solid[1] * 100)}`
    this.solid.set(id, solid)
    this.state = { ...this.state, isSolid: solid[0] === 1 && solid[1] === 1 }
    this.put(`/${id} gs`)
  }

  private drawing(name: string, resources: Entries | undefined, nested: number): void {
    const stream = resources?.below('XObject')?.stream(name)
    if (!stream) throw new NotDrawn('damaged')
    const entries = new Entries(this.context, stream.dict)
    if (entries.get('OC') !== undefined && !this.showsAll) throw new NotDrawn('layers')
    if (entries.name('Subtype') === 'Image') {
      const store = {
        context: this.context,
        budget: this.budget,
        put: (object: DrawnObject) => this.objects.put(object),
        space: namesIn(resources, 'ColorSpace'),
      }
      this.show(this.objects.picture(stream, () => takePicture(stream, store)))
      return
    }
    if (entries.name('Subtype') === 'Form') this.form(stream, resources, nested)
  }

  /** Draws a form XObject in its place. */
  form(stream: PDFRawStream, resources: Entries | undefined, nested: number, place: Matrix = SAME): void {
    // unpacking it costs more than an operator
    this.budget.spend(100)
    const entries = new Entries(this.context, stream.dict)
    // drawn transparent without its group, its parts would show through each other
    if (entries.get('Group') !== undefined && !this.state.isSolid) throw new NotDrawn('picture')
    this.within(times(matrixOf(entries.numbers('Matrix')), place), entries.numbers('BBox'), () =>
      this.content(streamBytes(stream), entries.below('Resources') ?? resources, nested + 1),
    )
  }

  private inline({ dict, bytes }: Inline, resources: Entries | undefined): void {
    const { context } = this
    const made = PDFDict.withContext(context)
    const objectOf = (value: Operand): PDFObject | undefined => {
      if (value instanceof Name) return PDFName.of(value.text)
      if (typeof value === 'number') return context.obj(value)
      if (typeof value === 'boolean') return context.obj(value)
      return Array.isArray(value) ? context.obj(value.map((item: Operand) => objectOf(item) ?? null)) : undefined
    }
    for (const [key, value] of dict) {
      if (value instanceof Bytes || (Array.isArray(value) && value.some((item) => item instanceof Bytes))) throw new NotDrawn('picture')
      const nested =
        value instanceof Map ? context.obj(Object.fromEntries([...value].map(([name, item]) => [name, objectOf(item)]))) : objectOf(value)
      if (nested) made.set(PDFName.of(LONG_KEYS[key] ?? key), nested)
    }
    const store = {
      context,
      budget: this.budget,
      put: (object: DrawnObject) => this.objects.put(object),
      space: namesIn(resources, 'ColorSpace'),
    }
    this.show(takePicture(PDFRawStream.of(made, bytes), store))
  }

  private show(object: number): void {
    this.uses.add(object)
    this.put(`/X${object} Do`)
  }

  private ofColour(operator: string, operands: readonly Operand[], numbers: readonly number[], resources: Entries | undefined): boolean {
    const isStroke = operator === operator.toUpperCase()
    const lower = operator.toLowerCase()
    const device = { g: GREY, rg: RGB, k: CMYK }[lower]
    if (device) this.colour(device, numbers, isStroke)
    else if (lower === 'cs') {
      const space = spaceOf(this.context, PDFName.of(nameOf(operands[0])), namesIn(resources, 'ColorSpace'))
      this.colour(
        space,
        space.kind === 'cmyk' ? [0, 0, 0, 1] : space.kind === 'other' ? new Array<number>(space.size).fill(1) : [0, 0, 0],
        isStroke,
      )
    } else if (lower === 'sc' || lower === 'scn') {
      const space = isStroke ? this.state.stroke : this.state.fill
      if (space.kind === 'pattern' || operands.at(-1) instanceof Name) throw new NotDrawn('picture')
      this.colour(space, numbers, isStroke)
    } else return false
    return true
  }

  private colour(space: Space, numbers: readonly number[], isStroke: boolean): void {
    this.state = isStroke ? { ...this.state, stroke: space } : { ...this.state, fill: space }
    if (space.kind === 'pattern') return
    const shade = space.shade(numbers)
    const operator = shade.length === 1 ? 'g' : 'rg'
    this.put(`${shade.map(n).join(' ')} ${isStroke ? operator.toUpperCase() : operator}`)
  }

  /** Text operators: glyphs are drawn as outlines. */
  private ofText(
    operator: string,
    operands: readonly Operand[],
    numbers: readonly number[],
    resources: Entries | undefined,
    nested: number,
  ): boolean {
    if (operator === 'Tf') {
      this.state = { ...this.state, font: resources?.below('Font')?.below(nameOf(operands[0])) ?? null, size: numbers[0] ?? 0 }
      return true
    }
    return this.textState(operator, numbers) || this.textPlace(operator, numbers) || this.textShown(operator, operands, numbers, nested)
  }

  /** How text is set from here on. */
  private textState(operator: string, [first = 0]: readonly number[]): boolean {
    switch (operator) {
      case 'Tc':
        this.state = { ...this.state, letterSpace: first }
        return true
      case 'Tw':
        this.state = { ...this.state, wordSpace: first }
        return true
      case 'Tz':
        this.state = { ...this.state, stretch: first / 100 }
        return true
      case 'TL':
        this.state = { ...this.state, leading: first }
        return true
      case 'Ts':
        this.state = { ...this.state, rise: first }
        return true
      case 'Tr':
        this.state = { ...this.state, mode: first }
        return true
      default:
        return false
    }
  }

  /** Where the next text comes. */
  private textPlace(operator: string, numbers: readonly number[]): boolean {
    const [first = 0, second = 0] = numbers
    switch (operator) {
      case 'BT':
        this.line = SAME
        this.text = SAME
        return true
      case 'ET':
        return true
      case 'Td':
        this.move(first, second)
        return true
      case 'TD':
        this.state = { ...this.state, leading: -second }
        this.move(first, second)
        return true
      case 'Tm':
        this.line = matrixOf(numbers)
        this.text = this.line
        return true
      case 'T*':
        this.move(0, -this.state.leading)
        return true
      default:
        return false
    }
  }

  private textShown(operator: string, operands: readonly Operand[], [first = 0, second = 0]: readonly number[], nested: number): boolean {
    switch (operator) {
      case 'Tj':
        this.write(operands[0], nested)
        return true
      case "'":
        this.move(0, -this.state.leading)
        this.write(operands[0], nested)
        return true
      case '"':
        this.state = { ...this.state, wordSpace: first, letterSpace: second }
        this.move(0, -this.state.leading)
        this.write(operands[2], nested)
        return true
      case 'TJ':
        for (const item of Array.isArray(operands[0]) ? operands[0] : [])
          if (typeof item === 'number') this.advance((-item / 1000) * this.state.size * this.state.stretch)
          else this.write(item, nested)
        return true
      default:
        return false
    }
  }

  private move(x: number, y: number): void {
    this.line = times([1, 0, 0, 1, x, y], this.line)
    this.text = this.line
  }

  private advance(x: number): void {
    this.text = times([1, 0, 0, 1, x, 0], this.text)
  }

  private write(operand: Operand | undefined, nested: number): void {
    const { font, size, stretch, rise, mode, letterSpace, wordSpace } = this.state
    if (!(operand instanceof Bytes)) return
    // invisible: the text that was recognised in a scan, behind its picture
    if (mode === 3) return
    if (!font || (mode !== 0 && mode !== 2)) throw new NotDrawn('letters')
    if (font.name('Subtype') === 'Type3') {
      this.writeDrawn(operand.bytes, font, nested)
      return
    }
    const letters = this.objects.letters(font)
    for (const { code, isSpace } of letters.codes(operand.bytes)) {
      this.budget.spend(1)
      const glyph = letters.glyphOf(code)
      const shape = glyph === null ? null : this.objects.shape(font, letters, glyph)
      if (shape !== null) {
        this.uses.add(shape)
        const matrix = times([size * stretch, 0, 0, size, 0, rise], this.text)
        this.put(`q ${matrix.map(n).join(' ')} cm /X${shape} Do Q`)
      }
      this.advance((letters.widthOf(code) * size + letterSpace + (isSpace ? wordSpace : 0)) * stretch)
    }
  }

  /** A Type 3 font: its glyphs are drawings. */
  private writeDrawn(text: Uint8Array, font: Entries, nested: number): void {
    const { size, stretch, rise, letterSpace, wordSpace } = this.state
    const shape = matrixOf(font.numbers('FontMatrix') ?? [0.001, 0, 0, 0.001, 0, 0])
    const names = differencesOf(font)
    const widths = font.numbers('Widths') ?? []
    const first = font.number('FirstChar') ?? 0
    for (const code of text) {
      this.budget.spend(1)
      const drawing = font.below('CharProcs')?.stream(names.get(code) ?? '')
      if (drawing) {
        const matrix = times(shape, times([size * stretch, 0, 0, size, 0, rise], this.text))
        const [line, own] = [this.line, this.text]
        this.within(matrix, undefined, () => this.content(streamBytes(drawing), font.below('Resources'), nested + 1))
        this.line = line
        this.text = own
      }
      const width = (widths[code - first] ?? 0) * shape[0]
      this.advance((width * size + letterSpace + (code === 32 ? wordSpace : 0)) * stretch)
    }
  }
}

function differencesOf(font: Entries): Map<number, string> {
  const names = new Map<number, string>()
  const list = font.below('Encoding')?.get('Differences')
  let code = 0
  for (const item of list instanceof PDFArray ? list.asArray() : []) {
    const value = font.context.lookup(item)
    if (value instanceof PDFName) names.set(code++, value.decodeText())
    else code = Number(value?.toString() ?? 0)
  }
  return names
}

const nameOf = (operand: Operand | undefined): string => (operand instanceof Name ? operand.text : '')
const clamp = (value: number): number => Math.min(1, Math.max(0, value))
const namesIn =
  (resources: Entries | undefined, kind: string) =>
  (name: string): PDFObject | undefined =>
    resources?.below(kind)?.get(name)

/** Rounded to ten-thousandths of a point, as glyphs are scaled by it. Throws for a number that no page has. */
function n(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) > 1_000_000) throw new NotDrawn('picture')
  return String(Math.round(value * 10_000) / 10_000)
}

const LONG_KEYS: Readonly<Record<string, string>> = {
  BPC: 'BitsPerComponent', CS: 'ColorSpace', D: 'Decode', DP: 'DecodeParms', F: 'Filter', H: 'Height', IM: 'ImageMask', I: 'Interpolate', W: 'Width',
} // biome-ignore format: a table
