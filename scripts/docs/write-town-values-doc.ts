import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openProject } from '../../src/cli/project.ts'
import { townValuesDoc } from './town-values-doc.ts'

/** docs/waarden-gemeente.md of the rule set that stands here. */
export function townValuesOf(cwd: string): string {
  const { ruleSet } = openProject(cwd, undefined)
  if (!ruleSet) throw new Error('The rules have mistakes: `horeca1 check` names them.')
  return townValuesDoc(ruleSet)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('../../docs/waarden-gemeente.md', import.meta.url), townValuesOf(process.cwd()))
