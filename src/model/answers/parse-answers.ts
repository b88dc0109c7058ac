import { parseFile } from '../files/parse-file.ts'
import { readYaml } from '../files/read-yaml.ts'
import type { Source } from '../files/source.ts'
import type { Finding } from '../findings/finding.ts'
import { AnswerFile } from '../schema/answer-file.ts'
import { isRecord } from '../util/record.ts'

export interface ParsedAnswers {
  readonly file: AnswerFile
  readonly source: Source
  readonly today: string | undefined
}

/** Parses the text of an answer file or example: JSON, or YAML, whose title, today and expect are not answers. */
export function parseAnswerText(name: string, text: string): ParsedAnswers | { findings: readonly Finding[] } {
  const { source, findings } = readYaml(name, text)
  if (findings.length > 0 || source.value === undefined) return { findings }
  const value = source.value
  const isExample = isRecord(value) && ('expect' in value || 'title' in value)
  let today: string | undefined
  let answers = value
  if (isExample) {
    const { title: _title, expect: _expect, today: day, ...rest } = value
    today = typeof day === 'string' ? day : undefined
    answers = rest
  }
  const parsed = parseFile({ ...source, value: answers }, AnswerFile)
  if (parsed.findings.length > 0 || parsed.value === null) return { findings: parsed.findings }
  return { file: parsed.value, source, today }
}
