import type { Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle

/** Files that the page fetches as it first opens: its script, all that imports at once, and their style. */
export function firstVisit(bundle: Bundle): { readonly scripts: readonly string[]; readonly styles: readonly string[] } {
  const scripts = scriptsOf(bundle, ({ isEntry }) => isEntry)
  // what a page fetches later is no part of the first visit
  const styles = [...scripts].flatMap((file) => [...(styleOf(bundle[file]) ?? [])])
  return { scripts: [...scripts], styles }
}

/** Files of the chunks that are wanted, with all that those import at once. */
export function scriptsOf(bundle: Bundle, isWanted: (chunk: Rolldown.OutputChunk) => boolean): Set<string> {
  const scripts = new Set<string>()
  const visit = (file: string): void => {
    const chunk = bundle[file]
    if (scripts.has(file) || chunk?.type !== 'chunk') return
    scripts.add(file)
    for (const imported of chunk.imports) visit(imported)
  }
  for (const [file, chunk] of Object.entries(bundle)) {
    if (chunk.type === 'chunk' && isWanted(chunk)) visit(file)
  }
  return scripts
}

/** Vite notes at a chunk which style comes with it. */
const styleOf = (output: { type: string; viteMetadata?: { importedCss: ReadonlySet<string> } } | undefined) =>
  output?.viteMetadata?.importedCss
