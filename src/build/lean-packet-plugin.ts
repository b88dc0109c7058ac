import type { Plugin } from 'vite'

/** Parts of libraries that are bundled with those that make a packet but never reached from our code: each is replaced by a stub that throws if that
 * ever changes. */
const STANDS_IN: Readonly<Record<string, string>> = {
  // CSS colour syntax: ours are numbers
  culori: 'export const converter = () => unused',
  // drawing SVG files, and XFA forms; the logo of a town is drawn from our own shapes
  'node-html-better-parser': 'export const parse = unused; export const NodeType = {}',
  'html-entities': 'export const encode = unused',
  // WOFF2: the typefaces of the site are TTF and WOFF
  'brotli/decompress.js': 'export default unused',
}
/** Metrics of the fourteen standard fonts, which need not be embedded; PDF/A requires every font to be. */
const STANDARD_FONTS = /[\\/]standard-fonts[\\/](?!all-encodings)[\w-]+\.compressed\.json$/

/** Vite plugin: leaves what is never used out of the code that makes packets. */
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
