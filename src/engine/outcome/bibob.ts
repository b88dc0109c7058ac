import { isUnknown } from '../../feel/value.ts'
import type { BibobInfo } from '../assessment.ts'
import type { Case } from '../context.ts'
import { localise, partyName } from '../forms/format.ts'
import { run } from '../reader.ts'
import { rowsOf } from './checks/checks.ts'
import { bibobProfile } from './verdicts.ts'

/** What an applicant must know about Bibob in this town: who fills in a form, what to collect, where the official form is, and what our
 * preparation is worth. null while no Bibob form goes with the application. */
export function bibobOf(application: Case): BibobInfo | null {
  const { variant, get, lang } = application
  const { bibob } = variant
  if (!bibob || get('stop|') !== null) return null
  const licences = variant.licences.filter((licence) => licence.form === bibob.form)
  if (!licences.some(({ id }) => get(`verdict|${id}`).verdict === 'needed')) return null
  const profile = bibobProfile(application)
  const own = get(`parameter|${bibob.parameter}`)
  const fillsIn = bibob.fillsIn.find(({ when }) => {
    const holds = when ? run(application, when) : true
    return !isUnknown(holds) && holds === true
  })
  const documents = variant.documents
    .filter((item) => item.licences.some((id) => licences.some((licence) => licence.id === id)))
    .flatMap((item) => get(`document|${item.id}`).results)
  return {
    profile,
    prepared: profile !== own,
    offers: own === 'documents' && bibob.prepare ? bibob.prepare.question : null,
    asks: (bibob.profiles.find(({ id }) => id === profile)?.boxes ?? 'none') !== 'none',
    catalogue: bibob.catalogue,
    verified2024: bibob.verified2024,
    checksum: bibob.checksum,
    reworded: bibob.reworded.map(({ nr, national, by }) => ({ nr, national: localise(national, lang), by })),
    fillsIn: fillsIn
      ? {
          text: localise(fillsIn.text, lang),
          names: fillsIn.list ? rowsOf(application, fillsIn.list).items.map((row) => partyName(application, row.id)) : [],
        }
      : null,
    documents: documents.map(({ name, mustShow }) => ({ name, mustShow })),
    officialForm: bibob.officialForm ? { text: localise(bibob.officialForm.text, lang), address: bibob.officialForm.address } : null,
  }
}
