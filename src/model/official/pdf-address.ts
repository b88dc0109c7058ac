/** URL of a fillable PDF relative to the page: beside the other files named by their content. `digest`: its SHA-256. */
export const pdfAddress = (digest: string): string => `assets/formulier-${digest.slice(0, 32)}.pdf`
