import type { Fragment, jsx } from 'react/jsx-runtime'

/** Props of any element. */
export type Props = Readonly<Record<string, unknown>>

/** Passed in, so that the module that changes props does not import React itself. */
export interface Makes {
  readonly Fragment: typeof Fragment
  readonly jsx: typeof jsx
}

/** Gives the props of an element with its passages in another language marked up. */
export type Shows = (type: unknown, props: Props, makes: Makes) => Props

let change: Shows | null = null

/** Applies to every element from now on: an added language uses it to mark up passages in another language. */
export const showWith = (how: Shows): void => {
  change = how
}

export const shown = (type: unknown, props: Props, makes: Makes): Props => (change ? change(type, props, makes) : props)
