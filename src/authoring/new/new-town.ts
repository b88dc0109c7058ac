import { formatDate } from '../../engine/forms/format.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import { catalogueOf } from '../../model/layers/layers.ts'
import { FILL_IN } from '../../model/link/town/filled-in.ts'
import { tableIn } from '../../model/resolve/table.ts'
import type { RuleSet } from '../../model/rule-set.ts'
import { addAll } from '../../model/util/add-all.ts'
import { foundIn } from './found-in.ts'

/** What a town has to decide, in the words of its file. */
export interface ToDo {
  readonly what: string
  readonly foundIn: string
}

export interface NewTown {
  /** The text of municipality.yaml. */
  readonly text: string
  readonly toDo: readonly ToDo[]
}

type Parameter = Catalogue['parameters'][number]
type Fee = Catalogue['fees'][number]

/** The file of a new town. Only its name and the version of the base are in force; what it must decide is there as commented-out lines, with where such a value
 * is usually found. What `from` says is shown beside it and never adopted. In Dutch, for whoever fills it in. `from`: `base`, or a similar town. */
export function newTown(
  ruleSet: RuleSet,
  town: { readonly id: string; readonly name: string; readonly from: string; readonly today: string },
): NewTown {
  const { base } = ruleSet
  const { from } = town
  const like: LikeTown = {
    name: ruleSet.layers.get(from)?.name ?? from,
    catalogue: from === 'base' ? null : (catalogueOf(ruleSet, from)?.catalogue ?? null),
  }
  const file = new TownFile()
  aboutTown(file, town.name)
  aboutValues(file, base, like)
  aboutFees(file, base, like, town.today.slice(0, 4))
  aboutHours(file)
  aboutChannels(file, base)
  aboutLooks(file)
  aboutMore(file)
  addAll(file.lines, structureOf(ruleSet, from, like.name))
  const { toDo, lines } = file
  return { text: `${[...headOf(town, base.head.version, toDo.length), ...lines].join('\n')}\n`, toDo }
}

/** A similar town. */
interface LikeTown {
  readonly name: string
  readonly catalogue: Catalogue | null
}

/** The lines below the head of the file, with what they leave to decide. */
class TownFile {
  readonly lines: string[] = []
  readonly toDo: ToDo[] = []

  heading(text: string, key?: string): void {
    this.lines.push('', `# --- ${text} ---`)
    if (key !== undefined) this.lines.push(`${key}:`)
  }

  /** `more`: lines below it. */
  decide(what: string, foundIn: string, more: readonly string[], indent = ''): void {
    const { lines, toDo } = this
    toDo.push({ what, foundIn })
    lines.push(`${indent}# TE DOEN ${toDo.length}. ${what}`, `${indent}#   Te vinden in: ${foundIn}.`)
    for (const line of more) lines.push(`${indent}#   ${line}`)
  }

  /** An entry of a list, commented out. */
  toSwitchOn(entry: string): void {
    this.lines.push(`  #- ${entry}`)
  }
}

const headOf = (
  { id, name, today }: { readonly id: string; readonly name: string; readonly today: string },
  version: string,
  count: number,
): string[] => [
  '# yaml-language-server: $schema=../../../schemas/municipality.schema.json',
  `# ${name}: alleen wat hier anders is dan in de basis. Gemaakt op ${formatDate(today, 'nl')}.`,
  '#',
  `# TE DOEN: ${count} dingen om te beslissen. Ze staan hieronder, elk met waar u het meestal vindt.`,
  `#   1. Zoek het op. 2. Haal het hekje weg voor de regel eronder. 3. Vul in wat er staat als ${FILL_IN} of "". Bij source: het artikel of het adres.`,
  `#   4. Bewaar, en kijk na: npm run --silent horeca1 -- check --variant ${id}`,
  '# Wat u laat staan is onbekend. De ondernemer leest dan: vraag het uw gemeente. Onbekend is nooit nul en nooit nee.',
  '# Niet nagekeken? Schrijf unverified: true naast de waarde, in plaats van source.',
  'schema: 1',
  `id: ${id}`,
  `name: ${quoted(name)}`,
  'extends: base',
  '# Op deze versie van de basis is dit bestand gemaakt. `upgrade` vergelijkt daarmee.',
  `basedOn: ${version}`,
]

