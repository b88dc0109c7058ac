/** The day of every walk, whenever it is walked: dates are chosen from it, and a seed that is green today is green tomorrow. */
export const TODAY = '2026-11-30'

/** For a page: a clock that shows the morning of that day now and moves on, the same after a reload and in every tab. It is a text, because a compiler that names functions
 * would name a helper of its own inside one. */
export const clock = (): string => `{
  const ahead = ${Date.parse(`${TODAY}T10:00:00+01:00`) - Date.now()}
  const real = Date.now.bind(Date)
  const now = () => real() + ahead
  window.Date = new Proxy(Date, {
    construct: (target, args, made) => Reflect.construct(target, args.length > 0 ? args : [now()], made),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
}`
