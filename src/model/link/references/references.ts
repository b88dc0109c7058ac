import { isPersonOrCompany } from '../../answers/answers.ts'
import { boxesOf } from '../../boxes-of.ts'
import type { Question } from '../../schema/question.ts'
import type { LinkContext } from '../context.ts'

/** Every reference has a target. Expressions are checked by the FEEL compiler. */
export function checkReferences(context: LinkContext): void {
  const { catalogue, refer, report } = context
  const questions = new Map(catalogue.questions.map((question) => [question.id, question]))
  const each = (target: Parameters<typeof refer>[0], ids: readonly string[] | undefined): void =>
    ids?.forEach((id, index) => void refer(target, id, ids, index))

  for (const topic of catalogue.topics) if (topic.knownBy !== undefined) refer('respondent', topic.knownBy, topic, 'knownBy')
  for (const question of catalogue.questions) {
    refer('topic', question.topic, question, 'topic')
    if (question.knownBy !== undefined) refer('respondent', question.knownBy, question, 'knownBy')
  }
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
  for (const licence of catalogue.licences) {
    if (licence.form !== undefined) refer('form', licence.form, licence, 'form')
    for (const choice of licence.forms ?? []) refer('form', choice.form, choice, 'form')
    for (const lines of [licence.forms, licence.validity]) {
      const always = lines?.findIndex(({ when }) => when === undefined || when === true || when === 'true') ?? -1
      const never = always < 0 ? undefined : lines?.[always + 1]
      if (never)
        report(
          'TREE_DEAD_CONDITION',
          'error',
          never,
          undefined,
          `This line of ${licence.id} is never reached: one above it always holds.`,
          'Give the line above a condition, put it last, or take this one out.',
        )
    }
    each('licence', licence.after)
    for (const term of licence.validity ?? [])
      if (term.years !== undefined && term.until !== undefined)
        report(
          'BAD_SHAPE',
          'error',
          term,
          'until',
          `The licence ${licence.id} is given for years and until a day at once.`,
          'Write years: or until:, or two lines, each with its when:.',
        )
    const first = catalogue.licences.find(({ id, after }) => licence.after?.includes(id) && after?.includes(licence.id))
    if (first)
      report(
        'CYCLIC_RULE',
        'error',
        licence,
        'after',
        `The licences ${licence.id} and ${first.id} each come after the other.`,
        'Remove one of the two from after:.',
      )
  }
  for (const item of [...catalogue.licences, ...catalogue.extras])
    for (const rule of item.rules) if (rule.via !== undefined) refer('licence', rule.via, rule, 'via')
  for (const fee of catalogue.fees) refer('licence or extra', fee.licence, fee, 'licence')
  for (const delay of catalogue.delays) each('licence', delay.licences)
  for (const check of catalogue.checks) {
    each('licence or extra', check.licences)
    if (check.per !== undefined) refer('list', check.per, check, 'per')
    // when a town removed the step, the warning is shown with the others
    if (check.step !== undefined && !context.removed.has(`steps/${check.step}`)) refer('step', check.step, check, 'step')
  }
  for (const document of catalogue.documents) {
    each('licence or extra', document.licences)
    if (document.per !== undefined) refer('list', document.per, document, 'per')
  }
  for (const channel of catalogue.channels) refer('licence or extra', channel.id, channel, 'id')
  for (const status of catalogue.statuses) refer('form', status.id, status, 'id')
  for (const question of catalogue.questions)
    if (question.localityOf !== undefined) refer('question', question.localityOf, question, 'localityOf')
  for (const group of catalogue.groups) each('question', group.parts)
  for (const names of Object.values(catalogue.head.names))
    for (const [name, id] of Object.entries(names)) if (id !== '') refer('question', id, names, name)
  for (const collection of catalogue.collections) {
    checkPresets(context, collection, questions)
    for (const expected of collection.expected ?? []) each('role', expected.roles)
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

/** The roles of a preset exist, and its answers are valid for their questions. */
function checkPresets(
  { refer, report }: LinkContext,
  { id, subject, presets }: LinkContext['catalogue']['collections'][number],
  questions: ReadonlyMap<string, Question>,
): void {
  for (const preset of presets?.choices ?? []) {
    preset.roles?.forEach((role, index) => void refer('role', role, preset.roles ?? [], index))
    for (const [fact, value] of Object.entries(preset.answers ?? {})) {
      if (!refer('question', fact, preset.answers ?? {}, fact)) continue
      const question = questions.get(fact)
      const about = question?.subject === subject || (question?.subject === 'party' && isPersonOrCompany(subject))
      const offered = !question?.options || question.options.some((option) => option.id === value)
      if (!about || question?.derived !== undefined || !offered)
        report(
          'UNKNOWN_REFERENCE',
          'error',
          preset.answers ?? {},
          fact,
          `The preset ${preset.id} of ${id} answers ${fact} with ${JSON.stringify(value)}, which ${about ? 'is no answer to it' : `is no question about a ${subject}`}.`,
          about ? 'Write the id of an option, and no fact that is computed.' : `Name a question whose subject is ${subject}.`,
        )
    }
  }
}
