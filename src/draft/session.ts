import { assessCase } from '../engine/assess.ts'
import type { Assessment, Lang } from '../engine/assessment.ts'
import { type Case, type Dates, type Edit, openCase } from '../engine/case.ts'
import { leftOf } from '../engine/left.ts'
import type { Answers } from '../model/answers.ts'
import { readAnswers } from '../model/read-answers.ts'
import type { Variant } from '../model/variant.ts'
import { writeAnswers } from '../model/write-answers.ts'
import { applyEdits } from './apply-edits.ts'
import type { AddedFile, Draft } from './draft.ts'
import type { ReturnFile } from './invitation.ts'
import { withReturn } from './returned.ts'
import { lastWord } from './set-aside.ts'
import type { DraftStorage } from './storage.ts'
import { settleTyped, withoutAnswered } from './typed.ts'

/** What a session needs from outside. */
export interface SessionPorts {
  readonly storage: DraftStorage
  /** The moment, ISO. */
  readonly now: () => string
  /** Runs later; returns how to call it off. */
  readonly later: (run: () => void, milliseconds: number) => () => void
}

export type Saved = { readonly kind: 'saving' } | { readonly kind: 'saved'; readonly at: string } | { readonly kind: 'failed' | 'notKept' }

/** What the page shows of a draft; a new one after every edit. */
export interface DraftView {
  readonly draft: Draft
  readonly variant: Variant
  readonly answers: Answers
  readonly one: Case
  readonly saved: Saved
  /** Computed when first read. */
  readonly assessment: Assessment
}

/** What happened to a draft that was made under another rule set. */
export interface Migration {
  readonly from: string
  readonly to: string
  readonly kept: number
  readonly parked: readonly string[]
}

/** The only truth about the answers of one draft. Every edit is applied at once and saved shortly after. */
export interface Session {
  readonly migration: Migration | null
  view(): DraftView
  subscribe(listener: () => void): () => void
  apply(edits: readonly Edit[]): void
  /** Keeps what stands in a field as it was typed, under `fact` or `fact@row`; null: nothing more than the answers say. On its way to the storage
   * within a tenth of a second. Nobody is told: the page that types shows it already. An answer to the same question lets it go. */
  type(key: string, text: string | null): void
  /** Remembers where the applicant is. */
  at(place: string): void
  setLang(lang: Lang): void
  /** Notes how far the answers of a licence were copied into a form of somebody else. */
  noteCopied(licence: string, box: string, done: boolean): void
  addFile(document: string, file: AddedFile, bytes: Uint8Array): Promise<void>
  removeFile(document: string): Promise<void>
  /** A part that came back from the person it is about; its pages stay closed. */
  takeBack(back: ReturnFile): Promise<void>
  /** Saves now; for when the page is closed. */
  flush(): Promise<void>
}

const DELAY = 250
/** What is typed and not answered with is written so soon after the first key. */
const TYPED_DELAY = 60

