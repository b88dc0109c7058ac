/** Texts of the picture of a week, fetched with the pages of a draft. */
export const HOURS = {
  nl: {
    picture: (label: string) => `De week in beeld: ${label}`,
    same: 'Elke dag dezelfde tijden? Vul één dag in en zet die op alle dagen. Verander daarna alleen wat anders is.',
    legend: { open: 'u bent open', band: 'dit staat de gemeente toe', beyond: 'buiten wat de gemeente toestaat' },
    asTable: 'Dezelfde tijden als tabel',
    night: 'Dag',
    hours: 'U bent open',
    allowed: 'De gemeente staat toe',
    noLimit: 'geen grens',
    notKnown: 'niet bekend',
    admission: (time: string) => `Vanaf ${time} laat u niemand meer binnen.`,
    lastServing: (time: string) => `Vanaf ${time} schenkt u niet meer.`,
  },
  en: {
    picture: (label: string) => `The week as a picture: ${label}`,
    same: 'The same times every day? Fill in one day and put it on all days. Then change only what differs.',
    legend: { open: 'you are open', band: 'the municipality allows this', beyond: 'outside what the municipality allows' },
    asTable: 'The same times as a table',
    night: 'Day',
    hours: 'You are open',
    allowed: 'The municipality allows',
    noLimit: 'no limit',
    notKnown: 'not known',
    admission: (time: string) => `From ${time} you let nobody in any more.`,
    lastServing: (time: string) => `From ${time} you serve no more.`,
  },
}
