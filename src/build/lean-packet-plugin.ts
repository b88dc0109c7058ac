import type { Plugin } from 'vite'

/** Parts of libraries that come along with those that make a packet and that none of our code reaches: what stands in for each says so if that ever changes. */
const STANDS_IN: Readonly<Record<string, string>> = {
  // colours as words of CSS: ours are numbers
  culori: 'export const converter = () => unused',
  // drawing SVG files, and forms in XFA; the mark of a town is drawn from our own shapes
  'node-html-better-parser': 'export const parse = unused; export const NodeType = {}',
  'html-entities': 'export const encode = unused',
  // WOFF2: the typefaces of the site are TTF and WOFF
  'brotli/decompress.js': 'export default unused',
}
/** Measures of the fourteen typefaces that need not be embedded; PDF/A wants all of them embedded. */
const STANDARD_FONTS = /[\\/]standard-fonts[\\/](?!all-encodings)[\w-]+\.compressed\.json$/

/** Vite plugin: leaves out of the code that makes packets what it never uses. */
export function leanPacket(): Plugin {
  return {
    name: 'horeca1-lean-packet',
    enforce: 'pre',
    resolveId: (id) => (id in STANDS_IN ? `\0unused:${id}` : null),
    load(id) {
      const name = id.startsWith('\0unused:') ? id.slice('\0unused:'.length) : null
      if (name !== null)
        return `const unused = () => { throw new Error(${JSON.stringify(`${name} is not part of this site`)}) }\n${STANDS_IN[name]}\n`
      return STANDARD_FONTS.test(id) ? '""' : null
    },
  }
}
