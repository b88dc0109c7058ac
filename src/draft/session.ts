import type { Assessment } from '../engine/assessment.ts'
import type { Case } from '../engine/context.ts'
import { answerKey } from '../model/answers/answers.ts'
import type { Edit } from '../model/answers/edit.ts'
import type { Lang } from '../model/lang.ts'
import type { AnswerFile } from '../model/schema/answer-file.ts'
import type { Variant } from '../model/variant.ts'
import type { Change } from './change.ts'
import type { AddedFile, Draft, Reply } from './draft.ts'
import { effectOf } from './effect.ts'
import { attachReturn } from './files/attach-return.ts'
import { documentOf, filesOf, freshFileKey, freshName } from './files/file-keys.ts'
import { plainFileName } from './files/file-name.ts'
import type { ReturnFile } from './files/invitation.ts'
import { wholeFile } from './files/whole-file.ts'
import { type Elsewhere, KeptDraft, type Saved, type SessionPorts } from './kept-draft.ts'
import { fileOf } from './put-together.ts'
import type { Stored } from './storage/storage.ts'
import { settleTyped } from './typed.ts'
import type { Done } from './undo.ts'

/** What the page shows of a draft; a new object after every edit. */
export interface DraftView {
  readonly draft: Draft
  readonly variant: Variant
  readonly application: Case
  readonly saved: Saved
  readonly elsewhere: Elsewhere
  /** The last thing done since the draft was opened that can be undone; null: nothing. */
  readonly done: Done | null
  /** The last thing undone that can be redone. */
  readonly undone: Done | null
  /** Computed on first read. */
  readonly assessment: Assessment
}

/** The single source of truth for the answers of one draft. Every edit is applied at once, noted on the device a moment later, and told to the other
 * tabs. */
export interface Session {
  view(): DraftView
  subscribe(listener: () => void): () => void
  /** `more`: part of what was done just before, and undone with it. */
  apply(edits: readonly Edit[], how?: { readonly more: boolean }): void
  /** Undoes what was done last; called again, what was done before that. */
  undo(): void
  /** Redoes what was undone last. */
  redo(): void
  /** Keeps the text of a field as typed, under `fact` or `fact@row`; null: no more than the answer says. Noted within a tenth of a second. Listeners
   * on this page are not told: the field being typed in shows it already. An answer to the same question drops it. */
  type(key: string, text: string | null): void
  /** Remembers where the applicant is. */
  at(place: string): void
  /** Remembers that a topic page asks these tree questions. */
  standWithTopic(facts: readonly string[]): void
  /** `words`: the same rules with texts in the language that replaces English. */
  setLang(lang: Lang, words?: Variant): void
  /** Notes how far the answers of a licence have been copied into somebody else's form. */
  noteCopied(licence: string, box: string, done: boolean): void
  /** Not known yet: to be asked of this respondent; null: no longer to be asked. Answering the question does the same. */
  askOf(key: string, respondent: string | null): void
  /** Keeps a respondent's reply; null once it has been looked at. */
  keepReply(respondent: string, reply: Reply | null): void
  /** Adds a file to a document (`document` or `document@row`). Rejects when the device has no room: then nothing was added. */
  addFile(document: string, file: AddedFile, bytes: Uint8Array): Promise<void>
  /** `key`: the key of the file in the draft. */
  removeFile(key: string): Promise<void>
  /** Takes in a part returned by the person it is about; its pages stay closed. */
  takeBack(back: ReturnFile): Promise<void>
  /** Registers a holder of input that is not in the draft yet. It is asked to hand over before a page is left and before anything is made of the
   * answers. Returns how to unregister. */
  handsOver(handOver: () => void): () => void
  /** The answers as a file, including what was not handed over yet. */
  file(): AnswerFile
  /** Collects what is not handed over yet and saves it. */
  flush(): Promise<void>
  /** The same for when the page may be gone right after: what this notes survives. */
  leave(): void
  /** Picks up what other tabs did in the meantime. */
  catchUp(): Promise<void>
  /** The applicant has seen which answers another tab changed. */
  seen(): void
  /** The applicant has seen what newer rules did to the draft. */
  seenReceipt(): void
  /** Stops writing and listening to other tabs. */
  close(): void
}

