/** How many of these widths fit side by side into a room, with the button behind them unless all do. */
export function fittingOf(widths: readonly number[], room: number, button: number) {
  const ends = widths.map((_, index) => widths.slice(0, index + 1).reduce((sum, width) => sum + width, 0))
  const all = ends.at(-1) ?? 0
  return all <= room ? widths.length : ends.filter((end) => end + button <= room).length
}
