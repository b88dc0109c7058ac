import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Finding } from '../model/findings/finding.ts'
import { tellFinding } from '../model/findings/told.ts'
import type { Lang } from '../model/lang.ts'
import { BASE } from '../model/layers/base.ts'
import { readOfficialForm, readOfficialForms } from './files/official-files.ts'
import { type Project, projectOf } from './project.ts'
import { isProject, isRuleFile, readFiles, textOfRuleFile } from './rule-files.ts'
import { WrongUse } from './terminal.ts'

/** The rule set of another folder, or of an earlier commit. */
export interface OlderRules {
  /** As it was asked for, `../horeca1-2026` or `v2026.1.0`; a revision with its commit. */
  readonly name: string
  /** Every rule file by its path, as `readFiles` returns those of the project. */
  readonly files: ReadonlyMap<string, string>
}

const SAID = {
  nl: {
    notProject: (from: string) =>
      `--from ${from}: in die map staan geen rules/base en forms. Noem de map van het hele project, waar rules en forms in staan.`,
    neither: (from: string) =>
      `--from ${from}: er is geen map met die naam, en git kent geen versie die zo heet. Noem een map, zoals --from ../horeca1-vorig-jaar, of een versie, zoals --from HEAD~1. \`git log --oneline\` noemt de versies.`,
    noGit: (from: string) =>
      `--from ${from}: er is geen map met die naam, en dit project staat niet in git. Noem de map waarin de vorige versie staat, zoals --from ../horeca1-vorig-jaar.`,
    unusable: (from: string, count: number) =>
      `--from ${from}: dit programma kan met die regels niet rekenen. Er ${count === 1 ? 'zit 1 fout' : `zitten ${count} fouten`} in, of ze zijn van een ouder programma. Noem een latere versie, of herstel ze daar eerst.`,
    isFile: (from: string) => `--from ${from}: dat is een bestand. Noem de map van het hele project, waar rules en forms in staan.`,
    nothing: '--from is leeg. Noem een map, zoals --from ../horeca1-vorig-jaar, of een versie, zoals --from HEAD~1.',
    noTown: (from: string, town: string) =>
      `--from ${from}: ${town} is daar nog niet. Er valt niets te vergelijken, want alles van ${town} is nieuw.`,
    empty: (from: string) => `--from ${from}: in die versie staan geen rules/base en forms. Noem een latere versie.`,
  },
  en: {
    notProject: (from: string) =>
      `--from ${from}: that folder has no rules/base and forms. Name the folder of the whole project, the one that contains rules and forms.`,
    neither: (from: string) =>
      `--from ${from}: there is no folder of that name, and git has no such revision. Name a folder, such as --from ../horeca1-last-year, or a revision, such as --from HEAD~1. \`git log --oneline\` lists them.`,
    noGit: (from: string) =>
      `--from ${from}: there is no folder of that name, and this project is not in git. Name the folder of the previous version, such as --from ../horeca1-last-year.`,
    unusable: (from: string, count: number) =>
      `--from ${from}: this program cannot use those rules. They have ${count === 1 ? '1 mistake' : `${count} mistakes`}, or belong to an older program. Name a later version, or fix them there first.`,
    isFile: (from: string) =>
      `--from ${from}: that is a file. Name the folder of the whole project, the one that contains rules and forms.`,
    nothing: '--from is empty. Name a folder, such as --from ../horeca1-last-year, or a revision, such as --from HEAD~1.',
    noTown: (from: string, town: string) =>
      `--from ${from}: ${town} does not exist there yet. There is nothing to compare: everything in ${town} is new.`,
    empty: (from: string) => `--from ${from}: that revision has no rules/base and forms. Name a later one.`,
  },
} as const