export function openSession(from: Draft | Stored, rules: Variant, today: string, lang: Lang, ports: SessionPorts): Session {
  const stored = 'draft' in from ? from : { draft: from, notes: [] }
  const listeners = new Set<() => void>()
  const kept = new KeptDraft(stored, rules, { today, lang }, ports, tell)
  const { here } = kept
  let view = viewOf(kept)
  function tell(quietly = false): void {
    view = viewOf(kept)
    if (!quietly) for (const listener of listeners) listener()
  }
  kept.join()

  const session: Session = {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setLang(next, words = here.variant) {
      if (here.application.lang === next && words === here.variant) return
      here.speak(next, words)
      tell()
    },
    ...answering(kept),
    ...noting(kept),
    ...filing(kept, ports),
    ...handingOver(kept),
  }
  answerWhatWasTyped(session, (changes) => kept.did(changes))
  return session
}

function viewOf({ here, saved, elsewhere }: KeptDraft): DraftView {
  const { draft, application, history } = here
  return {
    draft,
    // as they read in this application
    variant: application.variant,
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

/** What is answered, and undone. */
function answering(kept: KeptDraft): Pick<Session, 'apply' | 'undo' | 'redo' | 'type'> {
  const { here } = kept
  return {
    apply: (edits, { more } = { more: false }) => kept.did(here.say(edits, more)),
    undo: () => kept.did(here.goBack('undo')),
    redo: () => kept.did(here.goBack('redo')),
    type(key, text) {
      if ((here.draft.typed[key] ?? null) !== text) kept.did([{ kind: 'typed', key, text: text ?? undefined }])
    },
  }
}

/** What is remembered beside the answers. */
function noting(kept: KeptDraft): Pick<Session, 'at' | 'standWithTopic' | 'noteCopied' | 'askOf' | 'keepReply' | 'seen' | 'seenReceipt'> {
  const { here } = kept
  return {
    at(place) {
      if (here.draft.place !== place) kept.did([{ kind: 'place', place }])
    },
    standWithTopic(facts) {
      kept.did(facts.filter((fact) => !here.draft.withTopic?.includes(fact)).map((fact) => ({ kind: 'withTopic', fact })))
    },
    noteCopied: (licence, box, done) => kept.did([{ kind: 'copied', licence, box, done }]),
    askOf(key, respondent) {
      if ((here.draft.waiting?.[key] ?? null) !== respondent) kept.did([{ kind: 'waiting', key, respondent: respondent ?? undefined }])
    },
    keepReply: (respondent, reply) => kept.did([{ kind: 'reply', respondent, reply: reply ?? undefined }]),
    seen: () => kept.seen(),
    seenReceipt: () => kept.did([{ kind: 'receipt' }]),
  }
}

/** Files of documents, and parts that come back. */
function filing(kept: KeptDraft, { storage, now }: SessionPorts): Pick<Session, 'addFile' | 'removeFile' | 'takeBack'> {
  const { here } = kept
  const { id } = here.draft
  /** Files whose bytes are being written: their keys and names are taken. */
  let coming: Draft['files'] = {}
  const attach = (document: string, state: 'attached' | undefined): void => {
    const [name = '', row = null] = document.split('@')
    const each: Edit = { kind: 'attach', document: name, row, state }
    here.attach(each)
    kept.did([each])
  }
  return {
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
      kept.did([{ kind: 'file', document: key, file: added }])
      attach(document, 'attached')
    },
    async removeFile(key) {
      await storage.removeFile(id, key)
      kept.did([{ kind: 'file', document: key, file: undefined }])
      const document = documentOf(key)
      if (filesOf(here.draft, document).length === 0) attach(document, undefined)
    },
    async takeBack(back) {
      kept.did([await attachReturn(id, back, now(), storage)])
      await kept.settle()
    },
  }
}

/** What pages still hold is taken in before anything is made of the answers, and before the page goes. */
function handingOver(kept: KeptDraft): Pick<Session, 'handsOver' | 'file' | 'flush' | 'leave' | 'catchUp' | 'close'> {
  const { here } = kept
  const holders = new Set<() => void>()
  const handedOver = (): void => {
    for (const handOver of holders) handOver()
  }
  return {
    handsOver(handOver) {
      holders.add(handOver)
      return () => holders.delete(handOver)
    },
    file() {
      handedOver()
      return wholeFile(here.draft, fileOf(here.application, here.draft))
    },
    async flush() {
      handedOver()
      await kept.written()
    },
    leave() {
      handedOver()
      kept.leave()
    },
    catchUp: () => kept.settle(),
    close: () => kept.close(),
  }
}

/** After a page was closed while somebody typed: the text left in a field becomes its answer. Text that would change an answer and have side effects
 * stays in its field, and is asked about there. */
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
