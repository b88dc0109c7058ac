import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { encodingOf } from '../model/files/encoding.ts'
import { distinctFindings, type Finding } from '../model/findings/finding.ts'
import { type Language, languagesOf } from '../model/languages/check-languages.ts'
import { BASE } from '../model/layers/base.ts'
import { loadRuleSet } from '../model/load.ts'
import type { PdfForm } from '../model/official/pdf-form.ts'
import { listVariants, resolveVariant } from '../model/resolve.ts'
import type { Variant } from '../model/variant.ts'

/** Folders of a project that hold data. */
export const DATA_FOLDERS = ['rules', 'forms', 'languages'] as const

/** Compiles every town and district of the rules in this folder, with all findings; also the text of every file, by its path. */
export function compileAll(
  root: string,
  today: string,
  pdfs: PdfTexts = new Map(),
): {
  variants: Variant[]
  places: ReturnType<typeof listVariants>
  languages: readonly Language[]
  findings: Finding[]
  files: ReadonlyMap<string, string>
} {
  const files = new Map(
    DATA_FOLDERS.flatMap((folder) => textFiles(join(root, folder)))
      // a PDF that nobody read is reported as missing
      .filter((file) => !file.endsWith('.pdf') || pdfs.has(file))
      .map((file): [string, string] => [
        relative(root, file).split(sep).join('/'),
        file.endsWith('.pdf') ? (pdfs.get(file)?.text ?? '') : readFileSync(file, encodingOf(file)),
      ]),
  )
  const { ruleSet, findings } = loadRuleSet(files)
  if (!ruleSet) return { variants: [], places: [], languages: [], findings, files }
  // for a town that is not on the list, the rules of the country alone still say a good deal
  const base = { id: BASE, name: ruleSet.base.head.title.nl, extends: '', example: false, ofTown: false, postcodes: [], area: null }
  const places = [...listVariants(ruleSet), base]
  const resolved = places.map(({ id }) => resolveVariant(ruleSet, id, { date: today, hash: sha256 }))
  return {
    files,
    places,
    languages: languagesOf(ruleSet),
    variants: resolved.flatMap(({ variant }) => variant ?? []),
    findings: distinctFindings([...findings, ...resolved.flatMap((outcome) => outcome.findings)]),
  }
}

/** PDFs to be filled in, by their path on this machine: the file, and what was read from it as JSON. */
export type PdfTexts = ReadonlyMap<string, { readonly bytes: Uint8Array; readonly text: string }>

/** Reads the PDFs of a project. `read` is passed in, as this room knows nothing about PDF. */
export async function readPdfs(root: string, read: (bytes: Uint8Array) => Promise<PdfForm>): Promise<PdfTexts> {
  const pdfs = new Map<string, { bytes: Uint8Array; text: string }>()
  for (const file of DATA_FOLDERS.flatMap((folder) => textFiles(join(root, folder)))) {
    if (!file.endsWith('.pdf')) continue
    const bytes = new Uint8Array(readFileSync(file))
    pdfs.set(file, { bytes, text: JSON.stringify(await read(bytes)) })
  }
  return pdfs
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const textFiles = (folder: string): string[] =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(ya?ml|json|svg|png|pdf)$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : []
