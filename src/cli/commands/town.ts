import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { nameOfLanguage } from '../../model/languages/language-files.ts'
import { BASE } from '../../model/layers/base.ts'
import { pdfAddress } from '../../model/official/pdf-address.ts'
import { type TownFile, townText } from '../../model/packed/town-file.ts'
import { officialsOf, writeTownFile } from '../../model/packed/write-town-file.ts'
import { readOptions, required } from '../options.ts'
import { openProject, openVariant, sha256, variantOn } from '../project.ts'
import { fail } from '../report.ts'
import { type ExitCode, type Terminal, WrongUse } from '../terminal.ts'

/** How many of a town's own texts are translated into a language that files add. */
interface Spoken {
  readonly name: string
  readonly count: number
  readonly all: number
}

const WORDS = {
  nl: (out: string, names: readonly string[], kilobytes: string, only: boolean, pdfs: readonly string[], spoken: readonly Spoken[]) =>
    `${out}: ${names.join(', ')} (${kilobytes} kB). Zet dit bestand als town.json naast index.html van de site.${pdfs.length > 0 ? ` Zet daar ook ${pdfs.join(', ')} neer: de invulbare pdf's.` : ''}${only ? ' De site toont dan alleen deze gemeente.' : ''}${spoken.map(({ name, count, all }) => ` ${name}: ${count} van ${all} eigen teksten; de andere zijn daar in het Engels.`).join('')}`,
  en: (out: string, names: readonly string[], kilobytes: string, only: boolean, pdfs: readonly string[], spoken: readonly Spoken[]) =>
    `${out}: ${names.join(', ')} (${kilobytes} kB). Put it as town.json beside index.html of the site.${pdfs.length > 0 ? ` Put ${pdfs.join(', ')} there as well: the PDFs that are filled in.` : ''}${only ? ' The site then shows this municipality only.' : ''}${spoken.map(({ name, count, all }) => ` ${name}: ${count} of ${all} texts of its own; the others are English there.`).join('')}`,
}

/** `town --variant M --out town.json [--only]`: a municipality and its districts as one file, which a published site loads from beside its page, together with
 * the PDFs that it fills in. Invalid rules are reported, and nothing is written. */
export function town(args: readonly string[], terminal: Terminal): ExitCode {
  const options = readOptions(args, ['variant', 'out', 'only'])
  const id = required(options.variant, '--variant')
  const out = required(options.out, '--out')
  if (id === BASE) throw new WrongUse('every site has the base already: name a municipality.')
  const project = openProject(terminal.cwd, options.rules)
  const date = options.date ?? terminal.today
  // throws on an unknown name, which is wrong use
  openVariant(project, id, date)
  const made = writeTownFile(project, id, {
    resolve: (ruleSet, name) => variantOn(ruleSet, name, date),
    sha256,
    only: options.only,
  })
  if ('findings' in made) return fail(made.findings, options, terminal)
  const { file, variants } = made
  const text = townText(file)
  writeFileSync(resolve(terminal.cwd, out), text)
  const pdfs = officialsOf(variants).map(({ file: source, digest }) => {
    const address = pdfAddress(digest)
    const place = resolve(terminal.cwd, dirname(out), address)
    mkdirSync(dirname(place), { recursive: true })
    copyFileSync(join(project.root, source), place)
    return address
  })
  const names = file.towns.map(({ place }) => place.name)
  terminal.out(WORDS[options.lang](out, names, (text.length / 1000).toFixed(0), options.only, pdfs, spokenIn(file)))
  return 0
}

/** The languages in a file, with how many of its towns' texts they translate. */
function spokenIn({ towns }: TownFile): Spoken[] {
  const tags = new Set(towns.flatMap(({ languages }) => Object.keys(languages ?? {})))
  return [...tags].map((tag) => {
    const texts = towns.flatMap(({ languages }) => languages?.[tag] ?? [])
    return { name: nameOfLanguage(tag) ?? tag, count: texts.filter((text) => text !== 0).length, all: texts.length }
  })
}
