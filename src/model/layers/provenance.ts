import type { Path, Source } from '../files/source.ts'
import { propertyOf } from '../util/record.ts'
import type { Origin } from '../variant.ts'

/** Where a map, list or property was last written. */
export interface Place {
  readonly layer: string
  readonly source: Source
  readonly path: Path
}

interface Entry extends Place {
  /** Properties that a later layer wrote, and where. */
  readonly changed: ReadonlyMap<string, Place>
}

/** Records for every item of a rule set, and for every changed property, which layer wrote it and where. Items are keyed by identity. */
export class Provenance {
  readonly #entries = new WeakMap<object, Entry>()

  /** Registers a parsed value and everything inside it. `raw` is its input; without it, positions follow the structure from `path`. */
  register(
    value: unknown,
    layer: string,
    source: Source,
    path: Path,
    raw?: unknown,
    pathOf?: (container: object) => Path | undefined,
  ): void {
    if (typeof value !== 'object' || value === null) return
    const own = (typeof raw === 'object' && raw !== null ? pathOf?.(raw) : undefined) ?? path
    this.#entries.set(value, { layer, source, path: own, changed: new Map() })
    for (const [key, item] of Object.entries(value)) {
      const part = Array.isArray(value) ? Number(key) : key
      const rawItem = propertyOf(raw, key)
      this.register(item, layer, source, [...own, part], rawItem, pathOf)
    }
  }

  /** Registers `made` as `original` with some properties written elsewhere. */
  changed(made: object, original: object, properties: readonly string[], layer: string, source: Source, to: Path): void {
    const before = this.#entries.get(original)
    const changed = new Map(before?.changed)
    for (const property of properties) changed.set(property, { layer, source, path: [...to, property] })
    this.#entries.set(made, { ...(before ?? { layer, source, path: to }), changed })
  }

  /** Registers `made` as `original` with parts omitted: it has the origin of the original. */
  standsFor<T extends object>(made: T, original: T): T {
    const entry = this.#entries.get(original)
    if (entry) this.#entries.set(made, entry)
    return made
  }

  /** Place of an item, or of one of its properties. */
  place(item: object, property?: string | number): Place | null {
    const entry = this.#entries.get(item)
    if (!entry) return null
    if (property === undefined) return entry
    const changed = entry.changed.get(String(property))
    return changed ?? { layer: entry.layer, source: entry.source, path: [...entry.path, property] }
  }

  /** For people: layer, file and line. */
  origin(item: object, property?: string | number): Origin {
    const place = this.place(item, property)
    if (!place) return { layer: '', file: '', line: 0 }
    return { layer: place.layer, file: place.source.file, line: place.source.at(place.path).line }
  }
}

/** The file may have lost an entry to a mistake, so that the index alone does not tell its position. */
export const pathOf = (provenance: Provenance, item: object, otherwise: Path): Path => provenance.place(item)?.path ?? otherwise
