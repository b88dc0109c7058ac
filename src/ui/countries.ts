import { type Lang, localeOf } from '../model/lang.ts'

/** ISO 3166-1 alpha-2, the countries of the world; the browser knows their names. */
const CODES =
  'AD AE AF AG AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BN BO BQ BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SX SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'.split(
    ' ',
  )

const made = new Map<string, { id: string; text: string }[]>()

/** The Netherlands first, then the rest by name. */
export function countries(lang: Lang): readonly { readonly id: string; readonly text: string }[] {
  const locale = localeOf(lang)
  const known = made.get(locale)
  if (known) return known
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  const list = CODES.map((id) => ({ id, text: names.of(id) ?? id })).sort((a, b) =>
    a.id === 'NL' ? -1 : b.id === 'NL' ? 1 : a.text.localeCompare(b.text, locale),
  )
  made.set(locale, list)
  return list
}
