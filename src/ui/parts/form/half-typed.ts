/** A date or time of which only a part is typed: the field shows it, and the browser says that it is empty. */
export const isHalf = (name: string): boolean =>
  [...document.getElementsByName(name)].some((each) => each instanceof HTMLInputElement && each.validity.badInput)
