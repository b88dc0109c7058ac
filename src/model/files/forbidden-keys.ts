/** Keys that change how programs behave instead of holding data. They are refused wherever data comes in. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
