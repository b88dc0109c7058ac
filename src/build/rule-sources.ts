import { BASE } from '../model/layers/base.ts'
import type { compileAll } from './read-rules.ts'

/** The rule files themselves, for the page on which a municipality tries out its own: those of the base in one chunk, those of each municipality in
 * another, fetched only there. */
export const SOURCES = 'virtual:horeca1/sources'
export const SOURCE = 'virtual:horeca1/source/'

type Compiled = Pick<ReturnType<typeof compileAll>, 'files' | 'places'>

const OF_TOWN = /^rules\/municipalities\/([^/]+)\//

/** The municipalities whose files are available, and how to fetch each.
 * @param shown municipalities, districts and areas on the site */
export function sourcesModule(shown: Compiled['places']): string {
  const towns = shown
    .filter(({ id }) => id !== BASE && !id.includes('/'))
    .map(
      ({ id, name, example }) =>
        `{ ${JSON.stringify({ id, name, example }).slice(1, -1)}, files: () => import(${JSON.stringify(SOURCE + id)}) }`,
    )
  return `export const base = () => import(${JSON.stringify(SOURCE + BASE)})\nexport const towns = [${towns.join(', ')}]\n`
}

/** The files of the base or of one municipality, by their path in the project. */
export const sourceFiles = ({ files }: Pick<Compiled, 'files'>, id: string): [string, string][] =>
  [...files].filter(([file]) => (OF_TOWN.exec(file)?.[1] ?? BASE) === id)
