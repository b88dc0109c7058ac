import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { newTown } from '../../authoring/new/new-town.ts'
import { townIdOf } from '../../authoring/new/town-id.ts'
import { BASE } from '../../model/layers/base.ts'
import { loadRuleSet } from '../../model/load.ts'
import { resolveVariant } from '../../model/resolve.ts'
import { readOptions } from '../options.ts'
import { openProject, openVariant } from '../project.ts'
import { fail } from '../report.ts'
import { type ExitCode, type Terminal, WrongUse } from '../terminal.ts'

const SAID = {
  nl: {
    what: 'schrijf: new municipality NAAM, bijvoorbeeld new municipality Zandwijk --from base',
    noName: 'de naam van de gemeente ontbreekt. Schrijf: new municipality Zandwijk',
    badName: (name: string) =>
      `van "${name}" kan geen naam van een map worden gemaakt. Een naam begint met een letter, heeft hooguit 60 tekens en is niet base.`,
    taken: (name: string, file: string) => `${name} is er al: ${file}. Er is niets veranderd. Werk daarin verder, of kies een andere naam.`,
    district: (from: string, town: string) => `--from ${from} is een deel van een gemeente. Noem een gemeente, zoals ${town}, of base.`,
    cannotWrite: (file: string, reason: string) => `${file} kan niet worden geschreven (${reason}). Kijk of u in die map mag schrijven.`,
    made: (file: string, version: string) => `Gemaakt: ${file}, op versie ${version} van de basis.`,
    toDo: (count: number) => `Er zijn ${count} dingen om te beslissen. Ze staan in dat bestand, elk met waar u het meestal vindt:`,
    next: (id: string) =>
      `Tot u ze invult leest de ondernemer: vraag het uw gemeente. Nakijken: npm run --silent horeca1 -- check --variant ${id}`,
  },
  en: {
    what: 'write: new municipality NAME, such as new municipality Zandwijk --from base',
    noName: 'the name of the town is missing. Write: new municipality Zandwijk',
    badName: (name: string) =>
      `no folder can be named after "${name}". A name begins with a letter, has 60 characters at most, and is not base.`,
    taken: (name: string, file: string) => `${name} is there already: ${file}. Nothing was changed. Go on in it, or choose another name.`,
    district: (from: string, town: string) => `--from ${from} is a part of a town. Name a town, such as ${town}, or base.`,
    cannotWrite: (file: string, reason: string) => `${file} cannot be written (${reason}). Check that you may write in that folder.`,
    made: (file: string, version: string) => `Made: ${file}, on version ${version} of the base.`,
    toDo: (count: number) => `There are ${count} things to decide. They stand in that file, in Dutch, each with where it is usually found:`,
    next: (id: string) =>
      `Until they are filled in the applicant reads: ask your municipality. Check: npm run --silent horeca1 -- check --variant ${id}`,
  },
} as const

/** `new municipality NAME [--from V]`: the file of a new town, with a list of what it has to decide. Never overwrites a file; what it writes passes `check`. */
export function newOf(args: readonly string[], terminal: Terminal): ExitCode {
  const options = readOptions(args, ['from'])
  const { lang, from = BASE } = options
  const said = SAID[lang]
  const [what, ...words] = options.positionals
  if (what !== 'municipality') throw new WrongUse(said.what)
  const name = words.join(' ').normalize('NFC').replace(/\s+/g, ' ').trim()
  if (name === '') throw new WrongUse(said.noName)
  const id = townIdOf(name)
  if (id === null) throw new WrongUse(said.badName(name))
  const project = openProject(terminal.cwd, options.rules)
  const file = `rules/municipalities/${id}/municipality.yaml`
  const path = join(project.root, file)
  const there = [...project.files.keys()].find((known) => known.startsWith(`${dirname(file)}/`))
  if (there !== undefined || existsSync(path)) throw new WrongUse(said.taken(name, there ?? file))
  if (from.includes('/')) throw new WrongUse(said.district(from, from.split('/')[0] ?? BASE))
  // an unknown town is reported with the known ones
  const { variant, findings } = openVariant(project, from, terminal.today)
  if (!variant || !project.ruleSet) return fail(findings, options, terminal)
  const { text, toDo } = newTown(project.ruleSet, { id, name, from, today: options.date ?? terminal.today })
  const { ruleSet, findings: ofFiles } = loadRuleSet(new Map([...project.files, [file, text]]))
  const wrong = [...ofFiles, ...(ruleSet ? resolveVariant(ruleSet, id, { date: terminal.today }).findings : [])].filter(
    (finding) => finding.severity === 'error',
  )
  // errors in the base itself: nothing can be built on it
  if (wrong.length > 0) return fail(wrong, options, terminal)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text, { flag: 'wx' })
  } catch (error) {
    throw new WrongUse(said.cannotWrite(file, error instanceof Error && 'code' in error ? String(error.code) : String(error)))
  }
  const { version } = project.ruleSet.base.head
  if (options.json) terminal.out(JSON.stringify({ id, name, file, basedOn: version, toDo }, null, 2))
  else {
    terminal.out(said.made(file, version))
    terminal.out(said.toDo(toDo.length))
    for (const [index, item] of toDo.entries()) terminal.out(`${String(index + 1).padStart(3)}. ${item.what}: ${item.foundIn}`)
    terminal.out(said.next(id))
  }
  return 0
}
