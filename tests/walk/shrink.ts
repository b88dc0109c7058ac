/** Delta debugging (Zeller, Hildebrandt 2002): the shortest part of a list that still fails, leaving out ever smaller pieces. `fails` is asked
 * at most `limit` times. */
export async function shrink<T>(moves: readonly T[], fails: (moves: readonly T[]) => Promise<boolean>, limit = 60): Promise<readonly T[]> {
  let now = moves
  let asked = 0
  let size = Math.ceil(now.length / 2)
  while (size >= 1 && asked < limit) {
    let shorter = false
    // from behind: what comes last rests on what comes first
    for (let end = now.length; end > 0 && asked < limit; end -= size) {
      const without = [...now.slice(0, Math.max(0, end - size)), ...now.slice(end)]
      if (without.length === now.length) continue
      asked += 1
      if (await fails(without)) {
        now = without
        shorter = true
      }
    }
    if (size === 1 && !shorter) break
    size = size === 1 ? 1 : Math.ceil(size / 2)
  }
  return now
}
