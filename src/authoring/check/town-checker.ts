import { overTime } from '../../model/dated/variant-on.ts'
import type { Finding } from '../../model/findings/finding.ts'
import { BASE } from '../../model/layers/base.ts'
import { catalogueOf } from '../../model/layers/layers.ts'
import { resolveVariant, variantIds } from '../../model/resolve.ts'
import type { RuleSet } from '../../model/rule-set.ts'
import type { Text } from '../../model/schema/common.ts'
import { type Rules, soundVariant } from '../../model/sound-variant.ts'
import type { Variant } from '../../model/variant.ts'
import { checkExample } from '../check-example.ts'
import { overlaysOf } from '../diff/overlay.ts'
import { findIdleWords } from '../prove/can-be/find-idle-words.ts'
import { type Fillable, fillableIn, findNeverPrinted } from '../prove/find-unfillable.ts'
import { type Uses, usesIn } from '../prove/find-unused.ts'
import { findWrongAmounts } from '../prove/find-wrong-amounts.ts'
import { NamedNodes } from '../prove/first/named-nodes.ts'
import { notEnoughAt } from '../prove/first/sufficient.ts'
import { UntilSettled } from '../prove/first/until-settled.ts'
import { KnownWalks } from '../prove/known-walks.ts'
import { Graph, shared } from '../prove/nodes/nodes.ts'
import { inOwnFile } from '../prove/own-file.ts'
import { filledBoxes } from '../prove/possible-boxes.ts'
import { treeKey } from '../prove/reads.ts'
import { proveTree, type TreeProof } from '../prove/tree.ts'
import { type AnswersNeeded, answersNeeded, firstAnswers, madeUpBusinesses, type Said, saidIn } from '../stats/answers-needed.ts'
import { notesOn, type ToVerify, toVerify } from '../to-verify.ts'
import { concernsTown } from './concerns-town.ts'
import { readSaid, type SaidText, writeSaid } from './said.ts'

// What `check` does, split into tasks that take and return plain data, so that they can run in several threads.

/** What the files yield before any town is checked. */
export interface Opened {
  readonly findings: readonly Finding[]
  /** Every town, district and area, and the base; empty without a rule set. */
  readonly ids: readonly string[]
  readonly examples: readonly string[]
  /** What a layer repeats of the layer below it. */
  readonly repeats: readonly { readonly layer: string; readonly findings: readonly Finding[] }[]
}

/** The result for one town. */
export interface Looked {
  /** Those that this checker has not returned for an earlier town: most notes on the base recur in each. */
  readonly findings: readonly Finding[]
  /** How many values somebody still has to verify; null: it is the base, or cannot be read. */
  readonly unverified: { readonly [of in keyof ToVerify]: number } | null
  /** Which values; null where towns are only counted. */
  readonly toVerify: ToVerify | null
  /** null: it has errors, so nothing more is reported about it. */
  readonly sound: {
    readonly layers: readonly string[]
    readonly wrong: readonly Finding[]
    /** Equal for towns that differ in nothing their trees read. */
    readonly treeKey: string
    readonly uses: Uses
    readonly boxes: Fillable
    /** What it has yet to decide. */
    readonly owed: readonly Text[]
    readonly priceless: number
  } | null
}

export interface ExampleLooked {
  readonly variant: string
  readonly findings: readonly Finding[]
  readonly filled: readonly string[]
  /** null: its answers were unusable. */
  readonly said: SaidText | null
}

/** The tree of a town in each period, and its first questions over made-up businesses. */
export interface Proved {
  readonly trees: readonly {
    readonly findings: readonly Finding[]
    readonly proof: Pick<TreeProof, 'mergedStates' | 'paths' | 'longest'>
  }[]
  readonly notEnough: readonly Finding[]
  readonly first: { readonly businesses: number; readonly needed: AnswersNeeded } | null
}

/** What the checker is given: the rules, the day of the check, and what it depends on outside this room. */
export interface ToCheck {
  readonly rules: Rules
  readonly date: string
  /** Resolves a variant on that day; an implementation that is asked for many caches some. */
  readonly resolve: (ruleSet: RuleSet, id: string, date: string) => ReturnType<typeof resolveVariant>
  readonly sha256: (text: string) => string
}

/** Runs these tasks. Every thread has one of its own, each with the rules read anew. */
export class TownChecker {
  /** Boxes found to be fillable. */
  private readonly possible = new Set<string>()
  // work that towns have in common is done once
  private readonly walks = shared(() => new KnownWalks())
  private readonly named = shared(() => new NamedNodes())
  private readonly plain = shared(() => new Graph())
  private readonly said = new Map<SaidText, Said>()
  /** Findings on towns that were returned, and their JSON: notes on the base are mostly the same object. */
  private readonly told = new Set<Finding | string>()

  constructor(private readonly given: ToCheck) {}

  open(): Opened {
    const { ruleSet, findings, files } = this.given.rules
    return {
      findings,
      ids: ruleSet ? variantIds(ruleSet) : [],
      examples: ruleSet?.examples ?? [],
      repeats: ruleSet ? overlaysOf(ruleSet, files).map(({ layer, repeats }) => ({ layer, findings: repeats })) : [],
    }
  }

