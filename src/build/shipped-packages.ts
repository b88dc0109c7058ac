import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod/mini'

/** A package that is part of what we publish. */
export interface ShippedPackage {
  readonly name: string
  readonly version: string
  /** SPDX expression, as the package states it. */
  readonly licence: string
  /** The texts that its authors require to be passed on. */
  readonly text: string
}

/** The part of a bill of materials (CycloneDX 1.6, ECMA-424) that we read. */
const Licence = z.object({
  expression: z.optional(z.string()),
  license: z.optional(
    z.object({ id: z.optional(z.string()), name: z.optional(z.string()), text: z.optional(z.object({ content: z.string() })) }),
  ),
})
const Bill = z.object({
  components: z.array(
    z.object({
      name: z.string(),
      group: z.optional(z.string()),
      version: z.string(),
      author: z.optional(z.string()),
      licenses: z._default(z.array(Licence), []),
      evidence: z.optional(z.object({ licenses: z._default(z.array(Licence), []) })),
    }),
  ),
})

/** The bill of materials, as text, of everything under `dependencies` of package.json and their dependencies as installed; the same for the same
 * packages. Made by the CycloneDX project's own tool, in a process of its own. Throws when a package is missing or not the one of the lock file. */
export async function billOfMaterials(root: string): Promise<string> {
  const { stdout: bill } = await promisify(execFile)(
    process.execPath,
    [
      join(root, 'node_modules/@cyclonedx/cyclonedx-npm/bin/cyclonedx-npm-cli.js'),
      ...['--omit', 'dev', '--gather-license-texts', '--output-reproducible', '--spec-version', '1.6', '--output-file', '-'],
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  return withoutOptionalPeers(bill, Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))))
}

const Lock = z.object({ packages: z.record(z.string(), z.object({ dev: z.optional(z.boolean()), devOptional: z.optional(z.boolean()) })) })
const Graph = z.looseObject({
  components: z.array(z.looseObject({ 'bom-ref': z.string(), properties: z.array(z.object({ name: z.string(), value: z.string() })) })),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.optional(z.array(z.string())) })),
})

/** A library may name one of our development dependencies as an optional peer: none of that ships. */
function withoutOptionalPeers(text: string, { packages }: z.infer<typeof Lock>): string {
  const bill = Graph.parse(JSON.parse(text))
  const stays = ({ properties }: (typeof bill.components)[number]): boolean => {
    const entry = packages[properties.find(({ name }) => name === 'cdx:npm:package:path')?.value ?? '']
    return entry !== undefined && !entry.dev && !entry.devOptional
  }
  const gone = new Set(bill.components.filter((each) => !stays(each)).map((each) => each['bom-ref']))
  const components = bill.components.filter((each) => !gone.has(each['bom-ref']))
  const dependencies = bill.dependencies
    .filter(({ ref }) => !gone.has(ref))
    .map((each) => (each.dependsOn ? { ...each, dependsOn: each.dependsOn.filter((ref) => !gone.has(ref)) } : each))
  return `${JSON.stringify({ ...bill, components, dependencies }, null, 2)}\n`
}

/** The packages of a bill with their licence texts, by name. Throws on a package without licence: it must not be published unnoticed. */
export function shippedPackages(bill: string): ShippedPackage[] {
  const { components } = Bill.parse(JSON.parse(bill))
  return components
    .map(({ group, name, version, author, licenses, evidence }) => {
      const whole = group ? `${group}/${name}` : name
      const licence = licenses.map(({ expression, license }) => expression ?? license?.id ?? license?.name ?? '').join(' AND ')
      if (licence === '') throw new Error(`${whole} names no licence. Find out under which it may be passed on, or leave it out.`)
      const texts = (evidence?.licenses ?? []).map(({ license }) =>
        Buffer.from(license?.text?.content ?? '', 'base64')
          .toString('utf8')
          .trim(),
      )
      return { name: whole, version, licence, text: texts.join('\n\n') || standardText(whole, licence, author ?? 'its authors') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Some packages state the MIT licence without including its text: then the standard text, with the author they name. */
function standardText(name: string, licence: string, author: string): string {
  if (licence !== 'MIT') throw new Error(`${name} is under ${licence} and brings no licence text. Add the text, or leave the package out.`)
  return `MIT License

Copyright (c) ${author}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
}
