import type { DraftView } from '../../../../draft/session.ts'
import { partyName } from '../../../../engine/forms/format.ts'
import { rowsOf } from '../../../../machine/pages.ts'
import { BUSINESS } from '../../../../model/answers/answers.ts'
import type { Words } from '../../../text.ts'

/** People and companies entered so far, and the business itself; without the one being edited. */
export function partyChoices({ application }: DraftView, words: Words, except: string | null): { id: string; text: string }[] {
  const named = (id: string): string => {
    const name = partyName(application, id)
    return name === id ? `${words.list.unnamed} (${id})` : name
  }
  return [
    { id: `@${BUSINESS}`, text: words.party.business },
    ...[...rowsOf(application.answers.lists, 'people'), ...rowsOf(application.answers.lists, 'companies')]
      .filter((id) => id !== except)
      .map((id) => ({ id: `@${id}`, text: named(id) })),
  ]
}
