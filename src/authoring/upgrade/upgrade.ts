import type { Catalogue } from '../../model/catalogue.ts'
import type { Finding } from '../../model/findings/finding.ts'
import type { Lang } from '../../model/lang.ts'
import { catalogueBoxes } from '../../model/layers/asked.ts'
import { BASE } from '../../model/layers/base.ts'
import { compareVersions } from '../../model/layers/base-version.ts'
import { catalogueOf } from '../../model/layers/layers.ts'
import { splitPlace } from '../../model/places.ts'
import { resolveVariant } from '../../model/resolve.ts'
import type { RuleSet } from '../../model/rule-set.ts'
import type { BaseChange } from '../../model/schema/changelog.ts'
import type { UpgradeJson } from '../../model/schema/upgrade-json.ts'
import { type BaseDifference, baseDelta } from './base-delta.ts'
import { brokenExamples } from './examples.ts'
import { agrees, clash, differing, isWithin, looksAt } from './meetings.ts'
import { readersOf } from './readers.ts'
import { Saying } from './saying.ts'
import { familyOf, type Touch, touchesOf } from './town-touches.ts'

type Conflict = UpgradeJson['conflicts'][number]

/** A rule set with the findings of its files. */
export interface Version {
  readonly ruleSet: RuleSet
  readonly findings: readonly Finding[]
}

/** What a newer base means for a town with its districts and areas: a three-way comparison of the old base, the new base and what the town says. Both rule sets
 * hold the current files of the town. It decides nothing: what both changed is reported with both values.
 * @param files every file of the project: the examples of the town are checked on both bases */
export function upgrade(
  before: Version,
  now: Version,
  town: string,
  lang: Lang,
  files: ReadonlyMap<string, string> = new Map(),
): UpgradeJson {
  const [old, base] = [before.ruleSet.base, now.ruleSet.base]
  const log = reasonsSince(now.ruleSet, old.head.version)
  const say = new Saying(before.ruleSet, now.ruleSet, lang)
  const delta = baseDelta(old, base).map((difference): Told => ({ difference, ...inWords(difference, say, log, lang) }))
  const family = familyOf(now.ruleSet, town)
  const touches = family.flatMap((layer) => touchesOf(now.ruleSet, layer, catalogueOf(before.ruleSet, layer.extends)?.whole ?? old))
  const layers = family.map(({ id }) => id)
  const fresh = newFindings(before, now, layers, town)
  const { conflicts, met } = conflictsOf({ touches, delta, base, fresh, say })
  const lines = new Set(conflicts.map(({ town: at }) => lineOf(at)))
  const unfit = fresh.filter((finding) => !lines.has(lineOf(finding)))
  const troubled = new Set([...lines, ...unfit.map(lineOf)])
  const agreed = touches.filter((touch) => delta.some(({ difference }) => agrees(touch, difference)))
  const told = new Map(delta.map((each) => [each.difference, each]))
  const reading = readersOf(
    touches,
    delta.map(({ difference }) => difference),
  ).map((each) => ({ ...each, how: 'reads' as const }))
  return {
    lang,
    town,
    from: old.head.version,
    to: base.head.version,
    basedOn: now.ruleSet.layers.get(town)?.data.basedOn ?? null,
    // a layer that says nothing has nothing to look at
    touches: touches.length,
    fits: touches.filter(({ at }) => !troubled.has(lineOf(at))).length,
    changes: delta.map((each) => {
      const { item, kind, property } = each.difference
      return {
        item,
        name: each.name,
        kind,
        property,
        before: each.before,
        after: each.after,
        conflicts: met.has(each),
        reasons: each.reasons,
      }
    }),
    conflicts,
    unfit: unfit.map((finding) => ({ ...finding, reasons: renamesNamedIn(finding, log).map(inLang(lang)) })),
    examples: brokenExamples(before.ruleSet, now.ruleSet, town, files),
    toLookAt: [...reading, ...looksOf(touches, delta, met, agreed, base)].map((look) => lookJson(look, told.get(look.difference))),
    sameNow: agreed.map(({ layer, item, property, at }) => ({ layer, item, property, file: at.file, line: at.line })),
    toDecide: toDecide(old, base, touches, lang),
  }
}

const lineOf = ({ file, line }: { readonly file: string; readonly line: number }): string => `${file}:${line}`

