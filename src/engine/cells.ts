import { adviceCell } from './advice.ts'
import { areasCell } from './areas.ts'
import { behindCell, rolesCell } from './behind.ts'
import { checkCell, checkRowCell } from './checks.ts'
import { clashCell } from './clashes.ts'
import type { Context, Get } from './context.ts'
import { boxCell, itemsCell } from './coverage.ts'
import { documentCell, documentRowCell } from './documents.ts'
import { eventHoursCell } from './event-hours.ts'
import { aliasCell, attachedCell, factCell, listCell, parameterCell, refinedCell } from './facts.ts'
import { feeCell } from './fees.ts'
import { hoursCell, hoursRowCell } from './hours.ts'
import { pathCell, stopCell } from './path.ts'
import { instanceCell, sectionCell } from './sections.ts'
import { termsCell } from './terms.ts'
import { formCell, verdictCell } from './verdicts.ts'

type Cell = (context: Context, get: Get, parts: readonly string[]) => unknown

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
  alias: aliasCell,
  behind: behindCell,
  parameter: parameterCell,
  attached: attachedCell,
  verdict: verdictCell,
  form: formCell,
  path: pathCell,
  stop: stopCell,
  box: boxCell,
  items: itemsCell,
  instance: instanceCell,
  section: sectionCell,
  check: checkCell,
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
  advice: adviceCell,
}

/** Ids are `kind|part|part`; ids of facts and rows hold no bar. */
export function compute(context: Context, id: string, get: Get): unknown {
  const [kind = '', ...parts] = id.split('|')
  const cell = CELLS[kind]
  if (!cell) throw new Error(`no computation for ${id}`)
  return cell(context, get, parts)
}
