/** Numbers pairs of small numbers, each pair once. A hash table of numbers alone: a `Map` would need a text or a large number as its key, made anew for every
 * look-up. */
export class PairNumbers {
  private firsts = new Int32Array(START)
  private seconds = new Int32Array(START)
  /** 0: an empty place; else one more than the number. */
  private numbers = new Int32Array(START)
  private count = 0

  /** How many pairs have a number. */
  get size(): number {
    return this.count
  }

  /** The number of a pair; the next one when it has none yet. */
  of(first: number, second: number): number {
    if (this.count * 2 >= this.numbers.length) this.grow()
    const at = this.placeOf(first, second)
    const known = this.numbers[at] ?? 0
    return known > 0 ? known - 1 : this.put(at, first, second, this.count++)
  }

  private placeOf(first: number, second: number): number {
    const last = this.numbers.length - 1
    let at = Math.imul(Math.imul(first, 0x9e3779b1) ^ (second + (first >>> 7)), 0x85ebca6b)
    at = (at ^ (at >>> 15)) & last
    while (this.numbers[at] !== 0 && (this.firsts[at] !== first || this.seconds[at] !== second)) at = (at + 1) & last
    return at
  }

  private put(at: number, first: number, second: number, number: number): number {
    this.firsts[at] = first
    this.seconds[at] = second
    this.numbers[at] = number + 1
    return number
  }

  private grow(): void {
    const { firsts, seconds, numbers } = this
    this.firsts = new Int32Array(numbers.length * 2)
    this.seconds = new Int32Array(numbers.length * 2)
    this.numbers = new Int32Array(numbers.length * 2)
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] ?? 0
      if (number === 0) continue
      const [first = 0, second = 0] = [firsts[at], seconds[at]]
      this.put(this.placeOf(first, second), first, second, number - 1)
    }
  }
}

/** A power of two, as the place of a pair is cut out of its hash. */
const START = 1024
