import { describe, expect, test } from 'vitest'
import { statutoryStats } from '../../src/authoring/stats/statutory.ts'
import type { Case } from '../../src/engine/context.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { bindingsFor, rowsOf } from '../../src/engine/outcome/checks/checks.ts'
import { readerOf } from '../../src/engine/reader.ts'
import { evaluate } from '../../src/feel/evaluate/evaluate.ts'
import type { Bindings } from '../../src/feel/reader.ts'
import { type JudgedElement, judgeElements } from '../../src/model/link/forms/elements.ts'
import type { ResolvedElement } from '../../src/model/resolve/elements.ts'
import { statutoryElements } from '../../src/model/resolve.ts'
import type { ResolvedBox, ResolvedForm, Variant } from '../../src/model/variant.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'
import { SHIPPED_TOWNS } from '../engine/shipped.ts'
import { mappings, type Statute, shippedStatute, townFile, withTowns } from './elements.ts'

const base = shippedStatute('base')
const NOTHING_REMOVED = new Map<string, never>()
const judge = (elements: readonly ResolvedElement[], variant: Pick<Variant, 'forms' | 'questions' | 'documents' | 'licences'>) =>
  judgeElements(elements, variant, NOTHING_REMOVED)
const lacking = (judged: readonly JudgedElement[]): string[] =>
  judged.flatMap(({ id, form, lacks }) => (lacks.length > 0 ? [`${id} on ${form}`] : []))

/** The forms with every box of this number made another, or taken out. */
const withBox = (form: string, nr: string, make: (box: ResolvedBox) => ResolvedBox[]): Variant => {
  const boxes = (all: readonly ResolvedBox[]): ResolvedBox[] => all.flatMap((box) => (box.nr === nr ? make(box) : [box]))
  const made = (one: ResolvedForm): ResolvedForm => ({
    ...one,
    blocks: one.blocks.map((block) => ({ ...block, boxes: boxes(block.boxes) })),
    sections: one.sections.map((section) => ({ ...section, boxes: boxes(section.boxes) })),
  })
  return { ...base.variant, forms: base.variant.forms.map((one) => (one.id === form ? made(one) : one)) }
}

const each = mappings(base).flatMap(({ one, holder }) =>
  holder.boxes.map((nr) => ({ one, holder, nr, what: `${one.id} in ${holder.form}:${nr}` })),
)
const factEach = mappings(base).flatMap(({ one, holder }) =>
  (holder.facts ?? []).map((fact) => ({ one, holder, fact, what: `${one.id}, ${fact}` })),
)
/** Which of these changes leaves the element as if nothing happened. */
const unnoticed = <T extends { what: string; one: ResolvedElement }>(all: readonly T[], change: (one: T) => JudgedElement[]): string[] =>
  all.flatMap((one) => (lacking(change(one)).some((said) => said.startsWith(`${one.one.id} on `)) ? [] : [one.what]))

describe('what the law wants to know in an application', () => {
  test('is listed: alcohol models A and B with their annexes, every application, fire-safe use, the minimum of Bibob', () => {
    const lists = [...new Set(base.elements.map(({ list }) => list))]
    expect(lists.map(({ id, elements }) => [id, elements.length])).toEqual([
      ['alcoholManagerA', 18],
      ['alcoholManagerB', 16],
      ['alcoholModelA', 35],
      ['alcoholModelB', 26],
      ['bibobMinimum', 20],
      ['fireUse', 36],
      ['generalApplication', 8],
    ])
  })

  test.each(['base', 'amsterdam/centrum', ...SHIPPED_TOWNS])('is all on the forms of %s', (id) => {
    const { variant, elements } = shippedStatute(id)
    expect(lacking(judge(elements, variant))).toEqual([])
  })

  test('article 46 is on the list, and asked nowhere', () => {
    const old = judge(base.elements, base.variant).filter(({ notAsked }) => notAsked)
    expect(old.map(({ id, form }) => [id, form])).toEqual([
      ['alcoholModelA/A7c', 'alcohol'],
      ['alcoholModelB/B5c', 'alcohol'],
    ])
    expect(old.flatMap(({ element }) => element.heldBy ?? [])).toEqual([])
  })

  test('a change of managers is the annex per manager, and nothing else of model A', () => {
    const sheet = base.elements.filter(({ list }) => list.id === 'alcoholManagerA')
    expect(new Set(sheet.map(({ element }) => element.per))).toEqual(new Set(['managers']))
    expect(sheet.every(({ list }) => list.when === 'change.managers and business.aim != "paracommercial"')).toBe(true)
  })
})

