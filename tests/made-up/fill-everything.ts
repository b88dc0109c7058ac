import { filledBoxes, possibleBoxes } from '../../src/authoring/prove/possible-boxes.ts'
import { questionsOf } from '../../src/engine/asked/questions.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import type { Case, Dates } from '../../src/engine/context.ts'
import { isUnknown } from '../../src/feel/value.ts'
import { NO_ANSWERS } from '../../src/model/answers/answers.ts'
import type { Edit } from '../../src/model/answers/edit.ts'
import { addAll } from '../../src/model/util/add-all.ts'
import type { ResolvedCollection, ResolvedQuestion, Variant } from '../../src/model/variant.ts'
import { documentsOf, listed, type Pool, roleEdits } from './made-up-answers.ts'
import { richAnswers } from './rich-answers.ts'
import { touchedBoxes } from './touched-boxes.ts'

const MOST_ROUNDS = 120
/** Rows of one list that are tried at most. */
const MOST_ROWS = 5

/** One business to which as much happens as can, of these boxes first: a person and a company for every role, then question after question
 * the answer that keeps most possible, then more rows and more roles. */
export const fillEverything = (variant: Variant, dates: Dates, pool: Pool, wanted: ReadonlySet<string>, random: () => number): Filled =>
  new Filler(variant, dates, pool, wanted, random).fill()

interface Filled {
  readonly application: Case
  readonly edits: readonly Edit[]
}

type Score = readonly [asked: number, all: number]

class Filler {
  application: Case
  readonly edits: Edit[] = []
  private readonly touched: ReturnType<typeof touchedBoxes>
  /** Rows tried per list. */
  private readonly tried = new Map<string, number>()
  /** How often a question was answered without a look at what that opens. */
  private readonly turns = new Map<string, number>()

  private readonly scores = new WeakMap<Case, Score>()

  constructor(
    variant: Variant,
    dates: Dates,
    private readonly pool: Pool,
    private readonly wanted: ReadonlySet<string>,
    private readonly random: () => number,
  ) {
    this.application = openCase(variant, NO_ANSWERS, dates)
    this.touched = touchedBoxes(variant)
  }

