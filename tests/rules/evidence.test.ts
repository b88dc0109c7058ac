import { describe, expect, test } from 'vitest'
import { overlaysOf } from '../../src/authoring/diff/overlay.ts'
import { openProject } from '../../src/cli/project.ts'
import { boxesOf } from '../../src/model/boxes-of.ts'
import { evidenceKind, isAskedEverywhere } from '../../src/model/evidence.ts'
import type { Finding } from '../../src/model/findings/finding.ts'
import { catalogueOf } from '../../src/model/layers/layers.ts'
import { linkContext } from '../../src/model/link/context.ts'
import { checkEvidence } from '../../src/model/link/forms/evidence.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import type { RuleSet } from '../../src/model/rule-set.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'
import { REAL_TOWNS, shippedVariant } from '../engine/shipped.ts'
import { shippedRules, townFile } from './elements.ts'

const shipped = shippedRules()
const { base } = shipped
type Form = (typeof base.forms)[number]
type Box = ReturnType<typeof boxesOf<Form['sections'][number]['boxes'][number]>>[number]

/** Every box of the base, with its form and for which rows it stands there. */
const all = base.forms.flatMap((form) => [
  ...(form.blocks ?? []).flatMap(({ boxes }) => boxes.map((box) => ({ form, box, per: 'party' as string | undefined }))),
  ...form.sections.flatMap(({ per, boxes }) => boxes.map((box) => ({ form, box, per }))),
])
const nameOf = ({ form, box }: { form: Form; box: Box }): string => `${form.id}/${box.nr}`
const held = new Set(
  base.elements.flatMap(({ elements }) =>
    elements.flatMap(({ heldBy }) => (heldBy ?? []).flatMap(({ form, boxes }) => boxes.map((nr) => `${form}/${nr}`))),
  ),
)

/** What the check says of the base when one box says something else of why it is asked. */
function said(name: string, make: (box: Box) => Box): Finding[] {
  const change =
    (form: Form) =>
    (box: Box): Box =>
      `${form.id}/${box.nr}` === name ? shipped.provenance.standsFor(make(box), box) : box
  const forms = base.forms.map((form) => ({
    ...form,
    blocks: form.blocks?.map((block) => ({ ...block, boxes: block.boxes.map(change(form)) })),
    sections: form.sections.map((section) => ({ ...section, boxes: section.boxes.map(change(form)) })),
  }))
  const findings: Finding[] = []
  const catalogue = { ...base, forms }
  checkEvidence(
    linkContext(
      shipped,
      { catalogue, whole: catalogue, asks: 'all', layers: ['base'], findings: [], removed: new Map(), lost: new Set() },
      findings,
    ),
  )
  return findings
}

/** The shipped rules with a town beside them: the lines below its head. */
function town(lines: string): { ruleSet: RuleSet; findings: Finding[]; file: string; files: ReadonlyMap<string, string> } {
  const files = new Map(openProject(process.cwd(), undefined).files)
  const file = townFile('proefstad')
  files.set(file, `schema: 1\nid: proefstad\nname: Proefstad\nextends: base\n${lines}\n`)
  const { ruleSet, findings } = loadRuleSet(files)
  if (!ruleSet) throw new Error('the rule set cannot be read')
  return { ruleSet, findings: findings.filter((finding) => finding.file === file), file, files }
}

const boxesIn = (ruleSet: RuleSet, id: string): Set<string> =>
  new Set((catalogueOf(ruleSet, id)?.catalogue.forms ?? []).flatMap((form) => boxesOf(form).map(({ nr }) => `${form.id}/${nr}`)))

describe('why a box is asked', () => {
  test('stands at every box of the base: the law, forms of municipalities, practice, or nothing that anybody saw', () => {
    expect(all.filter(({ box }) => box.evidence === undefined).map(nameOf)).toEqual([])
    expect(said('', (box) => box)).toEqual([])
  })

  test('a box without it is refused, whichever it is', () => {
    for (const one of all.filter((_, at) => at % 7 === 0)) {
      const found = said(nameOf(one), ({ evidence: _, ...box }) => box)
      expect(
        found.map(({ code }) => code),
        nameOf(one),
      ).toEqual(['NO_EVIDENCE'])
    }
  })

  test('a box that holds an element of the law cannot say that nobody saw it, whichever it is', () => {
    for (const name of [...held].filter((_, at) => at % 5 === 0)) {
      const found = said(name, (box) => ({ ...box, evidence: 'none' }))
      expect(
        found.map(({ code, message }) => [code, message.includes(name.split('/')[1] ?? '')]),
        name,
      ).toEqual([['EVIDENCE_CLASHES', true]])
    }
  })

  test('one municipality counts once', () => {
    const found = said('exploitation/EX-031', (box) => ({ ...box, evidence: { form: ['Ridderkerk', 'Ridderkerk'] } }))
    expect(found.map(({ code }) => code)).toEqual(['EVIDENCE_CLASHES'])
  })

  test('an empty reason is none', () => {
    const files = new Map(openProject(process.cwd(), undefined).files)
    const text = files.get('forms/terrace.yaml') ?? ''
    const at = text.indexOf('evidence: none')
    files.set('forms/terrace.yaml', `${text.slice(0, at)}evidence: {}${text.slice(at + 'evidence: none'.length)}`)
    const found = loadRuleSet(files).findings.filter(({ file, code }) => file === 'forms/terrace.yaml' && code === 'BAD_SHAPE')
    expect(found.map(({ line }) => line)).toContain(text.slice(0, at).split('\n').length)
  })
})

