import type { Finding } from '../model/findings/finding.ts'

export interface ToVerify {
  /** Values and texts in the files of the municipality that nobody read in their source, or that are not known. */
  readonly own: readonly Finding[]
  /** Values of the base (`town.…`) that nobody read, or knows, for this town. */
  readonly ofBase: readonly Finding[]
}

/** What still has to be looked up for one town: the notes on it (UNVERIFIED, UNKNOWN_VALUE, STALE), each with its place and how that is done. */
export function toVerify(findings: readonly Finding[], variant: string): ToVerify {
  const folder = `rules/municipalities/${variant.split('/')[0]}/`
  const notes = findings.filter(({ severity }) => severity === 'note')
  return {
    own: notes.filter(({ file }) => file.startsWith(folder)),
    ofBase: notes.filter(({ file, path }) => !file.startsWith(folder) && path.startsWith('parameters')),
  }
}
