import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { upgrade, type Version } from '../../authoring/upgrade/upgrade.ts'
import type { Finding } from '../../model/findings/finding.ts'
import { BASE } from '../../model/layers/base.ts'
import { type OlderRules, olderRules, openOlder, revisionOfVersion, unusable } from '../older-rules.ts'
import { type Options, readOptions, required } from '../options.ts'
import { openProject, openVariant, type Project } from '../project.ts'
import { fail } from '../report.ts'
import { type ExitCode, type Terminal, WrongUse } from '../terminal.ts'
import { upgradeInWords } from './upgrade-in-words.ts'

const SAID = {
  nl: {
    variant: '--variant ontbreekt. Noem uw gemeente: upgrade --variant zandwijk --from ../horeca1-vorig-jaar',
    part: (id: string, town: string) => `${id} is een deel van ${town}. Een stadsdeel gaat mee met de gemeente: upgrade --variant ${town}`,
    noFrom: (version: string) =>
      `--from ontbreekt, en git kent geen versie ${version} van de basis. Noem de map of de versie waarin die basis staat, zoals --from ../horeca1-vorig-jaar.`,
    noBasedOn: (file: string) =>
      `${file} zegt niet op welke versie van de basis het is gemaakt. Schrijf basedOn: met die versie, of noem met --from de map of de versie van toen.`,
    other: (from: string, version: string, town: string, basedOn: string) =>
      `--from ${from} is versie ${version} van de basis, en ${town} is gemaakt op ${basedOn}. Vergelijken daarmee kan een botsing verbergen. Noem de map of de versie met ${basedOn}.`,
    upToDate: (name: string, version: string) => `${name} is gemaakt op versie ${version}, en die staat hier. Er is niets over te nemen.`,
    notWritten: 'basedOn is niet veranderd: eerst beslissen wat hierboven staat.',
    written: (file: string, version: string) => `${file}: basedOn is nu ${version}.`,
    cannotWrite: (file: string) => `${file}: de regel basedOn of extends is niet gevonden. Schrijf zelf basedOn: met de nieuwe versie.`,
  },
  en: {
    variant: '--variant is missing. Name your town: upgrade --variant zandwijk --from ../horeca1-last-year',
    part: (id: string, town: string) => `${id} is part of ${town}. Districts are upgraded with their town: upgrade --variant ${town}`,
    noFrom: (version: string) =>
      `--from is missing, and git has no version ${version} of the base. Name the folder or revision of that base, such as --from ../horeca1-last-year.`,
    noBasedOn: (file: string) =>
      `${file} does not say which version of the base it is based on. Add basedOn: with that version, or name its folder or revision with --from.`,
    other: (from: string, version: string, town: string, basedOn: string) =>
      `--from ${from} is version ${version} of the base, but ${town} is based on ${basedOn}. Comparing with it could hide a conflict. Name the folder or revision of ${basedOn}.`,
    upToDate: (name: string, version: string) =>
      `${name} is based on version ${version}, which is the current one. There is nothing to take over.`,
    notWritten: 'basedOn was not changed: decide the points above first.',
    written: (file: string, version: string) => `${file}: basedOn is now ${version}.`,
    cannotWrite: (file: string) => `${file}: no basedOn or extends line was found. Add basedOn: with the new version yourself.`,
  },
} as const

/** `upgrade --variant TOWN [--from FOLDER|REV] [--write]`: what a newer base changed and why, what of the town still fits, and what conflicts, with both values
 * and places. 1 when something has to be decided. A town without changes of its own upgrades silently. `--write` records the new version when nothing is left
 * to decide. `--variant base` is for the publisher of the base: 1 when the changelog gives no reason for a difference. */
