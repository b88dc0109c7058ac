import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { run } from '../../src/cli/commands.ts'

export const ROOT = resolve(import.meta.dirname, '../..')

export interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command as the terminal would, in a folder of its own. */
export async function horeca1(cwd: string, ...args: string[]): Promise<Run> {
  let out = ''
  let err = ''
  const code = await run(args, { cwd, today: '2026-03-01', out: (text) => (out += `${text}\n`), err: (text) => (err += `${text}\n`) })
  return { code, out, err }
}

export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'horeca1-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** A copy of the rules and forms in which one file was changed: as a clerk who mistypes. */
export function mistyped(file: string, change: (text: string) => string): string {
  const copy = folder()
  for (const name of ['rules', 'forms']) cpSync(join(ROOT, name), join(copy, name), { recursive: true })
  const path = join(copy, file)
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`the planted mistake changed nothing in ${file}`)
  writeFileSync(path, after)
  return copy
}

export function file(name: string, content: unknown): { cwd: string; name: string } {
  const cwd = folder()
  writeFileSync(join(cwd, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2))
  return { cwd, name }
}
