import { checkTowns, type ProvedTree } from '../../authoring/check/check-towns.ts'
import { concernsTown } from '../../authoring/check/concerns-town.ts'
import type { AnswersNeeded } from '../../authoring/stats/answers-needed.ts'
import type { Finding } from '../../model/findings/finding.ts'
import { findingJson, tellFinding } from '../../model/findings/told.ts'
import { BASE } from '../../model/layers/base.ts'
import { type Asked, openPool, type WorkerPool } from '../check/worker-pool.ts'
import { type Options, readOptions } from '../options.ts'
import { openProject, openVariant } from '../project.ts'
import type { ExitCode, Terminal } from '../terminal.ts'

/** What `check` prints besides its findings. */
const WORDS = {
  nl: {
    tree: (id: string, { mergedStates, paths, longest }: ProvedTree) =>
      `beslisboom van ${id}: ${mergedStates} samengevoegde toestanden staan voor ${paths.toLocaleString('nl')} wegen; langste ${longest} stappen`,
    sameTree: (id: string, other: string) => `beslisboom van ${id}: zoals ${other}`,
    first: (id: string, businesses: number, { mean, max, optimum }: AnswersNeeded) =>
      `eerste vragen van ${id}: ${businesses} verzonnen zaken hebben gemiddeld ${mean.toFixed(2)} antwoorden nodig, ten hoogste ${max}; geen volgorde komt onder ${optimum.toFixed(2)}`,
    looked: (variants: number, examples: number) => `${variants} gemeenten en stadsdelen, ${examples} voorbeelden`,
    below: (ids: readonly string[]) => `ook bekeken: ${ids.join(', ')}; hun beslisboom met check --variant`,
    toVerify: (id: string, own: number, ofBase: number) =>
      `nog na te gaan in ${id}: ${own} in eigen bestanden, ${ofBase} waarden van de basis die de gemeente zelf kan geven`,
    where: 'check --variant noemt ze met de plaats en hoe u ze nagaat',
    owed: (id: string, values: readonly string[], fees: number) =>
      `${id} moet nog beslissen: ${[...values, ...(fees > 0 ? [fees === 1 ? '1 bedrag' : `${fees} bedragen`] : [])].join('; ')}. Tot dan leest de ondernemer: vraag het uw gemeente.`,
    counted: (errors: number, warnings: number, notes: number, kinds: string) =>
      `${errors} fouten, ${warnings} waarschuwingen, ${notes} notities${kinds === '' ? '' : ` (${kinds}; --json noemt ze)`}`,
  },
  en: {
    tree: (id: string, { mergedStates, paths, longest }: ProvedTree) =>
      `tree of ${id}: ${mergedStates} merged states represent ${paths.toLocaleString('en')} paths; longest ${longest} steps`,
    sameTree: (id: string, other: string) => `tree of ${id}: as ${other}`,
    first: (id: string, businesses: number, { mean, max, optimum }: AnswersNeeded) =>
      `first questions of ${id}: ${businesses} made-up businesses need ${mean.toFixed(2)} answers on average, ${max} at most; no order of asking needs fewer than ${optimum.toFixed(2)}`,
    looked: (variants: number, examples: number) => `${variants} variants, ${examples} examples`,
    below: (ids: readonly string[]) => `also looked at: ${ids.join(', ')}; their trees with check --variant`,
    toVerify: (id: string, own: number, ofBase: number) =>
      `still to verify in ${id}: ${own} in its own files, ${ofBase} values of the base that the town can give itself`,
    where: 'check --variant lists them with their place and how to verify them',
    owed: (id: string, values: readonly string[], fees: number) =>
      `${id} has yet to decide: ${[...values, ...(fees > 0 ? [fees === 1 ? '1 amount' : `${fees} amounts`] : [])].join('; ')}. Until then the applicant reads: ask your municipality.`,
    counted: (errors: number, warnings: number, notes: number, kinds: string) =>
      `${errors} errors, ${warnings} warnings, ${notes} notes${kinds === '' ? '' : ` (${kinds}; --json lists them)`}`,
  },
} as const

