import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { encodingOf } from '../model/files/encoding.ts'
import { isMisnamed } from '../model/files/unexpected-file.ts'
import { officialText } from './files/official-files.ts'
import { WrongUse } from './terminal.ts'

/** The folder that holds rules/ and forms/: --rules, else the one shipped with this program. */
export function projectRoot(cwd: string, rules: string | undefined): string {
  if (rules !== undefined) {
    const root = resolve(cwd, rules)
    if (!isProject(root)) throw new WrongUse(`--rules ${rules}: expected a folder with rules/base and forms in it.`)
    return root
  }
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (isProject(folder)) return folder
    if (folder === dirname(folder)) throw new WrongUse('no rules/base and forms beside this program: name a folder with --rules.')
  }
}

/** Whether a folder holds rules and forms. */
export const isProject = (folder: string): boolean => existsSync(join(folder, 'rules', 'base')) && existsSync(join(folder, 'forms'))

/** A YAML file, a town's logo, or a PDF that is filled in. */
export const isRuleFile = (path: string): boolean => /\.(?:ya?ml|svg|png|pdf)$/.test(path)

/** The text of such a file; for a PDF, what `readOfficialForms` read from it. */
export const textOfRuleFile = (path: string, bytes: Uint8Array): string =>
  path.endsWith('.pdf') ? officialText(bytes) : Buffer.from(bytes).toString(encodingOf(path))

/** Every YAML file of rules/, forms/ and languages/ and every logo and PDF of a town, by its path from the root. */
export function readFiles(root: string): Map<string, string> {
  const files = new Map<string, string>()
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else {
        const place = relative(root, path).split(sep).join('/')
        if (isRuleFile(entry.name)) files.set(place, textOfRuleFile(path, readFileSync(path)))
        // not read, but listed: it was meant to be a rule file
        else if (isMisnamed(place)) files.set(place, '')
      }
    }
  }
  walk(join(root, 'rules'))
  walk(join(root, 'forms'))
  if (existsSync(join(root, 'languages'))) walk(join(root, 'languages'))
  return files
}