describe('whatever holds an element is missed when it is lost', () => {
  test('there are many: each is tried', () => {
    expect(each.length).toBeGreaterThan(230)
    expect(factEach.length).toBeGreaterThan(200)
  })

  test('a box that is taken out', () => {
    expect(
      unnoticed(each, ({ one, holder, nr }) =>
        judge(
          [one],
          withBox(holder.form, nr, () => []),
        ),
      ),
    ).toEqual([])
  })

  test('a box that prints nothing any more', () => {
    const empty = (box: ResolvedBox): ResolvedBox[] => [
      { ...box, type: 'text', questions: null, value: null, columns: null, party: null, document: null },
    ]
    expect(unnoticed(each, ({ one, holder, nr }) => judge([one], withBox(holder.form, nr, empty)))).toEqual([])
  })

  test('a box that only stands there under a condition the law does not know', () => {
    const never = { expr: { op: 'lit', value: false }, source: 'false', file: '', line: 0 } as const
    expect(
      unnoticed(each, ({ one, holder, nr }) =>
        judge(
          [one],
          withBox(holder.form, nr, (box) => [{ ...box, when: never }]),
        ),
      ),
    ).toEqual([])
  })

  test('a box that may be left to the authority', () => {
    expect(
      unnoticed(each, ({ one, holder, nr }) =>
        judge(
          [one],
          withBox(holder.form, nr, (box) => [{ ...box, forAuthority: true }]),
        ),
      ),
    ).toEqual([])
  })

  test('a question that is taken out', () => {
    const without = (fact: string): Variant => ({ ...base.variant, questions: base.variant.questions.filter(({ id }) => id !== fact) })
    expect(unnoticed(factEach, ({ one, fact }) => judge([one], without(fact)))).toEqual([])
  })

  test('a box that its element no longer names', () => {
    const forgotten = ({ one, holder, nr }: (typeof each)[number]): JudgedElement[] => {
      const boxes = holder.boxes.filter((other) => other !== nr)
      const heldBy = boxes.length > 0 ? [{ ...holder, boxes }] : []
      return judge([{ ...one, element: { ...one.element, heldBy } }], base.variant)
    }
    expect(unnoticed(each, forgotten)).toEqual([])
  })

  test('a tick of the check list of a drawing', () => {
    const ticks = mappings(base).flatMap(({ one, holder }) =>
      holder.drawing?.tick ? [{ one, tick: holder.drawing.tick, what: one.id }] : [],
    )
    const without = (tick: string): Variant => ({
      ...base.variant,
      questions: base.variant.questions.map((question) => ({
        ...question,
        options: question.options?.filter(({ id }) => id !== tick) ?? null,
      })),
    })
    expect(ticks.length).toBe(23)
    expect(unnoticed(ticks, ({ one, tick }) => judge([one], without(tick)))).toEqual([])
  })
})

describe('in every complete example the paper holds what the law wants', () => {
  const complete = shippedExamples().filter((example) => example.complete)
  const statutes = new Map<string, Statute>()
  const statuteOf = (id: string): Statute => {
    const known = statutes.get(id) ?? shippedStatute(id)
    statutes.set(id, known)
    return known
  }

  test.each(complete)('$file', ({ application }) => {
    const holes = mappings(statuteOf(application.variant.id)).flatMap((mapping) => holesIn(application, mapping))
    expect(holes).toEqual([])
  })

  test('between them they show nearly every element', () => {
    const shown = new Set(
      complete.flatMap(({ application }) =>
        mappings(statuteOf(application.variant.id)).flatMap((mapping) => shownIn(application, mapping)),
      ),
    )
    const never = base.elements.flatMap(({ id, element }) => (element.notAsked || shown.has(id) ? [] : [id]))
    // nobody in an example keeps out of the business, asks a new licence among other changes, is a club with a terrace, has a company as partner, or is on a ship
    expect(never).toEqual([
      'alcoholModelA/A3h',
      'alcoholModelA/A5h',
      'alcoholModelA/A8.namely',
      'alcoholModelB/B5a.terrace',
      'alcoholModelB/B6.namely',
      'bibobMinimum/7a.2.a.mixed',
      'fireUse/6.8.1.c.cadastral',
    ])
  })
})

type Mapping = ReturnType<typeof mappings>[number]

/** Rows for which the law wants the element in this case; null stands for the case itself. */
function wantedFor(application: Case, { one: { element, list, given }, holder }: Mapping): (string | null)[] {
  const applied = application.variant.licences.some(({ id, form }) => form === holder.form && list.licences.includes(id))
  if (!applied || !application.memo.get(`form|${holder.form}`).applies) return []
  const holds = (bindings: Bindings): boolean => given.every((expr) => evaluate(expr, readerOf(application), bindings) === true)
  const { per } = element
  if (per === undefined) return holds({}) ? [null] : []
  return rowsOf(application, per).items.flatMap((row) => (holds(bindingsFor(application, per, row)) ? [row.id] : []))
}

function boxesFor(application: Case, { holder }: Mapping, nr: string, row: string | null) {
  const instances = coverage(application)
    .filter(({ id }) => id === holder.form)
    .flatMap(({ sections }) => sections.flatMap((section) => section.instances))
  const found = instances.flatMap((instance) =>
    instance.boxes.flatMap((box) => (box.nr === nr ? [{ row: instance.row, state: box.state }] : [])),
  )
  const own = found.filter((box) => box.row === row || box.row === null || row === null)
  return own.map(({ state }) => state)
}

