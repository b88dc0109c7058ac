import type { Compiled } from '../../../feel/expr.ts'
import type { Catalogue } from '../../catalogue.ts'
import { formsOf } from '../../forms-of.ts'
import type { Report } from '../../rule-set.ts'
import type { Variant } from '../../variant.ts'
import { type Found, Reads } from '../conditions/reads.ts'
import { writtenBoxes } from '../forms/written-boxes.ts'

/** What an item reads, by property. */
type Properties = readonly (readonly [string, Compiled | null])[]
type Content = Pick<Variant, 'forms' | 'questions' | 'documents' | 'fees' | 'licences'>

/** What belongs to a licence (`owns:`) may be read by a form, document or fee of another one only where the verdict of that licence is read too: otherwise
 * somebody who cannot get it would still be asked for its documents. Checks may: they tell applicants what it takes. */
export function checkLicenceReads(content: Content, catalogue: Catalogue, report: Report): void {
  const reads = Reads.of(content)
  for (const [number, licence] of content.licences.entries()) {
    const owns = catalogue.licences[number]?.owns ?? []
    if (owns.length === 0) continue
    const isOwn = (fact: string): boolean => owns.some((name) => fact === name || fact.startsWith(`${name}.`))
    const ownIn = ownAmong(owns, isOwn)
    /** Where a fact of the licence is read without its verdict: the property and the fact. */
    const unguarded = (around: readonly (Compiled | null)[], read: Properties, asked: readonly string[]): [string, string] | null => {
      const found = ofOwn(read, asked)
      if (found === null) return null
      const all = [...around, ...read.map(([, compiled]) => compiled)].flatMap((each) => each ?? [])
      return all.some((compiled) => reads.verdicts(compiled.expr).has(licence.id)) ? null : found
    }
    const ofOwn = (read: Properties, asked: readonly string[]): [string, string] | null => {
      const named = asked.find(isOwn)
      if (named !== undefined) return ['questions', named]
      for (const [property, compiled] of read) {
        const fact = compiled && ownIn(reads.all(compiled.expr))
        if (fact) return [property, fact]
      }
      return null
    }
    const tell = (item: object | undefined, what: string, found: [string, string] | null): void => {
      if (item && found)
        report(
          'READ_WITHOUT_VERDICT',
          'error',
          item,
          found[0],
          `${what} reads ${found[1]}, which belongs to the licence ${licence.id}, whether or not that can be had.`,
          `Add verdict("${licence.id}") = "needed" to its condition.`,
        )
    }
    for (const [index, form] of content.forms.entries()) {
      if (formsOf(licence).includes(form.id)) continue
      for (const { section, box, item } of writtenBoxes(form, catalogue.forms[index])) {
        if (section.act === licence.id) continue
        const columns = box.columns?.map(({ value }): [string, Compiled] => ['columns', value]) ?? []
        const { when, value, each, where } = box
        const read: Properties = [['when', when], ['value', value], ['each', each], ['where', where], ...columns]
        tell(item, `The box ${box.nr}`, unguarded([section.when, section.where], read, box.questions ?? []))
      }
    }
    for (const [index, document] of content.documents.entries()) {
      if (document.licences.every((id) => id === licence.id)) continue
      const { when, ifAny, maxAgeDays } = document
      tell(
        catalogue.documents[index],
        `The document ${document.id}`,
        unguarded(
          [],
          [
            ['when', when],
            ['ifAny', ifAny],
            ['maxAgeDays', maxAgeDays],
          ],
          [],
        ),
      )
    }
    for (const [index, fee] of content.fees.entries()) {
      if (fee.licence === licence.id) continue
      const amounts = fee.amounts.map(({ amount }): [string, Compiled | null] => ['amounts', amount])
      tell(catalogue.fees[index], `The fee ${fee.id}`, unguarded([], [['when', fee.when], ...amounts], []))
    }
  }
}

/** The first fact of a licence among those that are read. Memoised by its list of them: most towns read the same. */
function ownAmong(owns: readonly string[], isOwn: (fact: string) => boolean): (read: Found) => string | null {
  const known = ownFacts.get(owns) ?? new WeakMap<Found, string | null>()
  ownFacts.set(owns, known)
  return (read) => {
    const before = known.get(read)
    if (before !== undefined) return before
    const found = [...read.facts].find(isOwn) ?? null
    known.set(read, found)
    return found
  }
}
const ownFacts = new WeakMap<readonly string[], WeakMap<Found, string | null>>()