  /** @param only these variants; undefined: every one */
  examples(names: readonly string[], only: readonly string[] | undefined): ExampleLooked[] {
    const { ruleSet, files } = this.given.rules
    const ids = new Set(ruleSet ? variantIds(ruleSet) : [])
    // an unreadable example does not say which town it belongs to
    const isOwn = ({ file }: { readonly file: string }): boolean => only?.some((id) => concernsTown(id)({ file })) ?? true
    const isWanted = (id: string): boolean => only === undefined || only.includes(id)
    // that its own file is broken has been reported
    const isBroken = (id: string): boolean => [id, id.split('/')[0] ?? id].some((layer) => ruleSet?.broken.has(layer))
    const open = (id: string): Variant | null | undefined =>
      ids.has(id) ? (isWanted(id) ? this.variant(id).variant : null) : isBroken(id) ? null : undefined
    return names
      .map((name) => checkExample(name, files.get(name) ?? '', open))
      .filter(({ variant, file, findings }) => isWanted(variant) || (findings.length > 0 && variant === '' && isOwn({ file })))
      .map(({ variant, findings, application }) => ({
        variant,
        findings,
        filled: application ? [...filledBoxes(application)] : [],
        said: application && writeSaid(saidIn(application)),
      }))
  }

  /** Every box that some town might ask, where none does yet. */
  whole(filled: readonly string[]): { readonly findings: readonly Finding[]; readonly uses: Uses | null; readonly boxes: Fillable | null } {
    const { date } = this.given
    const { ruleSet } = this.given.rules
    const { variant = null, findings } = ruleSet ? resolveVariant(ruleSet, BASE, { date, whole: true }) : { findings: [] }
    this.found(filled)
    return { findings, uses: variant && usesIn(variant), boxes: variant && fillableIn(variant, date, this.possible) }
  }

  /** @param filled boxes known to be fillable
   * @param alone it answers only for what it wrote itself */
  look(id: string, filled: readonly string[], alone: boolean): Looked {
    const { date } = this.given
    const { variant, findings } = this.variant(id)
    const { ruleSet } = this.given.rules
    const catalogue = ruleSet && catalogueOf(ruleSet, id)?.whole
    this.found(filled)
    const own = alone && variant ? new Set(variant.layers.filter((layer) => layer !== BASE)) : null
    const notes = id === BASE || !catalogue ? null : notesOn(findings, id)
    return {
      findings: this.untold(findings),
      unverified: notes && { own: notes.own.length, ofBase: notes.ofBase.length },
      toVerify: alone && notes && catalogue ? toVerify(findings, id, catalogue) : null,
      sound: variant && {
        layers: variant.layers,
        wrong: [
          ...findWrongAmounts(variant, date),
          ...findNeverPrinted(variant, date, this.plain()),
          ...findIdleWords(variant, date, this.plain()),
        ],
        treeKey: this.given.sha256(overTime(variant).map(treeKey).join('\n')),
        uses: usesIn(variant),
        boxes: fillableIn(variant, date, this.possible, own),
        owed: variant.parameters.filter((parameter) => parameter.owed).map(({ label }) => label),
        priceless: variant.fees.filter(({ amounts }) => amounts.every(({ amount }) => amount === null)).length,
      },
    }
  }

  /** @param said answers of the examples, from which businesses are made up */
  prove(id: string, said: readonly SaidText[]): Proved {
    const { date } = this.given
    const { variant } = this.variant(id)
    if (!variant) return { trees: [], notEnough: [], first: null }
    const removed = (this.given.rules.ruleSet && catalogueOf(this.given.rules.ruleSet, id))?.removed ?? new Map()
    // rules come and go: the tree of each period is proved
    const walks = this.walks()
    const trees = overTime(variant).map((held) => {
      const { findings, mergedStates, paths, longest } = proveTree(held, date, walks)
      return { findings: inOwnFile(findings, variant, removed), proof: { mergedStates, paths, longest } }
    })
    const tree = new UntilSettled(variant, date, this.named())
    const businesses = madeUpBusinesses(
      variant,
      said.map((text) => this.saidIn(text)),
    )
    if (businesses.length === 0) return { trees, notEnough: [], first: null }
    // over every further answer of the tree, for each of these businesses
    const notEnough = businesses.flatMap((business) => notEnoughAt(tree, firstAnswers(tree, business).end))
    return {
      trees,
      notEnough: inOwnFile(notEnough, variant, removed),
      first: { businesses: businesses.length, needed: answersNeeded(tree, businesses) },
    }
  }

  // rules are the same on every day: only notes depend on it, and those use the day of the check
  private variant(id: string): ReturnType<typeof soundVariant> {
    const { rules, resolve, date } = this.given
    return soundVariant(rules, (ruleSet) => resolve(ruleSet, id, date))
  }

  private untold(findings: readonly Finding[]): Finding[] {
    return findings.filter((finding) => {
      if (this.told.has(finding)) return false
      this.told.add(finding)
      const { size } = this.told
      return this.told.add(JSON.stringify(finding)).size > size
    })
  }

  /** The same examples are passed for every town. */
  private saidIn(text: SaidText): Said {
    const said = this.said.get(text) ?? readSaid(text)
    this.said.set(text, said)
    return said
  }

  private found(boxes: readonly string[]): void {
    for (const box of boxes) this.possible.add(box)
  }
}
