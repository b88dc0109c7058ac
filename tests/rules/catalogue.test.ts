import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openProject } from '../../src/cli/project.ts'
import { compileFeel } from '../../src/feel/compile/compile.ts'
import { references } from '../../src/feel/references.ts'
import { boxesOf } from '../../src/model/boxes-of.ts'
import { namesOf } from '../../src/model/names.ts'
import { eachScope, scopeOf } from '../../src/model/row-scope.ts'

/** Facts, boxes and what fills the alcohol form, written down when the catalogue was made: nothing may fall out unseen. */
const frozen = (name: string): string[] =>
  readFileSync(join(import.meta.dirname, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

const { ruleSet } = openProject(process.cwd(), undefined)
if (!ruleSet) throw new Error('rules/base/ruleset.yaml cannot be read')
const { base } = ruleSet
const names = namesOf(base)
const questions = new Map(base.questions.map((question) => [question.id, question]))
const forms = new Map(base.forms.map((form) => [form.id, form]))

/** The expressions that a formula is written in: one, or those of a table. */
const cellsOf = (formula: unknown): string[] =>
  typeof formula === 'object' && formula !== null ? Object.values(formula).flatMap(cellsOf) : [String(formula)]

/** Facts that a formula reads, at whatever depth of computed facts. */
function readBy(source: unknown, per: string | undefined, seen = new Set<string>(), scope = scopeOf(base, per) ?? {}): Set<string> {
  const expressions = cellsOf(source).flatMap((cell) => {
    const compiled = compileFeel(cell, names, scope, null)
    return compiled.ok ? [compiled.expr] : []
  })
  for (const expr of expressions) {
    const found = references(expr)
    const inAliases = found.aliases.flatMap((id) => base.aliases.filter((alias) => alias.id === id && alias.where !== undefined))
    for (const alias of inAliases) readBy(alias.where, alias.id, seen)
    for (const id of found.facts) {
      if (seen.has(id)) continue
      seen.add(id)
      const question = questions.get(id)
      const row = base.collections.find((list) => list.subject === question?.subject)?.id
      if (question?.derived !== undefined) readBy(question.derived, row, seen)
    }
  }
  return seen
}

/** Per box number, the facts it prints or computes with. */
function factsOfBoxes(form: string): Map<string, Set<string>> {
  const facts = new Map<string, Set<string>>()
  const blocks = forms.get(form)?.blocks ?? []
  const sections = forms.get(form)?.sections ?? []
  for (const section of [...blocks.map(({ boxes }) => ({ boxes, per: 'parties' })), ...sections]) {
    for (const box of section.boxes) {
      const scope = eachScope(names, scopeOf(base, section.per) ?? {}, box.each)
      const read = (source: unknown): string[] => [...readBy(source, section.per, new Set(), scope)]
      const printed = (box.questions ?? []).flatMap((id) => [id, ...read(id)])
      const computed = box.value === undefined ? [] : read(box.value)
      const named = box.party?.of === undefined ? [] : read(box.party.of)
      const parts = blocks
        .filter(({ id }) => box.party?.blocks.includes(id))
        .flatMap(({ boxes }) => boxes.filter(({ nr }) => !box.party?.without?.includes(nr)).flatMap((part) => part.questions ?? []))
        // of the business itself its own answers are printed
        .flatMap((id) => (box.party?.of === 'business' ? [...readBy(id.replace('company.', 'business.'), undefined)] : [id]))
      const columns = (box.columns ?? []).flatMap((column) => [...readBy(column.value, box.rows)])
      const attached = box.document === undefined ? [] : [`documents.${box.document}`]
      facts.set(box.nr, new Set([...printed, ...computed, ...named, ...parts, ...columns, ...attached]))
    }
  }
  return facts
}

describe('the catalogue of facts', () => {
  const ids = frozen('fact-ids.txt')

  test('is the one that was written down: 488 facts', () => {
    expect(new Set(ids).size).toBe(488)
  })

  test('still holds every fact that was written down', () => {
    expect(ids.filter((id) => !questions.has(id))).toEqual([])
  })

  test('asks each fact once', () => {
    expect(base.questions.length).toBe(questions.size)
  })

  test('has a text in Dutch and in English for every question and every option', () => {
    const texts = base.questions.flatMap((question) => [
      { of: question.id, text: question.label },
      ...(question.options ?? []).map((option) => ({ of: `${question.id} ${option.id}`, text: option.label })),
    ])
    expect(texts.filter(({ text }) => text.nl.trim() === '' || text.en.trim() === '').map(({ of }) => of)).toEqual([])
    expect(texts.length).toBeGreaterThan(ids.length)
  })

  test('leaves no question in Dutch where English was promised', () => {
    // Words the two languages share, and names of legal forms and kinds of music that are not translated.
    const dutch = /\b(van|het|een|niet|wordt|zijn|welke|hoeveel|wanneer|geen|anders|buiten|binnen)\b/i
    expect(base.questions.filter((question) => dutch.test(question.label.en)).map(({ id }) => id)).toEqual([])
  })
})

describe('the boxes of the forms', () => {
  const all = frozen('box-numbers.txt').map((line) => {
    const [form = '', nr = ''] = line.split(':')
    return { form, nr }
  })
  const numbers = (form: string): string[] => all.filter((box) => box.form === form).map((box) => box.nr)
  const printed = (id: string): string[] => {
    const form = forms.get(id)
    return form ? boxesOf(form).map((box) => box.nr) : []
  }

  test.each([
    { form: 'alcohol', boxes: 128 },
    { form: 'exploitation', boxes: 111 },
    { form: 'terrace', boxes: 64 },
    { form: 'gamingMachines', boxes: 48 },
    { form: 'fireSafety', boxes: 104 },
    { form: 'environment', boxes: 100 },
    { form: 'bibob', boxes: 347 },
  ])('the $form form has each of its $boxes boxes once', ({ form, boxes }) => {
    expect(numbers(form).length).toBe(boxes)
    expect(printed(form).toSorted()).toEqual(numbers(form).toSorted())
  })

  test('of the 347 rows of the bibob catalogue 13 are parts of party boxes, counted with the box that prints them', () => {
    const bibob = forms.get('bibob')
    const parts = bibob?.blocks?.flatMap(({ boxes }) => boxes.map(({ nr }) => nr)) ?? []
    expect(parts).toEqual(numbers('bibob').filter((nr) => /^[PE]\./.test(nr)))
    expect(bibob?.sections.flatMap(({ boxes }) => boxes).length).toBe(347 - 13)
  })

  test('the bibob boxes carry the selection marks of the catalogue: floor, floor of who applies, light', () => {
    const marks = (mark: string): number => boxesOf(forms.get('bibob') ?? { sections: [] }).filter(({ bibob }) => bibob === mark).length
    expect({ F: marks('F'), 'F*': marks('F*'), L: marks('L') }).toEqual({ F: 31, 'F*': 4, L: 71 })
  })

  test('no form has a box number that nobody knows', () => {
    const known = new Set(all.map((box) => `${box.form}:${box.nr}`))
    const strange = base.forms.flatMap((form) => printed(form.id).map((nr) => `${form.id}:${nr}`)).filter((box) => !known.has(box))
    expect(strange).toEqual([])
  })
})

/** Forms that have every box. What fills each box of them is held against the catalogue as it was written down. */
const WHOLE = ['alcohol', 'exploitation', 'terrace', 'gamingMachines', 'fireSafety', 'environment', 'bibob']

describe.each(WHOLE)('what fills the %s form', (form) => {
  const facts = factsOfBoxes(form)
  /** `box fact` or, for an exception, `box fact # why the fact reaches the box another way`. */
  const lines = frozen(`box-facts/${form}.txt`).map((line) => {
    const [pair = '', reason] = line.split(' # ')
    const [box = '', fact = ''] = pair.split(' ')
    return { box, fact, reason }
  })

  test.each(lines.filter(({ reason }) => reason === undefined))('$box is filled from $fact', ({ box, fact }) => {
    expect([...(facts.get(box) ?? [])]).toContain(fact)
  })

  test('leaves no exception behind that is no longer needed', () => {
    const needless = lines.filter(({ box, fact, reason }) => reason !== undefined && facts.get(box)?.has(fact))
    expect(needless.map(({ box, fact }) => `${box} ${fact}`)).toEqual([])
  })
})
