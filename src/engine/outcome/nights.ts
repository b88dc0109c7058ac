/** Nights by the day on which they begin, as `Date` numbers them. */
const NIGHTS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

export const nightOf = (date: string): string => NIGHTS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''

/** Whether a day lies in a part of the year, `03-01` to `10-31`; `12-24` to `01-02` runs over New Year. */
export function inYear({ from, until }: { readonly from: string; readonly until: string }, date: string): boolean {
  const day = date.slice(5)
  return from <= until ? from <= day && day <= until : day >= from || day <= until
}

/** Days from the first up to, not including, the last. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = []
  for (const at = new Date(`${first}T00:00:00Z`); ; at.setUTCDate(at.getUTCDate() + 1)) {
    const day = at.toISOString().slice(0, 10)
    if (day >= last) return days
    days.push(day)
  }
}
