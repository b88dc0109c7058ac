import type { ReactNode } from 'react'

export interface TableRow {
  readonly key: string
  readonly head: ReactNode
  readonly cells: readonly ReactNode[]
  /** The cells differ: the row is styled accordingly. */
  readonly differs?: boolean
}

// explicit roles: where the cells are stacked, a browser may drop the table semantics
const TABLE = { role: 'table' }
const GROUP = { role: 'rowgroup' }
const ROW = { role: 'row' }
const COLUMN = { role: 'columnheader' }
const HEAD = { role: 'rowheader' }
const CELL = { role: 'cell' }

/** A table that never overflows its container: where the columns do not fit, the cells of a row are stacked, each labelled with its column. */
export function Table({
  label,
  columns,
  rows,
  foot = [],
  many = false,
  even = false,
}: {
  /** Id of the heading that names the table. */
  label: string
  columns: readonly string[]
  rows: readonly TableRow[]
  foot?: readonly TableRow[]
  /** More columns than a phone or a narrow page can hold: stacked sooner. */
  many?: boolean
  /** Columns of one kind, all of the same width. */
  even?: boolean
}) {
  const line = ({ key, head, cells, differs }: TableRow) => (
    <tr key={key} {...ROW} data-differs={differs}>
      <th scope="row" {...HEAD}>
        {head}
      </th>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table are never reordered
        <td key={index} {...CELL} data-column={columns[index + 1]}>
          {cell}
        </td>
      ))}
    </tr>
  )
  return (
    <div className="table-box">
      <table
        className={`utrecht-table utrecht-table--html-table table${many ? ' table--many' : ''}${even ? ' table--even' : ''}`}
        {...TABLE}
        aria-labelledby={label}
      >
        <thead {...GROUP}>
          <tr {...ROW}>
            {columns.map((column) => (
              <th key={column} scope="col" {...COLUMN}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...GROUP}>{rows.map(line)}</tbody>
        {foot.length > 0 && <tfoot {...GROUP}>{foot.map(line)}</tfoot>}
      </table>
    </div>
  )
}