function aboutTown(file: TownFile, name: string): void {
  file.heading('Wie u bent')
  file.decide('Waar een ondernemer met vragen terechtkan', 'uw eigen website', [])
  file.lines.push(`#contact: { name: ${quoted(`Gemeente ${name}`)}, phone: "${FILL_IN}", web: "", source: "" }`)
  file.decide('Bij welke postcodes de site uw gemeente voorstelt', 'uw eigen kaart; vier cijfers, of een reeks zoals 1011-1018', [])
  file.lines.push('#postcodes: [""]')
}

function aboutValues(file: TownFile, base: Catalogue, like: LikeTown): void {
  file.heading('Welke vergunningen nodig zijn', 'parameters')
  for (const parameter of base.parameters.filter((each) => isToDecide(each, like.catalogue))) {
    const given = like.catalogue?.parameters.find((each) => each.id === parameter.id)
    file.decide(
      hasValue(parameter) ? `${parameter.label.nl} (alleen als het bij u anders is)` : parameter.label.nl,
      foundIn(base, parameter)?.nl ?? FOUND_ELSEWHERE,
      [
        `Schrijf: ${waysToWrite(parameter)}.`,
        ...(parameter.local === 'must' || !hasValue(parameter) ? [] : [`Zonder uw waarde geldt: ${valueSaid(parameter)}.`]),
        ...(given && differs(given, parameter) ? [`${like.name} schrijft: ${valueSaid(given)}.`] : []),
      ],
      '  ',
    )
    file.toSwitchOn(`{ id: ${parameter.id}, values: [{ value: ${FILL_IN}, source: "" }] }`)
  }
  file.lines.push('  # Er zijn nog meer waarden. Zonder u geldt daar wat gewoon is. Alle waarden: docs/waarden-gemeente.md')
}

function aboutFees(file: TownFile, base: Catalogue, like: LikeTown, year: string): void {
  file.heading('Bedragen', 'fees')
  file.lines.push(
    '  # In euro, met een punt. Formules: docs/handleiding-gemeente.md, Bedragen. Weet u het niet, laat de regel dan uit. Nooit 0: nul is gratis.',
  )
  for (const fee of base.fees.filter(({ local }) => local === 'must')) {
    const given = like.catalogue?.fees.find((each) => each.id === fee.id)
    const said = given && amountSaid(given)
    file.decide(fee.label.nl, fee.foundIn?.nl ?? FOUND_ELSEWHERE, said ? [`${like.name} schrijft: ${said}.`] : [], '  ')
    file.toSwitchOn(`{ id: ${fee.id}, amounts: [{ amount: ${FILL_IN}, from: ${year}-01-01, until: ${year}-12-31, source: "" }] }`)
  }
}

function aboutHours(file: TownFile): void {
  file.heading('Tijden', 'hours')
  file.decide(
    'Van wanneer tot wanneer een zaak open mag zijn, per avond',
    'APV, het artikel over sluitingstijden (vaak art. 2:29)',
    ['De eerste regel die past, beslist. Noem samen alle zeven avonden. 01:00+1 is één uur in de nacht erna. close: null is geen grens.'],
    '  ',
  )
  for (const place of ['inside', 'terrace'])
    file.toSwitchOn(
      `{ id: ${place}.all, place: ${place}, nights: [mon, tue, wed, thu, fri, sat, sun], open: "${FILL_IN}", close: ${FILL_IN}, source: "" }`,
    )
}

function aboutChannels(file: TownFile, base: Catalogue): void {
  file.heading('Inleveren', 'channels')
  for (const { id: licence } of base.channels.filter(({ kind }) => kind === 'unknown')) {
    const label = [...base.licences, ...base.extras].find((each) => each.id === licence)?.name.nl ?? licence
    file.decide(`Hoe de ondernemer dit inlevert: ${label}`, 'uw productpagina over deze vergunning', [`kind: ${CHANNELS}.`], '  ')
    file.toSwitchOn(`{ id: ${licence}, kind: ${FILL_IN}, address: "${FILL_IN}", source: "" }`)
  }
}

