/** A date or time of which only a part is typed: the field shows it, and the browser says that it is empty. */
export const halfTyped = (controls: Iterable<Element>): HTMLInputElement | null =>
  [...controls].find((each): each is HTMLInputElement => each instanceof HTMLInputElement && each.validity.badInput) ?? null

export const isHalf = (name: string): boolean => halfTyped(document.getElementsByName(name)) !== null
