import { assessCase } from '../engine/assess.ts'
import type { Assessment } from '../engine/assessment.ts'
import { type Edit, edit, openCase } from '../engine/case.ts'
import type { Case, Dates } from '../engine/context.ts'
import { leftOf } from '../engine/left.ts'
import { fileAnswer } from '../model/answers/answer-problem.ts'
import { type Answers, answerKey, BUSINESS } from '../model/answers/answers.ts'
import { readAnswers } from '../model/answers/read-answers.ts'
import { writeAnswers } from '../model/answers/write-answers.ts'
import type { Finding } from '../model/findings/finding.ts'
import type { Lang } from '../model/lang.ts'
import type { AnswerFile, AnswerJson } from '../model/schema/answer-file.ts'
import { highest } from '../model/util/extremes.ts'
import type { Variant } from '../model/variant.ts'
import { applyEdits } from './apply-edits.ts'
import { applyBeside, type Change, inOrder, isEdit, keyOf, Noted } from './change.ts'
import { diffAnswers, wholeRow } from './diff-answers.ts'
import { type AddedFile, type Draft, newDraftId } from './draft.ts'
import { plainFileName } from './files/file-name.ts'
import type { ReturnFile } from './files/invitation.ts'
import { putReturn } from './files/returned.ts'
import { wholeFile } from './files/whole-file.ts'
import { askedNow, receiptFor } from './receipt.ts'
import { roleRowsOf, withRoleRows } from './role-rows.ts'
import { lastWord } from './set-aside.ts'
import { DraftGone, type DraftStorage, type Stored } from './storage.ts'
import { settleTyped, withoutAnswered } from './typed.ts'
import { valueAt } from './value-at.ts'

/** What a session needs from outside. */
export interface SessionPorts {
  readonly storage: DraftStorage
  /** The moment, ISO. */
  readonly now: () => string
  /** Runs later; returns how to call it off. */
  readonly later: (run: () => void, milliseconds: number) => () => void
}

export type Saved = { readonly kind: 'saving' } | { readonly kind: 'saved'; readonly at: string } | { readonly kind: 'failed' | 'notKept' }

/** An answer of this tab that another tab changed. */
export interface Replaced {
  /** `fact` or `fact@row`. */
  readonly key: string
  readonly before: AnswerJson
  readonly now: AnswerJson | undefined
}

/** What other tabs of this browser do with the same draft. */
export interface Elsewhere {
  readonly open: boolean
  /** removed: the draft is gone, and nothing is written any more. otherRules: another tab moved it to other rules, which this page does not have. */
  readonly state: 'together' | 'removed' | 'otherRules'
  readonly replaced: readonly Replaced[]
}

/** What the page shows of a draft; a new one after every edit. */
export interface DraftView {
  readonly draft: Draft
  readonly variant: Variant
  readonly answers: Answers
  readonly one: Case
  readonly saved: Saved
  readonly elsewhere: Elsewhere
  /** Computed when first read. */
  readonly assessment: Assessment
}

/** The only truth about the answers of one draft. Every edit is applied at once, noted on the device a moment later, and told to the other tabs. */
export interface Session {
  view(): DraftView
  subscribe(listener: () => void): () => void
  apply(edits: readonly Edit[]): void
  /** Keeps what stands in a field as it was typed, under `fact` or `fact@row`; null: nothing more than the answers say. Noted within a tenth of
   * a second. Nobody on this page is told: the field that types shows it already. An answer to the same question lets it go. */
  type(key: string, text: string | null): void
  /** Remembers where the applicant is. */
  at(place: string): void
  setLang(lang: Lang): void
  /** Notes how far the answers of a licence were copied into a form of somebody else. */
  noteCopied(licence: string, box: string, done: boolean): void
  /** Rejects when the device has no room: then nothing was added. */
  addFile(document: string, file: AddedFile, bytes: Uint8Array): Promise<void>
  removeFile(document: string): Promise<void>
  /** A part that came back from the person it is about; its pages stay closed. */
  takeBack(back: ReturnFile): Promise<void>
  /** Whoever holds what is not in the draft yet hands it over when asked: before a page is left, and before anything is made of the answers. */
  handsOver(handOver: () => void): () => void
  /** The answers as a file, with what was not handed over yet. */
  file(): AnswerFile
  /** Asks for what is not handed over yet and saves it. */
  flush(): Promise<void>
  /** The same for when the page may be gone right after: what this notes, survives. */
  leave(): void
  /** Looks what other tabs did meanwhile. */
  catchUp(): Promise<void>
  /** The applicant has seen which answers another tab changed. */
  seen(): void
  /** The applicant has seen what newer rules did to the draft. */
  seenReceipt(): void
  /** Says no more and writes no more. */
  close(): void
}

