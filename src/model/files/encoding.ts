/** How a file of the rules becomes a text: a picture of points is no text and travels as base64. */
export const encodingOf = (path: string): 'utf8' | 'base64' => (path.endsWith('.png') ? 'base64' : 'utf8')
