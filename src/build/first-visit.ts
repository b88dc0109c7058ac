import type { Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle

/** Files that the page fetches when it first opens: its script, all static imports, and their style. */
export function firstVisit(bundle: Bundle): { readonly scripts: readonly string[]; readonly styles: readonly string[] } {
  const scripts = scriptsOf(bundle, ({ isEntry }) => isEntry)
  // what a page imports dynamically is not part of the first visit
  const styles = [...scripts].flatMap((file) => [...(styleOf(bundle[file]) ?? [])])
  return { scripts: [...scripts], styles }
}

/** Files of the wanted chunks, with all their static imports. */
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

/** Vite records on a chunk which style belongs to it. */
const styleOf = (output: { type: string; viteMetadata?: { importedCss: ReadonlySet<string> } } | undefined) =>
  output?.viteMetadata?.importedCss