export async function upgradeOf(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, ['variant', 'from', 'write'])
  const { lang } = options
  const said = SAID[lang]
  const town = options.variant ?? options.positionals[0]
  if (town === undefined) throw new WrongUse(said.variant)
  if (town.includes('/')) throw new WrongUse(said.part(town, town.split('/')[0] ?? ''))
  const project = openProject(terminal.cwd, options.rules)
  const { ruleSet } = project
  if (!ruleSet) return fail(project.findings, options, terminal)
  // an unreadable file is reported with its line, an unknown town with the known ones
  const layer = town === BASE ? null : ruleSet.layers.get(town)
  if (layer === undefined) {
    const own = project.findings.filter(({ file }) => file.startsWith(`rules/municipalities/${town}/`))
    if (own.length > 0) return fail(own, options, terminal)
    openVariant(project, town, terminal.today)
  }
  const unreadable = layer ? unreadableOf(project.findings, town) : []
  if (unreadable.length > 0) return fail(unreadable, options, terminal)
  const here = ruleSet.base.head.version
  const file = layer?.source.file ?? ''
  const basedOn = layer?.data.basedOn
  if (options.from === undefined && basedOn === undefined)
    throw new WrongUse(town === BASE ? required(undefined, '--from') : said.noBasedOn(file))
  if (options.from === undefined && basedOn === here) {
    const isSilent = upgrade({ ruleSet, findings: [] }, { ruleSet, findings: [] }, town, lang).touches === 0
    if (!isSilent && !options.json) terminal.out(said.upToDate(layer?.name ?? town, here))
    if (!options.json) return 0
  }
  const older = await olderOf(options, project, basedOn, here, terminal)
  const before = baseBefore(older, project, town, lang)
  const version = before.ruleSet.base.head.version
  if (basedOn !== undefined && version !== basedOn) throw new WrongUse(said.other(older.name, version, town, basedOn))
  const result = upgrade(before, { ruleSet, findings: project.findings }, town, lang, project.files)
  const unexplained = result.changes.filter(({ reasons }) => reasons.length === 0)
  const open = town === BASE ? unexplained.length > 0 : result.conflicts.length + result.unfit.length + result.examples.length > 0
  const isSilent = town !== BASE && result.touches === 0 && !open
  if (options.json) terminal.out(JSON.stringify(result, null, 2))
  else if (!isSilent) terminal.out(upgradeInWords(result, layer?.name ?? BASE, older.name))
  if (options.write && layer && !(basedOn === here)) {
    const written = open ? said.notWritten : noteVersion(join(project.root, file), file, here, said)
    if (!options.json && !isSilent) terminal.out(written)
  }
  return open ? 1 : 0
}

/** What makes a file of the town unreadable: of such a town nothing can be said. */
const unreadableOf = (findings: readonly Finding[], town: string): Finding[] =>
  findings.filter(
    ({ file, code, severity }) => file.startsWith(`rules/municipalities/${town}/`) && severity === 'error' && UNREADABLE.has(code),
  )
const UNREADABLE: ReadonlySet<Finding['code']> = new Set(['BAD_YAML', 'UNREADABLE_FILE', 'BAD_ENCODING', 'FILE_TOO_LARGE', 'DUPLICATE_KEY'])

async function olderOf(
  { from, lang }: Options,
  { root, files }: Project,
  basedOn: string | undefined,
  here: string,
  terminal: Terminal,
): Promise<OlderRules> {
  if (from !== undefined) return olderRules(from, root, terminal.cwd, lang)
  if (basedOn === undefined || basedOn === here) return { name: basedOn ?? here, files }
  const revision = revisionOfVersion(root, basedOn)
  if (revision === null) throw new WrongUse(SAID[lang].noFrom(basedOn))
  return olderRules(revision, root, terminal.cwd, lang)
}

/** The older base with the town as it is now, so that only the base differs. */
function baseBefore(older: OlderRules, project: Project, town: string, lang: Options['lang']): Version {
  const isTown = (file: string): boolean => file.startsWith('rules/municipalities/')
  const files = new Map([...[...older.files].filter(([file]) => !isTown(file)), ...[...project.files].filter(([file]) => isTown(file))])
  const { ruleSet, findings } = openOlder({ name: older.name, files }, project.root)
  const wrong = findings.filter(({ file, severity }) => severity === 'error' && !isTown(file))
  // an error of the town against the older base is no error of that base
  if (!ruleSet || ruleSet.broken.has(BASE) || (!ruleSet.layers.has(town) && town !== BASE))
    throw unusable(wrong.length > 0 ? wrong : findings, older, lang)
  return { ruleSet, findings }
}

/** Writes the version into the file of the town, on its existing line or below `extends:`; the rest of the file stays as it is. */
function noteVersion(path: string, file: string, version: string, said: (typeof SAID)[Options['lang']]): string {
  const text = readFileSync(path, 'utf8')
  const written = /^basedOn:.*$/m.test(text)
    ? text.replace(/^basedOn:[^#\r\n]*?(\s*(?:#.*)?)$/m, `basedOn: ${version}$1`)
    : text.replace(/^(extends:.*?)(\r?)$/m, `$1$2\nbasedOn: ${version}$2`)
  if (written === text) return said.cannotWrite(file)
  writeFileSync(path, written)
  return said.written(file, version)
}