  fill(): Filled {
    this.cast()
    // who is concerned follows from what is asked once: rows of people wait for that
    let dismissed = false
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const open = questionsOf(this.application).open.filter((key) => dismissed || !/[@/]/.test(key))
      const filled = filledBoxes(this.application)
      const hoped = [...this.wanted].filter((key) => !filled.has(key))
      for (const key of open) this.react(key, hoped)
      if (open.length > 0) continue
      if (!dismissed) {
        this.dismiss()
        dismissed = true
      } else if (!this.grow() && !this.relate()) {
        const documents = documentsOf(this.application)
        if (documents.length === 0) return this
        this.apply(documents)
      }
    }
    return this
  }

  private apply(more: readonly Edit[]): void {
    addAll(this.edits, more)
    this.application = edit(this.application, more)
  }

  /** How much stays possible: of what is asked for, and at all. What is tried is held against the same case time and again. */
  private score(application: Case): Score {
    const known = this.scores.get(application)
    if (known) return known
    const boxes = possibleBoxes(application)
    let asked = 0
    for (const key of boxes) if (this.wanted.has(key)) asked++
    const score: Score = [asked, boxes.size]
    this.scores.set(application, score)
    return score
  }

  /** The first of the best. */
  private best(choices: readonly (readonly Edit[])[]): readonly Edit[] {
    const [first = []] = choices
    if (choices.length < 2) return first
    let best = { edits: first, score: this.score(edit(this.application, first)) }
    for (const edits of choices.slice(1)) {
      if (best.score[0] === this.wanted.size) break
      const score = this.score(edit(this.application, edits))
      if (isMore(score, best.score)) best = { edits, score }
    }
    return best.edits
  }

  private react(key: string, hoped: readonly string[]): void {
    const [fact = key, row = null] = key.split('@')
    const question = this.application.index.questions.get(fact)
    const touched = this.touched.get(fact)
    const matters = hoped.some((box) => touched?.has(box))
    if (question) this.answer(question, row, matters)
    else this.enter(key)
  }

  private answer(question: ResolvedQuestion, row: string | null, matters: boolean): void {
    const { id: fact } = question
    if (question.type === 'file') {
      this.apply([{ kind: 'attach', document: fact.slice('documents.'.length), state: 'later' }])
      return
    }
    // an answer before this one may have settled it
    if (!isUnknown(this.application.memo.get(`fact|${fact}|${row ?? ''}`))) return
    const choices = richAnswers(this.application, question, row, this.pool, this.random).map((value): Edit[] => [
      { kind: 'answer', fact, row, value },
    ])
    if (matters) {
      if (question.optional) choices.push([{ kind: 'leftEmpty', fact, row, left: true }])
      this.apply(this.best(choices))
    } else {
      // rows differ from each other where it does not matter
      const turn = this.turns.get(fact) ?? 0
      this.turns.set(fact, turn + 1)
      this.apply((question.type === 'choice' || question.type === 'party' ? choices[turn % choices.length] : choices[0]) ?? [])
    }
  }

  /** A list gets a row, unless none opens more. */
  private enter(key: string): void {
    const [parent, nested] = key.includes('/') ? key.split('/') : [null, key]
    const collection = this.application.index.collections.get(nested ?? key)
    if (!collection) return
    const complete: Edit = { kind: 'complete', collection: collection.id, parent: parent ?? null, complete: true }
    const add = this.rowFor(collection, parent ?? null)
    this.apply(this.best(listed(this.application, key).length > 0 ? [[complete]] : [[add, complete], [complete]]))
  }

  private rowFor({ id: collection, subject }: ResolvedCollection, parent: string | null): Edit {
    const key = parent ? `${parent}/${collection}` : collection
    const number = (this.tried.get(key) ?? 0) + 1
    this.tried.set(key, number)
    return { kind: 'addRow', collection, parent, id: `${parent ? `${parent}${capital(collection)}` : collection}${number}`, subject }
  }

  /** People and companies, one of each for every role that they may have. */
  private cast(): void {
    const { roles, collections } = this.application.variant
    for (const { id: collection, subject } of collections) {
      if (!isParties(collection)) continue
      this.apply([{ kind: 'complete', collection, complete: true }])
      for (const { id } of roles.filter(({ parties }) => parties === 'any' || parties === subject)) {
        const party = `${id}${capital(subject)}`
        this.apply([{ kind: 'addRow', collection, id: party, subject }, ...roleEdits(party, id, null, `${party}/${id}`)])
      }
    }
  }

  /** Whoever opens no box goes. */
  private dismiss(): void {
    for (const collection of PARTIES)
      for (const id of listed(this.application, collection)) {
        const without: Edit[] = [{ kind: 'removeRow', collection, id }]
        if (!isMore(this.score(this.application), this.score(edit(this.application, without)))) this.apply(without)
      }
  }

  /** Roles of people and companies in each other, as far as those open boxes; whether any did. Without a company one is added for it. */
  private relate(): boolean {
    const before = this.edits.length
    const [people, companies] = [listed(this.application, 'people'), listed(this.application, 'companies')]
    const other: Edit[] = companies.length === 0 ? [{ kind: 'addRow', collection: 'companies', id: OTHER, subject: 'company' }] : []
    for (const role of this.application.variant.roles.filter(({ targets }) => targets))
      for (const party of role.parties === 'person' ? people : [...people, ...companies])
        for (const target of [...(other.length > 0 ? [OTHER] : companies), ...people])
          if (target !== party && !this.isFull())
            this.offer([...(target === OTHER ? other : []), ...roleEdits(party, role.id, target, `${party}/${role.id}/${target}`)])
    return this.edits.length > before
  }

  private isFull(): boolean {
    return this.score(this.application)[0] === this.wanted.size
  }

  /** Does this when it opens boxes. */
  private offer(edits: readonly Edit[]): void {
    if (isMore(this.score(edit(this.application, edits)), this.score(this.application))) this.apply(edits)
  }

  /** One more row for a list that has some, where that opens boxes; whether it did. */
  private grow(): boolean {
    const before = this.score(this.application)
    for (const collection of this.application.variant.collections) {
      if (isParties(collection.id) || collection.id === 'roles' || collection.id === 'parties') continue
      const parents = collection.per ? [null, ...listed(this.application, 'people'), ...listed(this.application, 'companies')] : [null]
      for (const parent of parents) {
        const key = parent ? `${parent}/${collection.id}` : collection.id
        if (listed(this.application, key).length === 0 || (this.tried.get(key) ?? 0) >= MOST_ROWS) continue
        const add = this.rowFor(collection, parent)
        if (!isMore(this.score(edit(this.application, [add])), before)) continue
        this.apply([add])
        return true
      }
    }
    return false
  }
}

const OTHER = 'otherCompany'
const PARTIES = ['people', 'companies']
const isParties = (list: string): boolean => PARTIES.includes(list)
const isMore = (a: Score, b: Score): boolean => a[0] > b[0] || (a[0] === b[0] && a[1] > b[1])
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
