import type { Plugin } from 'vite'

/** Vite plugin: while developing, workers come from an address and styles from a script; the policy of the built site allows neither. */
export function developmentPolicy(): Plugin {
  return {
    name: 'horeca1-development-policy',
    apply: 'serve',
    transformIndexHtml: (html) =>
      html.replace('worker-src blob:', "worker-src 'self' blob:").replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
  }
}
