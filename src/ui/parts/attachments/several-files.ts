import type { Leaf } from '../../../model/packet-file/enclosure.ts'
import type { Site } from '../../site.ts'

/** Longest side of a photo in a PDF of several, in pixels: sharp enough to read a photographed A4 page, at a tenth of the size a phone makes. */
const LONGEST = 2400
const QUALITY = 0.85

export type OneFile =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly name: string; readonly problem: 'locked' | 'damaged' }

/** Several photos and PDFs of one document as one PDF, in the order they were chosen. */
export async function oneFileOf(files: readonly File[], site: Site): Promise<OneFile> {
  const leaves: Leaf[] = []
  for (const file of files) {
    try {
      leaves.push(await leafOf(file))
    } catch {
      return { ok: false, name: file.name, problem: 'damaged' }
    }
  }
  const joined = await site.joinFiles(leaves)
  return joined.ok ? { ok: true, bytes: new Uint8Array(joined.bytes) } : joined
}

async function leafOf(file: File): Promise<Leaf> {
  const { name, type } = file
  if (type === 'application/pdf') return { name, type, bytes: new Uint8Array(await file.arrayBuffer()) }
  return { name, type: 'image/jpeg', bytes: await uprightPhoto(file) }
}

/** Cameras store the orientation as metadata, which a PDF ignores: the browser rotates the picture. */
async function uprightPhoto(file: File): Promise<Uint8Array> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
  const canvas = drawn(picture, Math.round(picture.width * scale), Math.round(picture.height * scale))
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  if (!made) throw new Error(`${file.name} cannot be drawn`)
  return new Uint8Array(await made.arrayBuffer())
}

/** Draws a picture on white, as transparency would turn black. */
export function drawn(picture: ImageBitmap, width: number, height: number, canvas = document.createElement('canvas')): HTMLCanvasElement {
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0, width, height)
  picture.close()
  return canvas
}
