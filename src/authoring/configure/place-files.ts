import { readYaml } from '../../model/files/read-yaml.ts'
import { townIdOf } from '../new/town-id.ts'

/** A file as a clerk gave it. */
export interface GivenFile {
  /** Below what was dropped or chosen, with `/`: `zandwijk/districts/boulevard.yaml`, or only a name. */
  readonly path: string
  /** Of a picture of points in base64, of a PDF what was read of its fields. null: larger than a rule file may be, or a PDF that could not be read. */
  readonly text: string | null
}

/** Why a given file is no file of the town. */
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
  /** Id of the municipality; null: none of the files is that of a municipality. */
  readonly town: string | null
  readonly unplaced: readonly Unplaced[]
}

const TOWN_FILE = /^municipality\.ya?ml$/
const FOLDERS = ['districts', 'examples', 'forms']

/** Puts files among those that are there already, each in its place in the folder of the town: a file of a folder stands where it stood, of a loose one what is in it says so. */
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

/** What the file of the municipality says, else the name of the folder. It is also the name of the folder in which the files are checked, so that what is no id becomes one. */
function townOf(files: ReadonlyMap<string, string>, folder: string | null): string | null {
  const [, text = null] = [...files].find(([place]) => TOWN_FILE.test(place)) ?? []
  if (text === null) return null
  const { value } = readYaml('municipality.yaml', text).source
  const said = typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : null
  return townIdOf(said ?? '') ?? townIdOf(folder ?? '') ?? 'gemeente'
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** What Finder, Explorer and others leave in folders. */
const isOfTheSystem = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX') || /^(?:thumbs\.db|desktop\.ini)$/i.test(nameOf(path))

/** In a part of the folder of a town: from `districts/` on. */
function belowTown(path: string): string {
  const parts = path.split('/')
  const at = parts.findIndex((part) => FOLDERS.includes(part))
  return at < 0 ? nameOf(path) : parts.slice(at).join('/')
}

/** Where a loose file belongs, by what stands in it. One that cannot be read is taken for a district: its first mistake is told all the same. */
function placeOfLoose(name: string, text: string): string {
  if (TOWN_FILE.test(name) || /^areas\.ya?ml$/.test(name) || /\.(?:svg|png|pdf)$/.test(name)) return name
  const { value } = readYaml(name, text).source
  const has = (key: string): boolean => typeof value === 'object' && value !== null && key in value
  return `${has('expect') || has('answers') ? 'examples' : has('sections') ? 'forms' : 'districts'}/${name}`
}