describe('what a town asks', () => {
  const everywhere = all.filter(({ box, per }) => isAskedEverywhere(box, per)).map(nameOf)

  test('without a word of its own: what the law wants, what two municipalities have, and what signs', () => {
    const { ruleSet } = town('')
    expect([...boxesIn(ruleSet, 'proefstad')].toSorted()).toEqual(everywhere.toSorted())
    expect(boxesIn(ruleSet, 'base')).toEqual(boxesIn(ruleSet, 'proefstad'))
  })

  test('every element of the law is asked everywhere', () => {
    expect([...held].filter((name) => !everywhere.includes(name))).toEqual([])
  })

  test('a box that it names is asked as well, in its place', () => {
    const { ruleSet, findings } = town('asks:\n  - { box: exploitation/EX-031, source: "page of the town" }')
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const more = [...boxesIn(ruleSet, 'proefstad')].filter((name) => !everywhere.includes(name))
    expect(more).toEqual(['exploitation/EX-031'])
    const order = boxesOf(catalogueOf(ruleSet, 'proefstad')?.catalogue.forms.find(({ id }) => id === 'exploitation') ?? { sections: [] })
    expect(order.findIndex(({ nr }) => nr === 'EX-031')).toBeGreaterThan(order.findIndex(({ nr }) => nr === 'EX-028'))
  })

  test('with all it asks everything that is there', () => {
    expect(boxesIn(town('asks: all').ruleSet, 'proefstad')).toEqual(new Set(all.map(nameOf)))
  })

  test('a box that does not exist is named with the line, and the nearest that does', () => {
    const { findings } = town('asks:\n  - { box: exploitation/EX-O31 }')
    expect(findings.map(({ code, line }) => [code, line])).toEqual([['UNKNOWN_REFERENCE', 6]])
    expect(findings[0]?.mend).toContain('exploitation/EX-031')
  })

  test('a box that is asked anyway is named as a repetition', () => {
    const { ruleSet, files } = town('asks:\n  - { box: alcohol/AL-001 }')
    const own = overlaysOf(ruleSet, files).find(({ layer }) => layer === 'proefstad')
    expect(own?.repeats.map(({ code, message }) => [code, message.includes('alcohol/AL-001')])).toEqual([['REPEATS_BASE', true]])
  })

  test('a town cannot reword a box that it does not ask', () => {
    const lines = (asks: string): string =>
      `${asks}changes:\n  - { op: change, at: forms/exploitation/sections/operators/boxes/EX-031, to: { optional: true }, why: try }`
    expect(town(lines('')).findings.map(({ code }) => code)).toEqual(['BAD_CHANGE'])
    expect(town(lines('asks: [{ box: exploitation/EX-031 }]\n')).findings.map(({ code }) => code)).toEqual([])
  })

  test('an attachment that only boxes take which nobody asks is not asked either', () => {
    const documents = (id: string): string[] => (catalogueOf(shipped, id)?.catalogue.documents ?? []).map((one) => one.id)
    expect(documents('voorbeeld')).toContain('neighbourConsent')
    expect(documents('breda')).not.toContain('neighbourConsent')
    expect(documents('breda')).toContain('floorPlan')
  })

  test('the tree leaves out what only such a box wants', () => {
    const asked = (id: string): string[] => shippedVariant(id).steps.flatMap(({ ask }) => ask)
    const left = asked('voorbeeld').filter((id) => !asked('base').includes(id))
    expect(left).toEqual(['activity.terraceUntil', 'premises.previousUse'])
  })

  test('every district asks what its city asks', () => {
    const city = boxesIn(shipped, 'amsterdam')
    for (const id of ['amsterdam/centrum', 'amsterdam/noord', 'amsterdam/weesp/binnenstad'])
      expect(
        [...city].filter((name) => !boxesIn(shipped, id).has(name)),
        id,
      ).toEqual([])
  })

  test('a real town asks at most a third of the local boxes beyond the law', () => {
    const local = ['alcohol', 'exploitation', 'terrace', 'gamingMachines']
    for (const id of REAL_TOWNS) {
      const boxes = (catalogueOf(shipped, id)?.catalogue.forms ?? [])
        .filter((form) => local.includes(form.id))
        .flatMap((form) => boxesOf(form))
      const beyond = boxes.filter(({ evidence }) => evidenceKind(evidence) !== 'statute')
      expect(beyond.length / boxes.length, id).toBeLessThan(0.45)
    }
  })
})

describe('how much somebody types', () => {
  const typed = new Map(shippedExamples().map(({ file, application, complete }) => [file, { application, complete }]))

  test.each([
    ['amsterdam/examples/cafe-terrace-machines', 'a café with terrace and two machines in Amsterdam Centrum', 160],
    ['base/examples/cafe-terrace-machines', 'the same with every box there is and full Bibob', 280],
    ['breda/examples/lunchroom-complete', 'a lunchroom in Breda', 60],
    ['breda/examples/terrace-larger', 'a larger terrace alone', 25],
  ])('%s: %s, at most %i', async (name, _, most) => {
    const { exampleStats } = await import('../../src/authoring/stats/stats.ts')
    const [file, found] = [...typed].find(([each]) => each.includes(name)) ?? []
    if (!found || file === undefined) throw new Error(`no example ${name}`)
    const stats = exampleStats(file, found.application, found.complete)
    expect({ complete: stats.complete, open: stats.open }).toEqual({ complete: true, open: 0 })
    expect(stats.typed).toBeLessThanOrEqual(most)
  })
})
