import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { ROOT } from '../browser/site.ts'

/** Answers of a shipped example. */
export function exampleOf(name: string): AnswerFile {
  const text = readFileSync(join(ROOT, `rules/base/examples/${name}.yaml`), 'utf8')
  const { title: _title, today: _today, expect: _expect, ...file } = parse(text)
  return AnswerFile.parse(file)
}
