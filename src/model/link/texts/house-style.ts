import type { LinkContext } from '../context.ts'

/** WCAG 2.2, 1.4.3: minimum contrast of text on its background. */
const NEEDED = 4.5

/** Checks contrast: colours of the house style are used for text on white, and as background of white text. */
export function checkContrast({ catalogue, report }: LinkContext): void {
  const colours = catalogue.branding?.colours
  if (!colours) return
  for (const [name, colour] of Object.entries(colours)) {
    if (colour === undefined) continue
    const ratio = contrastOnWhite(colour)
    if (ratio < NEEDED)
      report(
        'CONTRAST',
        'error',
        colours,
        name,
        `The colour ${name} ${colour} has a contrast of ${ratio.toFixed(1)} on white; reading needs ${NEEDED}.`,
        `Choose a darker colour; the nearest that can be read is ${darkened(colour)}.`,
      )
  }
}

/** The same hue, just dark enough to read. */
function darkened(colour: string): string {
  for (let part = 99; part > 0; part -= 1) {
    const channel = (at: number): string =>
      Math.round((Number.parseInt(colour.slice(at, at + 2), 16) * part) / 100)
        .toString(16)
        .padStart(2, '0')
        .toUpperCase()
    const made = `#${channel(1)}${channel(3)}${channel(5)}`
    if (contrastOnWhite(made) >= NEEDED) return made
  }
  return '#000000'
}

export function contrastOnWhite(colour: string): number {
  const channel = (at: number): number => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return 1.05 / (0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) + 0.05)
}
