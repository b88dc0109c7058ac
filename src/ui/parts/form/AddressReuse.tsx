import { Fragment } from 'react'
import { localise, partyName } from '../../../engine/forms/format.ts'
import { answerKey, isPersonOrCompany } from '../../../model/answers/answers.ts'
import type { Edit } from '../../../model/answers/edit.ts'
import { withinSentence } from '../../../model/lang.ts'
import type { Variant } from '../../../model/variant.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Button } from '../frame/Button.tsx'

type Group = Variant['groups'][number]
const lastPart = (id: string): string => id.split('.').at(-1) ?? ''

/** "Same address as …": addresses that were entered before, one press each. */
export function AddressReuse({ group, row }: { group: Group; row: string | null }) {
  const { words, lang } = useJourney()
  const { session, view } = useDraft()
  const known = knownAddresses()
  if (known.length === 0) return null
  return (
    <p className="reuse buttons">
      {known.map((address) => (
        <Fragment key={address.key}>
          <Button look="subtle" onClick={() => session.apply(copyEdits(address))}>
            {words.reuse(address.name)}
          </Button>{' '}
        </Fragment>
      ))}
    </p>
  )

  function knownAddresses(): { key: string; name: string; group: Group; row: string | null }[] {
    const seen = new Set([JSON.stringify(partsOf(group, row))])
    const found: { key: string; name: string; group: Group; row: string | null }[] = []
    for (const other of view.variant.groups.filter(({ kind }) => kind === 'address')) {
      for (const id of rowsWith(other)) {
        const parts = partsOf(other, id)
        const text = JSON.stringify(parts)
        if (!('street' in parts) || seen.has(text) || !canStandHere(parts)) continue
        seen.add(text)
        const name = id ? partyName(view.application, id) : withinSentence(localise(other.label, lang), lang)
        found.push({ key: `${other.id}@${id ?? ''}`, name, group: other, row: id })
        if (found.length === 4) return found
      }
    }
    return found
  }

  /** Rows that can have such an address: with a hundred people there are a thousand rows, and most have none. */
  function rowsWith(of: Group): (string | null)[] {
    const subject = view.application.index.questions.get(of.parts[0] ?? '')?.subject
    if (subject === 'case') return [null]
    const isOf = subject === 'party' ? isPersonOrCompany : (kind: string) => kind === subject
    return [...view.application.answers.rows.values()].filter((row) => isOf(row.subject)).map(({ id }) => id)
  }

  function partsOf(of: Group, at: string | null): Record<string, unknown> {
    return Object.fromEntries(
      of.parts.flatMap((part) => {
        const value = view.application.answers.values.get(answerKey(part, at))
        return value === undefined ? [] : [[lastPart(part), value]]
      }),
    )
  }

  /** The rules may fix the country of this address: then one in another country does not fit. */
  function canStandHere(parts: Readonly<Record<string, unknown>>): boolean {
    return group.parts.every((part) => {
      if (!isComputed(part)) return true
      const [here, there] = [view.application.get(`fact|${part}|${row ?? ''}`), parts[lastPart(part)]]
      return there === undefined || there === here
    })
  }
  function isComputed(part: string): boolean {
    return Boolean(view.application.index.questions.get(part)?.derived)
  }

  function copyEdits(from: { group: Group; row: string | null }): Edit[] {
    const parts = partsOf(from.group, from.row)
    return group.parts
      .filter((part) => !isComputed(part))
      .map((part) => {
        const value = parts[lastPart(part)]
        return { kind: 'answer', fact: part, row, value: typeof value === 'string' ? value : undefined }
      })
  }
}
