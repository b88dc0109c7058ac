/** Bidirectional controls, which reorder what follows: `foto\u202Egpj.exe` reads as `fotoexe.jpg`. Below: what no file name contains. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this matches
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/g

/** The name of a file with such characters replaced, so that nothing in it is hidden or reordered. */
export const plainFileName = (name: string): string => name.replace(TURNS, '_').replace(CONTROLS, '_')