function holesIn(application: Case, mapping: Mapping): string[] {
  const { one: element, holder } = mapping
  const fine = holder.mayStayEmpty ? ['filled', 'signature', 'empty', 'notApplicable'] : ['filled', 'signature']
  return wantedFor(application, mapping).flatMap((row) =>
    holder.boxes.flatMap((nr) => {
      const states = boxesFor(application, mapping, nr, row)
      const wrong = states.filter((state) => !fine.includes(state))
      return states.length === 0 || wrong.length > 0 ? [`${element.id} ${nr}@${row}: ${wrong.join(', ') || 'no box'}`] : []
    }),
  )
}

const shownIn = (application: Case, mapping: Mapping): string[] => (wantedFor(application, mapping).length > 0 ? [mapping.one.id] : [])

describe('a town and the law', () => {
  const resolve = withTowns({
    drops: '  - { op: remove, at: forms/alcohol/sections/entrepreneurs/boxes/AL-024, why: A try. }',
    narrows: `  - { op: change, at: forms/alcohol/sections/directors/boxes/AL-035, to: { when: 'business.legalForm = "bv"' }, why: A try. }`,
    forgets: '  - { op: remove, at: elements/alcoholModelA/elements/A3e, why: A try. }',
    rewrites: '  - { op: change, at: elements/alcoholModelA/elements/A3e, to: { text: { nl: leeftijd, en: age } }, why: A try. }',
    moves: [
      '  - { op: remove, at: forms/alcohol/sections/enterprise/boxes/AL-008, why: A try. }',
      '  - op: add',
      '    at: forms/alcohol/sections/enterprise/boxes',
      '    item: { nr: X-1, label: { nl: KvK, en: KvK }, type: text, questions: [business.kvkNumber], evidence: { statute: model A 2 } }',
      '    why: A try.',
      ...['alcoholModelA/elements/A2b', 'alcoholModelB/elements/B2'].flatMap((element) => [
        `  - { op: change, at: elements/${element}, to: { heldBy: [{ form: alcohol, boxes: [X-1], facts: [business.kvkNumber] }] }, why: A try. }`,
      ]),
    ].join('\n'),
    'asks-article46': [
      '  - { op: add, at: questions, item: { id: asks.article46, subject: case, type: longText, topic: alcohol, label: { nl: "Doet u een beroep op artikel 46?", en: "Do you invoke article 46?" } }, why: A try. }',
      '  - { op: add, at: forms/alcohol/sections/establishment/boxes, item: { nr: X-46, label: { nl: Artikel 46, en: Article 46 }, type: longText, questions: [asks.article46], evidence: { statute: model A 7 } }, why: A try. }',
      '  - { op: change, at: elements/alcoholModelA/elements/A7c, to: { notAsked: null, heldBy: [{ form: alcohol, boxes: [X-46], facts: [asks.article46] }] }, why: A try. }',
    ].join('\n'),
  })
  const told = (id: string): string[] => resolve(id).errors.map(({ code, file, line }) => `${code} ${file}:${line}`)

  test('who drops a box is told which element it held, at the line that drops it', () => {
    expect(told('drops')).toEqual([`ELEMENT_UNCOVERED ${townFile('drops')}:6`])
    expect(resolve('drops').errors[0]?.message).toMatch(/alcoholModelA\/A3e \(date of birth\).*AL-024.*drops removed it/)
  })

  test('who asks it of fewer is told for which models, at the condition', () => {
    expect(told('narrows')).toEqual([`ELEMENT_UNCOVERED ${townFile('narrows')}:6`, `ELEMENT_UNCOVERED ${townFile('narrows')}:6`])
    expect(resolve('narrows').errors.map(({ message }) => /element (\S+)/.exec(message)?.[1])).toEqual([
      'alcoholModelA/A5e',
      'alcoholModelB/B3e',
    ])
  })

  test('the list itself is the law: a town neither shortens nor rewords it', () => {
    expect(resolve('forgets').errors.map(({ code, message }) => [code, /forgets removes \S+/.exec(message)?.[0]])).toEqual([
      ['LOCKED', 'forgets removes elements/alcoholModelA/elements/A3e,'],
    ])
    expect(told('rewrites')).toEqual([`LOCKED ${townFile('rewrites')}:6`])
  })

  test('a town may say which box of its own holds an element, and that it does ask about article 46', () => {
    expect([told('moves'), told('asks-article46')]).toEqual([[], []])
  })

  test('stats counts what a town lacks, and what it asks of what lapsed', () => {
    const count = (id: string) => {
      const { ruleSet, variant } = resolve(id)
      if (!variant) throw new Error(`${id} has mistakes`)
      return statutoryStats(statutoryElements(ruleSet, variant), 'alcohol')
    }
    const whole = count('moves')
    expect(whole).toMatchObject({ missing: [], notAsked: ['alcoholModelA/A7c', 'alcoholModelB/B5c'], covered: whole.elements })
    expect(count('drops')).toMatchObject({ elements: whole.elements, covered: whole.elements - 1, missing: ['alcoholModelA/A3e'] })
    expect(count('asks-article46')).toMatchObject({ elements: whole.elements + 1, missing: [], notAsked: ['alcoholModelB/B5c'] })
  })
})