/** `check [--variant V]`: every rule, form, layer, example, translation, contrast and tree; 1 when any finding is an error. Unverified and stale values are
 * notes. Towns are checked in several threads, whose number changes neither the output nor its order. */
export async function check(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, ['variant', 'threads'])
  const asked = { cwd: terminal.cwd, rules: options.rules, date: options.date ?? terminal.today }
  const pool = openPool(asked, options.variant === undefined ? options.threads : 1)
  try {
    return await checkWith(pool, asked, options, terminal)
  } finally {
    await pool.close()
  }
}

async function checkWith({ checkers }: WorkerPool, asked: Asked, options: Options, terminal: Terminal): Promise<ExitCode> {
  const { variant: only } = options
  const words = WORDS[options.lang]
  const say = (line: string): void => {
    if (!options.json) terminal.out(line)
  }
  const opened = await checkers[0].open()
  // a town whose own file cannot be read is not a variant: report what is wrong with that file
  const isKnown = only === undefined || opened.ids.includes(only)
  if (only !== undefined && !isKnown && !opened.findings.some(concernsTown(only)))
    openVariant(openProject(asked.cwd, asked.rules), only, asked.date)
  // a municipality is responsible for its districts and areas
  const below = only === undefined ? [] : opened.ids.filter((id) => id.startsWith(`${only}/`))
  const { findings, examples, towns } = await checkTowns(checkers, opened, only === undefined ? undefined : [only], below, (id, tree) =>
    say('sameAs' in tree ? words.sameTree(id, tree.sameAs) : words.tree(id, tree)),
  )
  for (const { id, first } of towns) if (first) say(words.first(id, first.businesses, first.needed))
  // a municipality is responsible for its districts; the one asked for lists all, with place and mend
  for (const { id, unverified, toVerify } of towns) {
    const { own = 0, ofBase = 0 } = unverified ?? {}
    if (own + ofBase === 0 || (only === undefined && id.includes('/'))) continue
    say(words.toVerify(id, own, ofBase))
    if (toVerify === null) continue
    for (const finding of [...toVerify.own, ...toVerify.ofBase]) {
      say(`  ${tellFinding(finding, options.lang)}`)
      if (finding.about) say(`    ${finding.about[options.lang]}`)
    }
  }
  if (only === undefined && towns.some(({ id }) => id !== BASE)) say(words.where)
  say(words.looked(towns.length + below.length, examples))
  if (below.length > 0) say(words.below(below))
  if (only !== undefined && only !== BASE) {
    const { owed = [], priceless = 0 } = towns[0]?.sound ?? {}
    if (owed.length + priceless > 0)
      say(
        words.owed(
          only,
          owed.map((label) => label[options.lang]),
          priceless,
        ),
      )
  }
  return report(findings, options, terminal)
}

function report(findings: readonly Finding[], { json, lang }: Pick<Options, 'json' | 'lang'>, terminal: Terminal): ExitCode {
  const errors = findings.filter((finding) => finding.severity === 'error')
  if (json) terminal.out(JSON.stringify(findings.map(findingJson), null, 2))
  else {
    for (const finding of findings) if (finding.severity !== 'note') terminal.err(tellFinding(finding, lang))
    const count = (severity: Finding['severity']): number => findings.filter((finding) => finding.severity === severity).length
    const notes = new Map<string, number>()
    for (const { severity, code } of findings) if (severity === 'note') notes.set(code, (notes.get(code) ?? 0) + 1)
    const kinds = [...notes].map(([code, n]) => `${code} ${n}`).join(', ')
    terminal.out(WORDS[lang].counted(errors.length, count('warning'), count('note'), kinds))
  }
  return errors.length > 0 ? 1 : 0
}
