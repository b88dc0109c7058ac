import { openProject, openVariant } from '../../src/cli/project.ts'
import type { Variant } from '../../src/model/variant.ts'

const variants = new Map<string, Variant>()
let project: ReturnType<typeof openProject> | undefined

/** A town of the rule set that this repository ships. */
export function shippedVariant(id: string): Variant {
  project ??= openProject(process.cwd(), undefined)
  let variant = variants.get(id)
  if (!variant) {
    const opened = openVariant(project, id, '2026-03-01')
    if (!opened.variant)
      throw new Error(
        `the rule set has errors: ${opened.findings
          .map((one) => `${one.file}:${one.line} ${one.message}`)
          .slice(0, 10)
          .join('\n')}`,
      )
    variant = opened.variant
    variants.set(id, variant)
  }
  return variant
}
