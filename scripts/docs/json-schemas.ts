import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { FILE_KINDS } from '../../src/model/files/file-kinds.ts'
import { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { AssessJson } from '../../src/model/schema/assess-json.ts'
import { DiffJson } from '../../src/model/schema/diff-json.ts'
import { StatsJson } from '../../src/model/schema/stats-json.ts'
import { UpgradeJson } from '../../src/model/schema/upgrade-json.ts'

/** What each schema describes; shown by editors. */
const TITLES: Readonly<Record<string, string>> = {
  ruleset: 'Rule set: version, topics, parameters, channels (rules/base/ruleset.yaml)',
  tree: 'Decision tree: steps and stops (rules/base/tree.yaml)',
  licences: 'Licences with their verdict rules and terms (rules/base/licences.yaml)',
  questions: 'Questions of one topic (rules/base/questions/<topic>.yaml)',
  collections: 'Lists, roles, aliases and groups (rules/base/collections.yaml)',
  glossary: 'Words that not everybody knows, in plain words (rules/base/glossary.yaml)',
  documents: 'Documents to attach (rules/base/documents.yaml)',
  advice: 'Advice on other bodies (rules/base/advice.yaml)',
  checks: 'Checks on the answers (rules/base/checks.yaml)',
  fees: 'Fees (rules/base/fees.yaml)',
  changelog: 'What each version of the base changed, and why (rules/base/changelog.yaml)',
  form: 'One paper form (forms/<form>.yaml)',
  elements: 'What one law wants to know in an application (rules/base/elements/<list>.yaml)',
  municipality: 'A municipality: what differs from the layer it extends (municipality.yaml)',
  district: 'A district: what differs from its municipality (districts/<district>.yaml)',
  areas: 'Named areas of a town (areas.yaml)',
  example: 'An example: answers in, expectations out (examples/<name>.yaml)',
  languagePages: 'Words of the pages in a language that is added (languages/<tag>/pages.yaml)',
  languageRules: 'Texts of the rules in a language that is added (languages/<tag>/rules.yaml)',
  answers: 'Answer file, schema 1',
  assess: 'Output of assess --json',
  diff: 'Output of diff --json',
  stats: 'Output of stats --json',
  upgrade: 'Output of upgrade --json',
}

/** File name → text of every JSON Schema, generated from the zod models. */
export function jsonSchemas(): Map<string, string> {
  const files = new Map<string, string>()
  const put = (name: string, schema: z.core.$ZodType, io: 'input' | 'output'): void => {
    const json = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
    const { $schema, ...rest } = json
    files.set(`${name}.schema.json`, `${JSON.stringify({ $schema, title: TITLES[name], ...rest }, null, 2)}\n`)
  }
  // Defaults are filled in when reading, so the file is the input side.
  for (const [kind, schema] of Object.entries(FILE_KINDS)) put(kind, schema, 'input')
  put('answers', AnswerFile, 'input')
  put('assess', AssessJson, 'output')
  put('diff', DiffJson, 'output')
  put('stats', StatsJson, 'output')
  put('upgrade', UpgradeJson, 'output')
  return files
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL('../../schemas/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of jsonSchemas()) writeFileSync(new URL(name, folder), text)
}
