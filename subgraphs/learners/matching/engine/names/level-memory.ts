const placeBits = 17
/** Levels are below this, so that one fits beside the number of a name. */
const levelRoom = 16

/**
 * Levels between a cell and a name on file, for as long as nothing else takes their place. One array of a fixed size for
 * all cells; a level that is gone is worked out again.
 */
export class LevelMemory {
  private readonly cells = new Int32Array(2 << placeBits)
  private spot = 0

  forget(): void {
    this.cells.fill(0)
  }

  /** The level, or 0 where it is not known. */
  find(cell: number, name: number): number {
    this.spot = spotOf(cell, name)
    const kept = this.cells[this.spot + 1] as number
    return this.cells[this.spot] === cell && kept >> 4 === name ? kept % levelRoom : 0
  }

  /** Keeps the level of the cell and the name that were looked for last. Returns it. */
  keep(cell: number, name: number, level: number): number {
    this.cells[this.spot] = cell
    this.cells[this.spot + 1] = name * levelRoom + level
    return level
  }
}

const spotOf = (cell: number, name: number) =>
  ((Math.imul(cell, 0x9e3779b1) ^ Math.imul(name, 0x85ebca6b)) >>> (32 - placeBits)) << 1
