/** Marks that turn the direction of what follows: `foto\u202Egpj.exe` reads as `fotoexe.jpg`. And what no name holds. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/g

/** The name of a file as it is: nothing in it is hidden, or shown in another order. */
export const plainFileName = (name: string): string => name.replace(TURNS, '_').replace(CONTROLS, '_')
