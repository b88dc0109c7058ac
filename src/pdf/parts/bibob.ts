import type { BibobInfo, PacketContent } from '../../engine/assessment.ts'
import type { Lang } from '../../model/lang.ts'
import type { Flow } from '../flow.ts'
import { dutchIn, layOutTable } from '../table.ts'
import type { Words } from '../texts.ts'

/** Who fills in a Bibob form, what to collect, where the official form is, and what our questions are worth. */
export function layOutBibob(flow: Flow, { bibob }: PacketContent, words: Words): void {
  if (!bibob) return
  flow.beginHere(words.bibob.title)
  flow.heading(1, words.bibob.title)
  flow.paragraph(bibob.asks ? words.bibob.worth(bibob.catalogue) : words.bibob.none, { weight: 'bold' })
  if (bibob.fillsIn) {
    flow.heading(2, words.bibob.who)
    flow.paragraph(bibob.fillsIn.text)
    if (bibob.fillsIn.names.length > 0) flow.list(bibob.fillsIn.names, { size: 9.5 })
  }
  if (bibob.documents.length > 0) {
    flow.heading(2, words.bibob.collect)
    layOutTable(
      flow,
      [words.document, words.mustShow],
      bibob.documents.map(({ name, mustShow }) => [name, mustShow.join('; ')]),
      [4, 7],
      { size: 8 },
    )
  }
  if (bibob.officialForm) {
    flow.heading(2, words.bibob.official)
    flow.paragraph(`${bibob.officialForm.text} ${bibob.officialForm.address}`)
  }
}

/** Which national list was used, its checksum, and what was worded differently and by whom. */
export function layOutTrace(flow: Flow, bibob: BibobInfo, lang: Lang, words: Words): void {
  flow.paragraph(words.bibob.trace(bibob.catalogue, bibob.checksum || '–'), { size: 8 })
  if (!bibob.verified2024) flow.paragraph(words.bibob.worth(bibob.catalogue), { size: 8 })
  if (bibob.reworded.length === 0) return
  flow.heading(3, words.bibob.reworded)
  layOutTable(
    flow,
    [words.box, words.bibob.by, words.bibob.national],
    bibob.reworded.map(({ nr, by, national }) => [nr, by, national]),
    [2, 3, 8],
    { size: 8, ...dutchIn(lang, false, false, true) },
  )
}
