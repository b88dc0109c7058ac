/** Id of the control of a question (`fact` or `fact@row`). */
export const fieldId = (key: string): string => `q-${key.replaceAll(/[.@/]/g, '-')}`
/** Its name in the form. Dots nest in react-hook-form; slashes do not. */
export const fieldName = (key: string): string => key.replaceAll('.', '/')
