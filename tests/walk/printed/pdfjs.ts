const { parse, stringify } = JSON
export const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
// the build for older browsers puts slower ones of its own in their place, for everything else in the process as well
Object.assign(JSON, { parse, stringify })
