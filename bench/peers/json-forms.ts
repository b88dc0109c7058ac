import {
  coreReducer,
  createAjv,
  init,
  isVisible,
  type JsonSchema,
  type Rule,
  RuleEffect,
  type SchemaBasedCondition,
  update,
} from '@jsonforms/core'
import type { Condition, Peer } from '../neutral-case.ts'

type FormCondition = Rule['condition']

const condition = (when: Condition): FormCondition => {
  if ('yes' in when) return at(when.yes, { const: true })
  if ('above' in when) return at(when.above, { exclusiveMinimum: when.limit })
  const conditions = ('all' in when ? when.all : when.any).map(condition)
  return { type: 'all' in when ? 'AND' : 'OR', conditions } as FormCondition
}
const at = (id: string, schema: JsonSchema): SchemaBasedCondition => ({ scope: `#/properties/${id}`, schema, failWhenUndefined: true })

const TYPES = { yesNo: { type: 'boolean' }, number: { type: 'number' }, text: { type: 'string' } } as const

/** The core of JSON Forms as its own components use it: an update of its state, then the rule of every element. It has no sums; the total is ours. */
export const jsonForms: Peer = (form, answers) => {
  const ajv = createAjv()
  const schema: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(form.questions.map(({ id, type }) => [id, { ...TYPES[type] }])),
  }
  const element = (id: string, question: string, when: Condition | null) => ({
    id,
    control: {
      type: 'Control',
      scope: `#/properties/${question}`,
      ...(when ? { rule: { effect: RuleEffect.SHOW, condition: condition(when) } } : {}),
    },
  })
  const elements = [
    ...form.questions.map(({ id, when }) => element(id, id, when)),
    ...form.fields.map(({ id, question, when }) => element(id, question, when)),
  ]
  const layout = { type: 'VerticalLayout', elements: elements.map(({ control }) => control) }
  const empty = { data: {}, schema, uischema: layout, errors: [], additionalErrors: [], validator: undefined, ajv: undefined } as never
  let state = coreReducer(empty, init(Object.fromEntries(answers), schema, layout, { ajv }))
  let shown: string[] = []
  let total = 0
  const workOut = (): void => {
    shown = elements.flatMap(({ id, control }) => (isVisible(control, state.data, '', ajv, undefined) ? [id] : []))
    total = form.fees.reduce((sum, { question, rate }) => sum + Number(state.data[question]) * rate, 0)
  }
  workOut()
  return {
    change(id, answer) {
      state = coreReducer(
        state,
        update(id, () => answer),
      )
      workOut()
    },
    states: () => ({ shown, total }),
  }
}
