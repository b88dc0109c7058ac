import { describe, expect, test } from 'vitest'
import { assessCase } from '../../../src/engine/assess.ts'
import { edit } from '../../../src/engine/case.ts'
import type { Case } from '../../../src/engine/context.ts'
import { contentInWords, deskPartsInWords } from '../../../src/engine/packet/english-lines.ts'
import { proofContent } from '../../../src/engine/packet/proof-content.ts'
import { explain } from '../../../src/engine/why/explain.ts'
import { caseOf } from '../../pdf/packets.ts'
import { asWordings, UNREAD } from './other-texts.ts'

const EXAMPLES = ['cafe-terrace-machines', 'stop-food-truck'].map((name) => `rules/base/examples/${name}.yaml`)

/** Everything that is printed of an application, or told on the command line. */
function printed(application: Case, answersJson: string) {
  const desks = deskPartsInWords(application, 'H1-TEST-0001', { englishLines: true })
  return {
    assessed: assessCase(application),
    packet: contentInWords(application, 'H1-TEST-0001', answersJson, { englishLines: true }),
    proof: proofContent(application, 'H1-TEST-0001', answersJson),
    desks,
    why: application.variant.licences.map(({ id }) => explain(application, id)),
  }
}

describe.each(['case', 'day'] as const)('a text that reads otherwise for a %s', (of) => {
  test.each(EXAMPLES)('does so wherever a packet or the command line has it: %s', (example) => {
    const plain = caseOf(example)
    const other = caseOf(example, 'nl', undefined, (variant) => asWordings(variant, of))
    const said = printed(other.application, other.answersJson)
    expect(JSON.stringify(said)).not.toContain(UNREAD)
    expect(said).toEqual(printed(plain.application, plain.answersJson))
  })
})

test('it reads as the text itself again once the answer is gone', () => {
  const { application } = caseOf(EXAMPLES[0] ?? '', 'nl', undefined, (variant) => asWordings(variant, 'case'))
  const kind = application.answers.values.get('application.kind')
  const name = ({ variant }: Case): string => variant.licences[0]?.name.nl ?? ''
  expect(name(application)).not.toContain(UNREAD)
  const open = edit(application, [{ kind: 'answer', fact: 'application.kind', value: undefined }])
  expect(name(open)).toContain(UNREAD)
  const again = edit(open, [{ kind: 'answer', fact: 'application.kind', value: kind }])
  expect(again.variant).toBe(application.variant)
  expect(assessCase(again)).toEqual(assessCase(application))
})
