/** What somebody put on a page, by its name in the standard (ISO 32000-1, 12.5.6), in words; any other is a mark. */
export const noteKind = (kind: string, lang: 'nl' | 'en'): string => KINDS[lang][kind] ?? (lang === 'nl' ? 'teken' : 'mark')

const KINDS: Readonly<Record<'nl' | 'en', Readonly<Record<string, string>>>> = {
  nl: {
    Text: 'notitie',
    FreeText: 'tekst',
    Ink: 'tekening',
    Stamp: 'stempel',
    Highlight: 'markering',
    Widget: 'invulveld',
    Link: 'link',
    Square: 'kader',
  },
  en: {
    Text: 'note',
    FreeText: 'text',
    Ink: 'drawing',
    Stamp: 'stamp',
    Highlight: 'highlight',
    Widget: 'field',
    Link: 'link',
    Square: 'frame',
  },
}
