import { getDocument } from '../../walk/printed/pdfjs.ts'

type Canvas = typeof import('@napi-rs/canvas')

/** A page as a picture: grey and white points are compared, so a size at which every line can be seen is enough. */
const POINTS_PER_INCH = 60

/** What draws without a browser; null: there is no build of it for this machine. */
export const canvas: Canvas | null = await import('@napi-rs/canvas').catch(() => null)

export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8ClampedArray
  readonly webp: Uint8Array
}

/** Draws these pages, from 1, with pdf.js: another program than the one that made them. */
export async function drawPages(
  bytes: Uint8Array,
  pages: readonly number[],
  { createCanvas }: Canvas,
  pointsPerInch: number = POINTS_PER_INCH,
): Promise<Picture[]> {
  const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: false, disableFontFace: true, verbosity: 0 }).promise
  const drawn: Picture[] = []
  for (const number of pages) {
    const page = await pdf.getPage(number)
    const viewport = page.getViewport({ scale: pointsPerInch / 72 })
    const made = createCanvas(Math.round(viewport.width), Math.round(viewport.height))
    const context = made.getContext('2d')
    await page.render({
      canvas: made as unknown as HTMLCanvasElement,
      canvasContext: context as unknown as CanvasRenderingContext2D,
      viewport,
    }).promise
    const { data } = context.getImageData(0, 0, made.width, made.height)
    drawn.push({ width: made.width, height: made.height, pixels: data, webp: made.toBuffer('image/webp', 85) })
  }
  await pdf.destroy()
  return drawn
}

/** A picture that was kept. */
export async function readPicture(webp: Uint8Array, { createCanvas, loadImage }: Canvas): Promise<Picture> {
  const image = await loadImage(webp)
  const made = createCanvas(image.width, image.height)
  const context = made.getContext('2d')
  context.drawImage(image, 0, 0)
  return { width: image.width, height: image.height, pixels: context.getImageData(0, 0, image.width, image.height).data, webp }
}
