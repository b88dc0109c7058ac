/** First and last code point of each run of consecutive characters, in ascending order. */
export type Runs = readonly (readonly [from: number, until: number])[]

/** Decodes runs: how far each starts after the end of the previous one, and how many more characters it has, in base 36: `w-2m 4g`. */
export function runsOf(text: string): Runs {
  let last = 0
  return text.split(' ').map((run) => {
    const [gap = '', more = '0'] = run.split('-')
    const from = last + Number.parseInt(gap, 36)
    last = from + Number.parseInt(more, 36)
    return [from, last]
  })
}

/** Encodes code points in ascending order as runs. */
export function writeRuns(points: readonly number[]): string {
  const runs: [number, number][] = []
  for (const point of points) {
    const last = runs.at(-1)
    if (last && last[1] === point - 1) last[1] = point
    else runs.push([point, point])
  }
  return runs
    .map(([from, until], index) => {
      const gap = (from - (runs[index - 1]?.[1] ?? 0)).toString(36)
      return from === until ? gap : `${gap}-${(until - from).toString(36)}`
    })
    .join(' ')
}

const NOWHERE = [0, -1] as const

export function inRuns(runs: Runs, point: number): boolean {
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [from, until] = runs[middle] ?? NOWHERE
    if (point < from) high = middle - 1
    else if (point > until) low = middle + 1
    else return true
  }
  return false
}
