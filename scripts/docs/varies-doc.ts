interface Row {
  readonly id: string
  readonly nl: string
  readonly case: string
  readonly write: string
  readonly lacks?: string
  readonly shipped?: string
  readonly test?: string
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

/** The page for municipalities of what a town can do otherwise, made of the rows that tests hold: `tests/varies/rows/`. */
export function variesDoc(
  chapters: readonly { readonly chapter: string; readonly nl: string; readonly file: string; readonly rows: readonly Row[] }[],
): string {
  const all = chapters.flatMap(({ rows }) => rows)
  const lacking = all.filter(({ lacks }) => lacks !== undefined)
  const seen = ({ id, lacks, shipped, test }: Row, file: string): string =>
    lacks ?? (shipped ? `[voorbeeld](../${shipped})` : test ? `[toets](../${test})` : `[${id}](../${file})`)
  return [
    '# Wat een gemeente anders kan doen',
    '',
    'Deze lijst is gemaakt uit `tests/varies/rows/`. Daar staat bij elke regel wat een gemeente schrijft en wat er dan uit komt. De toetsen houden dat bij.',
    'Hoe u het schrijft, staat in [Writing rules](writing-rules.md#what-a-town-may-do-otherwise). Hoe u begint, in de [handleiding voor gemeenten](handleiding-gemeente.md).',
    '',
    `Van ${all.length} soorten verschillen kan een gemeente er ${all.length - lacking.length} zelf opschrijven. ${lacking.length === 0 ? '' : `Nog niet: ${lacking.map(({ nl }) => nl).join('; ')}.`}`.trim(),
    ...chapters.flatMap(({ chapter, nl, file, rows }) => [
      '',
      `## ${nl} (${chapter})`,
      '',
      '| wat verschilt | waar dat zo is | wat u schrijft | te zien in |',
      '| --- | --- | --- | --- |',
      ...rows.map((row) => `| ${cell(row.nl)} | ${cell(row.case)} | ${cell(row.write)} | ${cell(seen(row, file))} |`),
    ]),
    '',
  ].join('\n')
}
