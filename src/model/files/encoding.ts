/** How a rule file is held as text: a PNG is binary, and is held as base64. */
export const encodingOf = (path: string): 'utf8' | 'base64' => (path.endsWith('.png') ? 'base64' : 'utf8')
