import { fromLatin1 } from '../../model/util/bytes/latin1.ts'
/** The contents of a content stream (ISO 32000-1, 7.8): operands and operators. */
export type Operand = number | boolean | null | Name | Bytes | readonly Operand[] | ReadonlyMap<string, Operand>
export class Name {
  constructor(readonly text: string) {}
}
export class Bytes {
  constructor(readonly bytes: Uint8Array) {}
}
/** An inline image: its dictionary, and the data after it. */
export interface Inline {
  readonly dict: ReadonlyMap<string, Operand>
  readonly bytes: Uint8Array
}

/** Class of each byte: 0 regular, 1 white space, 2 delimiter. */
const KIND = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) KIND[byte] = 1
for (const letter of '()<>[]{}/%') KIND[letter.charCodeAt(0)] = 2
const isSpace = (byte: number | undefined): boolean => byte !== undefined && KIND[byte] === 1
const isRegular = (byte: number | undefined): boolean => byte !== undefined && KIND[byte] === 0
/** Maximum nesting of arrays and dictionaries: more is not a drawing. */
const DEEPEST = 20

/** Reads one operator after another, each with its operands. */
export class Lexer {
  private at = 0

  constructor(private readonly bytes: Uint8Array) {}

  /** The next operator; null at the end. What cannot be read is skipped. */
  next(): { readonly operator: string; readonly operands: readonly Operand[]; readonly inline?: Inline } | null {
    const operands: Operand[] = []
    for (;;) {
      this.skip()
      if (this.at >= this.bytes.length) return null
      const byte = this.bytes[this.at] ?? 0
      if (isRegular(byte)) {
        const word = this.word()
        const operand = operandOf(word)
        if (operand !== undefined) operands.push(operand)
        else if (word === 'BI') return { operator: word, operands, inline: this.inline() }
        else return { operator: word, operands }
      } else {
        const operand = this.operand(0)
        if (operand !== undefined) operands.push(operand)
      }
      // no operator takes more
      if (operands.length > 64) operands.shift()
    }
  }

  private skip(): void {
    for (;;) {
      const byte = this.bytes[this.at]
      if (byte === 0x25) while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at++
      else if (isSpace(byte)) this.at++
      else return
    }
  }

  private word(): string {
    const from = this.at
    while (isRegular(this.bytes[this.at])) this.at++
    return fromLatin1(this.bytes.subarray(from, this.at))
  }

  private operand(depth: number): Operand | undefined {
    const byte = this.bytes[this.at]
    const next = this.bytes[this.at + 1]
    if (depth > DEEPEST) {
      this.at = this.bytes.length
      return undefined
    }
    if (byte === 0x2f) {
      this.at++
      return new Name(this.word().replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))))
    }
    if (byte === 0x28) return this.literal()
    if (byte === 0x3c && next === 0x3c) return this.dict(depth)
    if (byte === 0x3c) return this.hex()
    if (byte === 0x5b) return this.array(depth)
    this.at++
    return undefined
  }

  private array(depth: number): Operand[] {
    this.at++
    const items: Operand[] = []
    for (;;) {
      this.skip()
      const byte = this.bytes[this.at]
      if (byte === undefined) return items
      if (byte === 0x5d) {
        this.at++
        return items
      }
      const item = isRegular(byte) ? operandOf(this.word()) : this.operand(depth + 1)
      if (item !== undefined) items.push(item)
    }
  }

  private dict(depth: number): ReadonlyMap<string, Operand> {
    this.at += 2
    return this.pairs(depth, () => {
      if (this.bytes[this.at] !== 0x3e) return false
      this.at += this.bytes[this.at + 1] === 0x3e ? 2 : 1
      return true
    })
  }

  private pairs(depth: number, ends: () => boolean): ReadonlyMap<string, Operand> {
    const pairs = new Map<string, Operand>()
    let key: string | null = null
    for (;;) {
      this.skip()
      const byte = this.bytes[this.at]
      if (byte === undefined || ends()) return pairs
      const item = isRegular(byte) ? operandOf(this.word()) : this.operand(depth + 1)
      if (key === null) key = item instanceof Name ? item.text : null
      else {
        if (item !== undefined) pairs.set(key, item)
        key = null
      }
    }
  }

  private hex(): Bytes {
    this.at++
    const digits: number[] = []
    for (; this.at < this.bytes.length && this.bytes[this.at] !== 0x3e; this.at++) {
      const digit = Number.parseInt(String.fromCharCode(this.bytes[this.at] ?? 0), 16)
      if (!Number.isNaN(digit)) digits.push(digit)
    }
    this.at++
    if (digits.length % 2 === 1) digits.push(0)
    return new Bytes(
      Uint8Array.from({ length: digits.length / 2 }, (_, index) => (digits[2 * index] ?? 0) * 16 + (digits[2 * index + 1] ?? 0)),
    )
  }

  private literal(): Bytes {
    this.at++
    const out: number[] = []
    for (let depth = 1; this.at < this.bytes.length; ) {
      const byte = this.bytes[this.at++] ?? 0
      if (byte === 0x28) depth++
      if (byte === 0x29) {
        depth--
        if (depth === 0) break
      }
      if (byte !== 0x5c) {
        out.push(byte)
        continue
      }
      const escaped = this.bytes[this.at++] ?? 0
      if (escaped >= 0x30 && escaped <= 0x37) {
        let value = escaped - 0x30
        for (let digits = 1; digits < 3; digits++) {
          const digit = (this.bytes[this.at] ?? 0) - 0x30
          if (digit < 0 || digit > 7) break
          value = value * 8 + digit
          this.at++
        }
        out.push(value & 0xff)
      } else if (escaped === 13) {
        if (this.bytes[this.at] === 10) this.at++
      } else if (escaped !== 10) out.push(ESCAPES[String.fromCharCode(escaped)] ?? escaped)
    }
    return new Bytes(Uint8Array.from(out))
  }

  /** Between BI and EI; the data ends at EI between white space, as nothing says how long it is. */
  private inline(): Inline {
    const dict = this.pairs(0, () => {
      if (this.bytes[this.at] !== 0x49 || this.bytes[this.at + 1] !== 0x44 || isRegular(this.bytes[this.at + 2])) return false
      this.at += 3
      return true
    })
    const from = this.at
    const { bytes } = this
    let end = from
    for (; end < bytes.length; end++)
      if (bytes[end] === 0x45 && bytes[end + 1] === 0x49 && isSpace(bytes[end - 1]) && !isRegular(bytes[end + 2]) && this.readsOn(end + 2))
        break
    this.at = end + 2
    return { dict, bytes: bytes.slice(from, Math.max(from, end - 1)) }
  }

  /** What follows a genuine EI is text. */
  private readsOn(from: number): boolean {
    return this.bytes.subarray(from, from + 12).every((byte) => byte < 0x80 && (byte >= 0x20 || isSpace(byte)))
  }
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

function operandOf(word: string): Operand | undefined {
  const first = word.charCodeAt(0)
  if ((first >= 0x30 && first <= 0x39) || first === 0x2d || first === 0x2e || first === 0x2b) {
    // programs write 1.-5 and --3; the first number counts
    const value = Number.parseFloat(word.replace(/^([+-])[+-]+/, '$1'))
    return Number.isFinite(value) ? value : 0
  }
  if (word === 'true' || word === 'false') return word === 'true'
  return word === 'null' ? null : undefined
}
