/** A file with its path: `zandwijk/districts/boulevard.yaml`, or only its name. */
export interface FoundFile {
  readonly path: string
  readonly file: File
}

/** At most this many files and folders are looked at: a folder that holds more was chosen by mistake. */
export const MOST_FILES = 1_000

/** Files that were chosen in a list or as a folder. */
export const chosenFiles = (files: readonly File[]): FoundFile[] =>
  files.slice(0, MOST_FILES + 1).map((file) => ({ path: file.webkitRelativePath || file.name, file }))

/** Files that were dropped, those in folders with their path; at most one more than `MOST_FILES`. Must be called synchronously from the drop event:
 * the browser clears the list afterwards. */
export async function droppedFiles(data: DataTransfer): Promise<FoundFile[]> {
  const entries = [...data.items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []))
  if (entries.length === 0) return chosenFiles([...data.files])
  const found: FoundFile[] = []
  const walk = async (entry: FileSystemEntry): Promise<void> => {
    if (found.length > MOST_FILES) return
    if (isFile(entry)) {
      const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)))
      if (file) found.push({ path: entry.fullPath.replace(/^\//, ''), file })
    } else if (isFolder(entry)) for (const inside of await inFolder(entry)) await walk(inside)
  }
  for (const entry of entries) await walk(entry)
  return found
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** Browsers list a hundred entries at a time. A folder that cannot be read counts as empty. */
async function inFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  while (all.length <= MOST_FILES) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])))
    if (some.length === 0) break
    for (const entry of some) all.push(entry)
  }
  return all
}
