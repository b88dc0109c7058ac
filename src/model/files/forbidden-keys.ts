/** Keys that could cause prototype pollution. They are refused wherever data comes in. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
