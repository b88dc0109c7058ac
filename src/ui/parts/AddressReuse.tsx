import type { Edit } from '../../engine/case.ts'
import { partyName, say } from '../../engine/print.ts'
import { answerKey } from '../../model/answers.ts'
import type { Variant } from '../../model/variant.ts'
import { useDraft, useJourney } from '../use-journey.ts'
import { Button } from './Button.tsx'

type Group = Variant['groups'][number]
const lastPart = (id: string): string => id.split('.').at(-1) ?? ''

/** "Same address as …": addresses that were entered before, one press each. */
export function AddressReuse({ group, row }: { group: Group; row: string | null }) {
  const { words, lang } = useJourney()
  const { session, view } = useDraft()
  const known = knownAddresses()
  if (known.length === 0) return null
  return (
    <p className="reuse">
      {known.map((address) => (
        <Button key={address.key} look="subtle" onClick={() => session.apply(copyEdits(address))}>
          {words.reuse(address.name)}
        </Button>
      ))}
    </p>
  )

  function knownAddresses(): { key: string; name: string; group: Group; row: string | null }[] {
    const own = JSON.stringify(partsOf(group, row))
    const seen = new Set([own])
    const rows = [null, ...view.answers.rows.keys()]
    return view.variant.groups
      .filter((other) => other.kind === 'address')
      .flatMap((other) => rows.map((id) => ({ key: `${other.id}@${id ?? ''}`, group: other, row: id })))
      .filter((address) => {
        const parts = partsOf(address.group, address.row)
        const text = JSON.stringify(parts)
        if (!('street' in parts) || seen.has(text)) return false
        seen.add(text)
        return true
      })
      .slice(0, 4)
      .map((address) => ({
        ...address,
        name: address.row
          ? partyName((cell) => view.one.memo.get(cell), address.row)
          : say(address.group.label, lang).toLocaleLowerCase(lang),
      }))
  }

  function partsOf(of: Group, at: string | null): Record<string, unknown> {
    return Object.fromEntries(
      of.parts.flatMap((part) => {
        const value = view.answers.values.get(answerKey(part, at))
        return value === undefined ? [] : [[lastPart(part), value]]
      }),
    )
  }

  function copyEdits(from: { group: Group; row: string | null }): Edit[] {
    const parts = partsOf(from.group, from.row)
    return group.parts.map((part) => {
      const value = parts[lastPart(part)]
      return { kind: 'answer', fact: part, row, value: typeof value === 'string' ? value : undefined }
    })
  }
}
