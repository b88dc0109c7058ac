import { checkExample } from '../../authoring/check-example.ts'
import { overlaysOf } from '../../authoring/diff/overlay.ts'
import { type Fillable, fillableIn, findNeverPrinted } from '../../authoring/prove/find-unfillable.ts'
import { type Uses, usesIn } from '../../authoring/prove/find-unused.ts'
import { findWrongAmounts } from '../../authoring/prove/find-wrong-amounts.ts'
import { notEnoughAt } from '../../authoring/prove/first/sufficient.ts'
import { UntilSettled } from '../../authoring/prove/first/until-settled.ts'
import { inOwnFile } from '../../authoring/prove/own-file.ts'
import { filledBoxes } from '../../authoring/prove/possible-boxes.ts'
import { treeKey } from '../../authoring/prove/reads.ts'
import { proveTree, type TreeProof } from '../../authoring/prove/tree.ts'
import { type AnswersNeeded, answersNeeded, firstAnswers, madeUpBusinesses, saidIn } from '../../authoring/stats/answers-needed.ts'
import { type ToVerify, toVerify } from '../../authoring/to-verify.ts'
import { overTime } from '../../model/dated/variant-on.ts'
import type { Finding } from '../../model/findings/finding.ts'
import { BASE, catalogueOf } from '../../model/layers/layers.ts'
import { resolveVariant, variantIds } from '../../model/resolve.ts'
import type { Text } from '../../model/schema/common.ts'
import type { Variant } from '../../model/variant.ts'
import { openProject, openVariant, type Project, sha256 } from '../project.ts'
import { readSaid, type SaidText, writeSaid } from './said.ts'

// What `check` does, cut into tasks that are asked and answered in plain data, so that they may be done in several threads.

/** What the files say before a town is looked at. */
export interface Opened {
  readonly findings: readonly Finding[]
  /** Every town, district and area, and the base; none without a rule set. */
  readonly ids: readonly string[]
  readonly examples: readonly string[]
  /** What a layer says as the layer below it says it. */
  readonly repeats: readonly { readonly layer: string; readonly findings: readonly Finding[] }[]
}

/** What one town brings. */
export interface Looked {
  readonly findings: readonly Finding[]
  readonly toVerify: ToVerify | null
  /** null: it is not in order, so nothing more is said of it. */
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
  /** null: its answers could not be used. */
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

/** Which rules, and the day of the check. */
export interface Asked {
  readonly cwd: string
  readonly rules: string | undefined
  readonly date: string
}

/** Does these tasks. One of these stands in every thread, each with the rules read for itself. */
export class TownChecker {
  private readonly project: Project
  /** Boxes that something was found to fill. */
  private readonly possible = new Set<string>()

  constructor(private readonly asked: Asked) {
    this.project = openProject(asked.cwd, asked.rules)
  }

  open(): Opened {
    const { ruleSet, findings, files } = this.project
    return {
      findings,
      ids: ruleSet ? variantIds(ruleSet) : [],
      examples: ruleSet?.examples ?? [],
      repeats: ruleSet ? overlaysOf(ruleSet, files).map(({ layer, repeats }) => ({ layer, findings: repeats })) : [],
    }
  }

  /** @param only of these variants; undefined: of every one */
  examples(names: readonly string[], only: readonly string[] | undefined): ExampleLooked[] {
    const ids = new Set(this.project.ruleSet ? variantIds(this.project.ruleSet) : [])
    const open = (id: string): Variant | null | undefined =>
      !ids.has(id) ? undefined : only !== undefined && !only.includes(id) ? null : this.variant(id).variant
    return names
      .map((name) => checkExample(name, this.project.files.get(name) ?? '', open))
      .filter((each) => only === undefined || only.includes(each.variant))
      .map(({ variant, findings, application }) => ({
        variant,
        findings,
        filled: application ? [...filledBoxes(application)] : [],
        said: application && writeSaid(saidIn(application)),
      }))
  }

  /** Every box that some town might ask, where none does yet. */
  whole(filled: readonly string[]): { readonly findings: readonly Finding[]; readonly uses: Uses | null; readonly boxes: Fillable | null } {
    const { date } = this.asked
    const { variant = null, findings } = this.project.ruleSet
      ? resolveVariant(this.project.ruleSet, BASE, { date, whole: true })
      : { findings: [] }
    this.found(filled)
    return { findings, uses: variant && usesIn(variant), boxes: variant && fillableIn(variant, date, this.possible) }
  }

  /** @param filled boxes that are known to be fillable
   * @param alone it answers for what it wrote itself, and for no more */
  look(id: string, filled: readonly string[], alone: boolean): Looked {
    const { date } = this.asked
    const { variant, findings } = this.variant(id)
    this.found(filled)
    const own = alone && variant ? new Set(variant.layers.filter((layer) => layer !== BASE)) : null
    return {
      findings,
      toVerify: id === BASE ? null : toVerify(findings, id),
      sound: variant && {
        layers: variant.layers,
        wrong: [...findWrongAmounts(variant, date), ...findNeverPrinted(variant, date)],
        treeKey: sha256(overTime(variant).map(treeKey).join('\n')),
        uses: usesIn(variant),
        boxes: fillableIn(variant, date, this.possible, own),
        owed: variant.parameters.filter((parameter) => parameter.owed).map(({ label }) => label),
        priceless: variant.fees.filter(({ amounts }) => amounts.every(({ amount }) => amount === null)).length,
      },
    }
  }

  /** @param said answers of the examples, of which businesses are made up */
  prove(id: string, said: readonly SaidText[]): Proved {
    const { date } = this.asked
    const { variant } = this.variant(id)
    if (!variant) return { trees: [], notEnough: [], first: null }
    const removed = (this.project.ruleSet && catalogueOf(this.project.ruleSet, id))?.removed ?? new Map()
    // rules that come or go: the tree of each period is proved
    const trees = overTime(variant).map((held) => {
      const { findings, mergedStates, paths, longest } = proveTree(held, date)
      return { findings: inOwnFile(findings, variant, removed), proof: { mergedStates, paths, longest } }
    })
    const tree = new UntilSettled(variant, date)
    const businesses = madeUpBusinesses(variant, said.map(readSaid))
    if (businesses.length === 0) return { trees, notEnough: [], first: null }
    // over every further answer of the tree, for each of these businesses
    const notEnough = businesses.flatMap((business) => notEnoughAt(tree, firstAnswers(tree, business).end))
    return {
      trees,
      notEnough: inOwnFile(notEnough, variant, removed),
      first: { businesses: businesses.length, needed: answersNeeded(tree, businesses) },
    }
  }

  // rules are the same on every day: only notes depend on it, and those are of the day of the check
  private variant(id: string): ReturnType<typeof openVariant> {
    return openVariant(this.project, id, this.asked.date)
  }

  private found(boxes: readonly string[]): void {
    for (const box of boxes) this.possible.add(box)
  }
}
