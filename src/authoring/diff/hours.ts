import type { Catalogue } from '../../model/catalogue.ts'
import { diffProperties } from './properties.ts'
import { areVersions, type Comparing, type Said, writtenAt } from './side.ts'
import { timesInWords, windowInWords } from './words.ts'

type Window = Catalogue['hours'][number]

/** Opening hours in force on the day of each side, and all nights of events. Towns name their windows freely, so those without a namesake are paired by place,
 * nights, season and condition. */
export function diffHours(comparing: Comparing): void {
  const { lang, a, b, found } = comparing
  const inForce = (side: Comparing['a']): Window[] =>
    side.catalogue.hours.filter(
      ({ from, until, event }) => event || areVersions(comparing) || ((!from || from <= side.date) && (!until || until >= side.date)),
    )
  const left = inForce(a)
  const rest = new Set(inForce(b))
  const pairs: [Window, Window][] = []
  const alone: Window[] = []
  for (const same of [(window: Window) => window.id, meaningOf]) {
    for (const window of left.filter((each) => !pairs.some(([mine]) => mine === each))) {
      const other = [...rest].find((each) => same(each) === same(window))
      if (!other) continue
      pairs.push([window, other])
      rest.delete(other)
    }
  }
  for (const window of left) if (!pairs.some(([mine]) => mine === window)) alone.push(window)
  for (const [mine, other] of pairs) {
    if (mine === other) continue
    const at = { section: 'hours', item: `hours/${other.id}`, name: windowInWords(other, lang) } as const
    const [before, after] = [said(comparing, 'a', mine), said(comparing, 'b', other)]
    if (before.text !== after.text) found.push({ ...at, kind: 'changed', property: 'times', a: before, b: after })
    diffProperties(comparing, at, mine, other, ['id', 'open', 'close', ...(mine.event || areVersions(comparing) ? [] : ['from', 'until'])])
  }
  const only = (which: 'a' | 'b', window: Window): void => {
    const one = said(comparing, which, window)
    found.push({
      section: 'hours',
      item: `hours/${window.id}`,
      name: windowInWords(window, lang),
      kind: which === 'a' ? 'onlyA' : 'onlyB',
      property: null,
      a: which === 'a' ? one : null,
      b: which === 'b' ? one : null,
    })
  }
  for (const window of alone) only('a', window)
  for (const window of rest) only('b', window)
}

const meaningOf = ({ place, nights, season, when, event }: Window): string =>
  [place, nights.toSorted().join(' '), season, String(when ?? ''), event?.nl ?? ''].join('|')

function said(comparing: Comparing, which: 'a' | 'b', window: Window): Said {
  const { open, close } = window
  return {
    text: timesInWords(open, close, comparing.lang),
    value: { open, close },
    source: window.source ?? null,
    unverified: window.unverified === true,
    stale: false,
    ...writtenAt(comparing[which], window, 'close'),
  }
}
