import type { Finding } from '../model/findings/finding.ts'
import { findingJson, tellFinding } from '../model/findings/told.ts'
import type { Options } from './options.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** Reports findings that stopped a command, as JSON on stdout or as lines on stderr; exit code 1. */
export function fail(findings: readonly Finding[], { json, lang }: Pick<Options, 'json' | 'lang'>, terminal: Terminal): ExitCode {
  if (json) terminal.out(JSON.stringify({ findings: findings.map(findingJson) }, null, 2))
  for (const finding of findings) if (!json) terminal.err(tellFinding(finding, lang))
  return 1
}