/** A press is noted within this time, in milliseconds, or not at all. */
const LATELY = 600_000
/** Tabs that a draft remembers. */
const TABS = 50

/** From a press to its note, and to the whole draft. */
const NOTE = 30
const SETTLE = 400

/** A document counts as attached while its file is in the draft: a file of answers alone brings no documents. */
const withFilesHere = (answers: Answers, { files }: Draft): Answers => ({
  ...answers,
  attachments: new Map([...answers.attachments].filter(([key, state]) => state !== 'attached' || Object.hasOwn(files, key))),
})

export function openSession(from: Draft | Stored, variant: Variant, today: string, lang: Lang, ports: SessionPorts): Session {
  const { draft: stored, notes } = 'draft' in from ? from : { draft: from, notes: [] }
  const { storage } = ports
  const tab = newDraftId((bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>))
  const read = readAnswers(stored.file, variant, 'draft', () => ({ line: 1, column: 1 }))
  const parked = parkedBy(read.findings, stored.file)
  const dates: Dates = { today }
  let draft: Draft = { ...stored, ruleSet: variant.ruleSet, parked: [...stored.parked, ...parked] }
  let answers: Answers = withRoleRows(withFilesHere(read.answers, stored), stored.roleRows ?? {})
  /** Moment of the last change by what it is about: an older one that comes later changes nothing. */
  const stamps = new Map(Object.entries(stored.stamps ?? {}))
  /** Never behind what was noted, whatever the clock of the device does. */
  let clock = latestOf(stamps.values())
  /** By tab, the last press that is in the answers here. None before it is missing. */
  const applied = new Map(Object.entries(stored.noted ?? {}))
  /** Heard from other tabs, and perhaps not in the draft on the device. */
  let heard: Noted[] = []
  /** Done here and not on the device yet; with what is on its way there. */
  let open: Noted[] = []
  /** The draft on the device, as far as known here. */
  let known = { revision: stored.revision ?? 0, rules: stored.ruleSet.hash }
  for (const noted of newOnes(readNotes(notes, parkAll), stored)) answers = applyEdits(answers, standing(accept(noted, true), answers.rows))
  const receipt = receiptFor({ ...stored, receipt: draft.receipt }, answers, parked, variant, ports.now())
  if (receipt) draft = { ...draft, receipt }
  let one = openCase(variant, answers, dates, lang)
  let saved: Saved = storage.keeps ? { kind: 'saved', at: stored.changed } : { kind: 'notKept' }
  let elsewhere: Elsewhere = { open: false, state: 'together', replaced: [] }
  // a receipt is kept at once: who closes the page before reading it finds it again
  let unsettled = notes.length > 0 || receipt !== (stored.receipt ?? null)
  let closed = false
  let assessed: { readonly of: Case; readonly as: Assessment } | null = null
  let view = viewOf()
  let noting = false
  let cancelNote: (() => void) | null = null
  let cancelSettle: (() => void) | null = null
  let writing: Promise<unknown> = Promise.resolve()
  const listeners = new Set<() => void>()
  const holders = new Set<() => void>()

  function viewOf(): DraftView {
    const now = one
    return {
      draft,
      variant,
      answers,
      one,
      saved,
      elsewhere,
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
  function setSaved(next: Saved): void {
    if (next.kind === saved.kind && next.kind !== 'saved') return
    saved = next
    tell()
  }

  /** Takes what was noted into the draft; the changes that still count, for the case. */
  function accept(noted: Noted, withPlace = noted.tab === tab): Edit[] {
    applied.set(noted.tab, noted.n)
    clock = Math.max(clock, noted.at)
    const fresh = latest(noted)
    draft = applyBeside(
      draft,
      fresh.filter(({ kind }) => withPlace || kind !== 'place'),
    )
    const edits = fresh.filter(isEdit)
    return noted.rules === variant.ruleSet.hash ? edits : edits.filter(fits)
  }
  /** The changes that no later press undid. */
  function latest(noted: Noted): readonly Change[] {
    const stamp = stampOf(noted)
    const fresh = noted.changes.filter((change) => (stamps.get(keyOf(change)) ?? '') <= stamp)
    for (const change of fresh) stamps.set(keyOf(change), stamp)
    return fresh
  }
  /** Edits of rows that are there. An answer about a row that nobody knows is kept with the draft, where it can be found. */
  function standing(edits: readonly Edit[], rows: Answers['rows']): Edit[] {
    const there = new Set(rows.keys())
    return edits.filter((each) => {
      if (each.kind === 'addRow') there.add(each.id)
      const row = 'row' in each ? (each.row ?? null) : null
      return row === null || row === BUSINESS || there.has(row) || park(each)
    })
  }
  /** What was done in a tab with other rules, and these rules have a place for. */
  function fits(each: Edit): boolean {
    if (each.kind !== 'answer' || each.value === undefined) return true
    const question = variant.questions.find(({ id }) => id === each.fact)
    return (question !== undefined && 'answer' in fileAnswer(question, each.value)) || park(each)
  }
  /** What the rules compute takes no answer: a file that held one would be refused. */
  function isAskable(each: Edit): boolean {
    return each.kind !== 'answer' || each.value === undefined || !one.index.questions.get(each.fact)?.derived
  }
  function park(each: Edit): false {
    if (each.kind === 'answer' && each.value !== undefined) parkAll([{ what: keyOfFact(each), value: each.value }])
    return false
  }
  function parkAll(more: Draft['parked']): void {
    const fresh = more.filter((each) => !draft.parked.some((had) => same(had, each)))
    if (fresh.length > 0) draft = { ...draft, parked: [...draft.parked, ...fresh] }
  }

  /** One press. */
  function did(changes: readonly Change[]): void {
    if (changes.length === 0) return
    clock = Math.max(clock + 1, Date.parse(ports.now()))
    const noted: Noted = { draft: draft.id, tab, n: (applied.get(tab) ?? 0) + 1, rules: variant.ruleSet.hash, at: clock, changes }
    accept(noted)
    if (closed || elsewhere.state === 'removed') {
      tell()
      return
    }
    open = [...open, noted]
    unsettled = true
    storage.tell({ kind: 'did', noted })
    const quiet = changes.every(({ kind }) => kind === 'place' || kind === 'typed')
    if (!quiet) saved = storage.keeps ? { kind: 'saving' } : { kind: 'notKept' }
    if (!noting) {
      noting = true
      cancelNote = ports.later(() => void note(), NOTE)
    }
    cancelSettle?.()
    cancelSettle = ports.later(() => void settle(), SETTLE)
    if (quiet) view = viewOf()
    else tell()
  }
  function lost(error: unknown): void {
    if (error instanceof DraftGone) gone()
    else setSaved({ kind: 'failed' })
  }
  function gone(): void {
    if (elsewhere.state === 'removed') return
    stop()
    elsewhere = { ...elsewhere, state: 'removed' }
    tell()
  }
  function stop(): void {
    noting = false
    cancelNote?.()
    cancelSettle?.()
  }
  function note(): Promise<void> {
    noting = false
    cancelNote?.()
    const these = open
    if (these.length === 0 || closed || elsewhere.state === 'removed') return Promise.resolve()
    const written = storage.note(draft.id, these).then(() => {
      open = open.filter((each) => !these.includes(each))
      if (open.length === 0) setSaved(storage.keeps ? { kind: 'saved', at: ports.now() } : { kind: 'notKept' })
    }, lost)
    writing = Promise.all([writing, written])
    return written
  }

  /** What another tab put together, with everything noted since: the answers here become the same. */
  function adopt(theirs: Draft, since: readonly Noted[]): void {
    const { answers: file, findings } = readAnswers(theirs.file, variant, 'draft', () => ({ line: 1, column: 1 }))
    let target = withRoleRows(withFilesHere(file, theirs), theirs.roleRows ?? {})
    const { place, parked: had } = draft
    draft = { ...theirs, place }
    parkAll([...had, ...parkedBy(findings, theirs.file)])
    for (const [key, stamp] of Object.entries(theirs.stamps ?? {})) if ((stamps.get(key) ?? '') < stamp) stamps.set(key, stamp)
    clock = Math.max(clock, latestOf(stamps.values()))
    for (const [each, n] of Object.entries(theirs.noted ?? {})) if (each !== tab) applied.set(each, n)
    const further = new Map([...since, ...newOnes([...heard, ...open], theirs)].map((noted) => [nameOfNote(noted), noted]))
    for (const noted of inOrder([...further.values()])) {
      applied.set(noted.tab, Math.max(noted.n, applied.get(noted.tab) ?? 0))
      clock = Math.max(clock, noted.at)
      const fresh = latest(noted)
      const edits = fresh.filter(isEdit)
      target = applyEdits(target, standing(noted.rules === variant.ruleSet.hash ? edits : edits.filter(fits), target.rows))
      draft = applyBeside(
        draft,
        fresh.filter(({ kind }) => kind !== 'place'),
      )
    }
    takeIn(diffAnswers(answers, target))
  }
  /** Edits of other tabs. */
  function takeIn(edits: readonly Edit[]): void {
    if (edits.length === 0) return
    const replaced = edits.flatMap((each): Replaced[] => {
      if (each.kind !== 'answer') return []
      const key = keyOfFact(each)
      const before = answers.values.get(key)
      return before === undefined || same(before, each.value) ? [] : [{ key, before, now: each.value }]
    })
    const named = new Set(replaced.map(({ key }) => key))
    if (replaced.length > 0)
      elsewhere = { ...elsewhere, replaced: [...elsewhere.replaced.filter(({ key }) => !named.has(key)), ...replaced] }
    one = edit(one, edits)
    answers = applyEdits(answers, edits)
  }
  function receive(noted: Noted): void {
    const next = (applied.get(noted.tab) ?? 0) + 1
    if (noted.n < next || elsewhere.state !== 'together') return
    const rows = new Set([...answers.rows.keys(), BUSINESS, ...noted.changes.flatMap((each) => (each.kind === 'addRow' ? [each.id] : []))])
    // something was missed: what is on the device is read again
    if (noted.n > next || noted.changes.some((each) => 'row' in each && each.row && !rows.has(each.row))) return void catchUp()
    heard = [...heard, noted]
    takeIn(accept(noted))
    elsewhere = { ...elsewhere, open: true }
    tell()
  }

  /** Puts the draft together on the device, with what other tabs did. */
  async function settle(): Promise<void> {
    stop()
    if (closed || elsewhere.state !== 'together') return
    const mine = open
    const before = draft.revision
    let next = known.revision
    let others = false
    let isNew = false
    const work = storage.settle(draft.id, (from) => {
      const since = newOnes(readNotes(from.notes, parkAll), from.draft)
      const { hash } = from.draft.ruleSet
      if (hash !== variant.ruleSet.hash && hash !== known.rules) {
        others = true
        return null
      }
      const revision = from.draft.revision ?? 0
      if (revision !== known.revision) adopt(from.draft, since)
      else for (const noted of since) if (noted.n > (applied.get(noted.tab) ?? 0)) takeIn(standing(accept(noted), answers.rows))
      isNew = unsettled || from.notes.length > 0 || hash !== variant.ruleSet.hash
      next = isNew ? revision + 1 : revision
      return isNew ? together(next) : null
    })
    const settled = work.then(
      () => {
        if (others) elsewhere = { ...elsewhere, state: 'otherRules' }
        else {
          known = { revision: next, rules: variant.ruleSet.hash }
          open = open.filter((each) => !mine.includes(each))
          unsettled = open.length > 0
          if (open.length === 0) saved = storage.keeps ? { kind: 'saved', at: draft.changed } : { kind: 'notKept' }
          heard = newOnes(heard, draft)
          if (isNew) storage.tell({ kind: 'settled', draft: draft.id, tab, noted: draft.noted ?? {} })
        }
        tell()
      },
      (error: unknown) => {
        draft = { ...draft, revision: before }
        // what is noted is kept already: only the rest is in danger
        if (error instanceof DraftGone || open.length > 0) lost(error)
        else tell()
      },
    )
    writing = Promise.all([writing, settled])
    await settled
  }
  function fileOf(): AnswerFile {
    return writeAnswers(answers, variant.id, new Map(Object.entries(draft.files).map(([key, { name }]) => [key, name])))
  }
  /** The draft as it is kept. */
  function together(revision: number): Draft {
    const { assessment } = viewOf()
    const left = leftOf(one)
    draft = {
      ...draft,
      revision,
      noted: Object.fromEntries([...applied].slice(-TABS)),
      stamps: Object.fromEntries([...stamps].filter(([, stamp]) => stamp > stampOf({ at: clock - LATELY, tab: '' }))),
      changed: ports.now(),
      ruleSet: variant.ruleSet,
      file: fileOf(),
      roleRows: roleRowsOf(answers),
      asked: askedNow(answers, variant),
      about: {
        ...draft.about,
        name: nameOf(answers),
        town: variant.name,
        open: left.treeOpen ? null : left.answers.length + left.lists.length,
        asked: assessment.counts.asked,
      },
    }
    return draft
  }
  const catchUp = (): Promise<void> => settle()

  const stopListening = storage.listen((told) => {
    if (closed) return
    if (told.kind === 'did') {
      if (told.noted.draft === draft.id) receive(told.noted)
      return
    }
    if (told.draft !== draft.id) return
    if (told.kind === 'removed') return gone()
    if (told.kind === 'restored') {
      elsewhere = { ...elsewhere, state: 'together' }
      tell()
      return void settle()
    }
    if ('tab' in told && told.tab === tab) return
    if (told.kind === 'settled') {
      if (Object.entries(told.noted).some(([each, n]) => n > (applied.get(each) ?? 0))) void catchUp()
      return
    }
    if (told.kind === 'here') storage.tell({ kind: 'alsoHere', draft: draft.id, tab })
    elsewhere = { ...elsewhere, open: told.kind !== 'left' }
    tell()
  })
  storage.tell({ kind: 'here', draft: draft.id, tab })

  const session: Session = {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    apply(asked) {
      const edits = asked.filter(isAskable)
      if (edits.length === 0) return
      const { aside } = draft
      const made = lastWord(one, edits, aside)
      const before = answers
      one = made.one
      answers = applyEdits(answers, made.edits)
      const moved = [...new Set([...Object.keys(aside), ...Object.keys(made.aside)])].filter((key) => !same(aside[key], made.aside[key]))
      did([
        // another tab may have forgotten what stood in a row that was removed
        ...made.edits.flatMap((each) =>
          each.kind === 'addRow' && before.rows.has(each.id) ? [each, ...wholeRow(before, each.id)] : [each],
        ),
        ...moved.map((key): Change => ({ kind: 'aside', key, value: made.aside[key] })),
        ...Object.keys(draft.typed)
          .filter((key) => !(key in withoutAnswered(draft.typed, made.edits)))
          .map((key): Change => ({ kind: 'typed', key, text: undefined })),
      ])
    },
    type(key, text) {
      if ((draft.typed[key] ?? null) !== text) did([{ kind: 'typed', key, text: text ?? undefined }])
    },
    at(place) {
      if (draft.place !== place) did([{ kind: 'place', place }])
    },
    setLang(next) {
      if (one.lang === next) return
      one = openCase(variant, answers, dates, next)
      tell()
    },
    noteCopied: (licence, box, done) => did([{ kind: 'copied', licence, box, done }]),
    async addFile(document, file, bytes) {
      await storage.putFile(draft.id, document, bytes)
      const [id = '', row] = document.split('@')
      did([{ kind: 'file', document, file: { ...file, name: plainFileName(file.name) } }])
      session.apply([{ kind: 'attach', document: id, row: row ?? null, state: 'attached' }])
    },
    async removeFile(document) {
      await storage.removeFile(draft.id, document)
      const [id = '', row] = document.split('@')
      did([{ kind: 'file', document, file: undefined }])
      session.apply([{ kind: 'attach', document: id, row: row ?? null, state: undefined }])
    },
    async takeBack(back) {
      did([await putReturn(draft.id, back, ports.now(), storage)])
      await settle()
    },
    handsOver(handOver) {
      holders.add(handOver)
      return () => holders.delete(handOver)
    },
    file() {
      for (const handOver of holders) handOver()
      return wholeFile(draft, fileOf())
    },
    async flush() {
      for (const handOver of holders) handOver()
      await (unsettled ? settle() : writing)
    },
    leave() {
      for (const handOver of holders) handOver()
      if (open.length > 0 && !closed && elsewhere.state === 'together') storage.noteLast(draft.id, open)
    },
    catchUp,
    seen() {
      if (elsewhere.replaced.length === 0) return
      elsewhere = { ...elsewhere, replaced: [] }
      tell()
    },
    seenReceipt: () => did([{ kind: 'receipt' }]),
    close() {
      closed = true
      stop()
      stopListening()
      storage.tell({ kind: 'left', draft: draft.id, tab })
    },
  }
  // the page was closed while somebody typed
  const { edits, typed } = settleTyped(draft.typed, variant, answers)
  session.apply(edits.filter((each) => each.kind !== 'answer' || !same(answers.values.get(keyOfFact(each)), each.value)))
  did(Object.keys(draft.typed).flatMap((key): Change[] => (key in typed ? [] : [{ kind: 'typed', key, text: undefined }])))
  return session
}

const latestOf = (stamps: Iterable<string>): number =>
  highest(
    [...stamps].map((stamp) => Number(stamp.split(' ')[0])),
    0,
  )
const stampOf = ({ at, tab }: Pick<Noted, 'at' | 'tab'>): string => `${String(at).padStart(16, '0')} ${tab}`
/** Notes that are not in a draft on the device. */
const newOnes = (notes: readonly Noted[], { noted = {} }: Draft): Noted[] => inOrder(notes.filter(({ tab, n }) => n > (noted[tab] ?? 0)))
const nameOfNote = ({ n, tab }: Noted): string => `${tab} ${n}`
const keyOfFact = ({ fact, row }: { fact: string; row?: string | null }): string => answerKey(fact, row ?? null)
const parkedBy = (findings: readonly Finding[], file: AnswerFile): Draft['parked'] =>
  findings.map(({ path }) => ({ what: path, value: valueAt(file, path) }))
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What was noted; what cannot be read is put aside. */
function readNotes(notes: readonly unknown[], putAside: (parked: Draft['parked']) => void): Noted[] {
  return notes.flatMap((each) => {
    const read = Noted.safeParse(each)
    if (!read.success) putAside([{ what: 'note', value: each }])
    return read.success ? [read.data] : []
  })
}

/** What people call their business; empty while they have not said. */
const nameOf = (answers: Answers): string => {
  const name =
    answers.values.get('premises.name') ?? answers.values.get('business.tradeName') ?? answers.values.get('business.statutoryName')
  return typeof name === 'string' ? name : ''
}
