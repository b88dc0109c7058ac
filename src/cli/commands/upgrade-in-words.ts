import { DIFF_WORDS } from '../../authoring/diff/vocabulary.ts'
import { propertyInWords } from '../../authoring/diff/words.ts'
import { formatFinding } from '../../model/findings/finding.ts'
import { told } from '../../model/findings/told.ts'
import type { UpgradeJson } from '../../model/schema/upgrade-json.ts'
import { addAll } from '../../model/util/add-all.ts'

type Change = UpgradeJson['changes'][number]
type Conflict = UpgradeJson['conflicts'][number]
type Look = UpgradeJson['toLookAt'][number]

const WORDS = {
  nl: {
    head: (name: string, from: string, to: string, where: string) => `${name}: van versie ${from} van de basis (${where}) naar ${to}`,
    noBasedOn: 'Dit bestand zegt niet op welke versie het is gemaakt. Schrijf basedOn: als u klaar bent.',
    nothing: 'De basis heeft niets veranderd.',
    conflicts: (count: number) => `Te beslissen (${count}). De basis en u veranderden hetzelfde. Zolang u niets doet, geldt wat u schreef.`,
    kinds: {
      bothChanged: 'beide veranderd',
      gone: 'de basis heeft dit weggehaald',
      bothAdded: 'de basis heeft dit nu ook',
      bothRemoved: 'de basis heeft dit nu zelf weggehaald: haal uw regel weg',
      removedHere: 'u haalde dit weg, en de basis heeft het veranderd',
      order: 'beide op een andere volgorde gezet',
      meansOther: 'de basis maakte er iets anders van; past wat u gaf nog?',
      replacedHere: 'u heeft hiervoor een eigen formulier, en de basis heeft dit veranderd',
      locked: 'een gemeente kan dit niet meer veranderen',
    },
    before: 'was     ',
    base: 'basis nu',
    town: 'bij u   ',
    gone: 'is er niet meer',
    notThere: 'was er niet',
    removedByYou: 'weggehaald',
    own: 'uw eigen regel',
    renamed: (name: string) => `heet nu ${name}`,
    moved: (place: string) => `staat nu in ${place}`,
    why: 'Waarom',
    noReason: 'De basis noemt geen reden.',
    unfit: (count: number) => `Past niet meer (${count})`,
    examples: (count: number) =>
      `Voorbeelden die niet meer kloppen (${count}). Klopt de nieuwe uitkomst? Pas dan het voorbeeld aan. Anders moet uw regel anders.`,
    look: (count: number) => `Kijk hiernaar (${count}): dit is nu anders naast wat u zegt`,
    looks: {
      reads: 'uw regel leest dit',
      sameItem: 'u zegt er iets anders van',
      sameList: 'staat in dezelfde lijst als uw regel; de eerste die past, beslist',
      words: 'uw eigen woord staat in deze tekst',
      raised: 'u verhoogt alle bedragen',
      asked: 'u vraagt elk vak, dus ook dit',
    },
    same: (count: number) => `Zegt de basis nu ook (${count}): u kunt het weghalen`,
    decide: (count: number) => `Nieuw om te beslissen (${count})`,
    foundIn: 'Te vinden in',
    taken: (count: number) => `Verandert bij u, zonder dat u iets doet (${count})`,
    taken_base: (count: number) => `De basis veranderde (${count})`,
    added: 'is nieuw',
    removed: 'is weg',
    order: 'staat op een andere volgorde',
    fits: (fits: number, all: number) => `${fits} van de ${all} dingen die u zegt passen zoals ze zijn.`,
    end: (version: string) => `Alles beslist? Schrijf dan basedOn: ${version} in uw bestand.`,
    done: (version: string) => `Er is niets te beslissen. Schrijf basedOn: ${version} in uw bestand, of laat --write het doen.`,
    diff: (town: string, where: string) => `Wat het voor zaken betekent: diff ${town} --from ${where}`,
  },
  en: {
    head: (name: string, from: string, to: string, where: string) => `${name}: from version ${from} of the base (${where}) to ${to}`,
    noBasedOn: 'This file does not say which version it is based on. Add basedOn: when you are done.',
    nothing: 'The base has changed nothing.',
    conflicts: (count: number) => `To decide (${count}). Both you and the base changed these. Until you decide, your version applies.`,
    kinds: {
      bothChanged: 'changed by both',
      gone: 'the base removed this',
      bothAdded: 'the base now has this too',
      bothRemoved: 'the base has now removed this itself: delete your entry',
      removedHere: 'you removed this, and the base changed it',
      order: 'reordered by both',
      meansOther: 'the base changed what this is; is your value still right?',
      replacedHere: 'you have your own form for this, and the base changed it',
      locked: 'towns can no longer change this',
    },
    before: 'was     ',
    base: 'base now',
    town: 'yours   ',
    gone: 'is gone',
    notThere: 'was not there',
    removedByYou: 'removed',
    own: 'your own entry',
    renamed: (name: string) => `is now called ${name}`,
    moved: (place: string) => `is now in ${place}`,
    why: 'Why',
    noReason: 'The base gives no reason.',
    unfit: (count: number) => `No longer fits (${count})`,
    examples: (count: number) =>
      `Examples that are no longer right (${count}). If the new outcome is correct, update the example; otherwise change your rule.`,
    look: (count: number) => `Worth a look (${count}): these changed around something you set`,
    looks: {
      reads: 'your entry reads it',
      sameItem: 'you change another property of it',
      sameList: 'is in the same list as your entry; the first match decides',
      words: 'this text contains a word you replace',
      raised: 'you raise all fees',
      asked: 'you ask every box, so this one as well',
    },
    same: (count: number) => `The base now says the same (${count}): you can delete these`,
    decide: (count: number) => `New to decide (${count})`,
    foundIn: 'Usually found in',
    taken: (count: number) => `Changes for you without any action (${count})`,
    taken_base: (count: number) => `The base changed (${count})`,
    added: 'is new',
    removed: 'is gone',
    order: 'is in a different order',
    fits: (fits: number, all: number) => `${fits} of your ${all} entries still fit unchanged.`,
    end: (version: string) => `Once everything is decided, set basedOn: ${version} in your file.`,
    done: (version: string) => `Nothing to decide. Set basedOn: ${version} in your file, or use --write.`,
    diff: (town: string, where: string) => `What it means for businesses: diff ${town} --from ${where}`,
  },
} as const

