import jsonLogic, { type RulesLogic } from 'json-logic-js'
import type { Condition, Peer } from '../neutral-case.ts'

const logic = (condition: Condition): RulesLogic => {
  if ('yes' in condition) return { '===': [{ var: condition.yes }, true] }
  if ('above' in condition) return { '>': [{ var: condition.above }, condition.limit] }
  const [first, ...rest] = ('all' in condition ? condition.all : condition.any).map(logic)
  if (first === undefined) throw new Error('a condition of nothing')
  return 'all' in condition ? { and: [first, ...rest] } : { or: [first, ...rest] }
}

/** Rules alone, all of them after every change: it keeps nothing between two of them. */
export const jsonLogicJs: Peer = (form, answers) => {
  const data = Object.fromEntries(answers)
  const rules = [...form.questions, ...form.fields].flatMap(({ id, when }) => (when ? [{ id, rule: logic(when) }] : []))
  const always = [...form.questions, ...form.fields].flatMap(({ id, when }) => (when ? [] : [id]))
  const total: RulesLogic = { '+': form.fees.map(({ question, rate }): RulesLogic => ({ '*': [{ var: question }, rate] })) }
  let shown: string[] = []
  let sum = 0
  const workOut = (): void => {
    shown = rules.flatMap(({ id, rule }) => (jsonLogic.apply(rule, data) === true ? [id] : []))
    sum = Number(jsonLogic.apply(total, data))
  }
  workOut()
  return {
    change(id, answer) {
      data[id] = answer
      workOut()
    },
    states: () => ({ shown: [...always, ...shown], total: sum }),
  }
}
