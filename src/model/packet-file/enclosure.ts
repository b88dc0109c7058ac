/** A file of the applicant that goes along in the packet, byte for byte. */
export interface Enclosure {
  readonly name: string
  /** MIME type. */
  readonly type: string
  readonly bytes: Uint8Array
  /** What it is a copy of: `document` or `document@row`. */
  readonly document: string
}

/** Why an attachment is not drawn, and only named in the packet; `docs/adr/0026-attachments-are-drawn-anew.md`. */
export type Undrawn =
  /** It opens with a password only. */
  | 'locked'
  /** It does not open, or is cut off. */
  | 'damaged'
  | 'empty'
  /** No PDF, JPEG, PNG or text, whatever its name says. */
  | 'unknownKind'
  /** It wants to run something: JavaScript, another program. */
  | 'script'
  /** A form whose fields draw themselves only in some programs. */
  | 'form'
  /** What it shows depends on layers. */
  | 'layers'
  /** Its letters are not in the file, or in a way that is not read here. */
  | 'letters'
  /** Colours, patterns or pictures that an archive file may not have. */
  | 'picture'
  | 'tooManyPages'
  /** Drawn, it would make the packet too large. */
  | 'tooLarge'
  /** It unpacks to more than a document does. */
  | 'bomb'
  /** It took too long. */
  | 'slow'

/** An attachment is shown as so many pages (null: as text), or it is not. */
export type ShownAs = { readonly pages: number | null } | { readonly why: Undrawn }

/** A photo or PDF that becomes pages of one document. Photos stand upright already. */
export interface Leaf {
  readonly name: string
  readonly type: 'application/pdf' | 'image/jpeg' | 'image/png'
  readonly bytes: Uint8Array
}

/** `locked`: it opens with a password only. `damaged`: it is not what it says it is, or is too deep or too large to open. */
export type Joined =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly pages: number }
  | { readonly ok: false; readonly name: string; readonly problem: 'locked' | 'damaged' }
