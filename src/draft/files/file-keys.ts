import type { AddedFile, Draft } from '../draft.ts'

// A document may have several files. The first stands under the key of its document (`document` or `document@row`), the next ones under `document@row#2` and on,
// in the order in which they were added: numbers are never given again while a later one is there.

/** The document that a file is of: `document` or `document@row`. */
export const documentOf = (key: string): string => key.split('#')[0] ?? key

const numberOf = (key: string): number => Number(key.split('#')[1] ?? 1)

export interface FileOf {
  /** Under which its bytes stand. */
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

/** Where one more file of a document goes. */
export function freshFileKey(draft: Pick<Draft, 'files'>, document: string): string {
  const last = filesOf(draft, document).at(-1)
  return last === undefined ? document : keyAfter(last.key)
}

/** The next place for a file of the same document. */
export const keyAfter = (key: string): string => `${documentOf(key)}#${numberOf(key) + 1}`

/** The same name, or with a number where another file has it: in a PDF a name stands once. */
export function freshName({ files }: Pick<Draft, 'files'>, name: string): string {
  const taken = new Set(Object.values(files).map((file) => file.name))
  let fresh = name
  for (let n = 2; taken.has(fresh); n += 1) fresh = name.replace(/(\.[^.]*)?$/, ` (${n})$1`)
  return fresh
}
