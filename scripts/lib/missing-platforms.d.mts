interface LockEntry {
  readonly version?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
/** The packages per system that an optional dependency names and the lock has no entry for. */
export function missingPlatforms(packages: Readonly<Record<string, LockEntry>>): { path: string; entry: LockEntry }[]
