import Big from 'big.js'

/** Numbers as in the standard: IEEE 754-2008 decimal128. Exact up to 34 digits, so that a sum of money is never a fraction off. */
const DIGITS = 34
const LARGEST = 6144
const SMALLEST = -6176

/** Limits on the places of `decimal` and `round half up` (DMN 1.5, table 73): beyond them the result is null. */
const FEWEST_PLACES = -6111
const MOST_PLACES = 6176

const Divider = Big()
Divider.RM = Big.roundHalfEven

/** The nearest representable number; null on overflow. */
export function within(value: Big): Big | null {
  const near = value.c.length > DIGITS ? value.prec(DIGITS, Big.roundHalfEven) : value
  if (near.e > LARGEST) return null
  return near.e < SMALLEST ? new Big(0) : near
}

/** Null when divided by zero. */
export function divide(left: Big, right: Big): Big | null {
  if (right.eq(0)) return null
  Divider.DP = Math.max(0, DIGITS + 1 - (left.e - right.e))
  return within(new Big(new Divider(left.toString()).div(new Divider(right.toString())).toString()))
}

/** Rounded to this many decimals, the fraction of `places` being ignored: `decimal(1/3, 2.5)` is 0.33. */
export function toPlaces(value: Big, places: Big, mode: 1 | 2): Big | null {
  const whole = Number(places.round(0, Big.roundDown))
  return whole < FEWEST_PLACES || whole > MOST_PLACES ? null : within(value.round(whole, mode))
}

export const floor = (value: Big): Big => {
  const whole = value.round(0, Big.roundDown)
  return value.lt(whole) ? whole.minus(1) : whole
}
export const ceiling = (value: Big): Big => {
  const whole = value.round(0, Big.roundDown)
  return value.gt(whole) ? whole.plus(1) : whole
}
