import { expect, test } from 'vitest'
import type { z } from 'zod'
import type { ResolvedItem } from '../../src/model/resolve/resolved.ts'
import * as collections from '../../src/model/schema/collections.ts'
import * as forms from '../../src/model/schema/form.ts'
import * as licences from '../../src/model/schema/licence.ts'
import { Question } from '../../src/model/schema/question.ts'
import * as town from '../../src/model/schema/town.ts'
import * as tree from '../../src/model/schema/tree.ts'
import type { Variant } from '../../src/model/variant.ts'
import { shippedVariant } from '../engine/shipped.ts'

const variant = shippedVariant('voorbeeld')
const boxes = variant.forms.flatMap(({ sections, blocks }) => [...sections, ...blocks].flatMap((part) => part.boxes))

/** Per schema: what was made of it, what only who writes rules needs, and what is put together. */
test.each<[string, z.ZodObject, readonly object[], readonly string[], readonly string[]]>([
  ['question', Question, variant.questions, ['differsFrom', 'local', 'note'], ['origin', 'lapsed']],
  ['collection', collections.Collection, variant.collections, [], []],
  ['role', collections.Role, variant.roles, [], []],
  ['alias', collections.Alias, variant.aliases, [], []],
  ['group', collections.Group, variant.groups, [], []],
  ['step', tree.Step, variant.steps, [], ['origin']],
  ['stop', tree.Stop, variant.stops, [], ['origin']],
  ['licence', licences.Licence, variant.licences, ['owns', 'local'], ['origin']],
  ['rule', licences.VerdictRule, variant.licences.flatMap(({ rules }) => rules), [], ['origin']],
  ['term', licences.Term, variant.licences.flatMap(({ terms }) => terms), [], ['origin']],
  ['extra', licences.Extra, variant.extras, ['law'], ['origin']],
  ['delay', licences.Delay, variant.delays, [], ['origin']],
  ['check', licences.Check, variant.checks, ['mendable'], ['origin']],
  ['document', licences.DocumentItem, variant.documents, [], ['origin']],
  ['advice', licences.AdviceItem, variant.advice, [], ['origin']],
  ['form', forms.FormFile, variant.forms, ['schema', 'replaces', 'without', 'shares'], ['origin']],
  ['section', forms.Section, variant.forms.flatMap(({ sections }) => sections), [], []],
  ['box', forms.Box, boxes, [], ['origin', 'evidenceKind']],
  ['fee', town.Fee, variant.fees, ['local', 'foundIn'], ['origin']],
  ['hours', town.HoursWindow, variant.hours, [], ['origin']],
  ['parameter', town.Parameter, variant.parameters, ['nights', 'local', 'foundIn'], ['origin', 'owed']],
  ['channel', town.Channel, variant.channels, [], ['origin']],
])('of a %s every property that a file may give arrives', (_, schema, items, leftOut, own) => {
  expect(items.length).toBeGreaterThan(0)
  const names = [...Object.keys(schema.shape).filter((name) => !leftOut.includes(name)), ...own].toSorted()
  for (const item of items) expect(Object.keys(item).toSorted()).toEqual(names)
})

test('what a schema says nowhere has no place in a variant, and what it says has one: the compiler refuses both', () => {
  type Planted = ResolvedItem<{
    id: string
    when?: string | number | boolean | undefined
    mark?: true | undefined
    hint?: string | undefined
  }>
  const whole: Planted = { id: 'a', when: null, mark: false, hint: null }
  // @ts-expect-error: `hint` was forgotten
  const less: Planted = { id: 'a', when: null, mark: false }
  // @ts-expect-error: FEEL that nobody compiled
  const raw: Planted = { ...whole, when: 'true' }
  // @ts-expect-error: a night that no schema knows
  const night: Variant['hours'][number]['nights'] = ['monday']
  expect([less, raw, night].map((each) => JSON.stringify(each))).not.toContain(JSON.stringify(whole))
})
