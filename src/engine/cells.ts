import type { Get } from './cell-values.ts'
import type { Context } from './context.ts'
import { behindCell, rolesCell } from './facts/behind.ts'
import { clashCell } from './facts/clashes.ts'
import { aliasCell, attachedCell, factCell, listCell, parameterCell, refinedCell } from './facts/facts.ts'
import { boxCell, itemsCell } from './forms/coverage.ts'
import { instanceCell, sectionCell } from './forms/sections.ts'
import { adviceCell } from './outcome/advice.ts'
import { areasCell } from './outcome/areas.ts'
import { checkCell, checkRowCell } from './outcome/checks.ts'
import { documentCell, documentRowCell } from './outcome/documents.ts'
import { eventHoursCell } from './outcome/event-hours.ts'
import { feeCell } from './outcome/fees.ts'
import { hoursCell, hoursRowCell } from './outcome/hours.ts'
import { pathCell, stopCell } from './outcome/path.ts'
import { termsCell } from './outcome/terms.ts'
import { formCell, verdictCell } from './outcome/verdicts.ts'

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
