import type { ReactNode } from 'react'
import { Column as AriaColumn, Cell, Row, Table, TableBody, TableHeader } from 'react-aria-components'
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
}

interface DataTableProps<Item> {
  label: string
  columns: readonly Column<Item>[]
  items: readonly Item[]
  keyOf: (item: Item) => string
  /** What stands there when there is no item. */
  empty: ReactNode
}

/** A table that becomes a list of cards where the screen is narrow. */
export function DataTable<Item>({ label, columns, items, keyOf, empty }: DataTableProps<Item>) {
  if (items.length === 0) return empty
  return (
    <Table aria-label={label} className="data-table">
      <TableHeader>
        {columns.map((column) => (
          <AriaColumn key={column.id} id={column.id} isRowHeader={column.isRowHeader} className={cellClass(column)}>
            {column.header}
          </AriaColumn>
        ))}
      </TableHeader>
      <TableBody>
        {items.map((item) => (
          <Row key={keyOf(item)} id={keyOf(item)} className="data-row">
            {columns.map((column) => (
              <Cell key={column.id} className={cellClass(column)} data-label={column.header}>
                {column.cell(item)}
              </Cell>
            ))}
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}

const cellClass = ({ align, grow, isRowHeader }: Pick<Column<never>, 'align' | 'grow' | 'isRowHeader'>) =>
  ['data-cell', align && 'data-cell-end', grow && 'data-cell-grow', isRowHeader && 'data-cell-head']
    .filter(Boolean)
    .join(' ')