/** A difference of the base, in words. */
interface Told extends ToldValues {
  readonly difference: BaseDifference
}
interface ToldValues {
  readonly name: string
  readonly before: Change['before']
  readonly after: Change['after']
  readonly reasons: Change['reasons']
}
type Change = UpgradeJson['changes'][number]

const inWords = (difference: BaseDifference, say: Saying, log: readonly BaseChange[], lang: Lang): ToldValues => ({
  name: say.nameOf(difference),
  before: say.base(difference, 'before'),
  after: say.base(difference, 'after'),
  reasons: reasonsFor(difference, log).map(inLang(lang)),
})

/** What meets: what the town says, and what differs in the base. */
interface Meeting {
  readonly touches: readonly Touch[]
  readonly delta: readonly Told[]
  readonly base: Catalogue
  /** What is wrong with the town only since the newer base. */
  readonly fresh: readonly Finding[]
  readonly say: Saying
}

/** Where both changed something; `met`: the differences that do. */
function conflictsOf({ touches, delta, base, fresh, say }: Meeting): { conflicts: Conflict[]; met: Set<Told> } {
  const met = new Set<Told>()
  const meant = new Set<string>()
  const conflicts = touches.flatMap((touch): Conflict[] =>
    delta.flatMap((told, index): Conflict[] => {
      const { difference } = told
      const isLocked = difference.property === 'local' && isWithin(touch.item, difference.item) && isRefused(touch, fresh)
      const kind = isLocked ? 'locked' : clash(touch, difference)
      const moved = kind === 'gone' ? movedTo(touch.after ?? touch.item, base) : null
      // a town that asks a box names its form and number, wherever the box is
      if (kind === null || (touch.op === 'ask' && moved !== null)) return []
      met.add(told)
      // several things that a town says about one item share one report of what it now is
      const report = `${index} ${touch.layer}`
      if (kind === 'meansOther' && meant.has(report)) return []
      meant.add(report)
      return [conflictOf(kind, touch, told, moved, say)]
    }),
  )
  return { conflicts, met }
}

/** Whether the newer base takes from the town what it says here. */
const isRefused = ({ at, item }: Touch, fresh: readonly Finding[]): boolean =>
  fresh.some(({ code, file, message }) => code === 'LOCKED' && file === at.file && message.includes(item.split('/').at(-1) ?? ''))

function conflictOf(kind: Conflict['kind'], touch: Touch, told: Told, movedTo: string | null, say: Saying): Conflict {
  const { difference, name, before, after, reasons } = told
  // for what is gone or locked, what the base said where the town says something is what counts
  const isOfItem = kind === 'locked' || kind === 'gone'
  return {
    kind,
    layer: touch.layer,
    item: touch.op === 'ask' || kind === 'replacedHere' ? difference.item : touch.item,
    property: kind === 'meansOther' ? difference.property : (touch.property ?? difference.property),
    name,
    before: (isOfItem ? say.touched(touch, 'before') : null) ?? before,
    base: (kind === 'locked' ? say.touched(touch, 'after') : null) ?? after,
    town: say.town(touch, kind === 'bothAdded' ? differing(touch, difference.after) : []),
    movedTo,
    reasons,
  }
}

/** Something that a town says beside a difference of the base. */
interface Beside {
  readonly touch: Touch
  readonly difference: BaseDifference
  readonly how: UpgradeJson['toLookAt'][number]['how']
}

/** What is other now beside what the town says, of what neither conflicts nor is agreed on. */
function looksOf(
  touches: readonly Touch[],
  delta: readonly Told[],
  met: ReadonlySet<Told>,
  agreed: readonly Touch[],
  base: Catalogue,
): Beside[] {
  const unasked = catalogueBoxes(base)
  const seen = new Set<string>()
  return touches.flatMap((touch) =>
    delta.flatMap((told, index): Beside[] => {
      const { difference } = told
      const how = met.has(told) || agreed.some((each) => agrees(each, difference)) ? null : looksAt(touch, difference, unasked)
      const key = `${index} ${lineOf(touch.at)}`
      if (how === null || seen.has(key)) return []
      seen.add(key)
      return [{ touch, difference, how }]
    }),
  )
}

