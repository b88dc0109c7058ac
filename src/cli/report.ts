import { type Finding, formatFinding } from '../model/findings/finding.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** Findings that stopped a command: as JSON on stdout or as lines on stderr; exit 1. */
export function fail(findings: readonly Finding[], json: boolean, terminal: Terminal): ExitCode {
  if (json) terminal.out(JSON.stringify({ findings }, null, 2))
  for (const finding of findings) if (!json) terminal.err(formatFinding(finding))
  return 1
}
