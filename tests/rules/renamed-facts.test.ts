import { expect, test } from 'vitest'
import { sha256 } from '../../src/cli/project.ts'
import { readFiles } from '../../src/cli/rule-files.ts'
import { openCase } from '../../src/engine/case.ts'
import { packetContent } from '../../src/engine/packet/packet-content.ts'
import type { Answers } from '../../src/model/answers/answers.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import type { Variant } from '../../src/model/variant.ts'
import { exampleOf } from '../journeys/example.ts'

const DATES = { today: '2026-03-01' }
const townOf = (files: ReadonlyMap<string, string>): Variant => {
  const { ruleSet, findings } = loadRuleSet(files)
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  if (!ruleSet) throw new Error('no rule set')
  const made = resolveVariant(ruleSet, 'voorbeeld', { date: DATES.today, hash: sha256 })
  if (!made.variant) throw new Error(JSON.stringify(made.findings))
  return made.variant
}

test('a fork that gives other ids to the facts of the case that the program knows by name gets the same packet', () => {
  const files = readFiles(process.cwd())
  const shipped = townOf(files)
  // facts of the case: an expression calls those of a row by their last word, and a business is a company under another name
  const { application, premises, hours } = shipped.names
  const ids = [...Object.values(application), ...Object.values(premises), hours.servingApart]
  expect(ids).toHaveLength(10)
  expect(ids).not.toContain('')
  const word = new RegExp(`(?<![\\w.])(${ids.map((id) => id.replaceAll('.', '\\.')).join('|')})(?![\\w.])`, 'g')
  const rename = (text: string): string => text.replace(word, '$1Renamed')
  const renamed = townOf(new Map([...files].map(([file, text]) => [file, rename(text)])))
  expect(renamed.names.premises.name).toBe('premises.nameRenamed')

  const { answers, findings } = readAnswers(exampleOf('cafe-terrace-machines'), shipped, 'example', () => ({ line: 1, column: 1 }))
  expect(findings).toEqual([])
  const underOtherNames: Answers = {
    ...answers,
    values: new Map([...answers.values].map(([key, value]) => [rename(key), value])),
    leftEmpty: new Set([...answers.leftEmpty].map(rename)),
  }
  const packet = (variant: Variant, of: Answers): string => JSON.stringify(packetContent(openCase(variant, of, DATES), 'H1-0', ''))
  const withoutHashes = (json: string): unknown => JSON.parse(json.replace(/"(hash|checksum)":"\w+"/g, '"$1":""').replaceAll('Renamed', ''))
  expect(withoutHashes(packet(renamed, underOtherNames))).toEqual(withoutHashes(packet(shipped, answers)))
})
