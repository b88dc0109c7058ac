/** Dutch hyphenation patterns of TeX; the package has no types of its own. */
declare module 'hyphen/nl/index.js' {
  const dutch: { hyphenateSync(text: string, options?: { readonly hyphenChar?: string; readonly minWordLength?: number }): string }
  export = dutch
}
