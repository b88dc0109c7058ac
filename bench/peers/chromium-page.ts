import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { readFonts } from '../../src/cli/fonts.ts'
import type { PacketContent } from '../../src/engine/assessment.ts'
import { openBrowser, serve } from '../../tests/browser/site.ts'
import type { Ways } from './packet-page.ts'

/** A page of Chromium that makes this packet in both ways. */
export async function chromiumPage(content: PacketContent): Promise<{
  make(way: keyof Ways, times?: number): Promise<{ bytes: number; pages: number }>
  close(): Promise<void>
}> {
  const folder = mkdtempSync(join(tmpdir(), 'horeca1-bench-'))
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    // the build of pdfkit that brings what a browser lacks
    resolve: { alias: { pdfkit: join(import.meta.dirname, 'node_modules/pdfkit/js/pdfkit.standalone.js') } },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'esnext',
      rollupOptions: { input: join(import.meta.dirname, 'packet-page.ts'), output: { entryFileNames: 'page.js' } },
    },
  })
  const { regular, bold } = readFonts()
  writeFileSync(join(folder, 'regular.ttf'), regular)
  writeFileSync(join(folder, 'bold.ttf'), bold)
  writeFileSync(join(folder, 'content.json'), JSON.stringify(content))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>bench</title><script type="module" src="page.js"></script>')
  const site = await serve(folder)
  const browser = await openBrowser()
  const page = await browser.newPage()
  await page.goto(site.url)
  await page.waitForFunction(() => 'ways' in window, null, { timeout: 60_000 })
  return {
    make: (way, times = 1) =>
      page.evaluate(([name, count]) => (window as unknown as { ways: Ways }).ways[name](count), [way, times] as const),
    close: async () => {
      await browser.close()
      site.close()
    },
  }
}
