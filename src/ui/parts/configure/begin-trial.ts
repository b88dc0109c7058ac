import { type Draft, newDraft } from '../../../draft/draft.ts'
import type { Place } from '../../../machine/place.ts'
import type { TownFile } from '../../../model/packed/town-file.ts'
import type { Site } from '../../site.ts'

/** Opens an application under the towns of a file, in this tab only: nothing of it is kept, its reference says TEST, and every page says that it is a trial.
 * @returns where it begins */
export async function beginTrial(site: Site, file: TownFile, town: string): Promise<Place> {
  site.tryTowns(file)
  const name = file.towns.find(({ place }) => place.id === town)?.place.name ?? town
  const fresh = newDraft(
    { schema: 1, variant: town, answers: {}, collections: {}, complete: [], leftEmpty: [], attachments: [] },
    name,
    site,
  )
  const draft: Draft = { ...fresh, trial: true, reference: fresh.reference.replace(/^H1-\w{4}/, 'H1-TEST') }
  await site.memory.put(draft)
  return { kind: 'about', draft: draft.id }
}
