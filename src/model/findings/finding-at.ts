import { formatPath, type Path, type Source } from '../files/source.ts'
import type { Layer } from '../rule-set.ts'
import { type Finding, type FindingCode, inBrief } from './finding.ts'

/** An error at the value of a path. */
export const errorAt = (source: Source, path: Path, code: FindingCode, message: string, mend: string): Finding =>
  inBrief({ code, severity: 'error', file: source.file, ...source.at(path), path: formatPath(path), message, mend })

/** A finding about a file as a whole. */
export const ofFile = (file: string, severity: Finding['severity'], code: FindingCode, message: string, mend: string): Finding =>
  inBrief({ code, severity, file, line: 1, column: 1, path: '', message, mend })

/** A finding about a layer, at a path inside it. */
export const ofLayer = (
  { source, path }: Layer,
  below: Path,
  code: FindingCode,
  severity: Finding['severity'],
  message: string,
  mend: string,
): Finding =>
  inBrief({ code, severity, file: source.file, ...source.at([...path, ...below]), path: formatPath([...path, ...below]), message, mend })

/** A warning at the value of a path. */
export const warningAt = (source: Source, path: Path, code: FindingCode, message: string, mend: string): Finding => ({
  ...errorAt(source, path, code, message, mend),
  severity: 'warning',
})
