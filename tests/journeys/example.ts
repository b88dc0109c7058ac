import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { ROOT } from '../browser/site.ts'

/** Answers of a shipped example, of the base or of a town. */
export function exampleOf(name: string, town?: string): AnswerFile {
  const folder = town === undefined ? 'base' : `municipalities/${town}`
  const text = readFileSync(join(ROOT, `rules/${folder}/examples/${name}.yaml`), 'utf8')
  const { title: _title, today: _today, expect: _expect, ...file } = parse(text)
  return AnswerFile.parse(file)
}
