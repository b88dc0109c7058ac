import type { ReactNode } from 'react'

export interface TableRow {
  readonly key: string
  readonly head: ReactNode
  readonly cells: readonly ReactNode[]
  /** The cells differ: said in the look of the row. */
  readonly differs?: boolean
}

// said aloud: where rows stand under each other a browser may forget that this is a table
const TABLE = { role: 'table' }
const GROUP = { role: 'rowgroup' }
const ROW = { role: 'row' }
const COLUMN = { role: 'columnheader' }
const HEAD = { role: 'rowheader' }
const CELL = { role: 'cell' }

/** A table that is never wider than its place: where the columns do not fit, the cells of a row stand under each other, each with its column. */
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
  /** Columns of one kind, each as wide as the others. */
  even?: boolean
}) {
  const line = ({ key, head, cells, differs }: TableRow) => (
    <tr key={key} {...ROW} data-differs={differs}>
      <th scope="row" {...HEAD}>
        {head}
      </th>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table stand still
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
