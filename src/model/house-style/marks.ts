import type { Finding } from '../findings/finding.ts'
import { ofLayer } from '../findings/finding-at.ts'
import type { Layer } from '../rule-set.ts'
import { type Mark, readMark } from './mark.ts'

/** Nobody waits for a larger picture. */
const MOST_LETTERS = 60_000

/** The mark of each layer that names one, read from the file in the folder of its town, and what is wrong with it. */
export function readMarks(layers: Iterable<Layer>, files: ReadonlyMap<string, string>): { marks: Map<string, Mark>; findings: Finding[] } {
  const marks = new Map<string, Mark>()
  const findings: Finding[] = []
  for (const layer of layers) {
    const name = layer.data.branding?.mark
    if (name === undefined) continue
    const read = markOf(layer, name, files)
    if ('box' in read) marks.set(layer.id, read)
    else findings.push(ofLayer(layer, ['branding', 'mark'], 'BAD_MARK', 'error', read.message, read.mend))
  }
  return { marks, findings }
}

function markOf({ source }: Layer, name: string, files: ReadonlyMap<string, string>): Mark | { message: string; mend: string } {
  if (!/^[\w-]+(?:\.[\w-]+)*$/.test(name))
    return {
      message: `The mark ${name} does not lie in the folder of the town.`,
      mend: 'Write the name of a file in that folder, such as mark.svg.',
    }
  if (!name.endsWith('.svg')) return { message: `The mark ${name} is no SVG.`, mend: 'Save it as SVG.' }
  const folder = source.file.split('/').slice(0, -1)
  const town = folder.slice(0, 3)
  const text = [folder, town].map((parts) => files.get([...parts, name].join('/'))).find((found) => found !== undefined)
  if (text === undefined)
    return {
      message: `There is no file ${name} beside this one.`,
      mend: 'Put the picture in the folder of the town, or write its name as it is there.',
    }
  if (text.length > MOST_LETTERS)
    return { message: `The mark ${name} is larger than ${MOST_LETTERS / 1000} kB.`, mend: 'Make a smaller picture.' }
  const read = readMark(text)
  if ('box' in read) return read
  const { problem } = read
  return 'holds' in problem
    ? {
        message: `The mark ${name} holds ${problem.holds}, which a picture does not need.`,
        mend: 'Export it as plain SVG: shapes and colours only, no scripts, styles, texts or pictures from elsewhere.',
      }
    : { message: `The mark ${name} is no well-formed SVG: ${problem.broken}.`, mend: 'Save it again as SVG.' }
}