/** What an upgrade means, as lines for people: what has to be decided first, what needs no action last. */
export function upgradeInWords(result: UpgradeJson, name: string, where: string): string {
  const { lang, from, to, conflicts, unfit, changes, toLookAt, sameNow, toDecide, touches, fits, town, basedOn, examples } = result
  const words = WORDS[lang]
  const lines = [words.head(name, from, to, where)]
  if (town !== 'base' && basedOn === null) lines.push(words.noBasedOn)
  if (changes.length === 0 && unfit.length + examples.length === 0) lines.push('', words.nothing)
  const section = (title: string, parts: readonly (readonly string[])[]): void => {
    if (parts.length === 0) return
    lines.push('', title)
    for (const part of parts) addAll(lines, part)
  }
  section(
    words.conflicts(conflicts.length),
    conflicts.map((conflict) => conflictLines(conflict, lang)),
  )
  section(
    words.unfit(unfit.length),
    unfit.map((finding) => [
      foundLine(finding, lang),
      ...finding.reasons.flatMap(({ why, source, renamedTo }) => [
        ...(renamedTo === null ? [] : [`    ${words.renamed(renamedTo)}`]),
        `    ${words.why}: ${why} [${source}]`,
      ]),
    ]),
  )
  section(
    words.examples(examples.length),
    examples.map((finding) => [foundLine(finding, lang)]),
  )
  section(
    words.look(toLookAt.length),
    toLookAt.map((look) => lookLines(look, lang)),
  )
  section(
    words.same(sameNow.length),
    sameNow.map(({ item, property, file, line }) => [`  ${item}: ${propertyInWords(property ?? '', lang)}  ${file}:${line}`]),
  )
  section(
    words.decide(toDecide.length),
    toDecide.map(({ id, label, foundIn }) => [`  ${label} [${id}]${foundIn === null ? '' : ` ${words.foundIn}: ${foundIn}.`}`]),
  )
  const taken = changes.filter(({ conflicts: isDecidedByPeople }) => !isDecidedByPeople)
  section(
    town === 'base' ? words.taken_base(taken.length) : words.taken(taken.length),
    taken.map((change) => changeLines(change, lang)),
  )
  if (town !== 'base') {
    lines.push('', words.fits(fits, touches))
    lines.push(
      conflicts.length + unfit.length + examples.length > 0 ? words.end(to) : words.done(to),
      words.diff(town, where.split(' ')[0] ?? where),
    )
  }
  return lines.join('\n')
}

