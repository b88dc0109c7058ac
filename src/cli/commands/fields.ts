import type { PdfForm } from '../../model/official/pdf-form.ts'
import { readForm } from '../../pdf/official/read-form.ts'
import { openPacketFile } from '../files/packet-file.ts'
import { readFonts } from '../fonts.ts'
import { readOptions, required } from '../options.ts'
import type { ExitCode, Terminal } from '../terminal.ts'

const WORDS = {
  nl: {
    kinds: {
      text: 'tekst',
      check: 'aankruisvakje',
      radio: 'keuzerondjes',
      dropdown: 'keuzelijst',
      list: 'lijst',
      button: 'knop',
      signature: 'handtekening',
      other: 'onbekend',
    },
    problems: {
      encrypted: 'De pdf zit op slot met een wachtwoord. Sla hem op zonder beveiliging.',
      xfa: 'De pdf is een formulier in XFA. Vraag de maker om een AcroForm.',
      noForm: 'De pdf heeft geen invulvelden.',
      damaged: 'Dit is niet te lezen als pdf.',
      undrawn: 'Een archiefbestand kan deze bladzijden niet bevatten. Sla hem op met alle lettertypen erin, bijvoorbeeld als PDF/A.',
      unread: '',
    },
  },
  en: {
    kinds: {
      text: 'text',
      check: 'check box',
      radio: 'round buttons',
      dropdown: 'dropdown',
      list: 'list',
      button: 'button',
      signature: 'signature',
      other: 'unknown',
    },
    problems: {
      encrypted: 'The PDF is locked with a password. Save it without protection.',
      xfa: 'The PDF is a form in XFA. Ask its maker for an AcroForm.',
      noForm: 'The PDF has no fields to fill in.',
      damaged: 'This cannot be read as a PDF.',
      undrawn: 'An archive file cannot hold these pages. Save it with all typefaces inside, as PDF/A for one.',
      unread: '',
    },
  },
} as const

/** `fields P [--json]`: the fields of a fillable PDF with their kind and options; if it cannot be filled in, why, with exit code 1. */
export async function fields(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, [])
  const path = required(options.positionals[0], 'The PDF')
  const bytes = openPacketFile(path, terminal)
  if (bytes === null) return 1
  const form = await readForm(bytes, readFonts().regular)
  if (options.json) terminal.out(JSON.stringify(form, null, 2))
  else tell(form, options.lang, path, terminal)
  return form.problem === null ? 0 : 1
}

function tell({ fields: found, problem, detail }: PdfForm, lang: 'nl' | 'en', path: string, terminal: Terminal): void {
  const words = WORDS[lang]
  for (const { name, kind, options } of found) terminal.out([`${name}: ${words.kinds[kind]}`, ...options].join(' | '))
  if (problem !== null) terminal.err(`${path}: ${words.problems[problem]}${detail && ` (${detail})`}`)
}
