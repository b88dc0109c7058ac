import type { Fragment, jsx } from 'react/jsx-runtime'

/** Properties of an element as they are shown. */
export type Props = Readonly<Record<string, unknown>>

/** Handed over, so that what changes properties brings no React of its own. */
export interface Makes {
  readonly Fragment: typeof Fragment
  readonly jsx: typeof jsx
}

/** Properties of an element with its passages of another language marked. */
export type Shows = (type: unknown, props: Props, makes: Makes) => Props

let change: Shows | null = null

/** From now on every element is shown so: a language that files add marks passages of another language with it. */
export const showWith = (how: Shows): void => {
  change = how
}

export const shown = (type: unknown, props: Props, makes: Makes): Props => (change ? change(type, props, makes) : props)
