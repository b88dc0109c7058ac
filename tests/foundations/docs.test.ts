import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
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

/** Pictures of the text and where they stand, seen from the folder of the page. */
const shownIn = (text: string): { words: string; path: string }[] =>
  [...text.matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)].map(([, words = '', path = '']) => ({ words, path }))

test('a picture of a page is there and is told in words; every picture is shown', () => {
  const shown = pages
    .filter((page) => page.endsWith('.md'))
    .flatMap((page) =>
      shownIn(readFileSync(join(root, page), 'utf8')).map(({ words, path }) => ({ page, words, path: join(dirname(page), path) })),
    )
  expect(shown.filter(({ words, path }) => words.length < 20 || !existsSync(join(root, path)))).toEqual([])
  const kept = readdirSync(join(root, 'docs/pictures'), { recursive: true }).map((name) => `docs/pictures/${name}`)
  const unseen = kept.filter((path) => path.endsWith('.png') && !shown.some((each) => each.path === path))
  expect(kept.length).toBeGreaterThan(3)
  expect(unseen).toEqual([])
})
