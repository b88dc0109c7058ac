import type { PacketAnswer, PacketRequest } from './packet-messages.ts'
import { joinFiles } from './pdf/added/join.ts'
import { readPacket } from './pdf/read.ts'
import { writePacket } from './pdf/write.ts'

// Runs away from the page: laying out and drawing fifty pages must not freeze it.

const answer = (message: PacketAnswer, transfer: Transferable[] = []): void => postMessage(message, { transfer })

addEventListener('message', ({ data }: MessageEvent<PacketRequest>) => {
  void handle(data).catch((error: unknown) => answer({ kind: 'failed', problem: error instanceof Error ? error.message : String(error) }))
})

async function handle(request: PacketRequest): Promise<void> {
  if (request.kind === 'read') {
    const read = await readPacket(request.bytes)
    answer({ kind: 'read', read })
    return
  }
  if (request.kind === 'join') {
    answer({ kind: 'joined', joined: await joinFiles(request.leaves) })
    return
  }
  const written = await writePacket(request.content, request.fonts, request.enclosures, (part) => answer({ kind: 'progress', part }))
  answer({ kind: 'written', bytes: written.bytes, pages: written.pages }, [written.bytes.buffer as ArrayBuffer])
}