/** The rule set of --from with its fillable PDFs: of the folder by that name if there is one, else of a git revision of the project. */
export async function olderRules(from: string, root: string, cwd: string, lang: Lang): Promise<OlderRules> {
  const said = SAID[lang]
  if (from.trim() === '') throw new WrongUse(said.nothing)
  const folder = resolve(cwd, from)
  const there = statSync(folder, { throwIfNoEntry: false })
  if (there?.isFile()) throw new WrongUse(said.isFile(from))
  if (there?.isDirectory()) {
    if (!isProject(folder)) throw new WrongUse(said.notProject(from))
    await readOfficialForms(folder)
    return { name: from, files: readFiles(folder) }
  }
  if (git(root, ['rev-parse', '--is-inside-work-tree']) === null) throw new WrongUse(said.noGit(from))
  const commit = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${from}^{commit}`])?.trim()
  if (!commit) throw new WrongUse(said.neither(from))
  const files = await filesOf(root, commit)
  if (![...files.keys()].some((file) => file.startsWith('rules/base/'))) throw new WrongUse(said.empty(from))
  return { name: commit.startsWith(from) ? commit.slice(0, 12) : `${from} (${commit.slice(0, 12)})`, files }
}

/** Those rules, loaded by the current program. */
export const openOlder = ({ files }: OlderRules, root: string): Project => projectOf(root, files)

/** How many findings of unusable rules are reported: the others mostly have the same cause. */
const TOLD = 3

/** Reports that a town is not among the older rules: its file there cannot be read, or it did not exist yet. null: it is there. */
export function absent({ ruleSet, findings }: Project, town: string, older: OlderRules, lang: Lang): WrongUse | null {
  if (!ruleSet || town === BASE || ruleSet.layers.has(town)) return null
  const folder = `rules/municipalities/${town.split('/')[0]}/`
  const own = findings.filter(({ file, severity }) => severity === 'error' && file.startsWith(folder))
  return own.length > 0 ? unusable(own, older, lang) : new WrongUse(SAID[lang].noTown(older.name, town))
}

/** Reports that the older rules cannot be used, with their first findings. What follows from a file that cannot be read is left out. */
export function unusable(all: readonly Finding[], { name }: OlderRules, lang: Lang): WrongUse {
  const unread = all.filter(({ code }) => code === 'BAD_YAML' || code === 'BAD_ENCODING' || code === 'UNREADABLE_FILE')
  const findings = unread.length > 0 ? unread : all
  const first = findings.slice(0, TOLD).map((finding) => `  ${tellFinding({ ...finding, file: `${name}:${finding.file}` }, lang)}`)
  return new WrongUse([SAID[lang].unusable(name, findings.length), ...first].join('\n'))
}

/** Every rule file of a commit, read without checking it out. */
async function filesOf(root: string, commit: string): Promise<Map<string, string>> {
  const paths = (git(root, ['ls-tree', '-r', '-z', '--name-only', commit, '--', 'rules', 'forms']) ?? '')
    .split('\0')
    .filter((path) => isRuleFile(path) && !path.includes('\n'))
  const blobs = gitBytes(root, ['cat-file', '--batch'], paths.map((path) => `${commit}:./${path}\n`).join(''))
  const files = new Map<string, string>()
  let at = 0
  for (const path of paths) {
    // `<id> blob <size>`, then that many bytes and a newline
    const head = blobs?.indexOf(10, at) ?? -1
    if (!blobs || head < 0) break
    const size = Number(blobs.subarray(at, head).toString('utf8').split(' ')[2])
    if (!Number.isInteger(size)) break
    const bytes = blobs.subarray(head + 1, head + 1 + size)
    if (path.endsWith('.pdf')) await readOfficialForm(new Uint8Array(bytes))
    files.set(path, textOfRuleFile(path, bytes))
    at = head + 1 + size + 1
  }
  return files
}

/** The last commit whose base has this version; null when git finds none, or is not installed. */
export function revisionOfVersion(root: string, version: string): string | null {
  const file = 'rules/base/ruleset.yaml'
  const commits = (git(root, ['log', '--format=%H', '--', file]) ?? '').split('\n').filter(Boolean)
  const line = new RegExp(`^version: ['"]?${version.replaceAll('.', '\\.')}['"]?\\s*(?:#.*)?$`, 'm')
  return commits.find((commit) => line.test(git(root, ['show', `${commit}:./${file}`]) ?? '')) ?? null
}

const git = (root: string, args: readonly string[]): string | null => gitBytes(root, args, '')?.toString('utf8') ?? null

/** Output of git; null when it fails or is not installed. */
function gitBytes(root: string, args: readonly string[], input: string): Buffer | null {
  try {
    return execFileSync('git', ['-C', root, ...args], { input, maxBuffer: 512 * 1024 * 1024, stdio: ['pipe', 'pipe', 'ignore'] })
  } catch {
    return null
  }
}
