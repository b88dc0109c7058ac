import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const TOKENS = 'virtual:horeca1/tokens.css'
const SOURCE = '@nl-design-system-unstable/voorbeeld-design-tokens/dist/variables.css'

/** Vite plugin: of the 2,780 design tokens of the NL Design System, only those that our style sheets and the components they import really use. */
export function designTokens(): Plugin {
  let root = process.cwd()
  return {
    name: 'horeca1-tokens',
    configResolved(config) {
      root = config.root
    },
    resolveId: (id) => (id === TOKENS ? `\0${TOKENS}` : null),
    load: (id) => (id === `\0${TOKENS}` ? usedTokens(root) : null),
  }
}

function usedTokens(root: string): string {
  const require = createRequire(join(root, 'package.json'))
  const tokens = new Map(
    [...readFileSync(require.resolve(SOURCE), 'utf8').matchAll(/^\s*(--[\w-]+):\s*(.+);$/gm)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
  const folder = join(root, 'src/ui/style')
  const sheets = readdirSync(folder)
    .filter((file) => file.endsWith('.css'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
  const components = sheets.flatMap((sheet) =>
    [...sheet.matchAll(/@import ['"](@[^'"]+)['"]/g)].map(([, name = '']) => readFileSync(require.resolve(name), 'utf8')),
  )
  // tokens that the theme sets itself need no value from elsewhere
  const own = new Set([...readFileSync(join(folder, 'theme.css'), 'utf8').matchAll(/^\s*(--[\w-]+):/gm)].map(([, name = '']) => name))
  const used = new Set<string>()
  const queue = [...sheets, ...components]
  for (let text = queue.pop(); text !== undefined; text = queue.pop()) {
    for (const [, name = ''] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
      if (used.has(name) || own.has(name) || !tokens.has(name)) continue
      used.add(name)
      queue.push(tokens.get(name) ?? '')
    }
  }
  return `:root {\n${[...used]
    .sort()
    .map((name) => `  ${name}: ${tokens.get(name)};`)
    .join('\n')}\n}\n`
}
