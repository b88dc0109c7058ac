import ical from 'ical-generator'
import { type Lang, wordsIn } from '../../../model/lang.ts'
import { OUTCOME } from '../../text/later/outcome.ts'
import type { TimeLine } from './time-line.ts'

/** The dates of a time line as a calendar (iCalendar, RFC 5545): all-day events. The same dates give the same event ids, so importing a second file moves
 * the events of the first. */
export function calendarFile(
  { bars, wished }: Pick<TimeLine, 'bars' | 'wished'>,
  { reference, now, lang, name }: { reference: string; now: string; lang: Lang; name: (licence: string) => string },
): string {
  const text = wordsIn(OUTCOME, lang).calendar
  const calendar = ical({ name: text.name, prodId: { company: 'horeca1', product: 'horeca1', language: lang.toUpperCase() } })
  const add = (id: string, day: string, summary: string): void =>
    void calendar.createEvent({ id: `${reference}-${id}@horeca1`, start: day, allDay: true, summary, description: text.note, stamp: now })
  bars.forEach(({ licence, kind, until, extended, delayed }, index) => {
    const id = `${licence}-${index}`
    add(id, until, text[kind](name(licence)))
    if (extended !== null) add(`${id}-extended`, extended, text.extended(name(licence)))
    if (delayed !== null) add(`${id}-delayed`, delayed, text.delayed(name(licence)))
  })
  if (wished !== null) add('wished', wished, text.wished)
  return calendar.toString()
}
