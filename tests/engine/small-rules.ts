import { createHash } from 'node:crypto'
import type { Finding } from '../../src/model/findings/finding.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import type { Variant } from '../../src/model/variant.ts'
import { namesOf } from '../made-up/fact-names.ts'

const both = (text: string) => ({ nl: text, en: text })
const label = (item: Record<string, unknown>) => ({ label: both(String(item.id)), ...item })

type Item = Record<string, unknown>
/** The parts of a rule set that a test cares about; the rest is filled in. JSON is YAML. */
export interface SmallRules {
  questions: Item[]
  collections?: Item[]
  roles?: Item[]
  aliases?: Item[]
  steps?: Item[]
  stops?: Item[]
  licences?: Item[]
  extras?: Item[]
  sections?: Item[]
  blocks?: Item[]
  fees?: Item[]
  checks?: Item[]
  documents?: Item[]
  advice?: Item[]
  parameters?: Item[]
  hours?: Item[]
  seasons?: Item[]
  changes?: Item[]
}

/** Files of a project with one town, `town`, over a base with these rules. */
export function smallFiles(rules: SmallRules): Map<string, string> {
  const file = (content: unknown): string => JSON.stringify(content, null, 1)
  const option = (id: unknown) => (typeof id === 'string' ? { id, label: both(id) } : id)
  const questions = rules.questions.map(bounded).map((question) =>
    label({
      subject: 'case',
      topic: 'business',
      ...question,
      ...(Array.isArray(question.options) ? { options: question.options.map(option) } : {}),
    }),
  )
  const licence = (item: Item) => ({
    name: both(String(item.id)),
    law: { nl: 'Wet 1', en: 'Act 1' },
    authority: both('college'),
    duty: 'permit',
    form: 'form',
    ...item,
    rules: (item.rules as Item[]).map((rule) => ({ because: both(String(rule.id)), ...rule })),
  })
  const fee = (item: Item) => label({ kind: 'once', ...item })
  return new Map([
    [
      'rules/base/ruleset.yaml',
      file({
        schema: 1,
        id: 'small',
        version: '2026.1.0',
        title: both('Klein'),
        languages: ['nl', 'en'],
        maxSteps: 30,
        topics: [{ id: 'business', label: both('Bedrijf') }],
        ...(rules.seasons ? { seasons: rules.seasons } : {}),
        names: JSON.parse(JSON.stringify(namesOf(rules.questions), (_, id) => (id === '' ? undefined : id))),
        parameters: (rules.parameters ?? []).map((item) =>
          label({ ...item, ...(Array.isArray(item.options) ? { options: item.options.map(option) } : {}) }),
        ),
      }),
    ],
    [
      'rules/base/tree.yaml',
      file({
        schema: 1,
        steps: (rules.steps ?? [{ id: 'first', ask: [String(rules.questions[0]?.id)] }]).map((step) => ({
          title: both(String(step.id)),
          ...step,
        })),
        stops: rules.stops ?? [],
      }),
    ],
    [
      'rules/base/licences.yaml',
      file({
        schema: 1,
        licences: (rules.licences ?? [{ id: 'permit', rules: [{ id: 'always', when: true, verdict: 'needed' }] }]).map(licence),
        extras: (rules.extras ?? []).map((item) => ({
          name: both('extra'),
          ...item,
          rules: (item.rules as Item[]).map((rule) => ({ because: both('r'), ...rule })),
        })),
      }),
    ],
    ['rules/base/questions/business.yaml', file({ schema: 1, questions })],
    [
      'rules/base/collections.yaml',
      file({
        schema: 1,
        collections: (rules.collections ?? []).map((item) => ({ one: both('een rij'), ...label(item) })),
        roles: (rules.roles ?? []).map(label),
        aliases: (rules.aliases ?? []).map(label),
        groups: [],
      }),
    ],
    [
      'rules/base/documents.yaml',
      file({ schema: 1, documents: (rules.documents ?? []).map((item) => ({ name: both('document'), mustShow: [], ...item })) }),
    ],
    ['rules/base/advice.yaml', file({ schema: 1, advice: rules.advice ?? [] })],
    [
      'rules/base/checks.yaml',
      file({
        schema: 1,
        checks: (rules.checks ?? []).map((item) => ({ severity: 'warn', licences: [], message: both(String(item.id)), ...item })),
      }),
    ],
    ['rules/base/fees.yaml', file({ schema: 1, fees: (rules.fees ?? []).map(fee) })],
    [
      'forms/form.yaml',
      file({
        schema: 1,
        id: 'form',
        title: both('Formulier'),
        law: { nl: 'Wet 1', en: 'Act 1' },
        addressee: both('college'),
        declaration: both('waar'),
        falseStatements: both('strafbaar'),
        ...(rules.blocks ? { blocks: rules.blocks.map(labelled) } : {}),
        sections: (rules.sections ?? [{ id: 'a', boxes: [{ nr: '1', type: 'text', value: '"x"' }] }]).map((section) => ({
          title: both(String(section.id)),
          ...labelled(section),
        })),
      }),
    ],
    [
      'rules/municipalities/town/municipality.yaml',
      file({
        schema: 1,
        id: 'town',
        name: 'Town',
        extends: 'base',
        ...(rules.hours ? { hours: rules.hours.map((window) => ({ source: 'APV', ...window })) } : {}),
        ...(rules.changes ? { changes: rules.changes } : {}),
      }),
    ],
  ])
}

/** Numbers and days have bounds; those of a test may be anything. */
function bounded(question: Item): Item {
  if (['integer', 'number', 'area', 'amount'].includes(String(question.type))) return { min: 0, max: 1e9, ...question }
  return question.type === 'date' || question.type === 'period' ? { min: '1900-01-01', max: '2100-12-31', ...question } : question
}

const labelled = (section: Item): Item => ({
  ...section,
  boxes: (section.boxes as Item[]).map((box) => ({ label: both(String(box.nr)), type: 'text', ...box })),
})

/** The town's variant; throws with all findings when the rules are wrong, for those are a fault of the test. */
export const smallVariant = (rules: SmallRules, id = 'town'): Variant => variantOf(smallFiles(rules), id)

/** The same of files. */
export function variantOf(files: ReadonlyMap<string, string>, id = 'town'): Variant {
  const { ruleSet, findings } = loadRuleSet(files)
  const resolved = ruleSet
    ? resolveVariant(ruleSet, id, { date: '2026-01-01', hash: (text) => createHash('sha256').update(text).digest('hex') })
    : { variant: null, findings: [] }
  const wrong: Finding[] = [...findings, ...resolved.findings].filter((finding) => finding.severity === 'error')
  if (!resolved.variant || wrong.length > 0)
    throw new Error(
      `the rules of this test are wrong:\n${wrong.map((one) => `${one.file}:${one.line} ${one.path}: ${one.message}`).join('\n')}`,
    )
  return resolved.variant
}