function aboutLooks(file: TownFile): void {
  file.heading('Huisstijl')
  file.decide('Uw kleuren', 'uw huisstijlhandboek', [
    'Een kleur die te licht is om te lezen, is een fout. De melding noemt de dichtstbijzijnde die wel kan.',
  ])
  file.lines.push(`#branding: { colours: { primary: "${FILL_IN}", text: "#1A1A1A" }, source: "" }`)
}

function aboutMore(file: TownFile): void {
  file.heading('En verder')
  file.lines.push(
    '# - Een vak dat u vraagt en de basis niet: asks: en changes: in docs/handleiding-gemeente.md, Secties en vakken.',
    '# - Een wijk of straat met eigen tijden: districts/ en areas.yaml in docs/handleiding-gemeente.md, Tijden en wijken.',
    '# - Een bijlage erbij, of een eigen woord voor leidinggevende: docs/handleiding-gemeente.md, Secties en vakken.',
    '# - Een aanvraag die u kent als voorbeeld in de map examples/: dan merkt u het als later iets verandert.',
    '# - Wat het college besluit: docs/adoptie.md.',
  )
}

const FOUND_ELSEWHERE = 'uw verordening of beleid over dit onderwerp'
const CHANNELS = 'webform, email, counter (balie), post of omgevingsloket'

/** What the base leaves to a town, what it says where to find, and what a similar town decides differently. */
const isToDecide = (parameter: Parameter, like: Catalogue | null): boolean => {
  if (parameter.local === 'never') return false
  const given = like?.parameters.find(({ id }) => id === parameter.id)
  return parameter.local === 'must' || parameter.foundIn !== undefined || (given !== undefined && differs(given, parameter))
}

const hasValue = ({ values }: Parameter): boolean => values.some(({ value }) => value !== null)

const differs = (given: Parameter, base: Parameter): boolean => given.values !== base.values

function waysToWrite({ type, options = [], unit }: Parameter): string {
  if (type === 'choice') return options.map(({ id, label }) => `${id} (${label.nl})`).join(', ')
  const written = {
    yesNo: 'true (ja) of false (nee)',
    number: 'een getal, zoals 1.5',
    integer: 'een heel getal, zoals 8',
    amount: 'een bedrag, zoals 12.50',
    text: 'een tekst',
    date: 'een dag, zoals 2027-01-31',
    time: 'een tijd, zoals 23:00, of 01:00+1 na middernacht',
  }[type]
  return unit === undefined ? written : `${written} (${unit})`
}

function valueSaid({ values }: Parameter): string {
  const last = values.at(-1)
  return last?.value === undefined || last.value === null ? 'onbekend' : `${String(last.value)}${marked(last)}`
}

function amountSaid({ amounts }: Fee): string | null {
  const last = amounts.at(-1)
  if (last?.amount === undefined || last.amount === null) return null
  return `${tableIn(last.amount) ? 'een tabel' : String(last.amount).replace(/\s+/g, ' ')}${marked(last)}`
}

const marked = ({ source, unverified }: { readonly source?: string | undefined; readonly unverified?: boolean | undefined }): string => {
  const said = [source === undefined ? '' : source.replace(/\s+/g, ' '), unverified ? 'niet nagekeken' : ''].filter(Boolean)
  return said.length > 0 ? ` (${said.join('; ')})` : ''
}

/** What a similar town changed by name: to be read, not copied unseen. */
function structureOf(ruleSet: RuleSet, from: string, name: string): string[] {
  const layer = ruleSet.layers.get(from)
  const changes = layer?.data.changes ?? []
  if (!layer || changes.length === 0) return []
  return [
    `# - ${name} heeft ook dit anders. Geldt het bij u ook, neem het dan over en schrijf uw eigen bron:`,
    ...changes.map(
      (change) =>
        `#     ${change.op} ${change.at}: ${change.why.replace(/\s+/g, ' ')} (${ruleSet.provenance.origin(change).file}:${ruleSet.provenance.origin(change).line})`,
    ),
  ]
}

/** Quotes a text for YAML where needed, whatever is in it. */
const quoted = (text: string): string => (/^[A-Za-z][A-Za-z -]*[A-Za-z]$/.test(text) && !RESERVED.test(text) ? text : JSON.stringify(text))
const RESERVED = /^(true|false|yes|no|on|off|null|y|n)$/i
