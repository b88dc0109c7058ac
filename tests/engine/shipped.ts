import { readdirSync } from 'node:fs'
import { openProject, openVariant } from '../../src/cli/project.ts'
import type { Variant } from '../../src/model/variant.ts'

/** Every town that this repository ships, the made-up ones too: a town that is added comes under every law that reads this. */
export const SHIPPED_TOWNS: readonly string[] = readdirSync('rules/municipalities').toSorted()
/** The real ones. */
export const REAL_TOWNS: readonly string[] = SHIPPED_TOWNS.filter((id) => !id.startsWith('voorbeeld'))

let project: ReturnType<typeof openProject> | undefined

/** A town of the rule set that this repository ships. */
export function shippedVariant(id: string): Variant {
  project ??= openProject(process.cwd(), undefined)
  const { variant, findings } = openVariant(project, id, '2026-03-01')
  if (variant) return variant
  const told = findings.slice(0, 10).map((one) => `${one.file}:${one.line} ${one.message}`)
  throw new Error(`the rule set has errors: ${told.join('\n')}`)
}
