import type { Catalogue } from '../catalogue.ts'
import type { Finding } from '../findings/finding.ts'
import type { RuleSet } from '../rule-set.ts'
import type { Origin } from '../variant.ts'
import { applyLayer } from './apply-layer.ts'
import { type Asks, asksNothing, asksWith, catalogueBoxes, checkAsks, onlyAsked } from './asked.ts'
import { BASE } from './base.ts'

/** The catalogue after a chain of layers. */
export interface Applied {
  /** What is asked: without the boxes that no layer of the chain switched on. */
  readonly catalogue: Catalogue
  /** With every box, asked or not: what the next layer refines. */
  readonly whole: Catalogue
  readonly asks: Asks
  /** Layers from the base to the last. */
  readonly layers: readonly string[]
  readonly findings: readonly Finding[]
  /** `questions/terrace.area` → who took it away, so that a reference left behind can say so. */
  readonly removed: ReadonlyMap<string, Origin>
  /** Ids of items left out because of a mistake of their own, in their file or in a change of this chain. What another town left out is no excuse here. */
  readonly lost: ReadonlySet<string>
}

const applied = new WeakMap<RuleSet, Map<string, Applied>>()

/** Applies the chain of a layer to the base; `base` alone is a chain too. undefined when there is no such layer. A layer without changes gives the
 * very catalogue of the layer it extends. */
export function catalogueOf(ruleSet: RuleSet, id: string): Applied | undefined {
  const known = applied.get(ruleSet) ?? new Map<string, Applied>()
  applied.set(ruleSet, known)
  const ready = known.get(id)
  if (ready) return ready
  const made = id === BASE ? baseAlone(ruleSet) : extend(ruleSet, id)
  if (made) known.set(id, made)
  return made
}

function baseAlone({ base, provenance, lost }: RuleSet): Applied {
  const catalogue = onlyAsked(base, catalogueBoxes(base), asksNothing, provenance)
  return { catalogue, whole: base, asks: asksNothing, layers: [BASE], findings: [], removed: new Map(), lost }
}

/** The base with every box that a town might ask. */
export const wholeBase = ({ base, lost }: RuleSet): Applied => ({
  catalogue: base,
  whole: base,
  asks: 'all',
  layers: [BASE],
  findings: [],
  removed: new Map(),
  lost,
})

function extend(ruleSet: RuleSet, id: string): Applied | undefined {
  const layer = ruleSet.layers.get(id)
  // Layers in a circle are not in the rule set: `load` reports and leaves them out.
  const below = layer && catalogueOf(ruleSet, layer.extends)
  if (!below) return undefined
  const lost = new Set(below.lost)
  const step = applyLayer(below.whole, layer, ruleSet.provenance, lost)
  const asks = asksWith(below.asks, layer.data)
  const same = step.catalogue === below.whole && asks === below.asks
  return {
    catalogue: same ? below.catalogue : onlyAsked(step.catalogue, catalogueBoxes(ruleSet.base), asks, ruleSet.provenance),
    whole: step.catalogue,
    asks,
    layers: [...below.layers, id],
    findings: [...below.findings, ...step.findings, ...checkAsks(ruleSet, layer, step.catalogue, asks)],
    removed: new Map([...below.removed, ...step.removed]),
    lost,
  }
}
