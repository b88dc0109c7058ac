import { useState } from 'react'
import { type Draft, newDraftId, newKenmerk } from '../../draft/draft.ts'
import { type Invitation, type ReturnFile, readShared } from '../../draft/invitation.ts'
import { noteReturn } from '../../draft/returned.ts'
import { readSaveFile } from '../../draft/save-file.ts'
import type { DraftStorage } from '../../draft/storage.ts'
import type { AnswerFile } from '../../model/schema/answer-file.ts'
import { Alert } from '../parts/Alert.tsx'
import { Button } from '../parts/Button.tsx'
import { Drafts } from '../parts/Drafts.tsx'
import { Screen } from '../parts/Screen.tsx'
import { answersOf, TownChoice } from '../parts/TownChoice.tsx'
import { useJourney } from '../use-journey.ts'

/** Begin, go on, or open a file. */
export function StartPage({ problem }: { problem: string | null }) {
  const { words, site, go, session } = useJourney()
  const [where, setWhere] = useState({ town: site.towns[0]?.id ?? '', postcode: '', street: '' })
  const [notMine, setNotMine] = useState(false)
  const [fileProblem, setFileProblem] = useState<string | null>(null)

  const open = async (storage: DraftStorage, file: AnswerFile, isNew: boolean, invitation?: Invitation): Promise<void> => {
    const now = site.now()
    const draft: Draft = {
      schema: 1,
      id: newDraftId(site.random),
      created: now,
      changed: now,
      // what a file was made under is not known; the session notes what does not fit
      ruleSet: { id: '', version: '', hash: '' },
      file,
      parked: [],
      aside: {},
      typed: {},
      copied: {},
      files: {},
      about: { name: '', town: site.towns.find((each) => each.id === file.variant)?.name ?? file.variant, open: null, asked: null },
      kenmerk: invitation?.kenmerk ?? newKenmerk(site.random),
      ...(invitation && { invitation: { person: invitation.person, name: invitation.name, business: invitation.business } }),
      place: null,
    }
    await storage.put(draft)
    void navigator.storage?.persist?.().catch(() => false)
    go({ kind: isNew ? 'about' : 'tasks', draft: draft.id })
  }
  const begin = (): Promise<void> =>
    open(
      notMine ? site.memory : site.storage,
      { schema: 1, variant: where.town, answers: answersOf(where), collections: {}, complete: [], leftEmpty: [], attachments: [] },
      true,
    )
  const choose = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    const isPdf = chosen.type === 'application/pdf' || chosen.name.toLowerCase().endsWith('.pdf')
    const text = isPdf ? await site.readPacket(bytes) : new TextDecoder().decode(bytes)
    const shared = text === null ? null : readShared(text)
    if (shared?.kind === 'horeca1.return') return takeBack(shared)
    const read = shared
      ? ({ ok: true, file: shared.file } as const)
      : text === null
        ? ({ ok: false, problem: chosen.name } as const)
        : readSaveFile(text)
    if (!read.ok) return setFileProblem(`${chosen.name}: ${read.problem}`)
    if (!site.towns.some((each) => each.id === read.file.variant)) return setFileProblem(`${words.start.townGone} (${read.file.variant})`)
    setFileProblem(null)
    await open(notMine ? site.memory : site.storage, read.file, false, shared ?? undefined)
  }
  /** A part that somebody filled in on their own device goes to the application it belongs to. */
  const takeBack = async (back: ReturnFile): Promise<void> => {
    for (const storage of [site.memory, site.storage]) {
      const draft = (await storage.list()).drafts.find((each) => each.kenmerk === back.kenmerk && !each.invitation)
      if (!draft) continue
      if (session?.view().draft.id === draft.id) await session.takeBack(back)
      else await noteReturn(draft, back, site.now(), storage, newDraftId(site.random))
      return go({ kind: 'packet', draft: draft.id })
    }
    setFileProblem(words.ownPart.unknown)
  }
  return (
    <Screen title={words.start.title}>
      {problem !== null && <Alert kind="warning">{problem}</Alert>}
      <ul className="utrecht-unordered-list lead">
        {words.start.what.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{words.start.not}</p>
      <Drafts />
      <section aria-labelledby="begin" className="begin">
        <h2 className="utrecht-heading-2" id="begin">
          {words.start.begin}
        </h2>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void begin()
          }}
        >
          <TownChoice where={where} onChange={setWhere} />
          <div className="field">
            <label className="option" htmlFor="not-mine">
              <input
                type="checkbox"
                id="not-mine"
                className="utrecht-checkbox utrecht-checkbox--html-input"
                aria-describedby="not-mine-hint"
                checked={notMine}
                onChange={(event) => setNotMine(event.target.checked)}
              />
              <span>{words.start.notMine}</span>
            </label>
            <p className="utrecht-form-field-description" id="not-mine-hint">
              {words.start.notMineHint}
            </p>
          </div>
          <p className="buttons">
            <Button type="submit">{words.start.beginButton}</Button>
          </p>
        </form>
      </section>
      <section aria-labelledby="open-file">
        <h2 className="utrecht-heading-2" id="open-file">
          {words.start.file}
        </h2>
        <p>{words.start.fileHint}</p>
        <div role="status">
          {fileProblem !== null && (
            <Alert kind="error" title={words.start.fileBad}>
              {fileProblem}
            </Alert>
          )}
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is an extra way; the button inside does the same by keyboard */}
        <div
          className="drop"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault()
            void choose(event.dataTransfer.files[0])
          }}
        >
          <label className="utrecht-button utrecht-button--secondary-action file" htmlFor="saved-file">
            <span>{words.start.fileButton}</span>
            <input
              className="visually-hidden"
              id="saved-file"
              type="file"
              accept=".json,.pdf,application/json,application/pdf"
              onChange={(event) => void choose(event.target.files?.[0])}
            />
          </label>
        </div>
      </section>
      <section aria-labelledby="have">
        <h2 className="utrecht-heading-2" id="have">
          {words.start.have}
        </h2>
        <ul className="utrecht-unordered-list">
          {words.start.haveList.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>{words.start.time}</p>
      </section>
    </Screen>
  )
}
