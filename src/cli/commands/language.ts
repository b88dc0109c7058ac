import { stringify } from 'yaml'
import { type Language, languagesOf } from '../../model/languages/check-languages.ts'
import { isPageText, PAGE_TEXTS, type PageText, type PageTexts } from '../../model/languages/page-texts.ts'
import { readOptions, required } from '../options.ts'
import { openProject } from '../project.ts'
import { fail } from '../report.ts'
import { type ExitCode, type Terminal, WrongUse } from '../terminal.ts'

const WORDS = {
  nl: {
    pages: (tag: string, missing: number, all: number) =>
      `Nog te vertalen in languages/${tag}/pages.yaml: ${missing} van ${all} teksten van de pagina’s`,
    rules: (tag: string, missing: number, all: number) =>
      `Nog te vertalen in languages/${tag}/rules.yaml: ${missing} van ${all} teksten van de regels`,
  },
  en: {
    pages: (tag: string, missing: number, all: number) =>
      `Still to translate in languages/${tag}/pages.yaml: ${missing} of ${all} texts of the pages`,
    rules: (tag: string, missing: number, all: number) =>
      `Still to translate in languages/${tag}/rules.yaml: ${missing} of ${all} texts of the rules`,
  },
}

/** `language TAG [--json]`: the texts that an added language does not translate yet, as YAML to fill in. A language without files lacks all of them. */
export function language(args: readonly string[], terminal: Terminal): ExitCode {
  const options = readOptions(args, [])
  const tag = required(options.positionals[0], 'the tag of the language, such as de,')
  const { ruleSet, findings } = openProject(terminal.cwd, options.rules)
  if (!ruleSet) return fail(findings, options, terminal)
  const known = languagesOf(ruleSet).find((each) => each.tag === tag)
  const found = known ?? languagesOf({ ...ruleSet, languages: [{ tag, pages: null, rules: null }] })[0]
  if (!found || tag === 'nl' || tag === 'en') throw new WrongUse('the site speaks Dutch and English already: name another language.')
  if (options.json) terminal.out(JSON.stringify(inJson(found), null, 2))
  else {
    const words = WORDS[options.lang]
    terminal.out(`# ${words.pages(tag, found.missing.pages.length, found.all.pages)}`)
    terminal.out(stringify(toFillIn(found), { lineWidth: 0 }).trimEnd())
    terminal.out(`\n# ${words.rules(tag, found.missing.rules.length, found.all.rules)}`)
    terminal.out(stringify(rulesToFillIn(found), { lineWidth: 0 }).trimEnd())
  }
  return 0
}

const inJson = ({ tag, name, missing, all }: Language) => ({
  schema: 1,
  tag,
  name,
  pages: {
    all: all.pages,
    missing: missing.pages.map((key) => ({ key, ...textAt(key) })),
  },
  rules: { all: all.rules, missing: missing.rules },
})

/** Untranslated texts of the rules, with the English ones in their place. Dutch words with several meanings are listed once for each. */
function rulesToFillIn({ missing }: Language): { nl: string; en?: string; to: string }[] {
  const times = new Map<string, number>()
  for (const { nl } of missing.rules) times.set(nl, (times.get(nl) ?? 0) + 1)
  return missing.rules.map(({ nl, en }) => ({ nl, ...(times.get(nl) !== 1 && { en }), to: en }))
}

/** Untranslated texts of the pages, under their keys, with the English ones in their place. */
function toFillIn({ missing }: Language): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const key of missing.pages) {
    const parts = key.split('.')
    let at = made
    for (const part of parts.slice(0, -1)) {
      at[part] ??= {}
      at = at[part] as Record<string, unknown>
    }
    const { en, list } = textAt(key)
    at[parts.at(-1) ?? ''] = list === undefined ? en : String(en).split('\n')
  }
  return made
}

function textAt(key: string): PageText {
  const found = key.split('.').reduce<PageText | PageTexts>((node, part) => (isPageText(node) ? node : (node[part] ?? node)), PAGE_TEXTS)
  if (!isPageText(found)) throw new Error(`no text ${key}`)
  return found
}
