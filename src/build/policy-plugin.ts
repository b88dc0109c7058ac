import type { Plugin } from 'vite'

/** Vite plugin: while developing, styles come from a script, which the policy of the built site does not allow. */
export function developmentPolicy(): Plugin {
  return {
    name: 'horeca1-development-policy',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
  }
}
