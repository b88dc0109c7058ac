import { readdirSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { WrongUse } from '../terminal.ts'

/** Answer files and examples below a folder, by their path from where the command runs. */
export function answerFilesIn(folder: string, cwd: string): string[] {
  const root = resolve(cwd, folder)
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) throw new WrongUse(`--answers-dir ${folder}: there is no such folder.`)
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(json|ya?ml)$/.test(entry.name))
    .map((entry) => relative(cwd, join(entry.parentPath, entry.name)))
    .sort()
  if (files.length === 0) throw new WrongUse(`--answers-dir ${folder}: there is no answer file (.json, .yaml) in it.`)
  return files
}
