import { distance } from 'fastest-levenshtein'
import type { Lang } from '../model/lang.ts'
import { type ExitCode, type Terminal, WrongUse } from './terminal.ts'

/** One usage line of a command, and what it does. */
interface Use extends Readonly<Record<Lang, string>> {
  readonly how: string
}

interface Command {
  /** Lazy, so that no command waits for the PDF library or the prover of another. */
  readonly load: () => Promise<(args: readonly string[], terminal: Terminal) => ExitCode | Promise<ExitCode>>
  readonly uses: readonly Use[]
}
const COMMANDS: Readonly<Record<string, Command>> = {
  assess: {
    load: async () => (await import('./commands/assess.ts')).assess,
    uses: [
      {
        how: 'assess --answers F [--variant V] [--json]',
        nl: 'wat nodig is, bedragen, termijnen, controles, open vragen',
        en: 'verdicts, fees, terms, checks, open questions, counts',
      },
    ],
  },
  packet: {
    load: async () => (await import('./commands/packets/packet.ts')).packet,
    uses: [{ how: 'packet --answers F --out P [--strict]', nl: 'het pakket als één pdf', en: 'the packet as one PDF' }],
  },
  proof: {
    load: async () => (await import('./commands/packets/proof.ts')).proof,
    uses: [
      {
        how: 'proof --answers F --out P',
        nl: 'wat u antwoordde, wat daaruit volgt en op welke regels, als pdf om te lezen',
        en: 'what was answered, what follows and on which rules, as a PDF to read',
      },
    ],
  },
  read: {
    load: async () => (await import('./commands/packets/read.ts')).read,
    uses: [{ how: 'read P', nl: 'de antwoorden die in een pakket zitten', en: 'the answers inside a packet' }],
  },
  verify: {
    load: async () => (await import('./commands/packets/verify.ts')).verify,
    uses: [
      {
        how: 'verify P [--json]',
        nl: 'of de bladzijden nog zeggen wat de antwoorden zeggen, en wat erbij kwam',
        en: 'whether its pages still say what its answers say; what was added',
      },
    ],
  },
  split: {
    load: async () => (await import('./commands/packets/split.ts')).split,
    uses: [
      {
        how: 'split P --out DIR',
        nl: 'een pdf, JSON en CSV per afdeling, met controlegetallen',
        en: 'a PDF, JSON and CSV per department, with checksums',
      },
    ],
  },
  lock: {
    load: async () => (await import('./commands/packets/lock.ts')).lock,
    uses: [
      {
        how: 'lock P --out Q --password-file F',
        nl: 'een kopie die alleen met een wachtwoord opengaat',
        en: 'a copy that opens with a password only',
      },
    ],
  },
  html: {
    load: async () => (await import('./commands/packets/html.ts')).html,
    uses: [
      {
        how: 'html P --out Q',
        nl: 'de woorden ervan als één HTML-bestand, voor elke browser',
        en: 'its words as one HTML file, to be read in any browser',
      },
    ],
  },
  fields: {
    load: async () => (await import('./commands/fields.ts')).fields,
    uses: [
      {
        how: 'fields P [--json]',
        nl: 'de velden van een invulbare pdf, om vakken van een formulier aan te koppelen',
        en: 'the fields of a fillable PDF, to map boxes of a form to',
      },
    ],
  },
  check: {
    load: async () => (await import('./commands/check.ts')).check,
    uses: [
      {
        how: 'check [--variant V] [--json] [--threads N]',
        nl: 'kijkt alles na: regels, formulieren, lagen, voorbeelden, vertalingen, beslisboom',
        en: 'every rule, form, layer, example, translation, tree',
      },
    ],
  },
  new: {
    load: async () => (await import('./commands/new.ts')).newOf,
    uses: [
      {
        how: 'new municipality NAME [--from V]',
        nl: 'het bestand van een nieuwe gemeente, met wat zij moet beslissen',
        en: 'the file of a new town, with what it has to decide',
      },
    ],
  },
  stats: {
    load: async () => (await import('./commands/stats.ts')).stats,
    uses: [
      {
        how: 'stats [--variant V] [--json]',
        nl: 'vakken en vragen geteld: gedeeld, berekend, papier tegen gevraagd',
        en: 'boxes, questions, shared, derived; per example paper against asked',
      },
    ],
  },
  explain: {
    load: async () => (await import('./commands/explain.ts')).explain,
    uses: [
      {
        how: 'explain --answers F ID [--json]',
        nl: 'waarom iets is zoals het is, tot op bestand en regel; ID is een vergunning, vraag, bedrag of vak',
        en: 'why something is what it is, down to file and line',
      },
    ],
  },
  diff: {
    load: async () => (await import('./commands/diff.ts')).diff,
    uses: [
      {
        how: 'diff A B [--answers-dir D] [--json]',
        nl: 'twee gemeenten of dagen (GEMEENTE@2026-01-01) in woorden, en wie een andere uitkomst krijgt',
        en: 'two towns or days (TOWN@2026-01-01) in words; whose outcome changes',
      },
      {
        how: 'diff A --from FOLDER|REV [--json]',
        nl: 'een gemeente zoals zij was en is, over haar voorbeelden en verzonnen zaken',
        en: 'a town as it was and as it is, over its examples and made-up businesses',
      },
    ],
  },
  town: {
    load: async () => (await import('./commands/town.ts')).town,
    uses: [
      {
        how: 'town --variant M --out town.json [--only]',
        nl: 'een gemeente met haar stadsdelen als bestand voor een site die er al staat',
        en: 'a municipality and its districts as a file for a published site',
      },
    ],
  },
  upgrade: {
    load: async () => (await import('./commands/upgrade.ts')).upgradeOf,
    uses: [
      {
        how: 'upgrade --variant V [--from FOLDER|REV]',
        nl: 'wat een nieuwere basis veranderde en waarom, wat past, wat botst; --write',
        en: 'what a newer base changed and why, what fits, what conflicts; --write',
      },
    ],
  },
  language: {
    load: async () => (await import('./commands/language.ts')).language,
    uses: [
      {
        how: 'language TAG [--json]',
        nl: 'waarvoor een toegevoegde taal nog geen woorden heeft, klaar om in te vullen',
        en: 'what a language that is added has no words for, ready to be filled in',
      },
    ],
  },
  graph: {
    load: async () => (await import('./commands/graph.ts')).graph,
    uses: [{ how: 'graph --variant V [--format svg|mermaid]', nl: 'de beslisboom getekend', en: 'the decision tree drawn' }],
  },
}

