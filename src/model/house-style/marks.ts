import type { Finding } from '../findings/finding.ts'
import { ofLayer } from '../findings/finding-at.ts'
import { didYouMean } from '../findings/nearest.ts'
import type { Layer } from '../rule-set.ts'
import { type Mark, readMark } from './mark.ts'
import { MOST_POINTS, type PictureProblem, readPicture } from './picture-mark.ts'

/** A larger picture would take too long to load. */
const MOST_LETTERS = 60_000
/** Pixels hardly compress further, and everybody who opens the town downloads them. */
const MOST_BYTES = 24_000

/** Reads the logo of each layer that names one from its file in the folder of the town, and reports what is wrong with it. */
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
  const isPicture = name.endsWith('.png')
  if (!isPicture && !name.endsWith('.svg')) return { message: `The mark ${name} is neither SVG nor PNG.`, mend: 'Save it as SVG or PNG.' }
  const folder = source.file.split('/').slice(0, -1)
  const town = folder.slice(0, 3)
  const text = [folder, town].map((parts) => files.get([...parts, name].join('/'))).find((found) => found !== undefined)
  if (text === undefined) {
    const there = [...files.keys()].flatMap((path) =>
      [folder, town].some((parts) => path.startsWith(`${parts.join('/')}/`)) && /\.(?:svg|png)$/.test(path)
        ? [path.slice(path.lastIndexOf('/') + 1)]
        : [],
    )
    return {
      message: `There is no file ${name} beside this one.`,
      mend: didYouMean(name, there, 'Put the picture in the folder of the town, or write its name as it is there.'),
    }
  }
  if (isPicture) return pictureOf(name, text)
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

function pictureOf(name: string, base64: string): Mark | { message: string; mend: string } {
  if ((base64.length * 3) / 4 > MOST_BYTES)
    return { message: `The mark ${name} is larger than ${MOST_BYTES / 1000} kB.`, mend: 'Make a smaller picture.' }
  const read = readPicture(base64)
  return 'box' in read ? read : told(name, read.problem)
}

function told(name: string, problem: PictureProblem): { message: string; mend: string } {
  switch (problem.kind) {
    case 'otherKind':
      return {
        message: `The mark ${name} is ${problem.found}, whatever its name says.`,
        mend: 'Open it in a program for pictures and save it as PNG; only the name does not make it one.',
      }
    case 'damaged':
      return { message: `The mark ${name} is damaged, or no PNG.`, mend: 'Save it again as PNG, and copy the whole file.' }
    case 'tooWide':
      return {
        message: `The mark ${name} is ${problem.width} by ${problem.height} points; no side has more than ${MOST_POINTS}.`,
        mend: 'Make it smaller in a program for pictures, or use an SVG.',
      }
    case 'rare':
      return {
        message: `The mark ${name} has ${problem.what}, which is not read here.`,
        mend: 'Save it as an ordinary PNG: 8 bits, without interlacing.',
      }
    default:
      return problem satisfies never
  }
}
