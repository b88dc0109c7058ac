import { jsxDEV as element } from 'react/jsx-dev-runtime'
import * as makes from 'react/jsx-runtime'
import { type Props, shown } from './shown.ts'

// The same while developing and in tests: React then also says where an element was written.

export type { JSX } from 'react/jsx-dev-runtime'
export { Fragment } from 'react/jsx-dev-runtime'

export const jsxDEV: typeof element = (type, props, key, isStatic, source, self) =>
  element(type, shown(type, props as Props, makes), key, isStatic, source, self)
