import { hex } from './hex.ts'
import { unshared } from './unshared.ts'

/** SHA-256 of bytes, in hex. Node's own digest is synchronous: `src/cli/` and `src/build/` use that. */
export const sha256 = async (bytes: Uint8Array): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', unshared(bytes))))
