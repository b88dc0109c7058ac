import type { Expr } from '../../../feel/expr.ts'
import { references } from '../../../feel/references.ts'
import type { Catalogue } from '../../catalogue.ts'
import type { Applied } from '../../layers/layers.ts'
import type { ResolvedElement } from '../../resolve/elements.ts'
import type { Report } from '../../rule-set.ts'
import { isSameList, onceFor } from '../../util/once-for.ts'
import type { Origin, ResolvedBox, ResolvedForm, ResolvedQuestion, ResolvedSection, Variant } from '../../variant.ts'
import { type FormulaOf, implies } from '../conditions/implies.ts'
import type { ReportAt } from '../context.ts'

type Holder = NonNullable<ResolvedElement['element']['heldBy']>[number]
type Content = Pick<Variant, 'forms' | 'questions' | 'documents' | 'licences'>

/** Something that an element lacks on a form, and where it was lost; null: at the element itself. */
export interface Lack {
  readonly at: Origin | null
  readonly message: string
  readonly mend: string
}

/** An element on one form, or on none, and what it lacks there. */
export interface JudgedElement {
  readonly id: string
  readonly element: ResolvedElement['element']
  readonly form: string | null
  readonly notAsked: boolean
  readonly lacks: readonly Lack[]
}

/** Checks every element of the law against the forms of a variant: a box must exist, print what the element requires, for each row it is about, whenever the
 * law requires it. */
export function judgeElements(elements: readonly ResolvedElement[], content: Content, removed: Applied['removed']): JudgedElement[] {
  const judge = new Judge(content, removed)
  return elements.flatMap((item): JudgedElement[] => {
    const { id, element } = item
    const holders = element.heldBy ?? []
    if (holders.length > 0)
      return holders.map((holder) => ({ id, element, notAsked: false, form: holder.form, lacks: judge.lacks(item, holder) }))
    const notAsked = element.notAsked !== undefined
    const form = formsOf(item.list, content)[0] ?? null
    const nowhere = { at: null, message: 'no box is said to hold it', mend: 'Add heldBy: with the form and its boxes.' }
    return [{ id, element, notAsked, form, lacks: notAsked ? [] : [nowhere] }]
  })
}

const formsOf = (list: ResolvedElement['list'], { licences }: Content): string[] => [
  ...new Set(licences.flatMap(({ id, form }) => (form !== null && list.licences.includes(id) ? [form] : []))),
]

/** Reports what elements lack, a layer that rewrites the law, and a prescribed form without a list of its elements. */
export function checkElements(
  judged: readonly JudgedElement[],
  applied: Applied,
  base: Catalogue,
  report: Report,
  reportAt: ReportAt,
): void {
  // a removed section or a replaced form is one mistake, however many elements it covered
  const together = new Map<string, { ids: string[]; tell: (others: string) => void }>()
  for (const { id, element, form, lacks } of judged) {
    const standsIn = applied.catalogue.forms.find(({ replaces }) => replaces !== undefined && replaces === form)
    for (const { at, message, mend } of lacks) {
      const said = `The law wants element ${id} (${element.text.en}), but ${message}.`
      if (!at && standsIn && message.startsWith('no licence of its list')) {
        const tell = (others: string): void =>
          report(
            'ELEMENT_UNCOVERED',
            'error',
            standsIn,
            'replaces',
            `The law wants element ${id} (${element.text.en}), and ${standsIn.id} stands in for the form that holds it.${others}`,
            `Say in changes: of the town which box holds it: at elements/${id.replace('/', '/elements/')}, heldBy: [{ form: ${standsIn.id}, boxes: […], facts: […] }].`,
          )
        gather(`replaces ${standsIn.id}`, id, tell)
      } else if (at && message.includes('removed it'))
        gather(`${at.file}:${at.line}`, id, (others) => reportAt('ELEMENT_UNCOVERED', 'error', at, `${said}${others}`, mend))
      else if (at) reportAt('ELEMENT_UNCOVERED', 'error', at, said, mend)
      else report('ELEMENT_UNCOVERED', 'error', element, 'id', said, mend)
    }
  }
  for (const { ids, tell } of together.values()) {
    const others = [...new Set(ids.slice(1))]
    tell(others.length === 0 ? '' : ` The same holds of ${others.join(', ')}.`)
  }
  checkUnchanged(applied, base, report)
  checkLists(applied.catalogue, report)

  function gather(key: string, id: string, tell: (others: string) => void): void {
    const known = together.get(key)
    if (known) known.ids.push(id)
    else together.set(key, { ids: [id], tell })
  }
}

