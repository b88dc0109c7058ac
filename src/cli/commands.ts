import { distance } from 'fastest-levenshtein'
import { type ExitCode, type Terminal, WrongUse } from './terminal.ts'

interface Command {
  /** Loads the command when it is wanted: none waits for the PDF library or the proof of another. */
  readonly load: () => Promise<(args: readonly string[], terminal: Terminal) => ExitCode | Promise<ExitCode>>
  readonly usage: string
}
const COMMANDS: Readonly<Record<string, Command>> = {
  assess: {
    load: async () => (await import('./commands/assess.ts')).assess,
    usage: 'assess --answers F [--variant V] [--json]      verdicts, fees, terms, checks, open questions, counts',
  },
  packet: {
    load: async () => (await import('./commands/packets/packet.ts')).packet,
    usage: 'packet --answers F --out P [--strict]          the packet as one PDF',
  },
  read: {
    load: async () => (await import('./commands/packets/read.ts')).read,
    usage: 'read P                                         the answers inside a packet',
  },
  verify: {
    load: async () => (await import('./commands/packets/verify.ts')).verify,
    usage: 'verify P [--json]                              whether its pages still say what its answers say; what was added',
  },
  split: {
    load: async () => (await import('./commands/packets/split.ts')).split,
    usage: 'split P --out DIR                              a PDF, JSON and CSV per department, with checksums',
  },
  lock: {
    load: async () => (await import('./commands/packets/lock.ts')).lock,
    usage: 'lock P --out Q --password-file F               a copy that opens with a password only',
  },
  html: {
    load: async () => (await import('./commands/packets/html.ts')).html,
    usage: 'html P --out Q                                 its words as one HTML file, to be read in any browser',
  },
  check: {
    load: async () => (await import('./commands/check.ts')).check,
    usage: 'check [--variant V] [--json] [--threads N]     every rule, form, layer, example, translation, tree',
  },
  new: {
    load: async () => (await import('./commands/new.ts')).newOf,
    usage: 'new municipality NAME [--from V]               the file of a new town, with what it has to decide',
  },
  stats: {
    load: async () => (await import('./commands/stats.ts')).stats,
    usage: 'stats [--variant V] [--json]                   boxes, questions, shared, derived; per example paper against asked',
  },
  explain: {
    load: async () => (await import('./commands/explain.ts')).explain,
    usage: 'explain --answers F ID [--json]                why something is what it is, down to file and line',
  },
  diff: {
    load: async () => (await import('./commands/diff.ts')).diff,
    usage:
      'diff A B [--answers-dir D] [--json]             two towns or days (TOWN@2026-01-01) in words; whose outcome changes\n  diff A --from FOLDER|REV [--json]              a town as it was and as it is, over its examples and made-up businesses',
  },
  town: {
    load: async () => (await import('./commands/town.ts')).town,
    usage: 'town --variant M --out town.json [--only]      a municipality and its districts as a file for a published site',
  },
  upgrade: {
    load: async () => (await import('./commands/upgrade.ts')).upgradeOf,
    usage: 'upgrade --variant V [--from FOLDER|REV]        what a newer base changed and why, what fits, what conflicts; --write',
  },
  graph: {
    load: async () => (await import('./commands/graph.ts')).graph,
    usage: 'graph --variant V [--format svg|mermaid]       the decision tree drawn',
  },
}

const USAGE = [
  'horeca1 <command>',
  '',
  ...Object.values(COMMANDS).map(({ usage }) => `  ${usage}`),
  '',
  '  --date 2026-05-01   today and the filing date    --lang nl|en    --rules DIR   another rule set',
  '  exit 0 fine, 1 findings or failure, 2 wrong use',
].join('\n')

/** Runs one command. Bad data is said with file, line and mend; wrong use in one line; our own faults without the stack of a stranger. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === 'help' || rest.includes('--help')) {
    terminal.out(USAGE)
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    const near = Object.keys(COMMANDS).sort((a, b) => distance(name, a) - distance(name, b))[0]
    terminal.err(`there is no command "${name}". Did you mean ${near}?\n\n${USAGE}`)
    return 2
  }
  try {
    const start = await command.load()
    return await start(rest, terminal)
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error
    terminal.err(`${name}: ${error.message}`)
    return 2
  }
}
