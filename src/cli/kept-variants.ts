import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Variant } from '../model/variant.ts'

/** Cache of compiled variants, keyed by all they are derived from: the files of the rule set and the code that compiles them. Its folder may be deleted at any
 * time; what cannot be read or written there is compiled again. */
export interface KeptVariants {
  find(files: ReadonlyMap<string, string>, id: string): Variant | null
  keep(files: ReadonlyMap<string, string>, variant: Variant): void
}

/** Caches variants in a folder, those of one rule set at a time. `code`: the source text of the compiler. */
export function keptVariants(folder: string, code: string): KeptVariants {
  const place = (files: ReadonlyMap<string, string>, id: string): { readonly under: string; readonly file: string } => {
    const under = digest(JSON.stringify([code, ...files]))
    // hashed: an id may come from the command line, and must not name a file
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
        // atomic: another command may be reading this file
        writeFileSync(draft, JSON.stringify(variant))
        renameSync(draft, file)
      } catch {
        // a cache that cannot be written only costs time
      }
    },
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A cache in `node_modules/.cache`, its customary place; null when the program has no packages beside it. */
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

/** As built, all scripts beside this one; from a clone, all files of the two rooms that compile a variant. */
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
