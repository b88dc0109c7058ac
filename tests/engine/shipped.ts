import { openProject, openVariant } from '../../src/cli/project.ts'
import type { Variant } from '../../src/model/variant.ts'

let project: ReturnType<typeof openProject> | undefined

/** A town of the rule set that this repository ships. */
export function shippedVariant(id: string): Variant {
  project ??= openProject(process.cwd(), undefined)
  const { variant, findings } = openVariant(project, id, '2026-03-01')
  if (variant) return variant
  const told = findings.slice(0, 10).map((one) => `${one.file}:${one.line} ${one.message}`)
  throw new Error(`the rule set has errors: ${told.join('\n')}`)
}
