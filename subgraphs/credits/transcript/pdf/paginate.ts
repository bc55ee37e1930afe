/** Height that rows may take on the first page and on each of the next. */
export interface Room {
  first: number
  next: number
}

/**
 * How many rows stand on each page. No row is split, and what closes the document follows the last row, on a page of its
 * own where there is no room left.
 */
export function paginate(heights: readonly number[], room: Room, closing: number): number[] {
  const pages = [0]
  let left = room.first
  const turn = () => {
    pages.push(0)
    left = room.next
  }
  for (const height of heights) {
    if (height > left) turn()
    pages[pages.length - 1] = (pages.at(-1) ?? 0) + 1
    left -= height
  }
  if (closing > left) turn()
  return pages
}
