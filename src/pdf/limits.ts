import { decodePDFRawStream, PDFContext, PDFName, PDFParser, PDFRawStream } from 'pdf-lib'

/** How many bytes a PDF may unpack to. A packet of ours takes little more than its own size: what is large in it are photographs and other PDFs. */
const mostBytes = (size: number): number => 64 * 1024 * 1024 + 2 * size
/** How often an object may be sought and not found. In a sound file it never happens; each failure takes as long as a hundred objects that are found. */
const MOST_FAILURES = 10_000

class TooCostly extends Error {}

interface Budget {
  bytes: number
  failures: number
}
let budget: Budget | null = null

/** Reads a PDF of `size` bytes with pdf-lib; null when that costs too much: a few bytes that unpack to gigabytes, megabytes in which no object can be
 * found. The library has no limits: it unpacks object streams while loading, and seeks an object at every byte of a broken file. */
export async function withinLimits<T>(size: number, read: () => Promise<T>): Promise<T | null> {
  install()
  const own: Budget = { bytes: mostBytes(size), failures: MOST_FAILURES }
  budget = own
  try {
    const made = await read()
    // the library swallows errors thrown inside an object
    return spent(own) ? null : made
  } catch (error) {
    if (spent(own)) return null
    throw error
  } finally {
    budget = null
  }
}

const spent = ({ bytes, failures }: Budget): boolean => bytes < 0 || failures < 0

let installed = false

/** Patches two of its methods: the one through which every decoder grows its buffer, and the one that seeks an object. A test proves that both still
 * exist. */
function install(): void {
  if (installed) return
  installed = true
  const dict = PDFContext.create().obj({ Filter: PDFName.of('ASCIIHexDecode') })
  const decoders: { ensureBuffer(requested: number): Uint8Array } = Object.getPrototypeOf(
    Object.getPrototypeOf(decodePDFRawStream(PDFRawStream.of(dict, new Uint8Array()))),
  )
  const grow = decoders.ensureBuffer
  const sizes = new WeakMap<object, number>()
  decoders.ensureBuffer = function (requested) {
    if (budget) {
      // a decoder doubles its buffer
      const size = 2 ** Math.ceil(Math.log2(Math.max(1, requested)))
      budget.bytes -= Math.max(0, size - (sizes.get(this) ?? 0))
      sizes.set(this, Math.max(size, sizes.get(this) ?? 0))
      if (budget.bytes < 0) throw new TooCostly()
    }
    return grow.call(this, requested)
  }
  const parsers = PDFParser.prototype as unknown as { matchIndirectObjectHeader(): boolean }
  const match = parsers.matchIndirectObjectHeader
  parsers.matchIndirectObjectHeader = function () {
    const found = match.call(this)
    if (!found && budget) {
      budget.failures -= 1
      if (budget.failures < 0) throw new TooCostly()
    }
    return found
  }
}
