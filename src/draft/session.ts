import type { Assessment } from '../engine/assessment.ts'
import type { Case } from '../engine/context.ts'
import { answerKey, BUSINESS } from '../model/answers/answers.ts'
import type { Edit } from '../model/answers/edit.ts'
import type { Lang } from '../model/lang.ts'
import type { AnswerFile } from '../model/schema/answer-file.ts'
import type { Variant } from '../model/variant.ts'
import type { Change, Noted } from './change.ts'
import { type AddedFile, type Draft, newDraftId, type Reply } from './draft.ts'
import { effectOf } from './effect.ts'
import { attachReturn } from './files/attach-return.ts'
import { documentOf, filesOf, freshFileKey, freshName } from './files/file-keys.ts'
import { plainFileName } from './files/file-name.ts'
import type { ReturnFile } from './files/invitation.ts'
import { wholeFile } from './files/whole-file.ts'
import { OpenDraft, type Replaced } from './open-draft.ts'
import { fileOf } from './put-together.ts'
import { Autosave } from './storage/autosave.ts'
import { newOnes, readNotes } from './storage/presses.ts'
import { DraftGone, type DraftStorage, type Stored } from './storage/storage.ts'
import { settleTyped } from './typed.ts'
import type { Done } from './undo.ts'

/** What a session needs from outside. */
export interface SessionPorts {
  readonly storage: DraftStorage
  /** The moment, ISO. */
  readonly now: () => string
  /** Runs later; returns how to call it off. */
  readonly later: (run: () => void, milliseconds: number) => () => void
}