const foundLine = (finding: UpgradeJson['examples'][number], lang: UpgradeJson['lang']): string =>
  `  ${formatFinding(told(finding as Parameters<typeof told>[0], lang))}`

const placeOf = ({ file, line }: { readonly file: string; readonly line: number }): string => (file === '' ? '' : `  ${file}:${line}`)

function conflictLines(
  { kind, name, item, property, before, base, town, movedTo, reasons }: Conflict,
  lang: UpgradeJson['lang'],
): string[] {
  const words = WORDS[lang]
  const what = property === null ? '' : ` ${propertyInWords(property, lang)}`
  const renamed = reasons.flatMap(({ renamedTo }) => (renamedTo === null ? [] : [`, ${words.renamed(renamedTo)}`]))[0] ?? ''
  const moved = movedTo === null ? '' : `, ${words.moved(movedTo)}`
  const said = town.text !== '' ? town.text : kind === 'removedHere' || kind === 'bothRemoved' ? words.removedByYou : words.own
  return [
    `  ${name}${what}: ${words.kinds[kind]} [${item}]`,
    `    ${words.before} ${before ? `${before.text}${placeOf(before)}` : words.notThere}`,
    `    ${words.base} ${base ? `${base.text}${placeOf(base)}` : `${words.gone}${renamed}${moved}`}`,
    `    ${words.town} ${said}${placeOf(town)}`,
    ...reasonLines(reasons, lang),
  ]
}

function lookLines({ item, reads, property, how, file, line, before, base, reasons }: Look, lang: UpgradeJson['lang']): string[] {
  const words = WORDS[lang]
  const { nothing } = DIFF_WORDS[lang]
  const what = property === null ? '' : ` ${propertyInWords(property, lang)}`
  const place = base ?? before
  return [
    `  ${item}  ${file}:${line}`,
    `    ${reads}${what}: ${words.looks[how]}${place ? placeOf(place) : ''}`,
    `    ${before?.text || nothing} → ${base?.text || nothing}`,
    ...reasonLines(reasons, lang),
  ]
}

function changeLines({ name, item, kind, property, before, after, reasons }: Change, lang: UpgradeJson['lang']): string[] {
  const words = WORDS[lang]
  const nothing = DIFF_WORDS[lang].nothing
  const place = after ?? before
  const what = kind === 'changed' ? propertyInWords(property ?? '', lang) : words[kind]
  return [
    `  ${name}: ${what} [${item}]${place ? placeOf(place) : ''}`,
    ...(kind === 'changed' ? [`    ${before?.text || nothing} → ${after?.text || nothing}`] : []),
    ...reasonLines(reasons, lang),
  ]
}

function reasonLines(reasons: Conflict['reasons'], lang: UpgradeJson['lang']): string[] {
  const words = WORDS[lang]
  if (reasons.length === 0) return [`    ${words.noReason}`]
  return reasons.map(({ why, source }) => `    ${words.why}: ${why} [${source}]`)
}
