import { parse } from 'yaml'
import { checkExample } from '../../src/authoring/check-example.ts'
import { openProject, openVariant } from '../../src/cli/project.ts'
import type { Case } from '../../src/engine/context.ts'
import type { Answers } from '../../src/model/answers/answers.ts'
import type { Variant } from '../../src/model/variant.ts'

export interface ShippedExample {
  readonly file: string
  readonly application: Case
  readonly answers: Answers
  readonly expected: { readonly asked?: readonly string[] | undefined; readonly notAsked?: readonly string[] | undefined }
  /** Says of itself that everything is answered. */
  readonly complete: boolean
}

let examples: readonly ShippedExample[] | undefined

/** Every example of the rule set that this repository ships. */
export function shippedExamples(): readonly ShippedExample[] {
  examples ??= read()
  return examples
}

function read(): ShippedExample[] {
  const project = openProject(process.cwd(), undefined)
  const open = (id: string, on: string): Variant | null => openVariant(project, id, on).variant
  return (project.ruleSet?.examples ?? []).map((file) => {
    const { application, complete } = checkExample(file, project.files.get(file) ?? '', open)
    if (!application) throw new Error(`${file} cannot be read`)
    const { expect: expected } = parse(project.files.get(file) ?? '') as { expect: ShippedExample['expected'] }
    return { file, application, answers: application.answers, expected, complete }
  })
}
