import type { AddedFile, Draft } from '../draft.ts'

// A document may have several files. The first is stored under the key of its document (`document` or `document@row`), later ones under
// `document@row#2` and up, in the order in which they were added: a number is not reused while a higher one exists.

/** The document a file belongs to: `document` or `document@row`. */
export const documentOf = (key: string): string => key.split('#')[0] ?? key

const numberOf = (key: string): number => Number(key.split('#')[1] ?? 1)

export interface FileOf {
  /** Key under which its bytes are stored. */
  readonly key: string
  readonly file: AddedFile
}

/** Files of a document, in the order in which they were added. */
export const filesOf = ({ files }: Pick<Draft, 'files'>, document: string): readonly FileOf[] => allFiles({ files }).get(document) ?? []

/** All files, by document. */
export function allFiles({ files }: Pick<Draft, 'files'>): ReadonlyMap<string, readonly FileOf[]> {
  const found = new Map<string, FileOf[]>()
  const inOrder = Object.entries(files).toSorted(([a], [b]) => numberOf(a) - numberOf(b))
  for (const [key, file] of inOrder) found.set(documentOf(key), [...(found.get(documentOf(key)) ?? []), { key, file }])
  return found
}

/** Names of the files of each document. */
export const fileNames = (draft: Pick<Draft, 'files'>): ReadonlyMap<string, readonly string[]> =>
  new Map([...allFiles(draft)].map(([document, all]) => [document, all.map(({ file }) => file.name)]))

/** Key for one more file of a document. */
export function freshFileKey(draft: Pick<Draft, 'files'>, document: string): string {
  const last = filesOf(draft, document).at(-1)
  return last === undefined ? document : keyAfter(last.key)
}

/** The next key for a file of the same document. */
export const keyAfter = (key: string): string => `${documentOf(key)}#${numberOf(key) + 1}`

/** The name, numbered when another file has it already: file names in a PDF are unique. */
export function freshName({ files }: Pick<Draft, 'files'>, name: string): string {
  const taken = new Set(Object.values(files).map((file) => file.name))
  let fresh = name
  for (let n = 2; taken.has(fresh); n += 1) fresh = name.replace(/(\.[^.]*)?$/, ` (${n})$1`)
  return fresh
}