/** A rule set with such lists has one for every form prescribed by law. */
function checkLists({ elements, licences }: Catalogue, report: Report): void {
  const listed = new Set(elements.flatMap((list) => list.licences))
  if (listed.size === 0) return
  for (const licence of licences)
    if (licence.prescribedForm && licence.form !== undefined && !listed.has(licence.id))
      report(
        'ELEMENT_UNCOVERED',
        'error',
        licence,
        'prescribedForm',
        `The law prescribes the form of ${licence.id}, but no list says what it must hold.`,
        'Add rules/base/elements/<list>.yaml with its elements.',
      )
}

/** What a town may state about an element: where its forms cover it. The rest is set by law. */
const LOCAL = ['heldBy', 'notAsked']

function checkUnchanged({ catalogue, removed, layers }: Applied, base: Catalogue, report: Report): void {
  const mend = 'Leave it as it is; change heldBy: of an element to say which box of yours holds it.'
  const bad = (item: object, property: string | undefined, message: string): void =>
    report('LOCKED', 'error', item, property, message, mend)
  const gone = (path: string, fallback: object): void => {
    const by = removed.get(path)
    bad(fallback, undefined, `${by ? `The layer ${by.layer} removes` : `${layers.at(-1)} leaves out`} ${path}, which the law wants.`)
  }
  for (const list of base.elements) {
    const local = catalogue.elements.find(({ id }) => id === list.id)
    if (local === list) continue
    if (!local) {
      gone(`elements/${list.id}`, list)
      continue
    }
    for (const key of changedKeys(list, local))
      if (key !== 'elements') bad(local, key, `A town cannot change ${key} of the list ${list.id}.`)
    for (const element of list.elements) {
      const other = local.elements.find(({ id }) => id === element.id)
      if (other === element) continue
      if (!other) gone(`elements/${list.id}/elements/${element.id}`, element)
      else
        for (const key of changedKeys(element, other))
          if (!LOCAL.includes(key)) bad(other, key, `A town cannot change ${key} of the element ${list.id}/${element.id}.`)
    }
  }
}

function changedKeys(before: object, after: object): string[] {
  const values = (item: object): Map<string, unknown> => new Map(Object.entries(item))
  const [a, b] = [values(before), values(after)]
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => JSON.stringify(a.get(key)) !== JSON.stringify(b.get(key)))
}

interface Held {
  readonly form: ResolvedForm
  readonly section: ResolvedSection | null
  readonly box: ResolvedBox
}

const SIGNING = ['signature', 'signaturePlace', 'signatureDate']

/** What an outcome of nothing lacking rests on. */
interface Sound {
  readonly item: ResolvedElement
  readonly held: readonly Held[]
  readonly questions: readonly (readonly [string, ResolvedQuestion | undefined])[]
}
/** Memoised: most towns have the boxes and questions of another one. */
const soundBefore = new WeakMap<Holder, readonly Sound[]>()
/** How many are kept, the most recent ones. */
const MOST = 8

class Judge {
  private readonly questions: ReadonlyMap<string, ResolvedQuestion>
  private readonly looked = new Map<string, ResolvedQuestion | undefined>()
  private readonly formsOf = onceFor((list: ResolvedElement['list']) => formsOf(list, this.content))

  constructor(
    private readonly content: Content,
    private readonly removed: Applied['removed'],
  ) {
    this.questions = new Map(content.questions.map((question) => [question.id, question]))
  }

  private question(id: string): ResolvedQuestion | undefined {
    const question = this.questions.get(id)
    this.looked.set(id, question)
    return question
  }

  lacks(item: ResolvedElement, holder: Holder): Lack[] {
    const form = this.content.forms.find(({ id }) => id === holder.form)
    if (!form || !this.formsOf(item.list).includes(form.id))
      return [{ at: null, message: `no licence of its list has the form ${holder.form}`, mend: 'Name the form of one of its licences.' }]
    const found = holder.boxes.map((nr) => ({ nr, held: find(form, nr) }))
    const missing = found.flatMap(({ nr, held }) => (held ? [] : [this.dropped(form, nr)]))
    const boxes = found.flatMap(({ held }) => (held ? [held] : []))
    const before = soundBefore.get(holder) ?? []
    // whether an attachment is there is not noted
    const isNoted = missing.length === 0 && (holder.document ?? holder.drawing) === undefined
    if (isNoted && before.some((each) => this.isAsBefore(each, item, boxes))) return []
    this.looked.clear()
    // a removed box needs no second finding about what it printed
    const means = missing.length > 0 ? missing : this.lacksOfMeans(holder, boxes)
    const lacks = [...means, ...boxes.flatMap((held) => this.lacksOfBox(item, holder, held))]
    if (isNoted && lacks.length === 0)
      soundBefore.set(holder, [...before.slice(1 - MOST), { item, held: boxes, questions: [...this.looked] }])
    return lacks
  }

