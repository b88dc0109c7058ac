import type { PacketPart } from './machine/journey.ts'
import { unshared } from './model/util/bytes/unshared.ts'
import { messageOf } from './model/util/message-of.ts'
import type { PacketAnswer, PacketRequest } from './packet-messages.ts'
import type { Pen } from './pdf/added/small-picture.ts'

// Runs away from the page: laying out and drawing fifty pages must not freeze it.

const answer = (message: PacketAnswer, transfer: Transferable[] = []): void => postMessage(message, { transfer })

addEventListener('message', ({ data }: MessageEvent<PacketRequest>) => {
  void handle(data).catch((error: unknown) => answer({ kind: 'failed', problem: messageOf(error) }))
})

/** What each request needs is fetched with the first of its kind. */
async function handle(request: PacketRequest): Promise<void> {
  switch (request.kind) {
    case 'ready':
      await (request.to === 'write'
        ? import('./pdf/write.ts')
        : Promise.all([import('./pdf/added/attached.ts'), import('./pdf/added/join.ts'), import('./pdf/added/small-picture.ts')]))
      return answer({ kind: 'ready' })
    case 'read': {
      const { readPacket } = await import('./pdf/read.ts')
      return answer({ kind: 'read', read: await readPacket(request.bytes) })
    }
    case 'join': {
      const { joinFiles } = await import('./pdf/added/join.ts')
      return answer({ kind: 'joined', joined: await joinFiles(request.leaves) })
    }
    case 'attach': {
      const { attach } = await import('./pdf/added/attached.ts')
      return answer({ kind: 'attached', attached: await attach(request.name, request.bytes) })
    }
    case 'small': {
      const picture = await smallPicture(request.name, request.bytes, request.height)
      return answer({ kind: 'small', picture }, picture ? [picture] : [])
    }
    case 'verify': {
      const { verifyPacket } = await import('./pdf/opened/verify.ts')
      const { bytes, inside, content, fonts, pdfs } = request
      return answer({ kind: 'verified', verified: await verifyPacket(bytes, inside, content, fonts, pdfs) })
    }
    case 'html': {
      const { writeReadingCopy } = await import('./pdf/write.ts')
      const copy = await writeReadingCopy(request.content, request.fonts, request.enclosures, request.pdfs)
      return answer({ kind: 'html', ...copy })
    }
    case 'form': {
      const { readForm } = await import('./pdf/official/read-form.ts')
      return answer({ kind: 'form', form: await readForm(request.bytes, request.typeface) })
    }
    case 'lock': {
      const { lockedCopy } = await import('./pdf/opened/lock.ts')
      return answer({ kind: 'locked', bytes: await lockedCopy(request.bytes, request.password) })
    }
    case 'write': {
      const { writePacket } = await import('./pdf/write.ts')
      const { content, fonts, enclosures, embeds, pdfs } = request
      const onProgress = (part: PacketPart): void => answer({ kind: 'progress', part })
      const { bytes, pages, forms, unfilled } = await writePacket(content, fonts, enclosures, { onProgress, embeds, pdfs })
      return answer({ kind: 'written', bytes, pages, forms, unfilled }, [unshared(bytes).buffer])
    }
    default:
      return request satisfies never
  }
}

/** The first page of a file, drawn here; null when this browser or this file cannot. */
async function smallPicture(name: string, bytes: Uint8Array, height: number): Promise<ImageBitmap | null> {
  const [{ attach }, { drawSmall, photosOf }] = await Promise.all([
    import('./pdf/added/attached.ts'),
    import('./pdf/added/small-picture.ts'),
  ])
  const attached = await attach(name, bytes)
  if (attached.kind !== 'pages' || typeof OffscreenCanvas === 'undefined') return null
  const [page] = attached.sheets.pages
  if (!page) return null
  const pictures = new Map<number, ImageBitmap>()
  for (const [number, object] of photosOf(attached.sheets)) {
    const picture = await createImageBitmap(new Blob([new Uint8Array(object.bytes)], { type: 'image/jpeg' })).catch(() => null)
    if (picture) pictures.set(number, picture)
  }
  const canvas = new OffscreenCanvas(Math.max(1, Math.round((page.width / page.height) * height)), height)
  const pen = canvas.getContext('2d')
  return pen && drawSmall(attached.sheets, pen as unknown as Pen, height, pictures) ? canvas.transferToImageBitmap() : null
}
