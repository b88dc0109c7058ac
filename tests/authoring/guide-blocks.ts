import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

export type Yaml = Record<string, unknown>
interface Block {
  /** Where the guide puts it; null: in the file of the town of the reader. */
  readonly file: string | null
  readonly content: Yaml
}

/** Blocks of YAML of a page of docs/, in their order. */
export function blocksOf(page: string): Block[] {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8')
  return [...text.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, block = '']) => ({
    file: /^# (rules\/\S+)/.exec(block)?.[1] ?? null,
    content: parse(block) as Yaml,
  }))
}

/** As a reader does who adds each block under the key of the same name. */
function together(blocks: readonly Yaml[]): Yaml {
  const file = new Map<string, unknown>()
  for (const block of blocks) {
    for (const [key, value] of Object.entries(block)) {
      const before = file.get(key)
      file.set(key, Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value)
    }
  }
  return Object.fromEntries(file)
}

/** The files of Zandwijk, that the guides for municipalities write together, by their place. What they show of Molenkreek is of a town of its own. */
export function townOfTheGuides(): Readonly<Record<string, Yaml>> {
  const blocks = [...blocksOf('handleiding-gemeente.md'), ...blocksOf('adoptie.md')].filter(({ file }) => !file?.includes('/molenkreek/'))
  const files = new Set(blocks.map(({ file }) => file))
  return Object.fromEntries(
    [...files].map((name) => {
      if (name === null) throw new Error('a block of a guide does not say in which file it stands')
      return [name, together(blocks.filter(({ file }) => file === name).map(({ content }) => content))]
    }),
  )
}
