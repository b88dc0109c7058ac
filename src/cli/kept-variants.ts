import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Variant } from '../model/variant.ts'

/** Variants that were compiled before, by every character that they follow from: the files of the rule set and the code that compiles them. A folder
 * may go at any time; what cannot be read or written there is compiled again. */
export interface KeptVariants {
  find(files: ReadonlyMap<string, string>, id: string): Variant | null
  keep(files: ReadonlyMap<string, string>, variant: Variant): void
}

/** Keeps variants in a folder, those of one rule set at a time. `code` is what compiles them. */
export function keptVariants(folder: string, code: string): KeptVariants {
  const place = (files: ReadonlyMap<string, string>, id: string): { readonly under: string; readonly file: string } => {
    const under = digest(JSON.stringify([code, ...files]))
    // an id may come from the command line, and names no file
    return { under, file: join(folder, under, `${digest(id)}.json`) }
  }
  return {
    find(files, id) {
      try {
        return JSON.parse(readFileSync(place(files, id).file, 'utf8'))
      } catch {
        return null
      }
    },
    keep(files, variant) {
      const { under, file } = place(files, variant.id)
      const draft = `${file}.${process.pid}`
      try {
        mkdirSync(dirname(file), { recursive: true })
        for (const older of readdirSync(folder)) if (older !== under) rmSync(join(folder, older), { recursive: true, force: true })
        // whole or not at all: another command may read it now
        writeFileSync(draft, JSON.stringify(variant))
        renameSync(draft, file)
      } catch {
        // a folder that cannot be written costs time and nothing else
      }
    },
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Beside the packages of this program, where such folders stand by custom; null where it has none. */
export function keptBesidePackages(): KeptVariants | null {
  const program = fileURLToPath(import.meta.url)
  for (let folder = dirname(program); folder !== dirname(folder); folder = dirname(folder)) {
    const lock = join(folder, 'package-lock.json')
    if (existsSync(join(folder, 'node_modules')) && existsSync(lock))
      return keptVariants(join(folder, 'node_modules', '.cache', 'horeca1'), [...programFiles(program), lock].map(textOf).join('\n'))
  }
  return null
}

const textOf = (file: string): string => readFileSync(file, 'utf8')

/** As built every script beside it; from a clone every file of the two rooms that make a variant. */
const programFiles = (program: string): string[] =>
  program.endsWith('.ts')
    ? ['feel', 'model'].flatMap((room) => filesIn(join(dirname(program), '..', room)))
    : readdirSync(dirname(program))
        .filter((file) => file.endsWith('.js'))
        .map((file) => join(dirname(program), file))
        .toSorted()

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .toSorted()
