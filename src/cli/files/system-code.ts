/** How the operating system calls what went wrong with a file: `ENOENT`. */
export const systemCode = (thrown: unknown): string => (thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown))
