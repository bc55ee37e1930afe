import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import { plural } from '../../format/numbers'
import { isBetween, type Place, placeAfter, placesBetween, type Size } from './cell-range'
import { type PlacedText, placePasted, readCells, writeCells } from './clipboard'

interface GridOptions {
  size: Size
  textAt: (place: Place) => string
  /** Why a cell cannot be changed; undefined where it can. */
  lockAt: (place: Place) => string | undefined
  onEdit: (cells: PlacedText[]) => void
  onUndo: () => void
  /** Says what happened to many cells at once, or why nothing happened. */
  onSay: (sentence: string) => void
}

interface Editing {
  text: string
  /** Whether typing goes on after the text, or replaces it. */
  append: boolean
}

/** The keyboard of a table of cells: one place has the focus, a rectangle may be selected, one cell may be open. */
export function useGrid({ size, textAt, lockAt, onEdit, onUndo, onSay }: GridOptions) {
  const grid = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  const [corner, setCorner] = useState<Place>(place)
  const [editing, setEditing] = useState<Editing>()
  const wantsFocus = useRef(false)

  useEffect(() => {
    if (!wantsFocus.current || editing) return
    wantsFocus.current = false
    cellAt(grid.current, place)?.focus()
  }, [place, editing])

  const go = (next: Place, extend = false) => {
    wantsFocus.current = true
    setPlace(next)
    if (!extend) setCorner(next)
  }
  const open = (text: string, append: boolean) => {
    const reason = lockAt(place)
    if (reason) return onSay(reason)
    setCorner(place)
    setEditing({ text, append })
  }
  const close = (text: string | undefined, key?: string) => {
    wantsFocus.current = true
    setEditing(undefined)
    if (text !== undefined && text !== textAt(place)) onEdit([{ ...place, text }])
    const next = key && placeAfter(key, place, size)
    if (next) go(next)
  }
  const write = (cells: readonly PlacedText[], what: string) => {
    const free = cells.filter((cell) => lockAt(cell) === undefined)
    const left = cells.length - free.length
    onEdit(free)
    onSay(`${what} ${plural(free.length, 'cell')}${left > 0 ? `; ${left} cannot be changed` : ''}.`)
  }
  const fillDown = () => {
    const places = placesBetween(place, corner)
    const top = Math.min(place.row, corner.row)
    write(
      places.map((each) => ({ ...each, text: textAt({ ...each, row: top }) })),
      'Filled',
    )
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (editing) return
    const far = event.ctrlKey || event.metaKey
    const next = placeAfter(event.key, place, size, far)
    if (next) {
      go(next, event.shiftKey)
    } else if (far && event.key === 'z') {
      onUndo()
    } else if (far && event.key === 'd') {
      fillDown()
    } else if (event.key === 'Enter' || event.key === 'F2') {
      open(textAt(place), true)
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      write(
        placesBetween(place, corner).map((each) => ({ ...each, text: '' })),
        'Emptied',
      )
    } else if (event.key === 'Escape') {
      setCorner(place)
    } else if (event.key.length === 1 && !far && !event.altKey) {
      open(event.key, false)
    } else return
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent) => {
    if (editing) return
    event.preventDefault()
    write(placePasted(readCells(event.clipboardData.getData('text/plain')), place, corner, size), 'Pasted')
  }
  const onCopy = (event: ClipboardEvent) => {
    if (editing) return
    event.preventDefault()
    const rows = new Map<number, string[]>()
    for (const each of placesBetween(place, corner)) rows.set(each.row, [...(rows.get(each.row) ?? []), textAt(each)])
    event.clipboardData.setData('text/plain', writeCells([...rows.values()]))
  }

  const isHere = (each: Place) => place.row === each.row && place.column === each.column
  return {
    close,
    /** The cell that is open, when it is this one. */
    openAt: (each: Place) => (isHere(each) ? editing : undefined),
    gridProps: { ref: grid, role: 'grid', 'aria-multiselectable': true, onKeyDown, onPaste, onCopy },
    cellProps: (each: Place) => ({
      role: 'gridcell',
      tabIndex: isHere(each) ? 0 : -1,
      'data-place': `${each.row}:${each.column}`,
      'aria-selected': isBetween(each, place, corner),
      'aria-readonly': lockAt(each) !== undefined,
      onClick: (event: MouseEvent) => {
        if (!editing || !isHere(each)) go(each, event.shiftKey)
      },
      onDoubleClick: () => {
        if (!editing) open(textAt(each), true)
      },
    }),
  }
}

const cellAt = (grid: HTMLTableElement | null, { row, column }: Place) =>
  grid?.querySelector<HTMLElement>(`[data-place="${row}:${column}"]`)
