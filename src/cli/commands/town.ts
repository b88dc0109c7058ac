import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { BASE } from '../../model/layers/layers.ts'
import { packBase } from '../../model/packed/pack.ts'
import { baseDigest, townFile } from '../../model/packed/write-town-file.ts'
import { listVariants } from '../../model/resolve.ts'
import type { Variant } from '../../model/variant.ts'
import { readOptions, required } from '../options.ts'
import { openProject, openVariant, sha256 } from '../project.ts'
import { fail } from '../report.ts'
import { type ExitCode, type Terminal, WrongUse } from '../terminal.ts'

const WORDS = {
  nl: (out: string, names: readonly string[], kilobytes: string, only: boolean) =>
    `${out}: ${names.join(', ')} (${kilobytes} kB). Zet dit bestand als town.json naast index.html van de site.${only ? ' De site toont dan alleen deze gemeente.' : ''}`,
  en: (out: string, names: readonly string[], kilobytes: string, only: boolean) =>
    `${out}: ${names.join(', ')} (${kilobytes} kB). Put it as town.json beside index.html of the site.${only ? ' The site then shows this municipality only.' : ''}`,
}

/** `town --variant M --out town.json [--only]`: a municipality and its districts as one file, which a published site takes from beside its page. Rules
 * that are not in order are said, and nothing is written. */
export function town(args: readonly string[], terminal: Terminal): ExitCode {
  const options = readOptions(args, ['variant', 'out', 'only'])
  const id = required(options.variant, '--variant')
  const out = required(options.out, '--out')
  if (id === BASE) throw new WrongUse('every site has the base already: name a municipality.')
  const project = openProject(terminal.cwd, options.rules)
  const date = options.date ?? terminal.today
  const found: Variant[] = []
  const places = project.ruleSet ? listVariants(project.ruleSet).filter((place) => place.id === id || place.id.startsWith(`${id}/`)) : []
  for (const name of [BASE, id, ...places.flatMap((place) => (place.id === id ? [] : [place.id]))]) {
    const { variant, findings } = openVariant(project, name, date)
    if (!variant) return fail(findings, options, terminal)
    found.push(variant)
  }
  const [base, ...variants] = found
  if (!base) return fail(project.findings, options, terminal)
  const pack = packBase(base)
  const file = townFile(
    variants.flatMap((variant) => {
      const place = places.find((each) => each.id === variant.id)
      const { postcode, street } = variant.names.premises
      return place ? [{ place: { ...place, address: { postcode, street } }, variant }] : []
    }),
    pack,
    baseDigest(pack, sha256),
    options.only,
  )
  const text = `${JSON.stringify(file)}\n`
  writeFileSync(resolve(terminal.cwd, out), text)
  const names = file.towns.map(({ place }) => place.name)
  terminal.out(WORDS[options.lang](out, names, (text.length / 1000).toFixed(0), options.only))
  return 0
}
