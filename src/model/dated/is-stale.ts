/** Whether a tariff has ended, or is of an earlier year without giving its own end: councils set tariffs anew each year. Dates are ISO; `date` is the one that
 * decides. */
export const isStale = (
  { from, until }: { readonly from?: string | null | undefined; readonly until?: string | null | undefined },
  date: string,
): boolean => (until ? until < date : from ? from.slice(0, 4) < date.slice(0, 4) : false)
