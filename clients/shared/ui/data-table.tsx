import type { ReactNode } from 'react'
import './data-table.css'

export interface Column<Item> {
  id: string
  header: string
  cell: (item: Item) => ReactNode
  isRowHeader?: boolean
  /** Numbers stand at the end, so that their digits line up. */
  align?: 'end'
  /** Takes whatever width is left. */
  grow?: boolean
  /** Stays on one line: days, states, buttons. */
  oneLine?: boolean
  /** What it holds speaks for itself: the header is only read out. */
  plain?: boolean
}

interface DataTableProps<Item> {
  label: string
  columns: readonly Column<Item>[]
  items: readonly Item[]
  keyOf: (item: Item) => string
  /** What stands there when there is no item. */
  empty: ReactNode
}

/**
 * A table that becomes a list of cards where the screen is narrow. A plain table and no grid: Tab reaches every link
 * and button in it, and screen readers read it as what it is.
 */
export function DataTable<Item>({ label, columns, items, keyOf, empty }: DataTableProps<Item>) {
  if (items.length === 0) return empty
  return (
    <table aria-label={label} className="data-table">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={cellClass(column)}>
              <span className={column.plain ? 'visually-hidden' : undefined}>{column.header}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={keyOf(item)} className="data-row">
            {columns.map((column) => (
              <BodyCell key={column.id} column={column} item={item} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function BodyCell<Item>({ column, item }: { column: Column<Item>; item: Item }) {
  const content = <div className="data-content">{column.cell(item)}</div>
  return column.isRowHeader ? (
    <th scope="row" className={`${cellClass(column)} data-cell-head`}>
      {content}
    </th>
  ) : (
    <td className={cellClass(column)} data-label={column.plain ? undefined : column.header}>
      {content}
    </td>
  )
}

const cellClass = ({ align, grow, oneLine }: Omit<Column<never>, 'cell'>) =>
  ['data-cell', align && 'data-cell-end', grow && 'data-cell-grow', oneLine && 'data-cell-line']
    .filter(Boolean)
    .join(' ')
