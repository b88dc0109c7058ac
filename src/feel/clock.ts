/** Minutes after midnight of `HH:MM` or `HH:MM+1`. */
export function minutes(clock: string): number {
  const [time = '', day] = clock.split('+')
  const [hours = '0', mins = '0'] = time.split(':')
  return Number(hours) * 60 + Number(mins) + (day ? 24 * 60 : 0)
}

/** `HH:MM`, with +1 from midnight on. */
export function clock(total: number): string {
  const inDay = total % (24 * 60)
  const text = `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
  return total >= 24 * 60 ? `${text}+1` : text
}