const FOOT = {
  nl: [
    '  --date 2026-05-01   vandaag en de dag van indienen    --lang nl|en    --rules MAP   een andere regelset',
    '  uitkomst 0 in orde, 1 bevindingen of mislukt, 2 verkeerd gebruikt',
  ],
  en: [
    '  --date 2026-05-01   today and the filing date    --lang nl|en    --rules DIR   another rule set',
    '  exit 0 fine, 1 findings or failure, 2 wrong use',
  ],
} as const

/** Width of the longest usage line. */
const COLUMN = 45

const usageOf = ({ uses }: Command, lang: Lang): string[] => uses.map((use) => `  ${use.how.padEnd(COLUMN)} ${use[lang]}`)

const usage = (lang: Lang): string =>
  ['horeca1 <command>', '', ...Object.values(COMMANDS).flatMap((command) => usageOf(command, lang)), '', ...FOOT[lang]].join('\n')

/** Reads the PDFs of the rules in advance: that is asynchronous, while reading the rules is not. */
async function readFormsFirst(args: readonly string[], { cwd }: Terminal): Promise<void> {
  const named = args.findIndex((arg) => /^--rules(?:=|$)/.test(arg))
  const rules = named < 0 ? undefined : (args[named]?.split('=')[1] ?? args[named + 1])
  const [{ projectRoot }, { readOfficialForms }] = await Promise.all([import('./rule-files.ts'), import('./files/official-files.ts')])
  await readOfficialForms(projectRoot(cwd, rules))
}

/** Runs one command. Bad data is reported with file, line and mend; wrong use in one line, with the usage of the command; our own bugs are thrown. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args
  // for clerks, so Dutch by default
  const lang: Lang = args.some((arg, index) => arg === '--lang=en' || (arg === '--lang' && args[index + 1] === 'en')) ? 'en' : 'nl'
  if (name === undefined || name === '--help' || name === 'help' || rest.includes('--help')) {
    terminal.out(usage(lang))
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    const near = Object.keys(COMMANDS).sort((a, b) => distance(name, a) - distance(name, b))[0]
    terminal.err(`there is no command "${name}". Did you mean ${near}?\n\n${usage(lang)}`)
    return 2
  }
  try {
    const start = await command.load()
    await readFormsFirst(rest, terminal)
    return await start(rest, terminal)
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error
    // a finding says how to mend it; the usage would not help then
    const how = /\[[A-Z_]+\]$/.test(error.message) ? [] : usageOf(command, lang)
    terminal.err([`${name}: ${error.message}`, ...how].join('\n'))
    return 2
  }
}
