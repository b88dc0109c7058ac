import { hex } from './hex.ts'
import { unshared } from './unshared.ts'

/** SHA-256 of bytes, in hex. Where node stands beneath, its own digest needs no promise (`src/cli/`, `src/build/`). */
export const sha256 = async (bytes: Uint8Array): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', unshared(bytes))))
