import { readFiles } from '../../../src/cli/rule-files.ts'
import type { PacketContent } from '../../../src/engine/assessment.ts'
import type { Finding } from '../../../src/model/findings/finding.ts'
import { loadRuleSet } from '../../../src/model/load.ts'
import type { PdfForm } from '../../../src/model/official/pdf-form.ts'
import { resolveVariant } from '../../../src/model/resolve.ts'
import type { RuleSet } from '../../../src/model/rule-set.ts'
import type { Variant } from '../../../src/model/variant.ts'
import { readForm } from '../../../src/pdf/official/read-form.ts'
import { contentOf } from '../packets.ts'
import { madeForm, TYPEFACE } from './made-form.ts'
import { TOWN, TOWN_FOLDER } from './made-town.ts'

export const PDF = await madeForm()
export const READ: PdfForm = await readForm(PDF, TYPEFACE)
/** As a packet takes it. */
export const PDFS = new Map([[READ.digest, PDF]])

const BASE = [...readFiles(process.cwd())].filter(([path]) => !path.startsWith('rules/municipalities/') && !path.includes('/examples/'))

/** The rules of the country with Oudewal. `pdf`: what stands in its PDF; null: it is not there. */
export function rulesOf(town = TOWN, pdf: PdfForm | null = READ): { readonly ruleSet: RuleSet; readonly findings: readonly Finding[] } {
  const own: [string, string][] = [[`${TOWN_FOLDER}/municipality.yaml`, town]]
  if (pdf) own.push([`${TOWN_FOLDER}/alcohol-2026.pdf`, JSON.stringify(pdf)])
  const { ruleSet, findings } = loadRuleSet(new Map([...BASE, ...own]))
  if (!ruleSet) throw new Error('the rules do not load')
  return { ruleSet, findings }
}

let made: Variant | null = null

export function oudewal(): Variant {
  if (made) return made
  const { variant, findings } = resolveVariant(rulesOf().ruleSet, 'oudewal', { date: '2026-03-01' })
  if (!variant) throw new Error(findings.map(({ line, message }) => `${line} ${message}`).join('\n'))
  made = variant
  return variant
}

/** The café of the example, in Oudewal. */
export const cafeInOudewal = (
  change: (answers: Record<string, unknown>) => void = () => undefined,
  lang: 'nl' | 'en' = 'nl',
): PacketContent => contentOf('rules/base/examples/cafe-terrace-machines.yaml', lang, change, oudewal)
