import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const require = createRequire(import.meta.url)
const filesUnder = (folder: string, kind: RegExp): [string, string][] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => kind.test(file))
    .map((file) => [file, readFileSync(join(root, folder, file), 'utf8')])

/** Classes that the components define which the site imports. */
const defined = new Set(
  [...readFileSync(join(root, 'src/ui/style/site.css'), 'utf8').matchAll(/@import "(@utrecht\/[^"]+)"/g)].flatMap(([, name = '']) =>
    [...readFileSync(require.resolve(name), 'utf8').matchAll(/\.(utrecht-[\w-]+)/g)].map(([, one = '']) => one),
  ),
)

/** Classes of Utrecht that no imported component defines; of one that is put together (`utrecht-alert--${kind}`) the beginning counts. */
const foreign = (files: readonly [string, string][]): string[] =>
  files.flatMap(([file, text]) =>
    [...text.matchAll(/(?<![\w/-])(utrecht-[\w-]+)(\$\{)?/g)].flatMap(([, name = '', open]) =>
      (open ? [...defined].some((one) => one.startsWith(name)) : defined.has(name)) ? [] : [`${file}: ${name}`],
    ),
  )

test('every class with the name of a component is defined by the component that is imported', () => {
  const files = filesUnder('src/ui', /\.(tsx?|css)$/)
  expect(defined.size).toBeGreaterThan(50)
  expect(foreign(files)).toEqual([])
})

test('a class that no imported component defines is seen', () => {
  expect(foreign([['Planted.tsx', '<p className="utrecht-badge planted utrecht-link">']])).toEqual(['Planted.tsx: utrecht-badge'])
  expect(foreign([['Planted.tsx', ['<p className={`utrecht-badge--', '{kind}`}>'].join('$')]])).toEqual(['Planted.tsx: utrecht-badge--'])
  expect(foreign([['planted.css', '.utrecht-badge { color: red }']])).toEqual(['planted.css: utrecht-badge'])
})
