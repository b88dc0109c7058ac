/** Chance that can be repeated: the same seed gives the same choices (mulberry32, T. Ettinger 2017, public domain). */
export class Chance {
  private state: number
  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** From 0 up to and without 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number, both ends included. */
  whole(from: number, until: number): number {
    return from + Math.floor(this.next() * (until - from + 1))
  }

  /** True so often. */
  often(share: number): boolean {
    return this.next() < share
  }

  pick<T>(from: readonly T[]): T {
    const one = from[this.whole(0, from.length - 1)]
    if (one === undefined) throw new Error('nothing to choose from')
    return one
  }

  /** At least one of them, in their order. */
  some<T>(from: readonly T[]): T[] {
    const chosen = from.filter(() => this.often(0.4))
    return chosen.length > 0 ? chosen : [this.pick(from)]
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.whole(0, 9)).join('')
  }
}
