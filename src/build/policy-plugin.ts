import type { Plugin } from 'vite'

/** Vite plugin: during development, styles are injected by a script, which the content security policy of the built site forbids. */
export function developmentPolicy(): Plugin {
  return {
    name: 'horeca1-development-policy',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
  }
}
