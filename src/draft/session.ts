import { assessCase } from '../engine/assess.ts'
import type { Assessment } from '../engine/assessment.ts'
import { edit, openCase } from '../engine/case.ts'
import type { Case, Dates } from '../engine/context.ts'
import { answerKey, BUSINESS } from '../model/answers/answers.ts'
import { type Edit, edited } from '../model/answers/edit.ts'
import type { Lang } from '../model/lang.ts'
import type { AnswerFile, AnswerJson } from '../model/schema/answer-file.ts'
import type { Variant } from '../model/variant.ts'
import { applyBeside, type Change, inOrder, isEdit, type Noted } from './change.ts'
import { diffAnswers } from './diff-answers.ts'
import { type AddedFile, type Draft, newDraftId, type Reply } from './draft.ts'
import { effectOf } from './effect.ts'
import { attachReturn } from './files/attach-return.ts'
import { documentOf, filesOf, freshFileKey, freshName } from './files/file-keys.ts'
import { plainFileName } from './files/file-name.ts'
import type { ReturnFile } from './files/invitation.ts'
import { wholeFile } from './files/whole-file.ts'
import { answersIn, ofKnownRows, underRules } from './other-rules/find-place.ts'
import { type Asked, receiptFor, wordingsFor } from './other-rules/receipt.ts'
import { fileOf, putTogether } from './put-together.ts'
import { lastWord } from './stash.ts'
import { Autosave } from './storage/autosave.ts'
import { eachOnce, newOnes, Presses, readNotes } from './storage/presses.ts'
import { DraftGone, type DraftStorage, type Stored } from './storage/storage.ts'
import { settleTyped, withoutAnswered } from './typed.ts'
import { besideNow, type Done, forOthers, History, inverseOf } from './undo.ts'

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
  readonly application: Case
  readonly saved: Saved
  readonly elsewhere: Elsewhere
  /** What was done last since the draft was opened, and can be undone; null: nothing. */
  readonly done: Done | null
  /** What was undone last, and can be done again. */
  readonly undone: Done | null
  /** Computed when first read. */
  readonly assessment: Assessment
}

