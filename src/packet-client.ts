import regular from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?url'
import bold from '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf?url'
import type { PacketContent } from './engine/assessment.ts'
import type { PacketPart } from './machine/journey.ts'
import { pdfAddress } from './model/official/pdf-address.ts'
import type { PdfForm } from './model/official/pdf-form.ts'
import type { Enclosure, Joined, Leaf, ShownAs } from './model/packet-file/enclosure.ts'
import type { PacketInside, ReadPacket } from './model/packet-file/read-packet.ts'
import type { Verified } from './model/packet-file/verified.ts'
import { sha256 } from './model/util/bytes/sha256.ts'
import { startWorker } from './own-worker.ts'
import workerAddress from './packet.worker.ts?worker&url'
import type { PacketAnswer, PacketRequest, WrittenFile } from './packet-messages.ts'
import type { Attached } from './pdf/added/attached.ts'
import { foreignTextsIn } from './pdf/substituted.ts'
import type { FontBytes } from './pdf/type/typeface.ts'
import type { Pdfs, ShownEnclosure, WrittenCopy } from './pdf/write.ts'

const fetchBytes = async (url: string): Promise<Uint8Array> => {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

let fonts: Promise<{ regular: Uint8Array; bold: Uint8Array }> | undefined

/** Fetched once; tried again on the next call after a failure. */
function fetchFonts(): Promise<{ readonly regular: Uint8Array; readonly bold: Uint8Array }> {
  fonts ??= Promise.all([fetchBytes(regular), fetchBytes(bold)]).then(
    ([regularBytes, boldBytes]) => ({ regular: regularBytes, bold: boldBytes }),
    (error: unknown) => {
      fonts = undefined
      throw error
    },
  )
  return fonts
}

/** Yields to the page: looking through the texts of a packet and handing it to a worker take a few hundredths of a second each. */
const turn = (): Promise<void> => new Promise((done) => setTimeout(done))

/** Adds typefaces of other scripts when the content needs them: only then is their list fetched, and of each the file with these letters. One that
 * cannot be fetched is left out: its letters are printed as code points. */
async function fontsFor(content: PacketContent): Promise<FontBytes> {
  const fonts = await fetchFonts()
  await turn()
  const texts = foreignTextsIn(content)
  await turn()
  if (texts.length === 0) return fonts
  const { fetchTypefaces } = await import('./packet-typefaces.ts')
  return { ...fonts, others: await fetchTypefaces(texts.join('\n'), fetchBytes) }
}

let lent: Pdfs = new Map()

/** PDFs of towns that are tried: the site has none of them. They take the place of those that were lent before. */
export const lendPdfs = (pdfs: Pdfs): void => {
  lent = pdfs
}

/** The PDFs of the town that the forms of this content are filled in on, fetched by the digest of their content when such a packet is made. */
async function pdfsFor(content: PacketContent): Promise<Pdfs> {
  const digests = new Set((content.town ?? content).forms.flatMap(({ official }) => official?.digest ?? []))
  const fetched = [...digests].map(async (digest) => {
    const bytes = lent.get(digest) ?? (await fetchBytes(new URL(pdfAddress(digest), location.href).href))
    if ((await sha256(bytes)) !== digest) throw new Error(`${digest}: another file`)
    return [digest, bytes] as const
  })
  return new Map(await Promise.all(fetched))
}

/** A worker that is silent for this many milliseconds is taken to be stuck. Drawing a hundred pages on a slow phone takes less. */
const PATIENCE = 90_000
/** The same for reading one added file, which takes a second or two; one that takes longer is named in the packet and not drawn. */
const PATIENCE_FILE = 20_000

/** One request to a worker of its own, which ends when it answers, when it is stopped, or when it is silent for too long ('slow'). */
function ask<T>(
  request: PacketRequest,
  signal: AbortSignal | undefined,
  settle: (answer: PacketAnswer) => T | undefined,
  patience = PATIENCE,
): Promise<T> {
  const worker = startWorker(workerAddress)
  let silence: ReturnType<typeof setTimeout> | undefined
  return new Promise<T>((resolve, reject) => {
    const wait = (): void => {
      clearTimeout(silence)
      silence = setTimeout(() => reject(new Error('slow')), patience)
    }
    const stop = (): void => reject(new DOMException('stopped', 'AbortError'))
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop, { once: true })
    wait()
    worker.onmessage = ({ data }: MessageEvent<PacketAnswer>) => {
      wait()
      if (data.kind === 'failed') return reject(new Error(data.problem))
      const settled = settle(data)
      if (settled !== undefined) resolve(settled)
    }
    worker.onerror = (event) => reject(new Error(event.message))
    worker.onmessageerror = () => reject(new Error('an answer that cannot be read'))
    worker.postMessage(request)
  }).finally(() => {
    clearTimeout(silence)
    worker.terminate()
  })
}

export async function makePacket(
  content: PacketContent,
  enclosures: readonly Enclosure[],
  onProgress: (part: PacketPart) => void,
  signal?: AbortSignal,
): Promise<WrittenFile> {
  return write(content, enclosures, true, onProgress, signal)
}

/** The part of a packet for one department: attachments are shown, but not embedded. */
export const makeDeskPart = (content: PacketContent, enclosures: readonly Enclosure[], signal?: AbortSignal) =>
  write(content, enclosures, false, () => undefined, signal)

