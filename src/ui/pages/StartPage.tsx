import { useState } from 'react'
import { type Draft, newDraftId, newKenmerk } from '../../draft/draft.ts'
import { type Invitation, type ReturnFile, readShared } from '../../draft/invitation.ts'
import { noteReturn } from '../../draft/returned.ts'
import { readSaveFile } from '../../draft/save-file.ts'
import type { DraftStorage } from '../../draft/storage.ts'
import { takeApart } from '../../draft/whole-file.ts'
import type { AnswerFile } from '../../model/schema/answer-file.ts'
import { Alert } from '../parts/Alert.tsx'
import { Button } from '../parts/Button.tsx'
import { Drafts } from '../parts/Drafts.tsx'
import { Screen } from '../parts/Screen.tsx'
import { answersOf, isPostcode, TownChoice } from '../parts/TownChoice.tsx'
import type { PacketRead } from '../site.ts'
import { useJourney } from '../use-journey.ts'

type OpenedPacket = Extract<PacketRead, { ok: true }>

/** Documents of a packet that the answers in it call attached, under the names their owner gave them. */
const filesOfPacket = ({ files }: OpenedPacket, { attachments }: AnswerFile) =>
  attachments.flatMap((entry) => {
    const found = 'file' in entry ? files.find(({ document }) => document === entry.document) : undefined
    return found && 'file' in entry ? [{ ...found, document: entry.document, name: entry.file }] : []
  })

/** Begin, go on, or open a file. */
export function StartPage({ problem }: { problem: string | null }) {
  const { words, site, go, session } = useJourney()
  const [where, setWhere] = useState({ town: '', postcode: '', street: '' })
  const [asked, setAsked] = useState(false)
  const [notMine, setNotMine] = useState(false)
  const [fileProblem, setFileProblem] = useState<string | null>(null)
  /** What happened to the pages of a packet that was opened, said before going on with its answers. */
  const [changed, setChanged] = useState<{ readonly since: readonly string[]; readonly go: () => void } | null>(null)

  const open = async (
    storage: DraftStorage,
    whole: AnswerFile,
    isNew: boolean,
    from: { invitation?: Invitation; packet?: OpenedPacket } = {},
  ): Promise<void> => {
    const now = site.now()
    const { invitation, packet } = from
    const { file, beside } = takeApart(whole)
    const files = packet ? filesOfPacket(packet, file) : []
    const draft: Draft = {
      schema: 1,
      id: newDraftId(site.random),
      created: now,
      changed: now,
      // what a file of answers was made under is not known; the session notes what does not fit
      ruleSet: packet?.ruleSet ?? { id: '', version: '', hash: '' },
      file,
      ...beside,
      files: Object.fromEntries(files.map(({ document, name, type, bytes }) => [document, { name, type, size: bytes.length }])),
      about: { name: '', town: site.towns.find((each) => each.id === file.variant)?.name ?? file.variant, open: null, asked: null },
      kenmerk: invitation?.kenmerk ?? packet?.kenmerk ?? newKenmerk(site.random),
      ...(invitation && { invitation: { person: invitation.person, name: invitation.name, business: invitation.business } }),
      place: null,
    }
    await storage.put(draft)
    for (const { document, bytes } of files) await storage.putFile(draft.id, document, bytes)
    void navigator.storage?.persist?.().catch(() => false)
    const place = { kind: isNew ? 'about' : 'tasks', draft: draft.id } as const
    const since = packet ? words.start.since(packet.pages) : []
    if (since.length > 0) setChanged({ since, go: () => go(place) })
    else go(place)
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
    setChanged(null)
    const packet = isPdf ? await site.readPacket(bytes) : null
    if (packet && !packet.ok) return setFileProblem(`${chosen.name}: ${words.start.unread[packet.problem]}`)
    const text = packet ? packet.answersJson : new TextDecoder().decode(bytes)
    const shared = readShared(text)
    if (shared?.kind === 'horeca1.return') return takeBack(shared)
    const read = shared ? ({ ok: true, file: shared.file } as const) : readSaveFile(text)
    if (!read.ok) return setFileProblem(`${chosen.name}: ${read.problem}`)
    if (!site.towns.some((each) => each.id === read.file.variant)) return setFileProblem(`${words.start.townGone} (${read.file.variant})`)
    setFileProblem(null)
    await open(notMine ? site.memory : site.storage, read.file, false, {
      ...(shared && { invitation: shared }),
      ...(packet && { packet }),
    })
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
            setAsked(true)
            if (!isPostcode(where.postcode)) document.getElementById('postcode')?.focus()
            else if (where.town === '') document.getElementById('town')?.focus()
            else void begin()
          }}
        >
          <TownChoice where={where} onChange={setWhere} asked={asked} />
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
          {changed !== null && (
            <Alert kind="warning" title={words.start.packetChanged}>
              <ul className="utrecht-unordered-list">
                {changed.since.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              <p className="buttons">
                <Button onClick={changed.go}>{words.start.goOnWithAnswers}</Button>
              </p>
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
