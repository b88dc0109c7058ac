import { defineConfig } from 'vite'
import { firstVisitBudget } from './src/build/budget-plugin.ts'
import { notices } from './src/build/notices-plugin.ts'
import { developmentPolicy } from './src/build/policy-plugin.ts'
import { horeca1Rules } from './src/build/rules-plugin.ts'
import { designTokens } from './src/build/tokens-plugin.ts'

/** The site: static files that may stand in any folder of any host. */
export default defineConfig({
  base: './',
  plugins: [horeca1Rules(), notices(), designTokens(), developmentPolicy(), firstVisitBudget(140)],
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  worker: { format: 'es' },
})