  private isAsBefore({ item, held, questions }: Sound, now: ResolvedElement, boxes: readonly Held[]): boolean {
    return (
      item === now &&
      held.length === boxes.length &&
      held.every(({ section, box, form }, at) => {
        const other = boxes[at]
        return section === other?.section && box === other.box && isSameList(form.blocks, other.form.blocks)
      }) &&
      questions.every(([id, question]) => this.questions.get(id) === question)
    )
  }

  private dropped(form: ResolvedForm, nr: string): Lack {
    const path = new RegExp(`^forms/${form.id}/sections/[^/]+/boxes/${nr.replaceAll('.', '\\.')}$`)
    const section = new RegExp(`^forms/${form.id}/sections/[^/]+$`)
    const removed = [...this.removed]
    const sections = removed.filter(([at]) => section.test(at))
    // removed with its section, if only one section was removed
    const [, by] = removed.find(([at]) => path.test(at)) ?? (sections.length === 1 ? sections[0] : undefined) ?? []
    const message = `its box ${nr} is not on the form ${form.id}${by ? `: the layer ${by.layer} removed it` : ''}`
    return { at: by ?? null, message, mend: 'Keep the box, or say in heldBy: of the element which box holds it instead.' }
  }

  /** A box must apply wherever the law requires the element: once per row it is about, and under no narrower condition. */
  private lacksOfBox(resolvedElement: ResolvedElement, holder: Holder, held: Held): Lack[] {
    const { section, box } = held
    const { per } = resolvedElement.element
    const lacks: Lack[] = []
    const facts = [...this.printedBy(held)]
    const ofTheCase = section?.per == null && box.rows === null && box.each === null
    const said = ofTheCase && facts.some((id) => this.question(id)?.subject !== 'case')
    if (
      per !== undefined &&
      section !== null &&
      section.per !== per &&
      box.rows !== per &&
      (!ofTheCase || said || SIGNING.includes(box.type))
    )
      lacks.push({
        at: box.origin,
        message: `its box ${box.nr} does not stand there per ${per}`,
        mend: `Put it in a section with per: ${per}.`,
      })
    if (box.forAuthority || (box.optional && holder.mayStayEmpty !== true))
      lacks.push({
        at: box.origin,
        message: `its box ${box.nr} may stay empty`,
        mend: 'Take optional: and forAuthority: out, or write mayStayEmpty: true where there may be nothing to say.',
      })
    const asked = box.questions ?? []
    const conditions = [
      ...[section?.when, section?.per === per ? section?.where : null, box.when].flatMap((when) => (when ? [when] : [])),
      ...asked.flatMap((id) => this.question(id)?.when ?? []),
    ]
    for (const { expr, source, file, line } of conditions)
      if (!implies(resolvedElement.given, expr, this.formulaOf))
        lacks.push({
          at: { layer: box.origin.layer, file, line },
          message: `its box ${box.nr} only stands there when ${source.replace(/\s+/g, ' ').trim()}`,
          mend: 'Take the condition out, or write it in when: of the element where the law says the same.',
        })
    return lacks
  }