const lookJson = ({ touch, difference, how }: Beside, told: ToldValues | undefined): UpgradeJson['toLookAt'][number] => ({
  how,
  layer: touch.layer,
  item: touch.item,
  reads: difference.item,
  property: difference.property,
  file: touch.at.file,
  line: touch.at.line,
  before: told?.before ?? null,
  base: told?.after ?? null,
  reasons: told?.reasons ?? [],
})

/** What the newer base leaves to a town and the older one did not, and the town says nothing about. */
const toDecide = (old: Catalogue, base: Catalogue, touches: readonly Touch[], lang: Lang): UpgradeJson['toDecide'] =>
  base.parameters
    .filter(({ id, local }) => local === 'must' && !old.parameters.some((parameter) => parameter.id === id && parameter.local === 'must'))
    .filter(({ id }) => !touches.some(({ item }) => item === `parameters/${id}`))
    .map(({ id, label, foundIn }) => ({ id, label: label[lang], foundIn: foundIn?.[lang] ?? null }))

/** Where a box that left its section now is on the same form: its number identifies it. */
function movedTo(item: string, { forms }: Catalogue): string | null {
  const [id, nr] = /^forms\/([^/]+)\/sections\/[^/]+\/boxes\/([^/]+)$/.exec(item)?.slice(1) ?? item.split('/')
  const section = forms.find((form) => form.id === id)?.sections.find(({ boxes }) => boxes.some((box) => box.nr === nr))
  return section ? `forms/${id}/sections/${section.id}/boxes/${nr}` : null
}

const inLang =
  (lang: Lang) =>
  ({ why, source, renamedTo }: BaseChange): Conflict['reasons'][number] => ({ why: why[lang], source, renamedTo: renamedTo ?? null })

/** Renames in the log, of names that a finding mentions. */
const renamesNamedIn = ({ message, path }: Finding, reasons: readonly BaseChange[]): BaseChange[] =>
  reasons.filter(({ at, renamedTo }) => {
    const name = at.split('/').at(-1) ?? ''
    return renamedTo !== undefined && `${message} ${path}`.split(/[^\w.]+/).some((word) => word.replace(/\.$/, '') === name)
  })

/** Everything the log says about versions after this one; about this version itself when there is no newer one. */
function reasonsSince({ base, changelog }: RuleSet, version: string): BaseChange[] {
  const same = base.head.version === version
  return changelog
    .filter((each) => (same ? each.version === version : compareVersions(each.version, version) > 0))
    .flatMap(({ changes }) => changes)
}

function reasonsFor({ item, kind, property }: BaseDifference, reasons: readonly BaseChange[]): BaseChange[] {
  return reasons.filter(({ at, properties, renamedTo }) => {
    const where = splitPlace(at)
    const place = 'unknown' in where ? at : [where.list, ...where.segments].join('/')
    const renamed = renamedTo === undefined ? null : [...place.split('/').slice(0, -1), renamedTo].join('/')
    if (renamed !== null && isWithin(item, renamed)) return true
    if (!isWithin(item, place)) return false
    return properties === undefined || kind !== 'changed' || item !== place || properties.includes(property ?? '')
  })
}

/** Errors that the older base did not have: in the files of the town, or elsewhere because of what the town says. */
function newFindings(before: Version, now: Version, layers: readonly string[], town: string): Finding[] {
  const all = ({ ruleSet, findings }: Version): Map<string, Finding> => {
    const ofBase = new Set([...findings, ...resolveVariant(ruleSet, BASE, { date: DAY }).findings].filter(isElsewhere).map(keyOf))
    const found = [...findings, ...layers.flatMap((id) => resolveVariant(ruleSet, id, { date: DAY }).findings)]
    return new Map(
      found
        .filter(({ severity, code }) => severity !== 'note' && code !== 'BASE_VERSION')
        .filter((finding) => !isElsewhere(finding) || (finding.severity === 'error' && !ofBase.has(keyOf(finding))))
        .map((finding) => [keyOf(finding), finding]),
    )
  }
  const isElsewhere = ({ file }: Finding): boolean => !file.startsWith(`rules/municipalities/${town}/`)
  const known = all(before)
  return [...all(now)].flatMap(([key, finding]) => (known.has(key) ? [] : [finding]))
}

const keyOf = ({ code, file, path, message }: Finding): string => `${code} ${file} ${path} ${message}`

/** Only notes depend on the day. */
const DAY = '2026-01-01'
