import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** A project with the rules of this one and a small language beside them, of those in `tests/languages/`. */
export function withLanguage(folder: string, tag: string): void {
  for (const name of ['rules', 'forms']) symlinkSync(join(ROOT, name), join(folder, name), 'dir')
  mkdirSync(join(folder, 'languages'), { recursive: true })
  cpSync(join(ROOT, 'tests/languages', tag), join(folder, 'languages', tag), { recursive: true })
}
