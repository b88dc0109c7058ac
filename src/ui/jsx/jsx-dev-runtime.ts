import { jsxDEV as element } from 'react/jsx-dev-runtime'
import * as makes from 'react/jsx-runtime'
import { type Props, shown } from './shown.ts'

// The same for development and tests, where React also reports the source position of an element.

export type { JSX } from 'react/jsx-dev-runtime'
export { Fragment } from 'react/jsx-dev-runtime'

export const jsxDEV: typeof element = (type, props, key, isStatic, source, self) =>
  element(type, shown(type, props as Props, makes), key, isStatic, source, self)
