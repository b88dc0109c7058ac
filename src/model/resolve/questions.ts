import { factType } from '../names.ts'
import type { Question } from '../schema/question.ts'
import type { ResolvedAlias, ResolvedCollection, ResolvedQuestion, ResolvedRole, Variant } from '../variant.ts'
import { BOOLEAN, compileNeeded, compileSlot, DATE, marked, spanOf, TEXT, wordsByCase } from './compiler.ts'
import type { Resolving } from './resolving.ts'
import { shared } from './shared.ts'

export const resolveQuestion = shared((context: Resolving, question: Question): ResolvedQuestion => {
  const scope = question.subject === 'case' ? {} : { row: question.subject }
  const type = factType(question)
  return {
    ...marked(context, question),
    id: question.id,
    subject: question.subject,
    type: question.type,
    unit: question.unit ?? null,
    options:
      question.options?.map(({ id, label, countsAs, undecided, wording, ...option }) => ({
        ...spanOf(option),
        id,
        label,
        countsAs: countsAs ?? null,
        undecided: undecided === true,
        wording: wordsByCase(context, wording, scope, (words) => ({ label: words.label })),
      })) ?? null,
    label: question.label,
    hint: question.hint ?? null,
    why: question.why ?? null,
    topic: question.topic,
    sensitive: question.sensitive ?? null,
    knownBy: question.knownBy ?? context.catalogue.topics.find(({ id }) => id === question.topic)?.knownBy ?? null,
    when: compileSlot(context, question, 'when', scope, BOOLEAN),
    derived: compileSlot(context, question, 'derived', scope, type),
    refinedBy: compileSlot(context, question, 'refinedBy', scope, type),
    settledBy: compileSlot(context, question, 'settledBy', scope, type),
    default: compileSlot(context, question, 'default', scope, type),
    prefill: compileSlot(context, question, 'prefill', scope, type),
    likePrevious: question.likePrevious === true,
    localityOf: question.localityOf ?? null,
    optional: question.optional === true,
    min: question.min ?? null,
    max: question.max ?? null,
    notBefore: compileSlot(context, question, 'notBefore', scope, DATE),
    notAfter: compileSlot(context, question, 'notAfter', scope, DATE),
    abroad: compileSlot(context, question, 'abroad', scope, BOOLEAN),
    wording: wordsByCase(context, question.wording, scope, ({ label, hint }) => ({ label: label ?? null, hint: hint ?? null })),
    pattern: question.pattern ?? null,
    minTicked: question.minTicked ?? null,
    maxTicked: question.maxTicked ?? null,
    message: question.message ?? null,
    lapsed: [],
    ...spanOf(question),
  }
})

export const resolveCollections = (context: Resolving): ResolvedCollection[] =>
  context.catalogue.collections.map((collection) => ({
    id: collection.id,
    subject: collection.subject,
    label: collection.label,
    one: collection.one,
    per: collection.per ?? null,
    gate: collection.gate ?? null,
    presets: collection.presets
      ? {
          ask: collection.presets.ask,
          more: collection.presets.more,
          choices: collection.presets.choices.map(({ id, label, hint, only, roles, answers }) => ({
            id,
            label,
            hint: hint ?? null,
            only: only ?? null,
            roles: roles ?? null,
            answers: answers ?? null,
          })),
        }
      : null,
    expected:
      collection.expected?.map((expected) => ({
        id: expected.id,
        label: expected.label,
        roles: expected.roles,
        when: compileNeeded(context, expected, 'when'),
      })) ?? null,
    title: compileSlot(context, collection, 'title', { row: collection.subject }, TEXT),
  }))

export const resolveRoles = (context: Resolving): ResolvedRole[] =>
  context.catalogue.roles.map((role) => ({
    id: role.id,
    label: role.label,
    parties: role.parties,
    targets: role.targets ?? false,
    when: compileSlot(context, role, 'when', {}, BOOLEAN),
    hint: role.hint ?? null,
  }))

export const resolveAliases = (context: Resolving): ResolvedAlias[] =>
  context.catalogue.aliases.map((alias) => ({
    id: alias.id,
    label: alias.label,
    subject: alias.subject,
    cases: alias.cases.map((alternative) => ({
      when: compileSlot(context, alternative, 'when'),
      roles: alternative.roles,
      through: alternative.through ?? [],
    })),
    where: compileSlot(context, alias, 'where', { row: alias.subject, role: true }),
    anywhere: alias.anywhere === true,
    one: alias.one === true,
  }))

export const resolveTree = (context: Resolving): Pick<Variant, 'steps' | 'stops'> => ({
  steps: context.catalogue.steps.map((step) => ({
    ...marked(context, step),
    id: step.id,
    number: step.number ?? null,
    title: step.title,
    hint: step.hint ?? null,
    ask: step.ask,
    when: compileSlot(context, step, 'when'),
  })),
  stops: context.catalogue.stops.map((stop) => ({
    ...marked(context, stop),
    id: stop.id,
    after: stop.after,
    when: compileNeeded(context, stop, 'when'),
    text: stop.text,
    goTo: stop.goTo,
    advice: stop.advice ?? [],
    ...spanOf(stop),
  })),
})
