import { z } from 'zod'
import { foundIn } from '../../src/authoring/new/found-in.ts'
import type { Layer, RuleSet } from '../../src/model/rule-set.ts'

type Parameter = RuleSet['base']['parameters'][number]
type Fee = RuleSet['base']['fees'][number]

/** What a group of values is about, by the second word of their ids. The rest stands under "Overig". */
const GROUPS: readonly (readonly [heading: string, words: readonly string[]])[] = [
  ['Exploitatievergunning', ['exploitation']],
  ['Sluitingstijden', ['closing']],
  ['Terras', ['terrace']],
  ['Alcohol en leidinggevenden', ['alcohol']],
  ['Speelautomaten', ['gaming']],
  ['Bibob', ['bibob']],
  ['Brandveilig gebruik en milieu', ['fire', 'environment', 'music', 'noise', 'odour', 'festivity', 'litter']],
]

/** docs/waarden-gemeente.md: every value and fee line that a municipality can fill in, with what the base says and what towns that are here said before. In Dutch, for who fills them in. */
export function townValuesDoc({ base, layers }: RuleSet): string {
  const towns = [...layers.values()].filter(({ id, data }) => !id.includes('/') && data.example !== true)
  const known = new Set(GROUPS.flatMap(([, words]) => words))
  const wordOf = ({ id }: Parameter): string => id.split('.')[1] ?? ''
  const groups = [
    ...GROUPS.map(([heading, words]) => ({ heading, parameters: base.parameters.filter((it) => words.includes(wordOf(it))) })),
    { heading: 'Overig', parameters: base.parameters.filter((parameter) => !known.has(wordOf(parameter))) },
  ].filter(({ parameters }) => parameters.length > 0)

  const given = (id: string): string =>
    towns
      .flatMap(({ name, data }) => {
        const value = valuesIn(data)
          .find((parameter) => parameter.id === id)
          ?.values.at(-1)
        return value === undefined || value.value === null
          ? []
          : [`${name}: \`${value.value}\`${value.unverified ? ' (niet nagekeken)' : ''}`]
      })
      .join('; ')
  const priced = (id: string): string =>
    towns
      .filter(({ data }) => amountsIn(data).some((fee) => fee.id === id && fee.amounts.some(({ amount }) => amount !== null)))
      .map(({ name }) => name)
      .join(', ')

  const valueRow = (parameter: Parameter): string =>
    row([
      parameter.label.nl,
      `\`${parameter.id}\``,
      waysToWrite(parameter),
      inBase(parameter),
      foundIn(base, parameter)?.nl ?? '–',
      given(parameter.id) || '–',
    ])
  const feeRow = (fee: Fee): string =>
    row([
      fee.label.nl,
      `\`${fee.id}\``,
      KINDS[fee.kind],
      fee.local === 'must' ? 'ja' : 'als het kan',
      fee.foundIn?.nl ?? '–',
      priced(fee.id) || '–',
    ])

  return `# Waarden die een gemeente kan invullen

Deze lijst hoort bij de [handleiding voor gemeenten](handleiding-gemeente.md). Alles staat in \`rules/municipalities/<gemeente>/municipality.yaml\`: waarden onder \`parameters:\`, bedragen onder \`fees:\`.
Bij **zelf invullen** verwacht de basis een waarde van uw gemeente. Vult u niets in, dan leest de ondernemer: vraag het uw gemeente. De laatste kolom zegt wat gemeenten die hier al staan hebben ingevuld. Het is een voorbeeld van
hoe u het schrijft, niet wat bij u geldt. Deze pagina is gemaakt met \`npx tsx scripts/docs/write-town-values-doc.ts\`.

${base.parameters.length} waarden en ${base.fees.length} bedragen.

${groups.map(({ heading, parameters }) => `## ${heading}\n\n${row(['wat', 'id', 'zo schrijft u het', 'in de basis', 'meestal te vinden in', 'ingevuld door'])}\n${RULE}\n${parameters.map(valueRow).join('\n')}\n`).join('\n')}
## Bedragen

Een bedrag schrijft u in euro met een punt. Een formule mag ook: zie [de handleiding](handleiding-gemeente.md#een-bedrag).

${row(['wat', 'id', 'wanneer betaald', 'zelf invullen', 'meestal te vinden in', 'ingevuld door'])}
${RULE}
${base.fees.map(feeRow).join('\n')}
`
}

const KINDS: Readonly<Record<Fee['kind'], string>> = {
  once: 'één keer',
  yearly: 'elk jaar',
  elsewhere: 'elders',
  ifRefused: 'bij een weigering',
}
const RULE = '| --- | --- | --- | --- | --- | --- |'

function waysToWrite({ type, options = [], unit }: Parameter): string {
  if (type === 'choice') return options.map(({ id, label }) => `\`${id}\` (${label.nl})`).join(', ')
  const written = {
    yesNo: '`true` (ja) of `false` (nee)',
    number: 'een getal, `0.5`',
    integer: 'een heel getal, `8`',
    amount: 'een bedrag, `12.50`',
    text: 'een tekst',
    date: 'een dag, `2027-01-31`',
    time: 'een tijd, `23:00`, of `01:00+1` na middernacht',
  }[type]
  return unit === undefined ? written : `${written} (${unit})`
}

function inBase({ values, local }: Parameter): string {
  if (local === 'never') return `${lastValue(values)}; ligt vast in de wet`
  const value = lastValue(values)
  if (value === 'onbekend') return local === 'must' ? '**zelf invullen**' : 'onbekend'
  return `${value}${values.at(-1)?.unverified ? ' (niet nagekeken)' : ''}`
}
const lastValue = (values: Parameter['values']): string => {
  const value = values.at(-1)?.value ?? null
  return value === null ? 'onbekend' : `\`${String(value)}\``
}

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`

/** What this page reads of the differences of a town; the loader has held them against their whole shape before. */
const GivenValues = z.array(
  z.object({
    id: z.string(),
    values: z
      .array(z.object({ value: z.union([z.string(), z.number(), z.boolean(), z.null()]), unverified: z.boolean().optional() }))
      .default([]),
  }),
)
const GivenAmounts = z.array(z.object({ id: z.string(), amounts: z.array(z.object({ amount: z.unknown() })).default([]) }))
const valuesIn = ({ parameters }: Layer['data']) => GivenValues.parse(parameters ?? [])
const amountsIn = ({ fees }: Layer['data']) => GivenAmounts.parse(fees ?? [])