/** The only truth about the answers of one draft. Every edit is applied at once, noted on the device a moment later, and told to the other tabs. */
export interface Session {
  view(): DraftView
  subscribe(listener: () => void): () => void
  /** `more`: it belongs to what was done just before, and is undone with it. */
  apply(edits: readonly Edit[], how?: { readonly more: boolean }): void
  /** What was done last is as it was before; pressed again, what was done before that. */
  undo(): void
  /** What was undone is done again. */
  redo(): void
  /** Keeps what stands in a field as it was typed, under `fact` or `fact@row`; null: nothing more than the answers say. Noted within a tenth of
   * a second. Nobody on this page is told: the field that types shows it already. An answer to the same question lets it go. */
  type(key: string, text: string | null): void
  /** Remembers where the applicant is. */
  at(place: string): void
  /** Remembers that the page of a topic asks these questions of the tree. */
  standWithTopic(facts: readonly string[]): void
  /** `words`: the same rules with their texts in the language that stands in the place of English. */
  setLang(lang: Lang, words?: Variant): void
  /** Notes how far the answers of a licence were copied into a form of somebody else. */
  noteCopied(licence: string, box: string, done: boolean): void
  /** Not known yet: to be asked of this respondent; null: not to be asked any more. An answer to the question does the same. */
  askOf(key: string, respondent: string | null): void
  /** Keeps what somebody who was asked sent back; null: it was looked at. */
  keepReply(respondent: string, reply: Reply | null): void
  /** One more file of a document (`document` or `document@row`). Rejects when the device has no room: then nothing was added. */
  addFile(document: string, file: AddedFile, bytes: Uint8Array): Promise<void>
  /** `key`: under which the file stands in the draft. */
  removeFile(key: string): Promise<void>
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

export function openSession(from: Draft | Stored, rules: Variant, today: string, lang: Lang, ports: SessionPorts): Session {
  const { draft: stored, notes } = 'draft' in from ? from : { draft: from, notes: [] }
  const { storage } = ports
  let variant = rules
  const tab = newDraftId((bytes) => crypto.getRandomValues(bytes))
  const dates: Dates = { today }
  let parked: Draft['parked'] = []
  const answers = answersIn(stored, variant, (found) => {
    parked = found
  })
  let draft: Draft = { ...stored, ruleSet: variant.ruleSet, parked: [...stored.parked, ...parked] }
  let application = openCase(variant, answers, dates, lang)
  const presses = new Presses(tab, stored)
  /** Heard from other tabs, and perhaps not in the draft on the device. */
  let heard: Noted[] = []
  /** Done here and not on the device yet; with what is on its way there. */
  let open: Noted[] = []
  /** The draft on the device, as far as known here. */
  let known = { revision: stored.revision ?? 0, rules: stored.ruleSet.hash }
  const notedBefore = newOnes(readNotes(notes, parkAll), stored)
  for (const noted of notedBefore) application = edit(application, ofKnownRows(accept(noted, true), application.answers, parkAll))
  const askedBefore = { ...(stored.ruleSet.hash !== variant.ruleSet.hash && stored.asked) }
  for (const noted of notedBefore) Object.assign(askedBefore, askedElsewhere(noted))
  const receipt = receiptUnder(stored.ruleSet, askedBefore, stored.parked.length)
  if (receipt) draft = { ...draft, receipt }
  let saved: Saved = storage.keeps ? { kind: 'saved', at: stored.changed } : { kind: 'notKept' }
  let elsewhere: Elsewhere = { open: false, state: 'together', replaced: [] }
  const history = new History()
  /** Files whose bytes are on their way to the device: their keys and names are taken. */
  let coming: Draft['files'] = {}
  // a receipt is kept at once: who closes the page before reading it finds it again
  let unsettled = notes.length > 0 || receipt !== (stored.receipt ?? null)
  let closed = false
  let assessed: { readonly of: Case; readonly as: Assessment } | null = null
  let view = viewOf()
  const autosave = new Autosave(ports.later, { note: () => void note(), settle: () => void settle() })
  let writing: Promise<unknown> = Promise.resolve()
  const listeners = new Set<() => void>()
  const holders = new Set<() => void>()

  function viewOf(): DraftView {
    const now = application
    return {
      draft,
      variant,
      application,
      saved,
      elsewhere,
      done: history.last,
      undone: history.lastUndone,
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
    const fresh = presses.take(noted)
    draft = applyBeside(
      draft,
      fresh.filter(({ kind }) => withPlace || kind !== 'place'),
    )
    const edits = fresh.filter(isEdit)
    return noted.rules === variant.ruleSet.hash ? edits : underRules(edits, variant, parkAll)
  }
  /** What the questions of a press said, when it was done under other rules. */
  function askedElsewhere({ rules, asked = {} }: Noted): Asked {
    return rules === variant.ruleSet.hash ? {} : asked
  }
  /** What other rules mean for the answers and for what was parked since. */
  function receiptUnder(ruleSet: Draft['ruleSet'], asked: Asked, parkedBefore: number): Draft['receipt'] | null {
    return receiptFor(
      { ruleSet, asked, receipt: draft.receipt },
      application.answers,
      draft.parked.slice(parkedBefore),
      variant,
      ports.now(),
    )
  }
  /** What the rules compute takes no answer: a file that held one would be refused. */
  function isAskable(each: Edit): boolean {
    return each.kind !== 'answer' || each.value === undefined || !application.index.questions.get(each.fact)?.derived
  }
  function parkAll(more: Draft['parked']): void {
    const fresh = more.filter((each) => !draft.parked.some((had) => same(had, each)))
    if (fresh.length > 0) draft = { ...draft, parked: [...draft.parked, ...fresh] }
  }

  /** One press. */
  function did(changes: readonly Change[]): void {
    if (changes.length === 0) return
    const answered = changes.flatMap((each) => (each.kind === 'answer' && each.value !== undefined ? [each.fact] : []))
    const asked = answered.length > 0 ? { asked: wordingsFor(answered, variant) } : {}
    const under = { draft: draft.id, rules: variant.ruleSet.hash, ...asked }
    const noted = presses.make(changes, ports.now(), under)
    accept(noted)
    if (closed || elsewhere.state === 'removed') {
      tell()
      return
    }
    open = [...open, noted]
    unsettled = true
    storage.tell({ kind: 'did', noted })
    const quiet = changes.every(({ kind }) => kind === 'place' || kind === 'typed' || kind === 'withTopic')
    if (!quiet) saved = storage.keeps ? { kind: 'saving' } : { kind: 'notKept' }
    autosave.pressed()
    if (quiet) view = viewOf()
    else tell()
  }
  /** A file comes and goes with its bytes, which no press brings back. */
  function attach(each: Edit): void {
    application = edit(application, [each])
    history.forget([each])
    did([each])
  }
  /** Without what follows from it: what had to give way stands among what comes back. */
  function goBack(done: Done | null, note: (back: readonly Change[]) => void): void {
    if (!done) return
    const before = application.answers
    const edits = done.back.filter(isEdit)
    application = edit(application, edits)
    note([...inverseOf(edits, before, application.answers), ...besideNow(draft, done.back)])
    const typed = edits.flatMap((each) => (each.kind === 'answer' && keyOfFact(each) in draft.typed ? [keyOfFact(each)] : []))
    did([
      ...forOthers(edits, before),
      ...done.back.filter((each) => !isEdit(each)),
      ...typed.map((key): Change => ({ kind: 'typed', key, text: undefined })),
    ])
  }
  function lost(error: unknown): void {
    if (error instanceof DraftGone) gone()
    else setSaved({ kind: 'failed' })
  }
  function gone(): void {
    if (elsewhere.state === 'removed') return
    autosave.stop()
    elsewhere = { ...elsewhere, state: 'removed' }
    tell()
  }
  function note(): Promise<void> {
    autosave.noted()
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
    const { place, parked: had } = draft
    draft = { ...theirs, place }
    parkAll(had)
    let target = answersIn(theirs, variant, parkAll)
    presses.adopt(theirs)
    for (const noted of inOrder(eachOnce([...since, ...newOnes([...heard, ...open], theirs)])))
      target = edited(target, ofKnownRows(accept(noted, false), target, parkAll))
    takeIn(diffAnswers(application.answers, target))
  }
  /** Edits of other tabs. */
  function takeIn(edits: readonly Edit[]): void {
    if (edits.length === 0) return
    const replaced = edits.flatMap((each): Replaced[] => {
      if (each.kind !== 'answer') return []
      const key = keyOfFact(each)
      const before = application.answers.values.get(key)
      return before === undefined || same(before, each.value) ? [] : [{ key, before, now: each.value }]
    })
    const named = new Set(replaced.map(({ key }) => key))
    if (replaced.length > 0)
      elsewhere = { ...elsewhere, replaced: [...elsewhere.replaced.filter(({ key }) => !named.has(key)), ...replaced] }
    history.forget(edits)
    application = edit(application, edits)
  }
  function receive(noted: Noted): void {
    const next = presses.lastOf(noted.tab) + 1
    if (noted.n < next || elsewhere.state !== 'together') return
    const rows = new Set([
      ...application.answers.rows.keys(),
      BUSINESS,
      ...noted.changes.flatMap((each) => (each.kind === 'addRow' ? [each.id] : [])),
    ])
    // something was missed: what is on the device is read again
    if (noted.n > next || noted.changes.some((each) => 'row' in each && each.row && !rows.has(each.row))) return void catchUp()
    heard = [...heard, noted]
    const parkedBefore = draft.parked.length
    takeIn(accept(noted))
    const told = noted.rules === variant.ruleSet.hash ? null : receiptUnder(variant.ruleSet, askedElsewhere(noted), parkedBefore)
    if (told) draft = { ...draft, receipt: told }
    elsewhere = { ...elsewhere, open: true }
    tell()
  }

  /** Puts the draft together on the device, with what other tabs did. */
  async function settle(): Promise<void> {
    autosave.stop()
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
      else
        for (const noted of since) if (noted.n > presses.lastOf(noted.tab)) takeIn(ofKnownRows(accept(noted), application.answers, parkAll))
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
  /** The draft as it is kept. */
  function together(revision: number): Draft {
    draft = { ...putTogether(draft, application, viewOf().assessment), ...presses.kept(), revision, changed: ports.now() }
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
      if (Object.entries(told.noted).some(([each, n]) => n > presses.lastOf(each))) void catchUp()
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
    apply(asked, { more } = { more: false }) {
      const edits = asked.filter(isAskable)
      if (edits.length === 0) return
      const { aside, waiting = {} } = draft
      const made = lastWord(application, edits, aside)
      const before = application.answers
      application = made.application
      const moved = [...new Set([...Object.keys(aside), ...Object.keys(made.aside)])].filter((key) => !same(aside[key], made.aside[key]))
      const beside = [
        ...moved.map((key): Change => ({ kind: 'aside', key, value: made.aside[key] })),
        ...answeredOf(made.edits).flatMap((key): Change[] => (key in waiting ? [{ kind: 'waiting', key, respondent: undefined }] : [])),
      ]
      const back = [...inverseOf(made.edits, before, application.answers), ...besideNow(draft, beside)]
      // left empty on the way on: that is no answer, and it is found again on the check page
      if (back.some(({ kind }) => kind !== 'leftEmpty')) history.did({ edits, back }, more)
      did([
        ...forOthers(made.edits, before),
        ...beside,
        ...Object.keys(draft.typed)
          .filter((key) => !(key in withoutAnswered(draft.typed, made.edits)))
          .map((key): Change => ({ kind: 'typed', key, text: undefined })),
      ])
    },
    undo: () => goBack(history.last, (back) => history.undid(back)),
    redo: () => goBack(history.lastUndone, (back) => history.redid(back)),
    type(key, text) {
      if ((draft.typed[key] ?? null) !== text) did([{ kind: 'typed', key, text: text ?? undefined }])
    },
    at(place) {
      if (draft.place !== place) did([{ kind: 'place', place }])
    },
    standWithTopic(facts) {
      did(facts.filter((fact) => !draft.withTopic?.includes(fact)).map((fact) => ({ kind: 'withTopic', fact })))
    },
    setLang(next, words = variant) {
      if (application.lang === next && words === variant) return
      variant = words
      application = openCase(variant, application.answers, dates, next)
      tell()
    },
    noteCopied: (licence, box, done) => did([{ kind: 'copied', licence, box, done }]),
    askOf(key, respondent) {
      if ((draft.waiting?.[key] ?? null) !== respondent) did([{ kind: 'waiting', key, respondent: respondent ?? undefined }])
    },
    keepReply: (respondent, reply) => did([{ kind: 'reply', respondent, reply: reply ?? undefined }]),
    async addFile(document, file, bytes) {
      const taken = { files: { ...draft.files, ...coming } }
      const wanted = freshFileKey(taken, document)
      const added = { ...file, name: freshName(taken, plainFileName(file.name)) }
      coming = { ...coming, [wanted]: added }
      let key = wanted
      try {
        key = await storage.addFile(draft.id, wanted, bytes)
      } finally {
        const { [wanted]: _here, ...rest } = coming
        coming = rest
      }
      did([{ kind: 'file', document: key, file: added }])
      const [id = '', row] = document.split('@')
      attach({ kind: 'attach', document: id, row: row ?? null, state: 'attached' })
    },
    async removeFile(key) {
      await storage.removeFile(draft.id, key)
      did([{ kind: 'file', document: key, file: undefined }])
      const document = documentOf(key)
      if (filesOf(draft, document).length > 0) return
      const [id = '', row] = document.split('@')
      attach({ kind: 'attach', document: id, row: row ?? null, state: undefined })
    },
    async takeBack(back) {
      did([await attachReturn(draft.id, back, ports.now(), storage)])
      await settle()
    },
    handsOver(handOver) {
      holders.add(handOver)
      return () => holders.delete(handOver)
    },
    file() {
      for (const handOver of holders) handOver()
      return wholeFile(draft, fileOf(application, draft))
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
      autosave.stop()
      stopListening()
      storage.tell({ kind: 'left', draft: draft.id, tab })
    },
  }
  // the page was closed while somebody typed
  // what changes an answer and does more than it says stays in its field, and is asked there
  const plain = Object.entries(draft.typed).filter(([key, text]) => {
    const one = settleTyped({ [key]: text }, variant, application.answers)
    return key in one.typed || !application.answers.values.has(key) || effectOf(view, one.edits) === null
  })
  const { edits, typed } = settleTyped(Object.fromEntries(plain), variant, application.answers)
  session.apply(edits.filter((each) => each.kind !== 'answer' || !same(application.answers.values.get(keyOfFact(each)), each.value)))
  did(plain.flatMap(([key]): Change[] => (key in typed ? [] : [{ kind: 'typed', key, text: undefined }])))
  return session
}

const answeredOf = (edits: readonly Edit[]): string[] =>
  edits.flatMap((each) => (each.kind === 'answer' && each.value !== undefined ? [keyOfFact(each)] : []))
const keyOfFact = ({ fact, row }: { fact: string; row?: string | null }): string => answerKey(fact, row ?? null)
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
