import type { Finding } from '../findings/finding.ts'
import { ofFile } from '../findings/finding-at.ts'
import { nearest } from '../findings/nearest.ts'
import { fileRole } from './file-kinds.ts'

/** Other names that people give the folders and files of a town. */
const MEANT_FOLDERS: ReadonlyMap<string, string> = new Map([
  ['district', 'districts'],
  ['stadsdelen', 'districts'],
  ['stadsdeel', 'districts'],
  ['wijken', 'districts'],
  ['wijk', 'districts'],
  ['districten', 'districts'],
  ['example', 'examples'],
  ['voorbeelden', 'examples'],
  ['form', 'forms'],
  ['formulieren', 'forms'],
])
const MEANT_FILES: ReadonlyMap<string, string> = new Map([
  ['gemeente', 'municipality'],
  ['town', 'municipality'],
  ['gebieden', 'areas'],
  ['gebied', 'areas'],
  ['straten', 'areas'],
])
const TOWNS = 'rules/municipalities/'
const MEANT_TOWNS: ReadonlySet<string> = new Set(['municipality', 'gemeente', 'gemeenten', 'towns', 'town', 'steden'])
/** Other names that people give the files of a language. */
const MEANT_WORDS: ReadonlyMap<string, string> = new Map([
  ['regels', 'rules'],
  ['rule', 'rules'],
  ['teksten', 'rules'],
  ['paginas', 'pages'],
  ['pagina-s', 'pages'],
  ['pagina', 'pages'],
  ['page', 'pages'],
])

/** A copy of an editor, or a table: in the folder of a town somebody expects that it counts. */
const LEFT_OVER = /^rules\/municipalities\/[^/]+\/.*(?:~|\.(?:bak|old|orig|rej|tmp|swp))$/i
const TABLE = /^rules\/municipalities\/[^/]+\/.*\.(?:csv|tsv|xlsx?|xlsm|ods|numbers)$/i

/** Whether a file with another extension was certainly meant as a rule file: `haven.yaml.txt`, `haven.YAML`, `municipality.docx`, or is taken for one. */
export const isMisnamed = (path: string): boolean =>
  LEFT_OVER.test(path) ||
  TABLE.test(path) ||
  (/^(?:rules|forms)\/.*\.(?:ya?ml|ymal|yalm)(?:\.txt|\.docx?|\.rtf|\.odt)?$/i.test(path)
    ? !/\.ya?ml$/.test(path)
    : /^rules\/municipalities\/[^/]+\/(?:[^/]+\/)?[^/]+\.(?:txt|docx?|rtf|odt)$/i.test(path) && meantPath(path) !== null)

/** Reports a file that is not read, and where it should be.
 * @param others every file that exists */
export function unexpectedFile(file: string, others: ReadonlyMap<string, string>): Finding {
  if (LEFT_OVER.test(file) || TABLE.test(file))
    return ofFile(
      file,
      'warning',
      'UNREADABLE_FILE',
      'No file of this name is expected here, so it is not read.',
      TABLE.test(file)
        ? 'Copy its values into municipality.yaml, and keep the table outside rules/.'
        : 'Delete the copy, or keep it outside rules/.',
    )
  const meant = meantPath(file)
  const isTaken = meant !== null && [meant, meant.replace(/yaml$/, 'yml')].some((path) => path !== file && others.has(path))
  // without this file there is no municipality
  const isTown = meant !== null && !isTaken && fileRole(meant)?.kind === 'municipality'
  return ofFile(
    file,
    isTown ? 'error' : 'warning',
    'UNREADABLE_FILE',
    'No file of this name is expected here, so it is not read.',
    isTaken
      ? `There is already a ${meant}: delete this file, or move its contents there.`
      : meant !== null
        ? `It should be called ${meant}.`
        : /^rules\/municipalities\/[^/]+\/(?:[^/]+\/)?[^/]+\.ya?ml$/.test(file)
          ? 'Districts go in districts/, examples in examples/, forms in forms/.'
          : file.startsWith('languages/')
            ? 'A language has a folder of its own: languages/<tag>/rules.yaml and languages/<tag>/pages.yaml.'
            : 'See docs/writing-rules.md for the places of files: rules/base/, rules/municipalities/<town>/ and forms/.',
  )
}

/** The layer of the municipality that this file was meant to define; null: none. */
export function meantTown(file: string): string | null {
  const meant = meantPath(file)
  const role = meant === null ? null : fileRole(meant)
  return role?.kind === 'municipality' ? role.layer : null
}

const asId = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** The path that was probably meant, when that is a valid one and not this. */
function meantPath(path: string): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const written = name
    .replace(/(?:\.(?:ya?ml|ymal|yalm|txt|docx?|rtf|odt))+$/i, '')
    .replace(/\s*(?:- (?:kopie|copy)|\(\d+\)|[- ](?:kopie|copy|oud|old|nieuw|new|backup))(?:\s*\(?\d+\)?)?$/i, '')
  const stem = asId(written)
  const found = path.startsWith(TOWNS)
    ? inTown(path.slice(TOWNS.length).split('/').slice(0, -1), stem, written)
    : outside(path, stem, written)
  return found !== null && found !== path && fileRole(found) !== null ? found : null
}

function inTown([town, folder, ...deeper]: readonly string[], stem: string, written: string): string | null {
  const named = MEANT_FILES.get(stem) ?? nearest(stem, ['municipality', 'areas']) ?? stem
  const own = `${TOWNS}${asId(town ?? stem)}/`
  if (town === undefined || (folder === undefined && ['municipality', 'areas'].includes(named)))
    return town === undefined ? `${own}municipality.yaml` : `${own}${named}.yaml`
  if (folder === undefined || deeper.length > 0) return null
  // a municipality inside another
  if (named === 'municipality') return `${TOWNS}${asId(folder)}/municipality.yaml`
  if (named === 'areas') return `${own}areas.yaml`
  const list = MEANT_FOLDERS.get(folder.toLowerCase()) ?? folder.toLowerCase()
  return `${own}${list}/${list === 'forms' ? written : stem}.yaml`
}

/** `rules/zandwijk/municipality.yaml`: one folder too high. */
function outside(path: string, stem: string, written: string): string | null {
  const [root, town, name, ...deeper] = path.split('/')
  // the folder of the towns under another name
  if (root === 'rules' && town !== undefined && MEANT_TOWNS.has(town.toLowerCase()) && name !== undefined && deeper.length > 0)
    return inTown([name, ...deeper.slice(0, -1)], stem, written)
  if (root === 'languages' && town !== undefined && deeper.length === 0) {
    const file = MEANT_WORDS.get(stem)
    return name !== undefined && file !== undefined ? `languages/${town}/${file}.yaml` : null
  }
  if (root !== 'rules' || name === undefined || deeper.length > 0 || town === undefined || town === 'base') return null
  return (MEANT_FILES.get(stem) ?? stem) === 'municipality' ? `${TOWNS}${asId(town)}/municipality.yaml` : null
}
