import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const pages = ['README.md', ...['docs', 'docs/adr'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))]
/** Paths in code marks, from the root or from `src/`; what a reader fills in (`<town>`, `mytown`) is no path. */
const named = (text: string): string[] =>
  [
    ...text.matchAll(
      /`((?:src|tests|scripts|docs|bench|engine|model|machine|draft|ui|pdf|authoring|cli|feel|build)\/[\w/.-]*(?:\.\w+|\/))`/g,
    ),
  ].map(([, path = '']) => path)

test.each(pages.filter((page) => page.endsWith('.md')))('%s names files and folders that are there', (page) => {
  const gone = named(readFileSync(join(root, page), 'utf8')).filter(
    (path) => !existsSync(join(root, path)) && !existsSync(join(root, 'src', path)),
  )
  expect(gone).toEqual([])
})

test('a page that names a file which is gone is seen', () => {
  expect(named('`engine/nowhere.ts`, `src/engine/`, `rules/<town>.yaml`, `engine`')).toEqual(['engine/nowhere.ts', 'src/engine/'])
})
