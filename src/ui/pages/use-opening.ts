import { useEffect, useState } from 'react'
import { type Draft, newDraft } from '../../draft/draft.ts'
import type { DraftStorage } from '../../draft/storage/storage.ts'
import type { Enclosure } from '../../model/packet-file/enclosure.ts'
import type { AnswerFile } from '../../model/schema/answer-file.ts'
import type { OpenedPacket } from '../parts/files/packet-files.ts'
import { problemText } from '../problem-text.ts'
import type { Site } from '../site.ts'
import { useJourney } from '../use-journey.ts'

interface ToOpen {
  readonly file: AnswerFile
  readonly isNew: boolean
  /** A made-up application to look at. */
  readonly isExample?: boolean
  /** What a file holds besides the answers, and what somebody else asked for with it. */
  readonly more?: Partial<Draft>
  readonly packet?: OpenedPacket | null
  /** The files in that packet. */
  readonly files?: readonly Enclosure[]
}

/** Opens a new application, an example or a chosen file as a draft, and goes to it. `kept`: where a draft from a file is stored. */
export function useOpening(kept: DraftStorage) {
  const { words, site, go, session } = useJourney()
  const [fileProblem, setFileProblem] = useState<string | null>(null)
  const [noRoom, setNoRoom] = useState<ToOpen | null>(null)
  const [reading, setReading] = useState<AbortController | null>(null)
  // leaving the page cancels the reading
  useEffect(() => () => reading?.abort(), [reading])
  /** What was changed in the pages of an opened packet, told before continuing with its answers. */
  const [changed, setChanged] = useState<{ readonly since: readonly string[]; readonly go: () => void } | null>(null)

  const open = async (what: ToOpen, storage: DraftStorage): Promise<void> => {
    const { isNew, isExample, files = [], packet } = what
    const draft = draftOf(what, site)
    try {
      await storage.put(draft)
      for (const { document, bytes } of files) await storage.putFile(draft.id, document, bytes)
    } catch {
      await storage.remove(draft.id).catch(() => undefined)
      return setNoRoom(what)
    }
    setNoRoom(null)
    void navigator.storage?.persist?.().catch(() => false)
    const place = { kind: isNew ? 'about' : isExample ? 'outcome' : 'tasks', draft: draft.id } as const
    const since = packet ? words.start.since(packet.pages) : []
    if (since.length > 0) setChanged({ since, go: () => go(place) })
    else go(place)
  }
  const choose = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return
    reading?.abort()
    const stop = new AbortController()
    setReading(stop)
    setFileProblem(null)
    setChanged(null)
    try {
      await read(chosen, stop.signal)
    } catch (error) {
      if (!stop.signal.aborted) setFileProblem(problemText(words, error))
    } finally {
      setReading((now) => (now === stop ? null : now))
    }
  }
  const read = async (chosen: File, signal: AbortSignal): Promise<void> => {
    const { readChosen } = await import('../read-chosen.ts')
    const found = await readChosen(chosen, site, session, words, signal)
    if (found.kind === 'problem') setFileProblem(found.problem)
    else if (found.kind === 'tookBack') go({ kind: found.to, draft: found.draft })
    else await open({ ...found, isNew: false }, kept)
  }
  return { open, choose, noRoom, reading, fileProblem, changed }
}

/** A new draft of what is opened. */
function draftOf({ file, isExample, files = [], more, packet }: ToOpen, site: Site): Draft {
  const fresh = newDraft(file, site.towns.find((each) => each.id === file.variant)?.name ?? file.variant, site)
  return {
    ...fresh,
    // for a bare answer file the rules it was made under are not known
    ...(packet?.ruleSet && { ruleSet: packet.ruleSet }),
    ...(isExample && { example: true }),
    files: Object.fromEntries(files.map(({ document, name, type, bytes }) => [document, { name, type, size: bytes.length }])),
    reference: packet?.reference ?? fresh.reference,
    ...more,
  }
}
