import * as makes from 'react/jsx-runtime'
import { type Props, shown } from './shown.ts'

// What the JSX of the pages compiles to, by `jsxImportSource`: React's own runtime, with one hook through which texts become elements.

export type { JSX } from 'react/jsx-runtime'
export { Fragment } from 'react/jsx-runtime'

export const jsx: typeof makes.jsx = (type, props, key) => makes.jsx(type, shown(type, props as Props, makes), key)
export const jsxs: typeof makes.jsxs = (type, props, key) => makes.jsxs(type, shown(type, props as Props, makes), key)
