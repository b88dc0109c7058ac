import { boxesOf } from '../../boxes-of.ts'
import type { LinkContext } from '../context.ts'

/** Everything that names something else names something that exists. Expressions are checked by the FEEL compiler. */
export function checkReferences(context: LinkContext): void {
  const { catalogue, refer, report } = context
  const questions = new Map(catalogue.questions.map((question) => [question.id, question]))
  const each = (target: Parameters<typeof refer>[0], ids: readonly string[] | undefined): void =>
    ids?.forEach((id, index) => void refer(target, id, ids, index))

  for (const question of catalogue.questions) refer('topic', question.topic, question, 'topic')
  for (const step of catalogue.steps) {
    step.ask.forEach((id, index) => {
      if (!refer('question', id, step.ask, index)) return
      const asked = questions.get(id)
      if (asked && asked.subject !== 'case')
        report(
          'UNKNOWN_REFERENCE',
          'error',
          step.ask,
          index,
          `The step ${step.id} asks ${id}, a fact of a ${asked.subject}; the tree asks facts of the case.`,
          'Ask for it on a form, or ask a fact of the case here.',
        )
      if (asked?.derived !== undefined)
        report(
          'UNKNOWN_REFERENCE',
          'error',
          step.ask,
          index,
          `The step ${step.id} asks ${id}, which is always computed.`,
          'Remove it from the step.',
        )
    })
  }
  for (const stop of catalogue.stops) {
    refer('step', stop.after, stop, 'after')
    each('advice item', stop.advice)
  }
  for (const licence of catalogue.licences) if (licence.form !== undefined) refer('form', licence.form, licence, 'form')
  for (const item of [...catalogue.licences, ...catalogue.extras])
    for (const rule of item.rules) if (rule.via !== undefined) refer('licence', rule.via, rule, 'via')
  for (const fee of catalogue.fees) refer('licence or extra', fee.licence, fee, 'licence')
  for (const delay of catalogue.delays) each('licence', delay.licences)
  for (const check of catalogue.checks) {
    each('licence or extra', check.licences)
    if (check.per !== undefined) refer('list', check.per, check, 'per')
    if (check.step !== undefined) refer('step', check.step, check, 'step')
  }
  for (const document of catalogue.documents) {
    each('licence or extra', document.licences)
    if (document.per !== undefined) refer('list', document.per, document, 'per')
  }
  for (const channel of catalogue.channels) refer('licence or extra', channel.id, channel, 'id')
  for (const status of catalogue.statuses) refer('form', status.id, status, 'id')
  for (const group of catalogue.groups) each('question', group.parts)
  for (const names of Object.values(catalogue.head.names))
    for (const [name, id] of Object.entries(names)) if (id !== '') refer('question', id, names, name)
  for (const collection of catalogue.collections) {
    if (collection.gate === undefined || !refer('question', collection.gate, collection, 'gate')) continue
    const gate = questions.get(collection.gate)
    const closes = gate && (gate.type === 'yesNo' || gate.options?.some((option) => option.id === 'none'))
    if (gate && !closes)
      report(
        'UNKNOWN_REFERENCE',
        'error',
        collection,
        'gate',
        `The gate ${gate.id} can say neither no nor none.`,
        'Name a yes-no question, or a choice with an option none: either marks the list as empty.',
      )
  }
  const { bibob } = catalogue.head
  if (bibob) {
    refer('form', bibob.form, bibob, 'form')
    refer('parameter', bibob.parameter, bibob, 'parameter')
    if (bibob.prepare) refer('question', bibob.prepare.question, bibob.prepare, 'question')
    if (bibob.bsn) refer('question', bibob.bsn.fact, bibob.bsn, 'fact')
    for (const ground of bibob.bsn?.grounds ?? []) {
      each('list', ground.lists)
      each('role', ground.roles)
      each('question', ground.questions)
    }
    for (const entry of bibob.fillsIn ?? []) if (entry.list !== undefined) refer('list', entry.list, entry, 'list')
  }
  for (const { roles, through } of catalogue.aliases.flatMap(({ cases }) => cases)) {
    each('role', roles)
    each('role', through)
  }
  for (const form of catalogue.forms) {
    for (const section of form.sections) if (section.per !== undefined) refer('list', section.per, section, 'per')
    for (const box of boxesOf(form)) {
      each('question', box.questions)
      if (box.document !== undefined) refer('document', box.document, box, 'document')
      if (box.rows !== undefined) refer('list', box.rows, box, 'rows')
    }
  }
}
