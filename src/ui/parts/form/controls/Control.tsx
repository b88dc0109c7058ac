import type { ControlInput } from './control-kind.ts'
import { CONTROLS } from './controls.ts'

/** The control for one question. */
export function Control(input: ControlInput) {
  const { Control: Of, line } = CONTROLS[input.field.question.type]
  return <Of {...input} line={line} />
}
