/** Whether a date or time is only partly typed: the field shows it, but the browser reports it as empty. */
export const isHalf = (name: string): boolean =>
  [...document.getElementsByName(name)].some((each) => each instanceof HTMLInputElement && each.validity.badInput)
