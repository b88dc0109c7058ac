/** Where the site keeps a PDF that is filled in, from the folder of the page: beside the other files whose names tell what is in them. `digest`: its SHA-256. */
export const pdfAddress = (digest: string): string => `assets/formulier-${digest.slice(0, 32)}.pdf`
