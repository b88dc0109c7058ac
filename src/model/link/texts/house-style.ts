import type { LinkContext } from '../context.ts'

/** WCAG 2.2, 1.4.3: what texts need on their background. */
const NEEDED = 4.5

/** Colours of the house style are used for text on white, and for white text on them. */
export function checkContrast({ catalogue, report }: LinkContext): void {
  const colours = catalogue.branding?.colours
  if (!colours) return
  for (const [name, colour] of Object.entries(colours)) {
    if (colour === undefined) continue
    const ratio = contrastOnWhite(colour)
    if (ratio < NEEDED)
      report(
        'CONTRAST',
        'warning',
        colours,
        name,
        `The colour ${name} ${colour} has a contrast of ${ratio.toFixed(1)} on white; reading needs ${NEEDED}.`,
        'Choose a darker colour.',
      )
  }
}

export function contrastOnWhite(colour: string): number {
  const channel = (at: number): number => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return 1.05 / (0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) + 0.05)
}
