import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

/** Copies the rules and forms into a folder and adds a municipality that no one ships, with one value of its own.
 * @returns its id */
export function addOwnTown(folder: string): string {
  for (const name of ['rules', 'forms']) cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  const own = join(folder, 'rules/municipalities/dorp-aan-zee')
  mkdirSync(own)
  writeFileSync(
    join(own, 'municipality.yaml'),
    `schema: 1
id: dorp-aan-zee
name: Dorp aan Zee
extends: base
version: 2026.1.0
postcodes: ["9999"]
branding:
  colours: { primary: "#3D4A5C", text: "#1F2933", accent: "#5B6770", error: "#A4262C" }
  fontStack: [Arial, sans-serif]
  source: verzonnen
parameters:
  - id: town.exploitation.mode
    values: [{ value: onlyWithoutAlcohol, source: verzonnen }]
`,
  )
  return 'dorp-aan-zee'
}
