import { NicknameTable } from '../matching/names/nicknames.js'
import { readReferenceTables } from '../matching/names/reference-tables.js'
import { Population } from '../matching/population/population.js'
import { kinFor, mixes } from '../matching/rows/mixes.js'
import { type MadeRow, RowMaker } from '../matching/rows/row-maker.js'
import { FitIndex } from '../matching/truth/fit-index.js'

const mix = mixes.typical
const tables = readReferenceTables()

/** The people whom the rows of a benchmark of validation are about, on file and not. */
export const populationOf = ({ population: size, seed }: { population: number; seed: number }): Population =>
  new Population({ size, seed, kin: kinFor(mix, size) }, tables)

/** Makes rows about a population as providers send them; the index behind it is built once. */
export function rowsAbout(population: Population, seed: number): (count: number, from?: number) => Iterable<MadeRow> {
  const index = new FitIndex(population, new NicknameTable(tables.nicknames))
  let place = 0
  for (const physician of population.onFile()) index.add(place++, physician)
  index.close()
  const maker = new RowMaker(population, index, mix, seed)
  return function* rows(count, from = 0) {
    for (let row = from; row < from + count; row += 1) yield maker.at(row)
  }
}
