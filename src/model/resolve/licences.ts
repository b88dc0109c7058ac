import type { Catalogue } from '../catalogue.ts'
import { scopeOf } from '../row-scope.ts'
import type { VAdvice, VCheck, VDocument, VExtra, VLicence, VRule, VTerm } from '../variant.ts'
import { BOOLEAN, compileNeeded, compileSlot, marked, NUMBER, type Resolving } from './compiler.ts'

type Licence = Catalogue['licences'][number]

const resolveRule = (context: Resolving, rule: Licence['rules'][number]): VRule => ({
  ...marked(context, rule),
  id: rule.id,
  when: compileNeeded(context, rule, 'when'),
  verdict: rule.verdict,
  duty: rule.duty ?? null,
  via: rule.via ?? null,
  because: rule.because,
})

const resolveTerm = (context: Resolving, term: NonNullable<Licence['terms']>[number]): VTerm => ({
  ...marked(context, term),
  kind: term.kind,
  when: compileSlot(context, term, 'when'),
  weeks: compileSlot(context, term, 'weeks', {}, NUMBER),
  days: compileSlot(context, term, 'days', {}, NUMBER),
  extensionWeeks: compileSlot(context, term, 'extensionWeeks', {}, NUMBER),
  basis: term.basis,
})

export const resolveLicence = (context: Resolving, licence: Licence): VLicence => ({
  ...marked(context, licence),
  id: licence.id,
  name: licence.name,
  law: licence.law,
  authority: licence.authority,
  duty: licence.duty,
  form: licence.form ?? null,
  prescribedForm: licence.prescribedForm === true,
  rules: licence.rules.map((rule) => resolveRule(context, rule)),
  terms: licence.terms?.map((term) => resolveTerm(context, term)) ?? [],
})

export const resolveExtra = (context: Resolving, extra: Catalogue['extras'][number]): VExtra => ({
  ...marked(context, extra),
  id: extra.id,
  name: extra.name,
  rules: extra.rules.map((rule) => resolveRule(context, rule)),
})

export const resolveCheck = (context: Resolving, check: Catalogue['checks'][number]): VCheck => ({
  ...marked(context, check),
  id: check.id,
  severity: check.severity,
  licences: check.licences,
  per: check.per ?? null,
  when: compileNeeded(context, check, 'when', scopeOf(context.catalogue, check.per) ?? {}),
  message: check.message,
  advice: check.advice ?? null,
  step: check.step ?? null,
})

export function resolveDocument(context: Resolving, document: Catalogue['documents'][number]): VDocument {
  const scope = scopeOf(context.catalogue, document.per) ?? {}
  return {
    ...marked(context, document),
    id: document.id,
    name: document.name,
    licences: document.licences,
    per: document.per ?? null,
    when: compileSlot(context, document, 'when', scope),
    ifAny: compileSlot(context, document, 'ifAny', scope, BOOLEAN),
    mustShow: document.mustShow,
    accepted: document.accepted ?? [],
    maxAgeDays: compileSlot(context, document, 'maxAgeDays', scope, NUMBER),
    signedBy: document.signedBy ?? null,
    whereToGet: document.whereToGet ?? null,
    leadDays: document.leadDays ?? null,
  }
}

export const resolveAdvice = (context: Resolving, item: Catalogue['advice'][number]): VAdvice => ({
  ...marked(context, item),
  id: item.id,
  group: item.group,
  title: item.title,
  text: item.text,
  when: compileSlot(context, item, 'when'),
  due: item.due ?? null,
  link: item.link ?? null,
  core: item.core ?? null,
})
