/** Glyph names of the Western encoding of Windows from 32 to 255 (ISO 32000-1, annex D), as used by fonts and in the differences of an encoding. */
const WINDOWS =
  'space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore grave a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde bullet Euro bullet quotesinglbase florin quotedblbase ellipsis dagger daggerdbl circumflex perthousand Scaron guilsinglleft OE bullet Zcaron bullet bullet quoteleft quoteright quotedblleft quotedblright bullet endash emdash tilde trademark scaron guilsinglright oe bullet zcaron Ydieresis space exclamdown cent sterling currency yen brokenbar section dieresis copyright ordfeminine guillemotleft logicalnot hyphen registered macron degree plusminus twosuperior threesuperior acute mu paragraph periodcentered cedilla onesuperior ordmasculine guillemotright onequarter onehalf threequarters questiondown Agrave Aacute Acircumflex Atilde Adieresis Aring AE Ccedilla Egrave Eacute Ecircumflex Edieresis Igrave Iacute Icircumflex Idieresis Eth Ntilde Ograve Oacute Ocircumflex Otilde Odieresis multiply Oslash Ugrave Uacute Ucircumflex Udieresis Yacute Thorn germandbls agrave aacute acircumflex atilde adieresis aring ae ccedilla egrave eacute ecircumflex edieresis igrave iacute icircumflex idieresis eth ntilde ograve oacute ocircumflex otilde odieresis divide oslash ugrave uacute ucircumflex udieresis yacute thorn ydieresis'.split(
    ' ',
  )

const decoders = { WinAnsiEncoding: 'windows-1252', MacRomanEncoding: 'macintosh' } as const
export type Encoding = keyof typeof decoders

/** The character of a code. */
const letterOf = (encoding: Encoding, code: number): string => new TextDecoder(decoders[encoding]).decode(Uint8Array.of(code))

const NAME_OF = new Map(WINDOWS.map((name, index) => [letterOf('WinAnsiEncoding', index + 32), name] as const))
const MORE: Readonly<Record<string, string>> = {
  fi: '\ufb01',
  fl: '\ufb02',
  ff: '\ufb00',
  ffi: '\ufb03',
  ffl: '\ufb04',
  dotlessi: '\u0131',
  minus: '\u2212',
  fraction: '\u2044',
  Lslash: '\u0141',
  lslash: '\u0142',
}
const LETTER_OF = new Map<string, string>([...[...NAME_OF].map(([letter, name]) => [name, letter] as const), ...Object.entries(MORE)])

/** Glyph names of the 256 codes of an encoding; null: none. */
export const namesOf = (encoding: Encoding): (string | null)[] =>
  Array.from({ length: 256 }, (_, code) => (code < 32 ? null : (NAME_OF.get(letterOf(encoding, code)) ?? null)))

/** Code point of a glyph name; undefined: it is unknown. */
export function pointOf(name: string): number | undefined {
  const hex = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/.exec(name)
  if (hex) return Number.parseInt(hex[1] ?? hex[2] ?? '', 16)
  return LETTER_OF.get(name.replace(/\..*$/, ''))?.codePointAt(0)
}