  private lacksOfMeans(holder: Holder, boxes: readonly Held[]): Lack[] {
    const nrs = holder.boxes.join(', ')
    if (holder.signed)
      return boxes.flatMap(({ box }) =>
        SIGNING.includes(box.type)
          ? []
          : [
              {
                at: box.origin,
                message: `nobody signs in its box ${box.nr}`,
                mend: 'Give the box type: signature, signaturePlace or signatureDate.',
              },
            ],
      )
    const lacks: Lack[] = []
    const document = holder.document ?? holder.drawing?.document
    if (document !== undefined) {
      const item = this.content.documents.find(({ id }) => id === document)
      if (!item)
        lacks.push({
          at: this.removed.get(`documents/${document}`) ?? null,
          message: `there is no attachment ${document}`,
          mend: this.removed.has(`documents/${document}`)
            ? 'Keep the attachment, or say in heldBy: of the element what holds it instead.'
            : 'Add it to documents.yaml.',
        })
      const takes = ({ box }: Held): boolean =>
        box.document === document || (box.value ? references(box.value.expr).documents.includes(document) : false)
      if (!boxes.some(takes))
        lacks.push({
          at: null,
          message: `none of its boxes ${nrs} takes the attachment ${document}`,
          mend: `Name the box with document: ${document}.`,
        })
    }
    const tick = holder.drawing?.tick
    if (tick !== undefined && !boxes.some(({ box }) => this.ticks(box, tick)))
      lacks.push({
        at: null,
        message: `none of its boxes ${nrs} has the tick ${tick} for the drawing`,
        mend: 'Add it to the options of the check list, and to print: of its box.',
      })
    const printed = new Set(boxes.flatMap((held) => [...this.printedBy(held)]))
    for (const id of holder.facts ?? []) {
      const by = this.removed.get(`questions/${id}`)
      const question = this.question(id)
      if (!question)
        lacks.push({
          at: by ?? null,
          message: `there is no question ${id}${by ? `: the layer ${by.layer} removed it` : ''}`,
          mend: 'Keep the question, or name the one that asks it.',
        })
      else if (!printed.has(id))
        lacks.push({
          at: boxes.map(({ box }) => box.origin).find(({ layer }) => layer !== 'base') ?? null,
          message: `none of its boxes ${nrs} prints ${id}`,
          mend: 'Let a box print it, or name the box that does in heldBy:.',
        })
      else if (question.optional && question.default === null && holder.mayStayEmpty !== true && !this.isPart(id, holder))
        lacks.push({ at: question.origin, message: `the question ${id} may be left empty`, mend: 'Take optional: out of the question.' })
    }
    for (const held of holder.facts ? boxes : []) {
      const own = this.printedBy(held)
      const { nr, origin } = held.box
      if (!holder.facts?.some((id) => own.has(id)))
        lacks.push({
          at: origin,
          message: `its box ${nr} prints nothing of it`,
          mend: 'Let the box print the fact, or take it out of heldBy:.',
        })
    }
    return lacks
  }

  /** An optional part of an address (an addition), when a required part of that address is covered as well. */
  private isPart(id: string, { facts }: Holder): boolean {
    const group = id.slice(0, id.lastIndexOf('.'))
    return (facts ?? []).some((other) => other !== id && other.startsWith(`${group}.`) && this.question(other)?.optional === false)
  }

  private ticks(box: ResolvedBox, tick: string): boolean {
    const [id, ...others] = box.questions ?? []
    const options = others.length === 0 ? this.question(id ?? '')?.options : null
    const printed = box.print?.[tick]
    return options?.some((option) => option.id === tick) === true && printed !== undefined && (box.options ?? [printed]).includes(printed)
  }

  /** Facts that a box prints, directly and through computed facts. */
  private printedBy({ form, box }: Held): Set<string> {
    const printed = new Set<string>()
    const add = (id: string): void => {
      if (printed.has(id) || !this.question(id)) return
      printed.add(id)
      const { derived, refinedBy } = this.question(id) ?? {}
      if (derived && !refinedBy) addAll(derived.expr)
    }
    const addAll = (expr: Expr): void => {
      for (const id of references(expr).facts) add(id)
    }
    for (const id of box.questions ?? []) add(id)
    for (const compiled of [box.value, ...(box.columns ?? []).map(({ value }) => value)]) if (compiled) addAll(compiled.expr)
    for (const block of form.blocks)
      if (box.party?.blocks.includes(block.id))
        for (const part of block.boxes) if (!box.party.without.includes(part.nr)) for (const id of part.questions ?? []) add(id)
    return printed
  }

  private readonly formulaOf: FormulaOf = (id) => {
    const question = this.question(id)
    return question?.subject === 'case' && question.derived && !question.refinedBy ? question.derived.expr : null
  }
}

function find(form: ResolvedForm, nr: string): Held | null {
  return heldIn(form).get(nr) ?? null
}

/** The boxes of a form by number; of two with the same number, the first of its sections. */
const heldIn = onceFor((form: ResolvedForm): ReadonlyMap<string, Held> => {
  const held = [
    ...form.sections.flatMap((section) => section.boxes.map((box): Held => ({ form, section, box }))),
    ...form.blocks.flatMap(({ boxes }) => boxes.map((box): Held => ({ form, section: null, box }))),
  ]
  return new Map(held.toReversed().map((each) => [each.box.nr, each]))
})
