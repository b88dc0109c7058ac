import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** A project with the rules of this one and a small German language beside them. */
export function withGerman(folder: string): void {
  for (const name of ['rules', 'forms']) symlinkSync(join(ROOT, name), join(folder, name), 'dir')
  mkdirSync(join(folder, 'languages'), { recursive: true })
  cpSync(join(ROOT, 'tests/languages/de'), join(folder, 'languages/de'), { recursive: true })
}