export type Saved = { readonly kind: 'saving' } | { readonly kind: 'saved'; readonly at: string } | { readonly kind: 'failed' | 'notKept' }

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
  const stored = 'draft' in from ? from : { draft: from, notes: [] }
  const { storage } = ports
  const tab = newDraftId((bytes) => crypto.getRandomValues(bytes))
  let elsewhere: Elsewhere = { open: false, state: 'together', replaced: [] }
  const here = new OpenDraft(stored, rules, lang, { tab, dates: { today }, now: ports.now, replaced: noteReplaced })
  const { id } = here.draft
  /** Heard from other tabs, and perhaps not in the draft on the device. */
  let heard: Noted[] = []
  /** Done here and not on the device yet; with what is on its way there. */
  let open: Noted[] = []
  /** The draft on the device, as far as known here. */
  let known = { revision: stored.draft.revision ?? 0, rules: stored.draft.ruleSet.hash }
  let saved: Saved = storage.keeps ? { kind: 'saved', at: stored.draft.changed } : { kind: 'notKept' }
  /** Files whose bytes are on their way to the device: their keys and names are taken. */
  let coming: Draft['files'] = {}
  // a receipt is kept at once: who closes the page before reading it finds it again
  let unsettled = stored.notes.length > 0 || here.hasNewReceipt
  let closed = false
  let view = viewOf()
  const autosave = new Autosave(ports.later, { note: () => void note(), settle: () => void settle() })
  let writing: Promise<unknown> = Promise.resolve()
  const listeners = new Set<() => void>()
  const holders = new Set<() => void>()

  function viewOf(): DraftView {
    const { draft, variant, application, history } = here
    return {
      draft,
      variant,
      application,
      saved,
      elsewhere,
      done: history.last,
      undone: history.lastUndone,
      get assessment() {
        return here.assessmentOf(application)
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
  function noteReplaced(more: readonly Replaced[]): void {
    const keys = new Set(more.map(({ key }) => key))
    elsewhere = { ...elsewhere, replaced: [...elsewhere.replaced.filter(({ key }) => !keys.has(key)), ...more] }
  }
  const hasSaved = (at: string): Saved => (storage.keeps ? { kind: 'saved', at } : { kind: 'notKept' })

  /** One press. */
  function did(changes: readonly Change[]): void {
    if (changes.length === 0) return
    const noted = here.press(changes)
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
  function attach(document: string, state: 'attached' | undefined): void {
    const [name = '', row] = document.split('@')
    const each: Edit = { kind: 'attach', document: name, row: row ?? null, state }
    here.attach(each)
    did([each])
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
    const written = storage.note(id, these).then(() => {
      open = open.filter((each) => !these.includes(each))
      if (open.length === 0) setSaved(hasSaved(ports.now()))
    }, lost)
    writing = Promise.all([writing, written])
    return written
  }

  function receive(noted: Noted): void {
    const next = here.presses.lastOf(noted.tab) + 1
    if (noted.n < next || elsewhere.state !== 'together') return
    const rows = new Set([
      ...here.application.answers.rows.keys(),
      BUSINESS,
      ...noted.changes.flatMap((each) => (each.kind === 'addRow' ? [each.id] : [])),
    ])
    // something was missed: what is on the device is read again
    if (noted.n > next || noted.changes.some((each) => 'row' in each && each.row && !rows.has(each.row))) return void settle()
    heard = [...heard, noted]
    here.hear(noted)
    elsewhere = { ...elsewhere, open: true }
    tell()
  }

  /** Puts the draft together on the device, with what other tabs did. */
  async function settle(): Promise<void> {
    autosave.stop()
    if (closed || elsewhere.state !== 'together') return
    const mine = open
    const before = here.draft.revision
    let next = known.revision
    let others = false
    let isNew = false
    const work = storage.settle(id, (from) => {
      const since = newOnes(readNotes(from.notes, here.park), from.draft)
      const { hash } = from.draft.ruleSet
      if (hash !== here.rules && hash !== known.rules) {
        others = true
        return null
      }
      const revision = from.draft.revision ?? 0
      if (revision !== known.revision) here.adopt(from.draft, since, [...heard, ...open])
      else here.catchUpOn(since)
      isNew = unsettled || from.notes.length > 0 || hash !== here.rules
      next = isNew ? revision + 1 : revision
      return isNew ? here.together(next) : null
    })
    const settled = work.then(
      () => {
        if (others) elsewhere = { ...elsewhere, state: 'otherRules' }
        else {
          known = { revision: next, rules: here.rules }
          open = open.filter((each) => !mine.includes(each))
          unsettled = open.length > 0
          if (open.length === 0) saved = hasSaved(here.draft.changed)
          heard = newOnes(heard, here.draft)
          if (isNew) storage.tell({ kind: 'settled', draft: id, tab, noted: here.draft.noted ?? {} })
        }
        tell()
      },
      (error: unknown) => {
        here.draft = { ...here.draft, revision: before }
        // what is noted is kept already: only the rest is in danger
        if (error instanceof DraftGone || open.length > 0) lost(error)
        else tell()
      },
    )
    writing = Promise.all([writing, settled])
    await settled
  }

  const stopListening = storage.listen((told) => {
    if (closed) return
    if (told.kind === 'did') {
      if (told.noted.draft === id) receive(told.noted)
      return
    }
    if (told.draft !== id) return
    if (told.kind === 'removed') return gone()
    if (told.kind === 'restored') {
      elsewhere = { ...elsewhere, state: 'together' }
      tell()
      return void settle()
    }
    if ('tab' in told && told.tab === tab) return
    if (told.kind === 'settled') {
      if (Object.entries(told.noted).some(([each, n]) => n > here.presses.lastOf(each))) void settle()
      return
    }
    if (told.kind === 'here') storage.tell({ kind: 'alsoHere', draft: id, tab })
    elsewhere = { ...elsewhere, open: told.kind !== 'left' }
    tell()
  })
  storage.tell({ kind: 'here', draft: id, tab })

  const session: Session = {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    apply: (edits, { more } = { more: false }) => did(here.say(edits, more)),
    undo: () => did(here.goBack('undo')),
    redo: () => did(here.goBack('redo')),
    type(key, text) {
      if ((here.draft.typed[key] ?? null) !== text) did([{ kind: 'typed', key, text: text ?? undefined }])
    },
    at(place) {
      if (here.draft.place !== place) did([{ kind: 'place', place }])
    },
    standWithTopic(facts) {
      did(facts.filter((fact) => !here.draft.withTopic?.includes(fact)).map((fact) => ({ kind: 'withTopic', fact })))
    },
    setLang(next, words = here.variant) {
      if (here.application.lang === next && words === here.variant) return
      here.speak(next, words)
      tell()
    },
    noteCopied: (licence, box, done) => did([{ kind: 'copied', licence, box, done }]),
    askOf(key, respondent) {
      if ((here.draft.waiting?.[key] ?? null) !== respondent) did([{ kind: 'waiting', key, respondent: respondent ?? undefined }])
    },
    keepReply: (respondent, reply) => did([{ kind: 'reply', respondent, reply: reply ?? undefined }]),
    async addFile(document, file, bytes) {
      const taken = { files: { ...here.draft.files, ...coming } }
      const wanted = freshFileKey(taken, document)
      const added = { ...file, name: freshName(taken, plainFileName(file.name)) }
      coming = { ...coming, [wanted]: added }
      let key = wanted
      try {
        key = await storage.addFile(id, wanted, bytes)
      } finally {
        const { [wanted]: _here, ...rest } = coming
        coming = rest
      }
      did([{ kind: 'file', document: key, file: added }])
      attach(document, 'attached')
    },
    async removeFile(key) {
      await storage.removeFile(id, key)
      did([{ kind: 'file', document: key, file: undefined }])
      const document = documentOf(key)
      if (filesOf(here.draft, document).length === 0) attach(document, undefined)
    },
    async takeBack(back) {
      did([await attachReturn(id, back, ports.now(), storage)])
      await settle()
    },
    handsOver(handOver) {
      holders.add(handOver)
      return () => holders.delete(handOver)
    },
    file() {
      for (const handOver of holders) handOver()
      return wholeFile(here.draft, fileOf(here.application, here.draft))
    },
    async flush() {
      for (const handOver of holders) handOver()
      await (unsettled ? settle() : writing)
    },
    leave() {
      for (const handOver of holders) handOver()
      if (open.length > 0 && !closed && elsewhere.state === 'together') storage.noteLast(id, open)
    },
    catchUp: settle,
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
      storage.tell({ kind: 'left', draft: id, tab })
    },
  }
  answerWhatWasTyped(session, did)
  return session
}

/** The page was closed while somebody typed: what stood in a field becomes its answer. What changes an answer and does more than it says stays in its field, and
 * is asked there. */
function answerWhatWasTyped(session: Session, did: (changes: readonly Change[]) => void): void {
  const view = session.view()
  const { draft, variant, application } = view
  const plain = Object.entries(draft.typed).filter(([key, text]) => {
    const single = settleTyped({ [key]: text }, variant, application.answers)
    return key in single.typed || !application.answers.values.has(key) || effectOf(view, single.edits) === null
  })
  const { edits, typed } = settleTyped(Object.fromEntries(plain), variant, application.answers)
  const isNew = (each: Edit): boolean =>
    each.kind !== 'answer' ||
    JSON.stringify(application.answers.values.get(answerKey(each.fact, each.row ?? null))) !== JSON.stringify(each.value)
  session.apply(edits.filter(isNew))
  did(plain.flatMap(([key]): Change[] => (key in typed ? [] : [{ kind: 'typed', key, text: undefined }])))
}
