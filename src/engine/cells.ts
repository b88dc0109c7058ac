import { openCell, outcomesCell, restsCell, sectionsCell, statusesCell } from './asked/needs.ts'
import type { Get } from './cell-values.ts'
import type { Context, Reading } from './context.ts'
import { behindCell, ownRoleCell, rolesCell } from './facts/behind.ts'
import { clashCell, clashesCell } from './facts/clashes.ts'
import { aliasCell, attachedCell, factCell, listCell, parameterCell, refinedCell } from './facts/facts.ts'
import { boxCell, itemsCell, refusedCell } from './forms/box-coverage.ts'
import { partyNameCell } from './forms/format.ts'
import { printedCell } from './forms/print-box.ts'
import { instanceCell, sectionCell, sheetCell } from './forms/sections.ts'
import { countsCell } from './forms/tally.ts'
import { adviceCell } from './outcome/advice.ts'
import { areasCell } from './outcome/areas.ts'
import { ceilingsCell } from './outcome/checks/ceilings.ts'
import { checkCaseCell, checkCell, checkRowCell } from './outcome/checks/checks.ts'
import { fieldChecksCell } from './outcome/checks/field-checks.ts'
import { firedCell, ruleChecksCell } from './outcome/checks/fired-checks.ts'
import { firingCell } from './outcome/checks/firing.ts'
import { documentCell, documentRowCell, documentsCell } from './outcome/documents.ts'
import { feeCell, feesCell } from './outcome/fees.ts'
import { eventHoursCell } from './outcome/hours/event-hours.ts'
import { hoursCell, hoursRowCell } from './outcome/hours/hours.ts'
import { extrasCell, licencesCell } from './outcome/licence-results.ts'
import { openingCell, termsCell } from './outcome/terms.ts'
import { dutyCell, formCell, selectionCell, verdictCell, withinCell, wordCell } from './outcome/verdicts.ts'
import { awaitedCell, pathCell, stepCell, stopCell } from './tree/path.ts'

type Cell = (reading: Reading, parts: readonly string[]) => unknown

const CELLS: Readonly<Record<string, Cell>> = {
  // inputs that were never given
  answer: () => undefined,
  row: () => undefined,
  listInput: () => undefined,
  leftEmpty: () => undefined,
  attachment: () => undefined,
  // computed
  fact: factCell,
  refined: refinedCell,
  list: listCell,
  roles: rolesCell,
  partyName: partyNameCell,
  alias: aliasCell,
  behind: behindCell,
  ownRole: ownRoleCell,
  parameter: parameterCell,
  attached: attachedCell,
  verdict: verdictCell,
  word: wordCell,
  duty: dutyCell,
  within: withinCell,
  form: formCell,
  selection: selectionCell,
  step: stepCell,
  awaited: awaitedCell,
  path: pathCell,
  stop: stopCell,
  box: boxCell,
  printed: printedCell,
  refused: refusedCell,
  items: itemsCell,
  instance: instanceCell,
  section: sectionCell,
  sheet: sheetCell,
  check: checkCell,
  firing: firingCell,
  checkCase: checkCaseCell,
  checkRow: checkRowCell,
  clash: clashCell,
  document: documentCell,
  documentRow: documentRowCell,
  fee: feeCell,
  hoursRow: hoursRowCell,
  hours: hoursCell,
  eventHours: eventHoursCell,
  areas: areasCell,
  terms: termsCell,
  opening: openingCell,
  advice: adviceCell,
  licences: licencesCell,
  extras: extrasCell,
  // collected
  rests: restsCell,
  sections: sectionsCell,
  statuses: statusesCell,
  outcomes: outcomesCell,
  open: openCell,
  counts: countsCell,
  fired: firedCell,
  ruleChecks: ruleChecksCell,
  fieldChecks: fieldChecksCell,
  clashes: clashesCell,
  ceilings: ceilingsCell,
  fees: feesCell,
  documents: documentsCell,
}

/** The computation of a cell, by its id: `kind|part|part`; ids of facts and rows contain no bar. */
export function computationsOver(context: Context): (id: string) => Computation {
  // all cells of a memo read through the same function, so one reading serves them
  let reading: Reading | null = null
  const ofKind = new Map<string, Computation>()
  for (const [kind, cell] of Object.entries(CELLS))
    ofKind.set(kind, (get, parts) => {
      if (reading?.get !== get) reading = readingOf(context, get)
      return cell(reading, parts)
    })
  return (id) => {
    const computation = ofKind.get(id.slice(0, id.indexOf('|')))
    if (!computation) throw new Error(`no computation for ${id}`)
    return computation
  }
}
/** A computation for the memo, which is untyped, seen as one that reads typed cells. */
type Computation = (get: Get, parts: readonly string[]) => unknown

const readings = new WeakMap<Get, Reading>()

function readingOf(context: Context, get: Get): Reading {
  const known = readings.get(get)
  if (known) return known
  const reading = { ...context, get }
  readings.set(get, reading)
  return reading
}
