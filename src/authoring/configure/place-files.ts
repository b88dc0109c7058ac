import { readYaml } from '../../model/files/read-yaml.ts'
import { townIdOf } from '../new/town-id.ts'

/** A file as a clerk provided it. */
export interface GivenFile {
  /** Relative to what was dropped or chosen, with `/`: `zandwijk/districts/boulevard.yaml`, or just a name. */
  readonly path: string
  /** Of a raster image in base64, of a PDF what was read of its fields. null: larger than a rule file may be, or a PDF that could not be read. */
  readonly text: string | null
}

/** Why a given file is not a file of the town. */
export type Unplaced =
  | { readonly why: 'tooLarge' | 'pdfNotRead' | 'noRuleFile' | 'otherFolder'; readonly path: string }
  /** The folders that hold a `municipality.yaml`. */
  | { readonly why: 'severalTowns'; readonly path: string; readonly folders: readonly string[] }

/** The files on the bench. */
export interface BenchFiles {
  /** By place in the folder of the town: `municipality.yaml`, `districts/boulevard.yaml`, `mark.svg`. */
  readonly files: ReadonlyMap<string, string>
  /** Name of the folder that was given; null: loose files. */
  readonly folder: string | null
}

export interface PlacedFiles extends BenchFiles {
  /** Id of the municipality; null: there is no municipality file. */
  readonly town: string | null
  readonly unplaced: readonly Unplaced[]
}

const TOWN_FILE = /^municipality\.ya?ml$/
const FOLDERS = ['districts', 'examples', 'forms']

/** Adds files to those already there, each in its place in the folder of the town: a file from a folder keeps its place, a loose one goes where its content
 * says. */
export function placeFiles(given: readonly GivenFile[], before: BenchFiles = { files: new Map(), folder: null }): PlacedFiles {
  const wanted = given.filter(({ path }) => !isOfTheSystem(path))
  const roots = [...new Set(wanted.filter(({ path }) => TOWN_FILE.test(nameOf(path))).map(({ path }) => folderOf(path)))]
  const [root = null, second] = roots
  if (second !== undefined)
    return { ...whole(before), unplaced: [{ why: 'severalTowns', path: '', folders: roots.map((each) => nameOf(each)) }] }
  const files = new Map(before.files)
  const unplaced: Unplaced[] = []
  for (const { path, text } of wanted) {
    if (!/\.(?:ya?ml|svg|png|pdf)$/.test(path)) unplaced.push({ why: 'noRuleFile', path })
    else if (text === null) unplaced.push({ why: path.endsWith('.pdf') ? 'pdfNotRead' : 'tooLarge', path })
    else if (!path.includes('/')) files.set(placeOfLoose(path, text), text)
    else {
      const place = root === null ? belowTown(path) : root === '' ? path : path.startsWith(`${root}/`) ? path.slice(root.length + 1) : null
      if (place === null) unplaced.push({ why: 'otherFolder', path })
      else files.set(place, text)
    }
  }
  return { ...whole({ files, folder: root === null || root === '' ? before.folder : nameOf(root) }), unplaced }
}

const whole = ({ files, folder }: BenchFiles): Omit<PlacedFiles, 'unplaced'> => ({ files, folder, town: townOf(files, folder) })

/** The id in the municipality file, else the name of the folder. The files are checked in a folder of this name, so that anything that is not an id is made
 * into one. */
function townOf(files: ReadonlyMap<string, string>, folder: string | null): string | null {
  const [, text = null] = [...files].find(([place]) => TOWN_FILE.test(place)) ?? []
  if (text === null) return null
  const { value } = readYaml('municipality.yaml', text).source
  const said = typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : null
  return townIdOf(said ?? '') ?? townIdOf(folder ?? '') ?? 'gemeente'
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** Files that Finder, Explorer and others leave in folders. */
const isOfTheSystem = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX') || /^(?:thumbs\.db|desktop\.ini)$/i.test(nameOf(path))

/** Path within the folder of a town: from `districts/` on. */
function belowTown(path: string): string {
  const parts = path.split('/')
  const at = parts.findIndex((part) => FOLDERS.includes(part))
  return at < 0 ? nameOf(path) : parts.slice(at).join('/')
}

/** Where a loose file belongs, by its content. An unreadable one is taken for a district: its first error is reported all the same. */
function placeOfLoose(name: string, text: string): string {
  if (TOWN_FILE.test(name) || /^areas\.ya?ml$/.test(name) || /\.(?:svg|png|pdf)$/.test(name)) return name
  const { value } = readYaml(name, text).source
  const has = (key: string): boolean => typeof value === 'object' && value !== null && key in value
  return `${has('expect') || has('answers') ? 'examples' : has('sections') ? 'forms' : 'districts'}/${name}`
}
