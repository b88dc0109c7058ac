import { describe } from 'vitest'
import { changesOf, firstAnswers, neutralCase, type Peer } from './neutral-case.ts'
import { byHand, mustAgree, neutralVariant, ours } from './neutral-engines.ts'
import { jsonForms } from './peers/json-forms.ts'
import { jsonLogicJs } from './peers/json-logic.ts'
import { surveyCore } from './peers/survey.ts'
import { ONCE, way } from './way.ts'

// One answer changed on a form of so many times 320 questions and 500 fields, until all that follows is known. Ratios count: all run in turn on one machine.

/** survey-core and JSON Forms get as far as ×10: at ×100 the one is not loaded within minutes and the other has no stack left. */
const FAR: Readonly<Record<number, readonly (readonly [string, Peer])[]>> = {
  1: [
    ['json-logic-js (rules alone)', jsonLogicJs],
    ['JSON Forms', jsonForms],
    ['survey-core', surveyCore],
  ],
  10: [
    ['json-logic-js (rules alone)', jsonLogicJs],
    ['JSON Forms', jsonForms],
    ['survey-core', surveyCore],
  ],
  100: [['json-logic-js (rules alone)', jsonLogicJs]],
}

describe.each(ONCE ? [1] : [1, 10, 100])('a change on a form of %i times 320 questions', (times) => {
  const form = neutralCase(times)
  const answers = firstAnswers(form)
  const variant = neutralVariant(form)
  const engines: readonly (readonly [string, Peer])[] = [
    ['written by hand for this form', byHand],
    ['ours: what it changed', ours(variant, 'what it changed')],
    ['ours: what is asked', ours(variant, 'what is asked')],
    ['ours: the whole assessment', ours(variant, 'the whole assessment')],
    ...(FAR[times] ?? []),
  ]
  // what of ours is read after a change is no other engine; and of a large form no two are held at once
  const others = engines.filter(([name]) => !name.startsWith('ours: what') && name !== engines[0]?.[0])
  for (const [name, peer] of others) mustAgree(form, answers, changesOf(form, answers, times === 1 ? 60 : 3), name, peer)
  const changes = changesOf(form, answers, 5000)
  let opened: ReturnType<Peer> | null = null
  let openedBy = ''
  for (const [name, peer] of engines) {
    let count = 0
    way(
      name,
      () => {
        if (opened === null || openedBy !== name) {
          opened = null
          opened = peer(form, answers)
          openedBy = name
        }
        const [id, answer] = changes[count++ % changes.length] ?? ['', '']
        opened.change(id, answer)
      },
      // a slow one gets two seconds, and at least ten changes
      { time: 2000, iterations: 10, warmupTime: 0, warmupIterations: 5 },
    )
  }
})
