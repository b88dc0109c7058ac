import type { Catalogue } from '../catalogue.ts'
import { scopeOf } from '../row-scope.ts'
import type {
  ResolvedAdvice,
  ResolvedCheck,
  ResolvedDelay,
  ResolvedDocument,
  ResolvedExtra,
  ResolvedLicence,
  ResolvedRule,
  ResolvedTerm,
} from '../variant.ts'
import { BOOLEAN, compileNeeded, compileSlot, DATE, marked, NUMBER, spanOf, withoutCondition, wordsByCase } from './compiler.ts'
import type { Resolving } from './resolving.ts'
import { shared } from './shared.ts'

type Licence = Catalogue['licences'][number]

const resolveRule = (context: Resolving, rule: Licence['rules'][number]): ResolvedRule => ({
  ...marked(context, rule),
  id: rule.id,
  when: compileNeeded(context, rule, 'when'),
  refines: rule.refines === true,
  verdict: rule.verdict,
  duty: rule.duty ?? null,
  via: rule.via ?? null,
  because: rule.because,
  ...spanOf(rule),
})

function silenceOf(context: Resolving, silence: NonNullable<Licence['terms']>[number]['silence']): ResolvedTerm['silence'] {
  if (silence === undefined) return []
  if (!Array.isArray(silence)) return [{ when: null, text: silence }]
  return silence.map((line) => ({ when: compileSlot(context, line, 'when'), text: withoutCondition(line) }))
}

const resolveTerm = (context: Resolving, term: NonNullable<Licence['terms']>[number]): ResolvedTerm => ({
  ...marked(context, term),
  kind: term.kind,
  when: compileSlot(context, term, 'when'),
  notified: term.notified === true,
  weeks: compileSlot(context, term, 'weeks', {}, NUMBER),
  days: compileSlot(context, term, 'days', {}, NUMBER),
  months: compileSlot(context, term, 'months', {}, NUMBER),
  extensionWeeks: compileSlot(context, term, 'extensionWeeks', {}, NUMBER),
  silence: silenceOf(context, term.silence),
  basis: term.basis,
})

export const resolveDelay = shared(
  (context: Resolving, delay: Catalogue['delays'][number]): ResolvedDelay => ({
    ...marked(context, delay),
    id: delay.id,
    licences: delay.licences,
    when: compileSlot(context, delay, 'when'),
    weeks: compileSlot(context, delay, 'weeks', {}, NUMBER),
    from: compileSlot(context, delay, 'from', {}, DATE),
    until: compileSlot(context, delay, 'until', {}, DATE),
    text: delay.text,
    basis: delay.basis,
  }),
)

export const resolveLicence = shared(
  (context: Resolving, licence: Licence): ResolvedLicence => ({
    ...marked(context, licence),
    id: licence.id,
    name: licence.name,
    icon: licence.icon ?? null,
    law: licence.law,
    authority: licence.authority,
    duty: licence.duty,
    form: licence.form ?? null,
    forms: (licence.forms ?? []).map((choice) => ({
      when: compileNeeded(context, choice, 'when'),
      form: choice.form,
      title: choice.title ?? null,
      caseType: choice.caseType ?? null,
      channel: choice.channel
        ? {
            kind: choice.channel.kind ?? null,
            address: choice.channel.address ?? null,
            department: choice.channel.department ?? null,
            note: choice.channel.note ?? null,
          }
        : null,
    })),
    caseType: licence.caseType ?? null,
    validity: (licence.validity ?? []).map((term) => ({
      ...marked(context, term),
      when: compileSlot(context, term, 'when'),
      years: term.years ?? null,
      until: term.until ?? null,
    })),
    after: licence.after ?? [],
    prescribedForm: licence.prescribedForm === true,
    rules: licence.rules.map((rule) => resolveRule(context, rule)),
    terms: licence.terms?.map((term) => resolveTerm(context, term)) ?? [],
  }),
)

export const resolveExtra = shared(
  (context: Resolving, extra: Catalogue['extras'][number]): ResolvedExtra => ({
    ...marked(context, extra),
    id: extra.id,
    name: extra.name,
    rules: extra.rules.map((rule) => resolveRule(context, rule)),
  }),
)

export const resolveCheck = shared(
  (context: Resolving, check: Catalogue['checks'][number]): ResolvedCheck => ({
    ...marked(context, check),
    id: check.id,
    severity: check.severity,
    licences: check.licences,
    per: check.per ?? null,
    when: compileNeeded(context, check, 'when', scopeOf(context.catalogue, check.per) ?? {}),
    message: check.message,
    advice: check.advice ?? null,
    wording: wordsByCase(context, check.wording, scopeOf(context.catalogue, check.per) ?? {}, ({ message, advice }) => ({
      message: message ?? null,
      advice: advice ?? null,
    })),
    step: context.removed.has(`steps/${check.step}`) ? null : (check.step ?? null),
    ...spanOf(check),
  }),
)

export const resolveDocument = shared((context: Resolving, document: Catalogue['documents'][number]): ResolvedDocument => {
  const scope = scopeOf(context.catalogue, document.per) ?? {}
  return {
    ...marked(context, document),
    id: document.id,
    name: document.name,
    licences: document.licences,
    per: document.per ?? null,
    when: compileSlot(context, document, 'when', scope),
    ifAny: compileSlot(context, document, 'ifAny', scope, BOOLEAN),
    notified: document.notified === true,
    mustShow: document.mustShow,
    accepted: document.accepted ?? [],
    maxAgeDays: compileSlot(context, document, 'maxAgeDays', scope, NUMBER),
    signedBy: document.signedBy ?? null,
    whereToGet: document.whereToGet ?? null,
    leadDays: document.leadDays ?? null,
    copies: document.copies ?? null,
    scale: document.scale ?? null,
    wording: wordsByCase(context, document.wording, scope, ({ name, mustShow, signedBy, whereToGet }) => ({
      name: name ?? null,
      mustShow: mustShow ?? null,
      signedBy: signedBy ?? null,
      whereToGet: whereToGet ?? null,
    })),
    ...spanOf(document),
  }
})

export const resolveAdvice = shared(
  (context: Resolving, item: Catalogue['advice'][number]): ResolvedAdvice => ({
    ...marked(context, item),
    id: item.id,
    group: item.group,
    title: item.title,
    text: item.text,
    when: compileSlot(context, item, 'when'),
    due: item.due ?? null,
    link: item.link ?? null,
    core: item.core ?? null,
    wording: wordsByCase(context, item.wording, {}, ({ title, text }) => ({ title: title ?? null, text: text ?? null })),
    ...spanOf(item),
  }),
)
