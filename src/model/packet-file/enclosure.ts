/** A file of the applicant that is embedded in the packet, byte for byte. */
export interface Enclosure {
  readonly name: string
  /** MIME type. */
  readonly type: string
  readonly bytes: Uint8Array
  /** What it is a copy of: `document` or `document@row`. */
  readonly document: string
}

/** Why an attachment is only named in the packet and not drawn; `docs/adr/0026-attachments-are-drawn-anew.md`. */
export type Undrawn =
  /** It only opens with a password. */
  | 'locked'
  /** It does not open, or is truncated. */
  | 'damaged'
  | 'empty'
  /** Not a PDF, JPEG, PNG or text, whatever its extension. */
  | 'unknownKind'
  /** It contains an action that runs something: JavaScript, another program. */
  | 'script'
  /** A form whose fields are only rendered by some programs. */
  | 'form'
  /** What it shows depends on layers (optional content). */
  | 'layers'
  /** Its fonts are not embedded, or in a way that is not supported. */
  | 'letters'
  /** Colours, patterns or images that PDF/A does not allow. */
  | 'picture'
  | 'tooManyPages'
  /** Drawn, it would make the packet too large. */
  | 'tooLarge'
  /** A decompression bomb: it unpacks to more than a document does. */
  | 'bomb'
  /** It took too long. */
  | 'slow'

/** An attachment is shown as this many pages (null: as text), or not at all. */
export type ShownAs = { readonly pages: number | null } | { readonly why: Undrawn }

/** A photo or PDF that becomes pages of one document. Photos have been rotated upright. */
export interface Leaf {
  readonly name: string
  readonly type: 'application/pdf' | 'image/jpeg' | 'image/png'
  readonly bytes: Uint8Array
}

/** `locked`: it only opens with a password. `damaged`: it is not of the type it claims, or is too deep or too large to open. */
export type Joined =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly pages: number }
  | { readonly ok: false; readonly name: string; readonly problem: 'locked' | 'damaged' }