async function write(
  content: PacketContent,
  enclosures: readonly Enclosure[],
  embeds: boolean,
  onProgress: (part: PacketPart) => void,
  signal?: AbortSignal,
): Promise<WrittenFile> {
  const shown = await shownOf(enclosures, signal)
  const [fonts, pdfs] = await Promise.all([fontsFor(content), pdfsFor(content)])
  const request = { kind: 'write', content, fonts, enclosures: shown, embeds, pdfs } as const
  return ask(request, signal, (answer) => {
    if (answer.kind === 'progress') onProgress(answer.part)
    if (answer.kind !== 'written') return undefined
    const { bytes, pages, forms, unfilled } = answer
    return { bytes, pages, forms, unfilled }
  })
}

/** The words of a packet as one HTML file. */
export async function readingCopyInWorker(
  content: PacketContent,
  enclosures: readonly Enclosure[],
  signal?: AbortSignal,
): Promise<WrittenCopy> {
  const shown = await shownOf(enclosures, signal)
  const [fonts, pdfs] = await Promise.all([fontsFor(content), pdfsFor(content)])
  return ask({ kind: 'html', content, fonts, enclosures: shown, pdfs }, signal, (answer) =>
    answer.kind === 'html' ? { html: answer.html, unfilled: answer.unfilled } : undefined,
  )
}

async function shownOf(enclosures: readonly Enclosure[], signal?: AbortSignal): Promise<ShownEnclosure[]> {
  const shown: ShownEnclosure[] = []
  for (const enclosure of enclosures) shown.push({ ...enclosure, shown: await attachInWorker(enclosure.name, enclosure.bytes, signal) })
  return shown
}

/** Works out how a file is shown, in a worker of its own: one that hangs or runs out of memory takes neither the packet nor the page down. */
async function attachInWorker(name: string, bytes: Uint8Array, signal?: AbortSignal): Promise<Attached> {
  const attached = ask(
    { kind: 'attach', name, bytes },
    signal,
    (answer) => (answer.kind === 'attached' ? answer.attached : undefined),
    PATIENCE_FILE,
  )
  return attached.catch((error: unknown) => {
    if (signal?.aborted) throw error
    return { kind: 'named', why: 'slow' } as const
  })
}

/** How an added file is shown: on how many pages (null: as text), or why it is not. */
export async function shownAs(name: string, bytes: Uint8Array, signal?: AbortSignal): Promise<ShownAs> {
  const attached = await attachInWorker(name, bytes, signal)
  return attached.kind === 'named' ? { why: attached.why } : { pages: attached.kind === 'pages' ? attached.sheets.pages.length : null }
}

/** The first page of an added file, `height` pixels high; null when it cannot be drawn. */
export const smallPicture = (name: string, bytes: Uint8Array, height: number, signal?: AbortSignal): Promise<ImageBitmap | null> =>
  ask({ kind: 'small', name, bytes, height }, signal, (answer) => (answer.kind === 'small' ? answer.picture : undefined), PATIENCE_FILE)

/** What is embedded in a packet, or why nothing can be read from it. */
export const readPacketFile = (bytes: Uint8Array, signal?: AbortSignal): Promise<ReadPacket> =>
  ask({ kind: 'read', bytes }, signal, (answer) => (answer.kind === 'read' ? answer.read : undefined))

/** Whether a packet still says what follows from the answers inside it, which is what `content` prints. */
export const verifyInWorker = async (
  bytes: Uint8Array,
  inside: PacketInside,
  content: PacketContent,
  signal?: AbortSignal,
): Promise<Verified> => {
  const [fonts, pdfs] = await Promise.all([fontsFor(content), pdfsFor(content)])
  return ask({ kind: 'verify', bytes, inside, content, fonts, pdfs }, signal, (answer) =>
    answer.kind === 'verified' ? answer.verified : undefined,
  )
}

/** What a PDF of a town says of itself as a form, found out away from the page. */
export const readFormInWorker = async (bytes: Uint8Array, signal?: AbortSignal): Promise<PdfForm> => {
  const { regular: typeface } = await fetchFonts()
  return ask({ kind: 'form', bytes, typeface }, signal, (answer) => (answer.kind === 'form' ? answer.form : undefined), PATIENCE_FILE)
}

/** A copy that takes a password to open; null: this PDF cannot be opened here. */
export const lockInWorker = (bytes: Uint8Array, password: string, signal?: AbortSignal): Promise<Uint8Array | null> =>
  ask({ kind: 'lock', bytes, password }, signal, (answer) => (answer.kind === 'locked' ? { copy: answer.bytes } : undefined)).then(
    ({ copy }) => copy,
  )

/** Prefetches everything a packet is made with. */
export const fetchAll = async (): Promise<void> => {
  await Promise.all([fetchFonts(), fetchPieces('write')])
}

/** Prefetches what reads added files. */
export const fetchReading = (): Promise<void> => fetchPieces('attach')

async function fetchPieces(to: 'write' | 'attach'): Promise<void> {
  await ask({ kind: 'ready', to }, undefined, (answer) => (answer.kind === 'ready' ? true : undefined))
}

/** Joins several photos and PDFs into one PDF. */
export const joinInWorker = (leaves: readonly Leaf[], signal?: AbortSignal): Promise<Joined> =>
  ask({ kind: 'join', leaves }, signal, (answer) => (answer.kind === 'joined' ? answer.joined : undefined))
