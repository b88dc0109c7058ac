import type { Counts } from '../../engine/assessment.ts'
import { TEXTS } from '../../pdf/texts.ts'

/** When or to whom a fee is paid, as the packet says it. */
function kindsOf(lang: 'nl' | 'en') {
  const { yearly, elsewhere, ifRefused } = TEXTS[lang]
  return { once: '', yearly, elsewhere, ifRefused }
}

/** What `assess` says besides the texts of the rules, in the language of `--lang`. */
export const ASSESS_WORDS = {
  nl: {
    inArea: (name: string, id: string) => `let op: het adres ligt in ${name}, dat eigen regels heeft: --variant ${id}.`,
    outside: (name: string, variant: string) => `let op: het adres ligt niet in ${name}. ${variant} gebruikt de regels daarvan.`,
    verdict: TEXTS.nl.verdict,
    via: (licence: string) => `${TEXTS.nl.via} ${licence}`,
    kind: kindsOf('nl'),
    stale: TEXTS.nl.stale,
    total: (yearly: string) => `samen eenmalig, ${yearly} per jaar`,
    opening: (day: string) => `vroegste opening: ${day}`,
    severity: { block: 'STOP', warn: 'LET OP', info: 'INFO' },
    open: (count: number) => `${count} nog open`,
    boxes: (c: Counts) =>
      `vakken ${c.boxes} = ingevuld ${c.filled} + niet van toepassing ${c.notApplicable} + handtekening ${c.signature} + leeg gelaten ${c.empty} + voor de gemeente ${c.authority} + open ${c.missing}`,
    attachments: (c: Counts) =>
      `bijlagen ${c.documents} = bijgevoegd ${c.documentsAttached} + later ${c.documentsLater} + open ${c.documentsMissing}`,
    inputs: (c: Counts) =>
      `antwoorden gevraagd ${c.asked}; vakken bespaard door delen ${c.savedBySharing}, door berekenen ${c.savedByFormula}; vragen overgeslagen ${c.skipped}`,
  },
  en: {
    inArea: (name: string, id: string) => `note: the address lies in ${name}, which has rules of its own: --variant ${id}.`,
    outside: (name: string, variant: string) => `note: the address does not lie in ${name}, whose rules ${variant} uses.`,
    verdict: TEXTS.en.verdict,
    via: (licence: string) => `${TEXTS.en.via} ${licence}`,
    kind: kindsOf('en'),
    stale: TEXTS.en.stale,
    total: (yearly: string) => `total once, ${yearly} a year`,
    opening: (day: string) => `earliest opening: ${day}`,
    severity: { block: 'BLOCK', warn: 'WARN', info: 'INFO' },
    open: (count: number) => `${count} open`,
    boxes: (c: Counts) =>
      `boxes ${c.boxes} = filled ${c.filled} + not applicable ${c.notApplicable} + signature ${c.signature} + empty ${c.empty} + authority ${c.authority} + missing ${c.missing}`,
    attachments: (c: Counts) =>
      `attachments ${c.documents} = attached ${c.documentsAttached} + later ${c.documentsLater} + missing ${c.documentsMissing}`,
    inputs: (c: Counts) =>
      `inputs asked ${c.asked}; boxes saved by sharing ${c.savedBySharing}, by formula ${c.savedByFormula}; questions skipped ${c.skipped}`,
  },
} as const
