import { defineConfig } from 'vite'
import { horeca1Rules } from './src/build/rules-plugin.ts'

/** The site: static files that may stand in any folder of any host. */
export default defineConfig({
  base: './',
  plugins: [horeca1Rules()],
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
})
