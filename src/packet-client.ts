import regular from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?url'
import bold from '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf?url'
import type { PacketContent } from './engine/assessment.ts'
import type { PacketPart } from './machine/journey.ts'
import { notInTypeface } from './model/answers/printable.ts'
// inlined: a worker from a blob inherits the content security policy of the page, one from an address does not
import PacketWorker from './packet.worker.ts?worker&inline'
import type { PacketAnswer, PacketRequest } from './packet-messages.ts'
import type { Joined, Leaf } from './pdf/added/join.ts'
import type { ReadPacket } from './pdf/read.ts'
import { textsIn } from './pdf/substituted.ts'
import type { FontBytes } from './pdf/type/typeface.ts'
import type { Enclosure } from './pdf/write.ts'

const fontBytes = async (url: string): Promise<Uint8Array> => {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

let fonts: Promise<{ regular: Uint8Array; bold: Uint8Array }> | undefined

/** Once; after a failure again when asked again. */
export function fetchFonts(): Promise<{ readonly regular: Uint8Array; readonly bold: Uint8Array }> {
  fonts ??= Promise.all([fontBytes(regular), fontBytes(bold)]).then(
    ([regularBytes, boldBytes]) => ({ regular: regularBytes, bold: boldBytes }),
    (error: unknown) => {
      fonts = undefined
      throw error
    },
  )
  return fonts
}

/** With typefaces of other scripts when the content needs them: the list of them is fetched then, and of each the file that has these letters. One that cannot be
 * had is done without: its letters are printed as code points. */
async function fontsFor(content: PacketContent): Promise<FontBytes> {
  const fonts = await fetchFonts()
  const text = textsIn({ ...content, answersJson: '' }).join('\n')
  if (notInTypeface(text).length === 0) return fonts
  const { fetchTypefaces } = await import('./packet-typefaces.ts')
  return { ...fonts, others: await fetchTypefaces(text, fontBytes) }
}

/** A worker that says nothing for so long, in milliseconds, will say nothing any more. Drawing a hundred pages on a slow phone takes less. */
const PATIENCE = 90_000

/** One request to a worker of its own; it ends with its answer, when it is stopped, or when it is silent for too long ('slow'). */
function ask<T>(request: PacketRequest, signal: AbortSignal | undefined, settle: (answer: PacketAnswer) => T | undefined): Promise<T> {
  const worker = new PacketWorker()
  let silence: ReturnType<typeof setTimeout> | undefined
  return new Promise<T>((resolve, reject) => {
    const wait = (): void => {
      clearTimeout(silence)
      silence = setTimeout(() => reject(new Error('slow')), PATIENCE)
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
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const request = { kind: 'write', content, fonts: await fontsFor(content), enclosures } as const
  return ask(request, signal, (answer) => {
    if (answer.kind === 'progress') onProgress(answer.part)
    return answer.kind === 'written' ? { bytes: answer.bytes, pages: answer.pages } : undefined
  })
}

/** What travels inside a packet, or why nothing comes out of it. */
export const readPacketFile = (bytes: Uint8Array, signal?: AbortSignal): Promise<ReadPacket> =>
  ask({ kind: 'read', bytes }, signal, (answer) => (answer.kind === 'read' ? answer.read : undefined))

/** One PDF of several photos and PDFs. */
export const joinInWorker = (leaves: readonly Leaf[], signal?: AbortSignal): Promise<Joined> =>
  ask({ kind: 'join', leaves }, signal, (answer) => (answer.kind === 'joined' ? answer.joined : undefined))
