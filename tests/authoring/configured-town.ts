import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { expect } from 'vitest'
import { type Judgement, judgeTown } from '../../src/authoring/configure/judge-town.ts'
import { readFiles } from '../../src/cli/rule-files.ts'
import { folder, horeca1, ROOT } from '../cli/terminal.ts'
import { addOwnTown } from '../made-up/own-town.ts'

/** The day on which the command line is asked. */
export const DATE = '2026-03-01'

const all = readFiles(ROOT)
/** What every municipality builds on. */
export const base = new Map([...all].filter(([file]) => !file.startsWith('rules/municipalities/')))
/** The files of a municipality that ships. */
export const filesOf = (town: string): Map<string, string> =>
  new Map([...all].filter(([file]) => file.startsWith(`rules/municipalities/${town}/`)))

/** As the page does it. */
export const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))
export const judge = (own: ReadonlyMap<string, string>, town: string): Promise<Judgement> =>
  judgeTown({ base, own, town, date: DATE, sha256: hash })

export const DISTRICT = 'schema: 1\nid: haven\nname: Haven\nextends: dorp-aan-zee\nversion: 2026.1.0\npostcodes: ["9998"]\n'

export interface Spoilt {
  readonly change?: (text: string) => string
  /** Files beside it, by place in its folder. */
  readonly more?: Readonly<Record<string, string>>
}

/** A municipality that nobody ships, in a project and by itself. */
export function ownTown({ change = (text) => text, more = {} }: Spoilt = {}) {
  const cwd = folder()
  const town = addOwnTown(cwd)
  const place = `rules/municipalities/${town}/municipality.yaml`
  const own = new Map([[place, change(readFileSync(join(cwd, place), 'utf8'))]])
  for (const [file, text] of Object.entries(more)) own.set(`rules/municipalities/${town}/${file}`, text)
  for (const [file, text] of own) {
    mkdirSync(dirname(join(cwd, file)), { recursive: true })
    writeFileSync(join(cwd, file), text)
  }
  return { cwd, town, own }
}

/** That the page finds what `check --variant` finds, and has a file unless something is wrong. */
export async function expectAsChecked(spoilt: Spoilt): Promise<void> {
  const { cwd, town, own } = ownTown(spoilt)
  const { judged } = await judge(own, town)
  const { out } = await horeca1(cwd, 'check', '--rules', cwd, '--variant', town, '--json')
  const found: readonly { readonly file: string; readonly severity: string }[] = JSON.parse(out)
  // other towns of the project may have notes of their own
  expect(judged.findings).toEqual(found.filter(({ file }) => own.has(file) || base.has(file)))
  expect(judged.file === null).toBe(found.some(({ severity }) => severity === 'error'))
}
