import { Model, settings } from 'survey-core'
import type { Condition, Peer } from '../neutral-case.ts'

const expression = (condition: Condition): string => {
  if ('yes' in condition) return `{${condition.yes}} = true`
  if ('above' in condition) return `{${condition.above}} > ${condition.limit}`
  const parts = ('all' in condition ? condition.all : condition.any).map((part) => `(${expression(part)})`)
  return parts.join('all' in condition ? ' and ' : ' or ')
}

/** SurveyJS Form Library without a page: it works out everything by itself when an answer is set. */
export const surveyCore: Peer = (form, answers) => {
  settings.lazyRender.enabled = false
  const visibleIf = (when: Condition | null) => (when ? { visibleIf: expression(when) } : {})
  const types = { yesNo: { type: 'boolean' }, number: { type: 'text', inputType: 'number' }, text: { type: 'text' } }
  const model = new Model({
    clearInvisibleValues: 'none',
    elements: [
      ...form.questions.map(({ id, type, when }) => ({ name: id, ...types[type], ...visibleIf(when) })),
      // a field prints an answer: it asks nothing
      ...form.fields.map(({ id, when }) => ({ name: id, type: 'html', html: id, ...visibleIf(when) })),
    ],
    calculatedValues: [{ name: 'total', expression: form.fees.map(({ question, rate }) => `{${question}} * ${rate}`).join(' + ') }],
  })
  model.data = Object.fromEntries(answers)
  const elements = model.getAllQuestions(false, true)
  return {
    change: (id, answer) => model.setValue(id, answer),
    states: () => ({
      shown: elements.flatMap((element) => (element.isVisible ? [element.name] : [])),
      total: Number(model.getVariable('total')),
    }),
  }
}