export function openSession(stored: Draft, variant: Variant, today: string, lang: Lang, ports: SessionPorts): Session {
  const { answers: read, findings } = readAnswers(stored.file, variant, 'draft', () => ({ line: 1, column: 1 }))
  const parked = findings.map((finding) => ({ what: finding.path, value: valueAt(stored.file, finding.path) }))
  const moved = stored.ruleSet.hash !== variant.ruleSet.hash
  const migration: Migration | null =
    moved || parked.length > 0
      ? {
          from: stored.ruleSet.version,
          to: variant.ruleSet.version,
          kept: read.values.size,
          parked: parked.map(({ what }) => what),
        }
      : null
  const dates: Dates = { today }
  // the page was closed while somebody typed
  const settled = settleTyped(stored.typed, variant, read)
  let draft: Draft = { ...stored, ruleSet: variant.ruleSet, parked: [...stored.parked, ...parked], typed: settled.typed }
  let answers: Answers = applyEdits(read, settled.edits)
  let one = openCase(variant, answers, dates, lang)
  let saved: Saved = ports.storage.keeps ? { kind: 'saved', at: stored.changed } : { kind: 'notKept' }
  let view = viewOf()
  let cancel: (() => void) | null = null
  let cancelTyped: (() => void) | null = null
  let writing: Promise<void> = Promise.resolve()
  const listeners = new Set<() => void>()

  let assessed: { readonly of: Case; readonly as: Assessment } | null = null
  function viewOf(): DraftView {
    const now = one
    return {
      draft,
      variant,
      answers,
      one,
      saved,
      get assessment() {
        if (assessed?.of !== now) assessed = { of: now, as: assessCase(now) }
        return assessed.as
      },
    }
  }
  function tell(): void {
    view = viewOf()
    for (const listener of listeners) listener()
  }
  function changed(): void {
    if (!ports.storage.keeps) saved = { kind: 'notKept' }
    else saved = { kind: 'saving' }
    tell()
    cancel?.()
    cancel = ports.later(() => void save(), DELAY)
  }
  function save(): Promise<void> {
    cancel?.()
    cancel = null
    const { assessment } = view
    const left = leftOf(view.one)
    const names = new Map(Object.entries(draft.files).map(([key, { name }]) => [key, name]))
    const at = ports.now()
    draft = {
      ...draft,
      changed: at,
      file: writeAnswers(answers, variant.id, names),
      about: {
        ...draft.about,
        name: nameOf(answers),
        town: variant.name,
        open: left.treeOpen ? null : left.answers.length + left.lists.length,
        asked: assessment.counts.asked,
      },
    }
    const toStore = draft
    writing = writing
      .then(() => ports.storage.put(toStore))
      .then(
        () => {
          saved = ports.storage.keeps ? { kind: 'saved', at } : { kind: 'notKept' }
        },
        () => {
          saved = { kind: 'failed' }
        },
      )
      .then(tell)
    return writing
  }

  /** Only what was typed is new: the record goes as it is, nothing is computed for it. */
  function writeTyped(): void {
    cancelTyped = null
    if (cancel) void save()
    else {
      const toStore = draft
      writing = writing.then(() => ports.storage.put(toStore)).catch(() => undefined)
    }
  }

  return {
    migration,
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    apply(edits) {
      if (edits.length === 0) return
      const made = lastWord(one, edits, draft.aside)
      one = made.one
      if (made.aside !== draft.aside) draft = { ...draft, aside: made.aside }
      answers = applyEdits(answers, made.edits)
      draft = { ...draft, typed: withoutAnswered(draft.typed, made.edits) }
      changed()
    },
    type(key, text) {
      if ((draft.typed[key] ?? null) === text) return
      const { [key]: _before, ...rest } = draft.typed
      draft = { ...draft, typed: text === null ? rest : { ...rest, [key]: text } }
      view = viewOf()
      // the first key starts the clock: who types on does not put it off
      cancelTyped ??= ports.later(writeTyped, TYPED_DELAY)
    },
    at(place) {
      if (draft.place === place) return
      draft = { ...draft, place }
      cancel?.()
      cancel = ports.later(() => void save(), DELAY)
    },
    setLang(next) {
      if (one.lang === next) return
      one = openCase(variant, answers, dates, next)
      tell()
    },
    noteCopied(licence, box, done) {
      const rest = (draft.copied[licence]?.done ?? []).filter((key) => key !== box)
      draft = { ...draft, copied: { ...draft.copied, [licence]: { at: box, done: done ? [...rest, box] : rest } } }
      changed()
    },
    async addFile(document, file, bytes) {
      await ports.storage.putFile(draft.id, document, bytes)
      draft = { ...draft, files: { ...draft.files, [document]: file } }
      const [id = '', row] = document.split('@')
      this.apply([{ kind: 'attach', document: id, row: row ?? null, state: 'attached' }])
    },
    async removeFile(document) {
      await ports.storage.removeFile(draft.id, document)
      const { [document]: _gone, ...files } = draft.files
      draft = { ...draft, files }
      const [id = '', row] = document.split('@')
      this.apply([{ kind: 'attach', document: id, row: row ?? null, state: undefined }])
    },
    async takeBack(back) {
      draft = await withReturn(draft, back, ports.now(), ports.storage)
      changed()
      await save()
    },
    flush() {
      if (cancel || cancelTyped) {
        cancelTyped?.()
        cancelTyped = null
        return save()
      }
      return writing
    },
  }
}

/** What people call their business; empty while they have not said. */
const nameOf = (answers: Answers): string => {
  const name =
    answers.values.get('premises.name') ?? answers.values.get('business.tradeName') ?? answers.values.get('business.statutoryName')
  return typeof name === 'string' ? name : ''
}

/** `collections.people[0].person.age` in a file whose keys hold dots themselves: tries the longest key first. */
function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value
  if (typeof value !== 'object' || value === null) return undefined
  const index = /^\[(\d+)\]\.?/.exec(path)
  if (index && Array.isArray(value)) return valueAt(value[Number(index[1])], path.slice(index[0].length))
  const keys = Object.keys(value)
    .filter((key) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`))
    .sort((a, b) => b.length - a.length)
  const key = keys[0]
  if (key === undefined) return undefined
  return valueAt((value as Record<string, unknown>)[key], path.slice(key.length).replace(/^\./, ''))
}
