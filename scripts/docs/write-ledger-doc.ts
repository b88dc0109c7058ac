import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openProject } from '../../src/cli/project.ts'
import { BASE } from '../../src/model/layers/base.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import { ledgerDoc } from './ledger-doc.ts'

/** docs/ledger.md of the base that stands here, with every box that a town might ask. */
export function ledgerOfBase(cwd: string): string {
  const { ruleSet } = openProject(cwd, undefined)
  const { variant } = ruleSet ? resolveVariant(ruleSet, BASE, { whole: true }) : { variant: null }
  if (!variant) throw new Error('The base has mistakes: `horeca1 check` names them.')
  return ledgerDoc(variant)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('../../docs/ledger.md', import.meta.url), ledgerOfBase(process.cwd()))
